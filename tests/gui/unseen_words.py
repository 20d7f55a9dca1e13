"""Words on a screen that are too much like their ground to be read."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.gui.visible_texts import inside

LEAST = 90
"""Of 255: how much lighter or darker letters are than their ground."""
LEAST_OF_HINTS = 50
ROLES = QPalette.ColorRole


def high_contrast() -> QPalette:
    """Return the palette of Windows in high contrast, black."""
    palette = QPalette(QColor("black"))
    for role in (ROLES.Window, ROLES.Base, ROLES.AlternateBase, ROLES.Button, ROLES.ToolTipBase):
        palette.setColor(role, QColor("black"))
    for role in (ROLES.WindowText, ROLES.Text, ROLES.ButtonText, ROLES.ToolTipText):
        palette.setColor(role, QColor("yellow" if role == ROLES.ButtonText else "white"))
    palette.setColor(ROLES.Highlight, QColor("#1aebff"))
    palette.setColor(ROLES.HighlightedText, QColor("black"))
    return palette


def unseen(root: QWidget) -> list[str]:
    """Return what in ``root`` has letters too much like their ground."""
    found = []
    for widget in inside(root, QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit):
            continue
        ink, ground = widget.foregroundRole(), widget.backgroundRole()
        least = LEAST_OF_HINTS if ink == ROLES.PlaceholderText else LEAST
        if difference(widget.palette().color(ink), widget.palette().color(ground)) < least:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    for edit in inside(root, QTextEdit):
        if edit.isVisible():
            found += [
                f"{edit.accessibleName()}: {text}" for text in unseen_in(edit.document(), edit.palette())
            ]
    return found


def unseen_in(document: QTextDocument, palette: QPalette) -> Iterator[str]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            look = place.fragment().charFormat()
            ink = look.foreground().color() if look.hasProperty(look.Property.ForegroundBrush) else None
            if ink is not None and difference(ink, palette.base().color()) < LEAST:
                yield place.fragment().text()
            place += 1
        block = block.next()


def difference(one: QColor, other: QColor) -> int:
    return abs(one.lightness() - other.lightness())
