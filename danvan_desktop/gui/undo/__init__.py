"""The undo stack: one chronological history over all tabs."""
