"""Commands on whole sections (Mục): add, delete, move, number automatically; each one undo step."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from danvan_desktop.gui.undo.stack import FunctionStep
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Numbering, plain


class SectionCommands(QObject):
    """Acts on the section whose tab is shown. A deleted page lives on: undo brings it back as it was."""

    def __init__(self, workspace: Workspace) -> None:
        """Connect the commands."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        actions = workspace.editor_actions
        actions.add_section.triggered.connect(self._add)
        actions.delete_section.triggered.connect(self._delete)
        actions.section_left.triggered.connect(lambda: self._move(-1))
        actions.section_right.triggered.connect(lambda: self._move(1))
        actions.renumber_section.triggered.connect(self._renumber)
        actions.add_bases.triggered.connect(self._show_bases)

    def update(self) -> None:
        """Enable what can be done with the section that is shown."""
        actions, section = self._workspace.editor_actions, self._section()
        sections, editable = self._opened.pages.sections, not self._opened.is_read_only
        actions.add_section.setEnabled(editable)
        actions.add_bases.setEnabled(editable)
        actions.delete_section.setEnabled(editable and section is not None)
        actions.section_left.setEnabled(editable and section is not None and section is not sections[0])
        actions.section_right.setEnabled(editable and section is not None and section is not sections[-1])
        actions.renumber_section.setEnabled(editable and section is not None and section.numbering != "auto")

    def _add(self) -> None:
        """Add a section after the one shown, or at the end."""
        sections, shown = self._opened.pages.sections, self._section()
        at = sections.index(shown) + 1 if shown is not None else len(sections)
        page = self._opened.pages.make_section()
        self._do(lambda: self._insert(page, at), lambda: self._remove(page))
        page.title.setFocus()

    def _delete(self) -> None:
        page = self._section()
        if page is not None:
            at = self._opened.pages.sections.index(page)
            self._do(lambda: self._remove(page), lambda: self._insert(page, at))
            title = plain(page.title.runs())
            self._opened.done.emit(f"Đã xóa mục “{title}”." if title else "Đã xóa mục.", True)

    def _move(self, step: int) -> None:
        """Move the shown section one tab to the left or right."""
        page, sections = self._section(), self._opened.pages.sections
        if page is None:
            return
        at = sections.index(page)
        if 0 <= at + step < len(sections):
            self.move_to(page, at + step)

    def move_to(self, page: SectionPage, to: int) -> None:
        """Move the section of ``page`` to the place ``to`` among the others."""
        at = self._opened.pages.sections.index(page)
        if at != to:
            self._do(lambda: self._put_at(page, to), lambda: self._put_at(page, at))

    def _renumber(self) -> None:
        """Let the number of the shown section follow its neighbours."""
        page = self._section()
        if page is not None and page.numbering != "auto":
            before = page.numbering
            self._do(lambda: self._set_numbering(page, "auto"), lambda: self._set_numbering(page, before))

    def _show_bases(self) -> None:
        """Show the lines for căn cứ."""
        opening = self._opened.pages.opening
        self._workspace.show_page(opening)
        opening.show_bases()

    def _section(self) -> SectionPage | None:
        page = self._workspace.current_page()
        return page if isinstance(page, SectionPage) else None

    def _do(self, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        self._opened.stack.push(FunctionStep(redo, undo))
        redo()
        self._opened.stack.close()

    def _insert(self, page: SectionPage, at: int) -> None:
        self._opened.pages.sections.insert(at, page)
        self._workspace.update_tabs()
        self._workspace.show_page(page)

    def _remove(self, page: SectionPage) -> None:
        self._opened.pages.sections.remove(page)
        self._workspace.update_tabs()

    def _put_at(self, page: SectionPage, at: int) -> None:
        self._opened.pages.sections.remove(page)
        self._insert(page, at)

    def _set_numbering(self, page: SectionPage, numbering: Numbering) -> None:
        page.numbering = numbering
        self._workspace.show_names()
        self._workspace.reveal(page.title)
        self._opened.note_edit()
