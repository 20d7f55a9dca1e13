"""Paths of shipped resources and of the user's data folder. Importing this touches no disk."""

import os
import sys
from pathlib import Path

DATA_FOLDER_NAME = "DanvanDesktop"
PORTABLE_MARKER, PORTABLE_DATA = "portable.txt", "data"
"""Beside the frozen program: the file by which it keeps its data there too, and the folder it then uses."""
LOG_NAME = "danvan.log"
"""In the data folder: what the window and the command line tell a developer of an error."""


def resource(*parts: str) -> Path:
    """The shipped file or folder ``resources/<parts>``, in a checkout, a wheel or the frozen program.

    Raises:
        FileNotFoundError: the installation is damaged; the message names the missing path.
    """
    package = Path(__file__).resolve().parent
    roots = [package / "resources", package.parent / "resources"]
    if frozen := getattr(sys, "_MEIPASS", None):
        roots.insert(0, Path(frozen) / "resources")
    for root in roots:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("resources/" + "/".join(parts))


def default_data_dir() -> Path:
    """The folder of the user's drafts: beside a portable program, else in local, never roaming, data."""
    if portable := _portable_data_dir():
        return portable
    if local := os.environ.get("LOCALAPPDATA"):
        return Path(local) / DATA_FOLDER_NAME
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / DATA_FOLDER_NAME


def _portable_data_dir() -> Path | None:
    """The data folder of a program from the portable ZIP; None: it is not."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).parent
    return folder / PORTABLE_DATA if (folder / PORTABLE_MARKER).is_file() else None
