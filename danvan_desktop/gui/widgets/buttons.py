"""Buttons bound to a QAction: they trigger it and follow its text, icon and enabled state."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from danvan_desktop.gui.look.style_sheet import LARGE
from danvan_desktop.gui.widgets.style import ICON

_BREAKS = (" từ báo cáo", " theo ", " (")
"""Where the words of a large button go on in its second line."""


def big_button(action: QAction) -> QPushButton:
    """Return one of the first page's large buttons."""
    button = QPushButton(action.icon(), "")
    button.setIconSize(QSize(24, 24))
    button.setProperty(LARGE, True)
    return follow(action, button, two_lines=True)


def follow(action: QAction, button: QPushButton, *, two_lines: bool = False) -> QPushButton:
    """Let ``button`` be ``action``; the letter with Alt stays the menu's."""

    def update() -> None:
        text = action.text().replace("&", "")
        button.setAccessibleName(text.rstrip("…"))
        button.setToolTip(action.toolTip())
        button.setAccessibleDescription(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.setText(_broken(text) if two_lines else text)

    update()
    action.changed.connect(update)
    button.clicked.connect(action.trigger)
    return button


def _broken(text: str) -> str:
    for place in _BREAKS:
        if place in text:
            return text.replace(place, "\n" + place[1:], 1)
    return text


def tool_button(action: QAction) -> QToolButton:
    """Return a small button beside the list that is there while ``action`` is."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.text().rstrip("…"))
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
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
