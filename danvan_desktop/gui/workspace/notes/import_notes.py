"""The notes of an import beside the text: of the open report's own file, or of a file put into a section."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from danvan_desktop.gui.importing.notes_panel import ImportNotesPanel
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import ImportNote

_NAME, _LEAST, _WIDTH = "import_notes", 250, 340


class ImportNotesBeside(QObject):
    """Shows notes in a side panel, which is made with the first of them."""

    all_seen = Signal()
    """The notes of the report's file have all been looked at."""

    def __init__(self, workspace: Workspace) -> None:
        """Show none yet."""
        super().__init__(workspace)
        self._workspace = workspace
        self._toggle = QAction(self)
        self._toggle.setCheckable(True)
        self._toggle.setToolTip("Ghi chú khi nhập")
        self._side: SidePanel | None = None
        self.panel: ImportNotesPanel | None = None
        workspace.report_left.connect(self.close)

    def show(self, notes: Sequence[ImportNote], *, can_end: bool) -> None:
        """Show ``notes`` and let the keyboard go through them; ``can_end``: the report keeps them."""
        if not notes:
            return
        panel, side = self._made()
        panel.show_notes(notes, can_end=can_end)
        side.is_possible = True
        self._workspace.tell_panel(side, f"Xem lại {len(notes)}", has_news=True)
        self._toggle.setChecked(False)  # asked for anew, it comes to the front
        self._toggle.setChecked(True)

    def close(self) -> None:
        """Take the notes away: they are seen, or their report is closed."""
        if self._side is not None:
            self._side.has_news = False
            self._workspace.dismiss_panel(self._side)
            self._workspace.set_panel_possible(self._side, possible=False)

    def _made(self) -> tuple[ImportNotesPanel, SidePanel]:
        if self.panel is None or self._side is None:
            panel = self.panel = ImportNotesPanel()
            panel.place_chosen.connect(self._workspace.go_to)
            panel.all_seen.connect(self.close)
            panel.all_seen.connect(self.all_seen)
            panel.header.closed.connect(lambda: self._toggle.setChecked(False))
            self._side = SidePanel(_NAME, panel, self._toggle, _LEAST, _WIDTH, panel.setVisible)
            self._workspace.add_panel(self._side, panel.list)
        return self.panel, self._side
