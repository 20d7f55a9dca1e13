"""The folder of licence texts, for "Giới thiệu": the program's own and those of the libraries it contains."""

import sys
from pathlib import Path

import danvan_desktop

FOLDER = "licences"
"""Beside the frozen program, where packaging/licences/collect.py has written it."""


def licences_folder() -> Path:
    """Return the folder: beside the frozen program, in what pip installed, or the checkout itself."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent / FOLDER
    beside = Path(danvan_desktop.__file__).resolve().parent.parent
    installed = beside / f"danvan_desktop-{danvan_desktop.__version__}.dist-info" / "licenses"
    return installed if installed.is_dir() else beside
