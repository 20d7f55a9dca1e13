"""Widget style (QStyle): Fusion on every system, until the program has a look of its own.

Qt's "windows11" makes the ground of texts transparent, so that a page is grey and a banner has no ground, and
draws a disabled field like the dialog around it.
"""

from PySide6.QtWidgets import QApplication

STYLE = "fusion"


def set_style() -> None:
    """Choose the style; before the QApplication is made, else the system's own would be made first."""
    QApplication.setStyle(STYLE)
