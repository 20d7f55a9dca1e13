"""Zoom commands: how large the text is shown, kept for the user; the paper is the same at every zoom."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.services.text_zoom import STEPS, keep_zoom, kept_zoom, stepped
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.text_page import TextPage
from danvan_desktop.gui.workspace.workspace import Workspace

_NOTCH = 120
"""What a notch of the wheel counts, in eighths of a degree."""


class ZoomButton(QToolButton):
    """Says how large the text is shown, and has a menu of sizes; for the status bar."""

    def __init__(self, actions: EditorActions) -> None:
        """Offer every size, and what the keys do."""
        super().__init__()
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Cỡ chữ trên màn hình (giữ Ctrl và lăn chuột); bản in không đổi")
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.choices = {percent: self._choice(percent) for percent in reversed(STEPS)}
        self._menu.addSeparator()
        self._menu.addActions([actions.zoom_in, actions.zoom_out, actions.zoom_reset])
        self.setMenu(self._menu)

    def _choice(self, percent: int) -> QAction:
        choice = self._menu.addAction(f"{percent} %")
        choice.setCheckable(True)
        self._group.addAction(choice)
        return choice

    def show_zoom(self, percent: int) -> None:
        """Say that the text is shown at ``percent``."""
        self.setText(f"{percent} %")
        self.setAccessibleName(f"Cỡ chữ trên màn hình: {percent} %")
        self.choices[percent].setChecked(True)


class ZoomCommands(QObject):
    """Shows every text of the open report as large as the user wants it."""

    def __init__(self, workspace: Workspace, preferences: Preferences) -> None:
        """Connect the commands, the wheel, and the pages that are still to come."""
        super().__init__(workspace)
        self._workspace, self._preferences = workspace, preferences
        self.percent = kept_zoom(preferences)
        self._turned = 0
        actions = workspace.editor_actions
        self.button = ZoomButton(actions)
        self.button.show_zoom(self.percent)
        for percent, choice in self.button.choices.items():
            choice.triggered.connect(lambda _=False, percent=percent: self.set_zoom(percent))
        actions.zoom_in.triggered.connect(lambda: self._step(1))
        actions.zoom_out.triggered.connect(lambda: self._step(-1))
        actions.zoom_reset.triggered.connect(lambda: self.set_zoom(100))
        workspace.page_taken.connect(self._take)
        workspace.pages_placed.connect(self._show)

    def set_zoom(self, percent: int) -> None:
        """Show the texts at ``percent`` from now on."""
        self.percent = percent
        keep_zoom(self._preferences, percent)
        self.button.show_zoom(percent)
        self._show()
        self._workspace.editor_actions.zoom_in.setEnabled(percent < STEPS[-1])
        self._workspace.editor_actions.zoom_out.setEnabled(percent > STEPS[0])

    def _step(self, step: int) -> None:
        self.set_zoom(stepped(self.percent, step))

    def _show(self) -> None:
        pages = self._workspace.opened.pages
        for page in (*(page for _, page in pages.in_order()), *pages.annexes.pages):
            if isinstance(page, TextPage):
                page.set_zoom(self.percent / 100)

    def _take(self, page: TabPage) -> None:
        if isinstance(page, TextPage):
            page.set_zoom(self.percent / 100)
            page.zoom_turned.connect(self._turn)

    def _turn(self, angle: int) -> None:
        """Follow the wheel; a touch pad turns it by less than a notch."""
        self._turned += angle
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self._step(1 if notches > 0 else -1)
