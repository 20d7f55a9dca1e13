"""Taking back a Word file that was edited elsewhere: its changes beside the text, decided one by one."""
