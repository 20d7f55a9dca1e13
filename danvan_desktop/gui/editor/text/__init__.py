"""The text widget itself: undoable QTextEdit, painted numbers, review marks, keys, what is visible."""
