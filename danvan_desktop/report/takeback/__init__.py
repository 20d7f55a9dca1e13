"""Taking back: a file that went out comes back edited, and its changes go into the report one by one."""
