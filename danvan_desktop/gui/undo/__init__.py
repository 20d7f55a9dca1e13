"""One chronological undo stack over all tabs."""
