"""What is noted about the report and never printed: the notes of an import, and what is still missing."""
