"""The text editor: blocks of a report shown and changed as a QTextDocument."""
