"""Start and end of the program: crash handler, signals, single instance, staged start, translation."""
