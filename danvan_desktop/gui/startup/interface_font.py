"""Font of labels and menus: 10.5 points, in letters that are read with ease for a day."""

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.screen import is_low_screen

READABLE = ["Liberation Sans", "DejaVu Sans", "Noto Sans", "Arial"]
PREFERRED = ["Noto Sans", "Open Sans"]
"""Clear at small sizes, all of Vietnamese drawn with care."""
_ANY = {"DejaVu Sans", "Liberation Sans"}
"""What fontconfig gives where nobody has chosen the letters of the windows."""
POINTS = 10.5
"""On a low screen the system's own size stays: the text has the first right to each line."""


def set_interface_font(application: QApplication) -> None:
    """Set the letters of the window; what the user has chosen for all windows, or larger ones, are kept.

    Typewriter letters, which fontconfig gives for "sans serif" on a Debian with the Liberation fonts alone,
    give way to a sans serif.
    """
    font = application.font()
    system = QFontInfo(font)
    if system.fixedPitch():
        font.setFamilies([*PREFERRED, *READABLE])
    elif system.family() in _ANY:
        font.setFamilies([*PREFERRED, *font.families()])
    if not is_low_screen():
        font.setPointSizeF(max(font.pointSizeF(), POINTS))
    application.setFont(font)
