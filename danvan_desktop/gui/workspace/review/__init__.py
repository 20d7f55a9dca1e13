"""The review as a way of working: the bar that floats over the text, and where it lies."""
