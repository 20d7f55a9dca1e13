"""The window's dialogs: one question each."""
