"""A message in a window of the operating system: for a program that has no console and cannot load Qt."""

import sys

TITLE = "Danvan Desktop"
_WARNING, _TO_THE_FRONT = 0x30, 0x10000


def show(text: str) -> bool:
    """Show ``text`` until it is closed; False: this system has no such window, the console must do."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.MessageBoxW(None, text, TITLE, _WARNING | _TO_THE_FRONT))
    return False
