"""Services without widgets for every room of gui/: clock, debounce timer, background jobs, preferences."""
