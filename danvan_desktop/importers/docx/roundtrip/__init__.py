"""Round trip: a Word file that our own program exported comes back as the report it was."""
