"""Whether the database file is on a network drive."""

import sys
from pathlib import Path

_DRIVE_REMOTE = 4


def on_network_drive(path: Path) -> bool:
    """Whether Windows calls the drive a remote one; elsewhere WAL is simply tried."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == _DRIVE_REMOTE)
    return False
