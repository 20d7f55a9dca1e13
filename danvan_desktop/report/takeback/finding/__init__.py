"""What changed: units of the file, which became which, and the changes that a user would name."""
