"""What of a report went out as a Word file, what came back edited, and what was decided about it."""
