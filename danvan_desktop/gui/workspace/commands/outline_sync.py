"""The outline shows where the cursor stands, a moment after it moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from danvan_desktop.report.place import Place, parse

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.workspace import Workspace

_REST_MS = 120
"""Quiet time after which the outline follows: never between two letters."""


class OutlineSync(QObject):
    """Lives as long as the workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        """Follow the cursor of ``workspace``, and the lines of its outline as they come and go."""
        super().__init__(workspace)
        self._workspace = workspace
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._follow)
        workspace.cursor_moved.connect(self._rest.start)
        workspace.rested.connect(self._rest.start)

    def _follow(self) -> None:
        outline = self._workspace.outline
        # Hidden, nobody sees it; with the keyboard in it, the person is choosing there.
        if self._workspace.pages is not None and outline.isVisible() and not outline.hasFocus():
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
            place = str(Place(tab, identity))
            if identity and place in known:
                return place
            block = block.previous()
        return tab
