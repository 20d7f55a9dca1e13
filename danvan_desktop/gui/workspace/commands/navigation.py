"""Keyboard navigation: the next and previous tab (Ctrl+PgDown, Ctrl+PgUp), the next pane (F6)."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.gui.workspace.workspace import Workspace


class NavigationCommands(QObject):
    """Moves the keyboard focus among tabs and panes."""

    def __init__(self, workspace: Workspace) -> None:
        """Connect the commands, and a click on a tab."""
        super().__init__(workspace)
        self._workspace = workspace
        actions = workspace.editor_actions
        actions.next_tab.triggered.connect(partial(self._step_tab, 1))
        actions.previous_tab.triggered.connect(partial(self._step_tab, -1))
        actions.next_pane.triggered.connect(self._next_pane)
        workspace.tab_strip.clicked.connect(self._enter_page)

    def _step_tab(self, step: int) -> None:
        strip = self._workspace.tab_strip
        if strip.count():
            strip.setCurrentIndex((strip.currentIndex() + step) % strip.count())
            page = self._workspace.current_page()
            if page is not None:
                page.start().setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_page(self) -> None:
        """Give the keyboard to what was used last on the page, also where a panel beside it had it."""
        page = self._workspace.current_page()
        if page is not None:
            last: QWidget | None = page.focusWidget()
            (page.start() if last is None else last).setFocus()

    def _next_pane(self) -> None:
        """Go round: text, the panel beside it (after F7, the finding's card), outline, tabs, tool bar."""
        workspace = self._workspace
        page = workspace.current_page()
        panes = [page.start() if page is not None else workspace, *workspace.panes_beside]
        panes = [*panes, workspace.outline, workspace.tab_strip, workspace.tool_bar.kinds]
        panes = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        focus = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if pane is focus), 0)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
