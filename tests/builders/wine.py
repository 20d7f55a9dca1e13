"""Whether Windows is wine, which keeps the limits of a job object in mind but does not enforce them."""

import ctypes
import sys


def is_wine() -> bool:
    return sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
