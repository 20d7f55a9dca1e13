"""The shell of the window: menus, commands, status bar, banner, window geometry."""
