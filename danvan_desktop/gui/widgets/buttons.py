"""Buttons bound to a QAction, which follow its text, icon and enabled state; flat buttons with a sign."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from danvan_desktop.gui.look.style_sheet import QUIET
from danvan_desktop.gui.widgets.style import ICON, icon


def follow(action: QAction, button: QPushButton, *, short: bool = False) -> QPushButton:
    """Let ``button`` be ``action``, ``short``: in fewer words; the letter with Alt stays the menu's."""

    def update() -> None:
        text = action.text().replace("&", "")
        button.setAccessibleName(text.rstrip("…"))
        button.setToolTip(action.toolTip())
        button.setAccessibleDescription(action.toolTip())
        button.setEnabled(action.isEnabled())
        words = action.iconText() if short else text
        button.setText(words if button.icon().isNull() else f" {words}")

    update()
    action.changed.connect(update)
    button.clicked.connect(action.trigger)
    return button


def push_button(text: str, tip: str, *, quiet: bool = False) -> QPushButton:
    """Return a button of a panel, which Enter elsewhere never presses; a ``quiet`` one has no edge."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    if quiet:
        button.setProperty(QUIET, True)
    return button


def icon_button(sign: str, name: str, tip: str) -> QToolButton:
    """Return a flat button that shows ``sign``; ``name`` is what a screen reader says."""
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setIconSize(ICON)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def menu_button(text: str, tip: str, entries: Sequence[QAction] | QMenu) -> QToolButton:
    """Return a flat button with words that opens a menu: one of ``entries``, or that menu."""
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(tip)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if isinstance(entries, QMenu):
        button.setMenu(entries)
        return button
    menu = QMenu(button)
    menu.addActions(entries)
    button.setMenu(menu)
    return button


class OfferButton(QToolButton):
    """A command offered in the status bar while there is a reason for it and it can be done."""

    def __init__(self, action: QAction) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._command = action
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        self.hide()

    def offer(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        """Show the button or take it away."""
        self.setVisible(wanted and self._command.isEnabled())
