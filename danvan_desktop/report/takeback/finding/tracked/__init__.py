"""What tracked changes and looks left in a file that came back, beside the changes of the list."""
