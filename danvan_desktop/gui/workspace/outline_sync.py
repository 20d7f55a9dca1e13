"""Outline sync, debounced: the entries of the outline panel follow the text, its current line the cursor."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.workspace.outline.entries import WhatIsOpen, outline_of
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.location import Location, parse
from danvan_desktop.report.model import Report

_REST_MS = 120
"""Debounce interval: the outline follows the cursor in a quiet moment, never between two letters."""


class OutlineSync(QObject):
    """Fills the outline panel and selects its current line; lives as long as the workspace."""

    def __init__(self, workspace: Workspace, what_is_open: Callable[[], WhatIsOpen]) -> None:
        """``what_is_open`` gives what is open in each block."""
        super().__init__(workspace)
        self._workspace, self._what_is_open = workspace, what_is_open
        self._debounce = Debounce(_REST_MS, self._follow_cursor, self)
        workspace.follow(self._show_entries)
        workspace.cursor_moved.connect(self._debounce.start)
        workspace.rested.connect(self._debounce.start)
        workspace.report_left.connect(workspace.outline.forget_folded)

    def _show_entries(self, report: Report) -> None:
        workspace = self._workspace
        names = [(tab, workspace.tab_strip.whole_name(at)) for at, (tab, _) in enumerate(workspace.tabs())]
        workspace.outline.show_entries(outline_of(report, names, self._what_is_open()))

    def _follow_cursor(self) -> None:
        outline = self._workspace.outline
        # Hidden, nobody sees it; while it has the keyboard, the user is choosing there.
        if self._workspace.tabs() and outline.isVisible() and not outline.hasFocus():
            outline.show_current(self._place())

    def _place(self) -> str:
        """Give the place of the line above the cursor: a numbered paragraph's, an annex's, else the tab's."""
        tab = parse(self._workspace.place()).tab
        page = self._workspace.current_text_page()
        if page is None:
            return tab
        known = {entry.place for entry in self._workspace.outline.entries}
        block = page.editor.textCursor().block()
        while block.isValid():
            identity = page.editor.id_of(block)
            place = str(Location(tab, identity))
            if identity and place in known:
                return place
            block = block.previous()
        return tab
