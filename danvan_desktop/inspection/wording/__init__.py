"""What the words of a report show, whatever kind of file they stand in."""
