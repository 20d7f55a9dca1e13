"""Fallback font of labels and menus, where the system's own is a typewriter face."""

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

READABLE = ["Liberation Sans", "DejaVu Sans", "Noto Sans", "Arial"]


def ensure_readable(application: QApplication) -> None:
    """Take a sans serif in the place of typewriter letters.

    Those are what fontconfig gives for "sans serif" on a Debian with the Liberation fonts alone.
    """
    font = application.font()
    if QFontInfo(font).fixedPitch():
        font.setFamilies(READABLE)
        application.setFont(font)
