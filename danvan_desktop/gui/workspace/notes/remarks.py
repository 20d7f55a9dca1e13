"""Commands on remarks ("Việc còn thiếu"): edit the one of a paragraph, list all, mark as done; undoable."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.paragraphs.block_metadata import block_ids, change_metadata
from danvan_desktop.gui.widgets.side.panels import SidePanel
from danvan_desktop.gui.workspace.notes.remark_dialog import RemarkDialog
from danvan_desktop.gui.workspace.notes.remark_panel import ListedRemark, RemarkPanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Paragraph, Table

_NAME, _LEAST, _WIDTH = "remarks", 250, 340


class RemarkCommands(QObject):
    """Acts on the remark of the paragraph with the cursor, and on the list of all."""

    def __init__(self, workspace: Workspace) -> None:
        """Connect the commands."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._actions = actions = workspace.editor_actions
        self.panel: RemarkPanel | None = None
        self._side: SidePanel | None = None
        actions.edit_note.triggered.connect(self.edit)
        actions.show_notes.setChecked(False)
        actions.show_notes.toggled.connect(self._on_toggled)
        actions.show_notes.triggered.connect(self._on_asked)
        workspace.report_left.connect(self.close_list)

    def edit(self) -> None:
        """Ask for the remark on the paragraph with the cursor."""
        editor = self._editor()
        if editor is None or self._opened.is_read_only:
            return
        self._opened.commit_input()
        editor.review_marks.refresh()
        identity = block_ids(editor)[0]
        dialog = RemarkDialog(editor.review_marks.note(identity), self._workspace.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        note = dialog.note()
        dialog.deleteLater()
        if accepted:
            self._put(editor, identity, note)
            editor.setFocus()

    def close_list(self) -> None:
        """Take the list away: its report is closed."""
        if self._side is not None:
            self._workspace.dismiss_panel(self._side)

    def refresh(self) -> None:
        """Let the list follow the report; with something in it, it has a tab beside the text."""
        entries = self._entries()
        if entries or self._side is not None:
            panel, side = self._made()
            panel.show_entries(entries, editable=not self._opened.is_read_only)
            title = f"Còn thiếu {len(entries)}" if entries else "Còn thiếu"
            self._workspace.tell_panel(side, title, has_news=bool(entries))

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown:
            self._made()
            self.refresh()
            self._workspace.arrange()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Give the list the keyboard: the person asked for it."""
        if shown and self.panel is not None:
            self.panel.list.setFocus()

    def _made(self) -> tuple[RemarkPanel, SidePanel]:
        if self.panel is None or self._side is None:
            panel, toggle = RemarkPanel(), self._actions.show_notes
            panel.place_wanted.connect(lambda block: self._workspace.go_to(f"block:{block}"))
            panel.settled.connect(self._finish)
            panel.header.closed.connect(lambda: toggle.setChecked(False))
            self.panel = panel
            self._side = SidePanel(_NAME, panel, toggle, _LEAST, _WIDTH, panel.setVisible)
            self._workspace.add_panel(self._side, panel.list)
        return self.panel, self._side

    def update(self) -> None:
        """Enable what can be done where the cursor stands."""
        editor = self._editor()
        writable = editor is not None and not self._opened.is_read_only and editor.id_of_cursor() > 0
        self._actions.edit_note.setEnabled(writable)
        self._actions.show_notes.setEnabled(True)

    def _finish(self, identity: int) -> None:
        if self._opened.is_read_only:
            return
        for _, editor in self._opened.pages.editors():
            if note := editor.review_marks.note(identity):
                self._put(editor, identity, None)
                self._opened.done.emit(f"Đã xong: {note}", True)
                return

    def _put(self, editor: BlockEditor, identity: int, note: str | None) -> None:
        if change_metadata(editor, {identity: partial(_noted, note=note)}):
            self._workspace.refresh()

    def _entries(self) -> list[ListedRemark]:
        names = self._workspace.tab_names()
        return [
            ListedRemark(identity, names[tab], note)
            for tab, editor in self._opened.pages.editors()
            for identity, note in editor.review_marks.notes()
        ]

    def _editor(self) -> BlockEditor | None:
        page = self._workspace.current_text_page()
        return page.editor if page is not None else None


def _noted(block: Paragraph | Table, note: str | None) -> Paragraph | Table:
    return replace(block, note=note)
