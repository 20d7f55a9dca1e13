"""The frame of the window: menus, commands, status bar, banner, window geometry."""
