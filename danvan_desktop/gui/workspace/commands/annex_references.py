"""References to annexes: below an annex to which the text does not refer, the reference is offered.

It goes to the paragraph in which the user was last, before he turned to the annexes.
"""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from danvan_desktop.gui.editor.document.formats import has_bold_style
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.text_page import SectionPage, TextPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.annexes.references import (
    ReferencePlace,
    reference_place,
    reference_to,
    without_reference,
)
from danvan_desktop.report.model import Annex, Report, Run
from danvan_desktop.report.text.utf16 import utf16_length

_LONGEST = 60
"""Characters of a paragraph that is named."""


class AnnexReferences(QObject):
    """Follows where the user writes, and what the text says of the annexes after each rest."""

    def __init__(self, workspace: Workspace) -> None:
        """Offer nothing before the first rest."""
        super().__init__(workspace)
        self._workspace, self._opened = workspace, workspace.opened
        self._last: TextPage | None = None
        """The page of text in which the cursor was moved last; before that the one that was shown last."""
        self._was_moved = False
        workspace.page_taken.connect(self._take)
        workspace.report_left.connect(self._forget)
        workspace.cursor_moved.connect(self._note_shown)
        workspace.follow(self._look)
        workspace.opened.read_only_changed.connect(lambda _: self._look(self._opened.report()))

    def _take(self, page: TabPage) -> None:
        if isinstance(page, AnnexPage):
            page.reference_line.wanted.connect(partial(self._insert, page))
        elif isinstance(page, TextPage) and page is not self._opened.pages.closing:
            page.editor.cursorPositionChanged.connect(partial(self._note, page))

    def _note(self, page: TextPage) -> None:
        if page.isVisible():  # else it was loaded, or changed from elsewhere
            self._last, self._was_moved = page, True

    def _note_shown(self) -> None:
        page = self._workspace.current_page()
        if not self._was_moved and isinstance(page, SectionPage):
            self._last = page

    def _forget(self) -> None:
        self._last, self._was_moved = None, False

    def _look(self, report: Report) -> None:
        missing = {annex.id: annex for annex in without_reference(report)}
        for page in self._opened.pages.annexes.pages:
            annex = missing.get(page.identity)
            if annex is None or self._opened.is_read_only:
                page.reference_line.hide()
                continue
            place = self._place(report, annex)
            where = "" if place is None else self._where()
            said = "" if place is None else _shortened(place.paragraph)
            page.reference_line.offer(reference_to(annex), where, said)

    def _place(self, report: Report, annex: Annex) -> ReferencePlace | None:
        block = 0 if self._last is None else self._last.editor.place()[0]
        return reference_place(report, annex, block)

    def _where(self) -> str:
        """Name the tab in which the user was last, as it stands above the text."""
        names = self._workspace.tab_names()
        return next((f"thẻ “{names[tab]}”" for tab, page in self._workspace.tabs() if page is self._last), "")

    def _insert(self, page: AnnexPage) -> None:
        """Put the reference to the annex of ``page`` into the text: one step to undo."""
        self._opened.commit_input()
        report = self._opened.report()
        annex = next((each for each in without_reference(report) if each.id == page.identity), None)
        place = None if annex is None else self._place(report, annex)
        if place is None or self._last is None or self._opened.is_read_only:
            self._look(report)
            return
        editor = self._last.editor
        with self._opened.stack.macro():
            editor.go_to(place.block, utf16_length(place.paragraph[: place.offset]))
            cursor = QTextCursor(editor.textCursor())
            bold_style = has_bold_style(cursor.block().blockFormat())
            cursor.beginEditBlock()
            insert_runs(cursor, (Run(place.words),), bold_style=bold_style)
            cursor.endEditBlock()
        self._workspace.refresh()
        said = f"Đã chèn “{place.words.strip()}” vào cuối đoạn “{_shortened(place.paragraph)}”."
        self._opened.done.emit(said, True)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0]}…"
