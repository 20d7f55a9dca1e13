"""How the program starts itself anew as a process beside this one: in a checkout as in the frozen program."""

import os
import sys
from pathlib import Path

import danvan_desktop

NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW, for the creation flags of subprocess: no black window comes up."""


def command(role: str) -> list[str]:
    """Return the command line of this program with the one argument ``role``, which __main__ understands."""
    if getattr(sys, "frozen", False):
        return [sys.executable, role]
    return [sys.executable, "-m", "danvan_desktop", role]


def environment() -> dict[str, str]:
    """Return ours, and where this very package lies: the other process must be of the same release."""
    here = str(Path(danvan_desktop.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}
