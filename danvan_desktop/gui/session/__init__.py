"""The open report and its autosave."""
