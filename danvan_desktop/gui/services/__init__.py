"""What every part of the window may use and which draws nothing: clock, background jobs, preferences."""
