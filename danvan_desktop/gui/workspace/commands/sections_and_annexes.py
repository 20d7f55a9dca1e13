"""Sections and annexes come, go and change places: each a step to undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.undo.stack import Act
from danvan_desktop.gui.workspace.commands.annex_dialog import AnnexDialog
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.report.annexes.forms import AnnexForm, annex_forms, new_annex
from danvan_desktop.report.annexes.totals import recompute
from danvan_desktop.report.model import Annex, Numbering

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.workspace import Workspace

FORMS_FOLDER = "annex-forms"
"""Beside the reports: the office's own annex forms."""


class SectionCommands:
    """What is done to whole parts. A page taken away lives on: undo brings it back as it was."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def add_section(self) -> None:
        """Add a section after the one shown, or at the end."""
        pages = self._workspace.pages
        if pages is None:
            return
        shown = self._section()
        at = pages.sections.index(shown) + 1 if shown is not None else len(pages.sections)
        page = pages.make_section()
        self._do(lambda: self._put(page, at), lambda: self._drop(page))
        page.title.setFocus()

    def delete_section(self) -> None:
        """Take the shown section away."""
        pages, page = self._workspace.pages, self._section()
        if pages is not None and page is not None:
            at = pages.sections.index(page)
            self._do(lambda: self._drop(page), lambda: self._put(page, at))

    def move_section(self, step: int) -> None:
        """Move the shown section one tab to the left or right."""
        pages, page = self._workspace.pages, self._section()
        if pages is None or page is None:
            return
        at = pages.sections.index(page)
        if 0 <= at + step < len(pages.sections):
            self._do(lambda: self._move(page, at + step), lambda: self._move(page, at))

    def renumber_section(self) -> None:
        """Let the number of the shown section follow its neighbours."""
        page = self._section()
        if page is not None and page.numbering != "auto":
            before = page.numbering
            self._do(lambda: self._set_numbering(page, "auto"), lambda: self._set_numbering(page, before))

    def add_annex(self) -> None:
        """Add an empty annex after the last."""
        pages = self._workspace.pages
        if pages is not None:
            self.put_annex(Annex(pages.ids.take())).title.setFocus()

    def choose_annex(self) -> None:
        """Add an annex after the last, an empty one or one made after a form."""
        pages, kept = self._workspace.pages, self._workspace.kept
        if pages is None:
            return
        own = kept.folder / FORMS_FOLDER if kept is not None else None
        dialog = AnnexDialog(annex_forms(), self._workspace.window(), own)
        accepted, form = dialog.exec(), dialog.form()
        dialog.deleteLater()
        if accepted and form is None:
            self.add_annex()
        elif accepted and form is not None:
            self.add_form(form)

    def add_form(self, form: AnnexForm) -> None:
        """Add an annex made after ``form``."""
        pages = self._workspace.pages
        if pages is not None:
            year = self._workspace.report().year
            page = self.put_annex(recompute(new_annex(form, year, pages.ids.take)))
            page.editor.go_to_empty_cell()
            page.editor.setFocus()

    def put_annex(self, annex: Annex) -> AnnexPage:
        """Put ``annex`` after the last, and show it."""
        pages = self._workspace.pages
        if pages is None:
            raise RuntimeError("no report was opened")
        page = pages.annexes.make(annex)
        at = len(pages.annexes.pages)
        self._do(lambda: self._put_annex(page, at), lambda: self._drop_annex(page))
        return page

    def keep_form(self) -> None:
        """Keep the shown annex as a form of the office."""
        pages, kept = self._workspace.pages, self._workspace.kept
        page = pages.annexes.current() if pages is not None else None
        if page is None or kept is None:
            return
        from danvan_desktop.gui.workspace.commands.save_annex_form import keep_form

        year = self._workspace.report().year
        if told := keep_form(page.annex(), year, kept.folder / FORMS_FOLDER, self._workspace.window()):
            self._workspace.said.emit(told)

    def delete_annex(self) -> None:
        """Take the shown annex away."""
        pages = self._workspace.pages
        page = pages.annexes.current() if pages is not None else None
        if pages is not None and page is not None:
            at = pages.annexes.pages.index(page)
            self._do(lambda: self._drop_annex(page), lambda: self._put_annex(page, at))

    def show_bases(self) -> None:
        """Show the lines for căn cứ."""
        pages = self._workspace.pages
        if pages is not None:
            self._workspace.show_page(pages.opening)
            pages.opening.show_bases()

    def update(self, actions: EditorActions, *, editable: bool) -> None:
        """Enable what can be done with the part that is shown."""
        pages, section = self._workspace.pages, self._section()
        sections = pages.sections if pages is not None else []
        opened = editable and pages is not None
        actions.add_section.setEnabled(opened)
        actions.add_annex.setEnabled(opened)
        actions.add_annex_form.setEnabled(opened)
        actions.add_bases.setEnabled(opened)
        actions.delete_section.setEnabled(opened and section is not None)
        actions.section_left.setEnabled(opened and section is not None and section is not sections[0])
        actions.section_right.setEnabled(opened and section is not None and section is not sections[-1])
        actions.renumber_section.setEnabled(opened and section is not None and section.numbering != "auto")
        on_annexes = pages is not None and self._workspace.current_page() is pages.annexes
        has_annex = on_annexes and bool(pages and pages.annexes.pages)
        actions.keep_form.setEnabled(has_annex and self._workspace.kept is not None)
        actions.delete_annex.setEnabled(opened and has_annex)
        if pages is not None:
            pages.annexes.set_changeable(editable)

    def _section(self) -> SectionPage | None:
        page = self._workspace.current_page()
        return page if isinstance(page, SectionPage) else None

    def _do(self, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        self._workspace.stack.push(Act(redo, undo))
        redo()
        self._workspace.stack.close()

    def _put(self, page: SectionPage, at: int) -> None:
        pages = self._workspace.pages
        if pages is not None:
            pages.sections.insert(at, page)
            self._workspace.place_pages_anew()
            self._workspace.show_page(page)

    def _drop(self, page: SectionPage) -> None:
        pages = self._workspace.pages
        if pages is not None:
            pages.sections.remove(page)
            self._workspace.place_pages_anew()

    def _move(self, page: SectionPage, at: int) -> None:
        pages = self._workspace.pages
        if pages is not None:
            pages.sections.remove(page)
            pages.sections.insert(at, page)
            self._workspace.place_pages_anew()
            self._workspace.show_page(page)

    def _set_numbering(self, page: SectionPage, numbering: Numbering) -> None:
        page.numbering = numbering
        self._workspace.show_names()
        self._workspace.reveal(page.title)
        self._workspace.note_edit()

    def _put_annex(self, page: AnnexPage, at: int) -> None:
        pages = self._workspace.pages
        if pages is not None:
            pages.annexes.put(page, at)
            self._workspace.show_names()
            self._workspace.show_page(pages.annexes)
            pages.annexes.show_page(page)
            self._workspace.note_edit()

    def _drop_annex(self, page: AnnexPage) -> None:
        pages = self._workspace.pages
        if pages is not None:
            pages.annexes.remove(page)
            self._workspace.show_names()
            self._workspace.show_page(pages.annexes)
            self._workspace.note_edit()
