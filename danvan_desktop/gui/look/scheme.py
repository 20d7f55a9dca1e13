"""Light or dark as the user chooses, or as the system has it; applied to the whole program.

Where the system is in high contrast its own colours stand, whatever the user chose here.
"""

import sys
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.palette import palette_of, tokens_in
from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.look.style_sheet import style_sheet
from danvan_desktop.gui.look.tokens import DARK, LIGHT, Tokens, contrast

Scheme = Literal["system", "light", "dark"]
KEPT_AS = "scheme"
"""The preference that holds what the user chose."""
_CHOSEN = "danvan-scheme"
"""Property of the application: what was chosen."""
_HIGH_CONTRAST = 20.5
"""Of 21: pure black and white, which only a system in high contrast has in its windows."""


def scheme_of(name: str) -> Scheme:
    """Return the scheme with that name; the system's for any other name."""
    return next((each for each in get_args(Scheme) if each == name), "system")


def follow_system(application: QApplication) -> None:
    """Give the program its colours, now and whenever the system changes its own."""
    application.styleHints().colorSchemeChanged.connect(lambda _: dress(application, wanted(application)))
    dress(application, wanted(application))


def choose(application: QApplication, scheme: Scheme) -> None:
    """Have the program light, dark, or as the system is."""
    schemes = Qt.ColorScheme
    application.setProperty(_CHOSEN, scheme)
    # What the system draws, as the bar with the title, follows where it can.
    chosen = {"system": schemes.Unknown, "light": schemes.Light, "dark": schemes.Dark}[scheme]
    application.styleHints().setColorScheme(chosen)
    dress(application, wanted(application))


def wanted(application: QApplication) -> Tokens:
    """Return the colours that go with what the system says, and with what was chosen."""
    application.setPalette(QPalette())  # what the system itself has
    system = tokens_in(application.palette())
    if contrast(system.text, system.ground) > _HIGH_CONTRAST:
        return system
    chosen = application.property(_CHOSEN)
    if chosen in {"light", "dark"}:
        return DARK if chosen == "dark" else LIGHT
    return DARK if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def dress(application: QApplication, tokens: Tokens) -> None:
    """Paint everything in the colours of ``tokens``."""
    application.setPalette(palette_of(tokens))
    points = application.font().pointSizeF() if sys.platform == "win32" else 0.0
    application.setStyleSheet(style_sheet(tokens, is_low=is_low_screen(), points=points))
