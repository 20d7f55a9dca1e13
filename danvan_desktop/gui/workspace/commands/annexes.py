"""Commands on annexes (Phụ lục): add an empty one or one after a form, save as a form, delete; undoable."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from danvan_desktop.gui.undo.stack import FunctionStep
from danvan_desktop.gui.workspace.commands.annex_dialog import AnnexDialog
from danvan_desktop.gui.workspace.pages.annexes import AnnexesPage, AnnexPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.annexes.forms import AnnexForm, annex_forms, new_annex
from danvan_desktop.report.annexes.totals import recompute
from danvan_desktop.report.model import Annex, plain

FORMS_FOLDER = "annex-forms"
"""Beside the reports: the office's own annex forms."""


class AnnexCommands(QObject):
    """Acts on the annex that is shown. A deleted page lives on: undo brings it back as it was."""

    def __init__(self, workspace: Workspace, data_dir: Path) -> None:
        """Connect the commands; the office's own forms lie in the data folder ``data_dir``."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._forms = data_dir / FORMS_FOLDER
        actions = workspace.editor_actions
        actions.add_annex.triggered.connect(self._add_empty)
        actions.add_annex_form.triggered.connect(self._choose_and_add)
        actions.keep_form.triggered.connect(self._save_form)
        actions.delete_annex.triggered.connect(self._delete)
        workspace.page_taken.connect(self._take)

    def update(self) -> None:
        """Enable what can be done with the annex that is shown."""
        actions, annexes = self._workspace.editor_actions, self._opened.pages.annexes
        editable = not self._opened.is_read_only
        has_annex = self._workspace.current_page() is annexes and bool(annexes.pages)
        actions.add_annex.setEnabled(editable)
        actions.add_annex_form.setEnabled(editable)
        actions.keep_form.setEnabled(has_annex)
        actions.delete_annex.setEnabled(editable and has_annex)
        annexes.set_changeable(editable)

    def add(self, annex: Annex) -> AnnexPage:
        """Add ``annex`` after the last, and show it."""
        annexes = self._opened.pages.annexes
        page, at = annexes.make(annex), len(annexes.pages)
        self._do(lambda: self._insert(page, at), lambda: self._remove(page))
        return page

    def _take(self, page: object) -> None:
        """Follow the buttons of the tab of annexes."""
        if isinstance(page, AnnexesPage):
            page.add_wanted.connect(self._choose_and_add)
            page.delete_wanted.connect(self._delete)

    def _add_empty(self) -> None:
        self.add(Annex(self._opened.pages.ids.take())).title.setFocus()

    def _choose_and_add(self) -> None:
        """Ask whether it is an empty annex or one made after a form."""
        dialog = AnnexDialog(annex_forms(), self._workspace.window(), self._forms)
        accepted, form = dialog.exec(), dialog.form()
        dialog.deleteLater()
        if accepted and form is None:
            self._add_empty()
        elif accepted and form is not None:
            self._add_after_form(form)

    def _add_after_form(self, form: AnnexForm) -> None:
        year = self._opened.report().year
        page = self.add(recompute(new_annex(form, year, self._opened.pages.ids.take)))
        page.editor.go_to_empty_cell()
        page.editor.setFocus()

    def _save_form(self) -> None:
        """Save the shown annex as a form of the office."""
        page = self._opened.pages.annexes.current()
        if page is None:
            return
        from danvan_desktop.gui.workspace.commands.save_annex_form import save_form

        year = self._opened.report().year
        if notice := save_form(page.annex(), year, self._forms, self._workspace.window()):
            self._opened.notice.emit(notice)

    def _delete(self) -> None:
        annexes = self._opened.pages.annexes
        page = annexes.current()
        if page is not None:
            at = annexes.pages.index(page)
            self._do(lambda: self._remove(page), lambda: self._insert(page, at))
            title = plain(page.title.runs())
            self._opened.done.emit(f"Đã xóa phụ lục “{title}”." if title else "Đã xóa phụ lục.", True)

    def _do(self, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        self._opened.stack.push(FunctionStep(redo, undo))
        redo()
        self._opened.stack.close()

    def _insert(self, page: AnnexPage, at: int) -> None:
        annexes = self._opened.pages.annexes
        annexes.put(page, at)
        self._workspace.show_names()
        self._workspace.show_page(annexes)
        annexes.show_page(page)
        self._opened.note_edit()

    def _remove(self, page: AnnexPage) -> None:
        annexes = self._opened.pages.annexes
        annexes.remove(page)
        self._workspace.show_names()
        self._workspace.show_page(annexes)
        self._opened.note_edit()
