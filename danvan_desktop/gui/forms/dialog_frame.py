"""The frame that all dialogs share: heading, air, and below one filled button with "Thôi" beside it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.style_sheet import PRIMARY
from danvan_desktop.gui.widgets.style import GAP, heading_label

CANCEL = "Thôi"
"""Leaves a dialog, and everything as it was."""


def framed(dialog: QDialog, heading: str = "", explanation: str = "") -> QVBoxLayout:
    """Give ``dialog`` its column, with what it is about on top."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    if heading:
        column.addWidget(heading_label(heading))
    if explanation:
        column.addWidget(muted(explanation))
    return column


def answers(dialog: QDialog, go: str, cancel: str = CANCEL) -> tuple[QDialogButtonBox, QPushButton]:
    """Make the buttons of ``dialog``: ``go`` is filled, accepts and is what Enter does."""
    buttons = QDialogButtonBox(dialog)
    accept = buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    fill(accept)
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(button is accept)
    accept.setDefault(True)
    return buttons, accept


def fill(button: QPushButton) -> QPushButton:
    """Make ``button`` the filled one of its dialog."""
    mark(button, PRIMARY, value=True)
    return button
