"""Marks the hits in all texts of the open report while they are looked for."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from danvan_desktop.gui.editor.text.hit_marks import HIT_COLOUR, HitMarks, hit_positions
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.report.find.matcher import Matcher


def mark_hits(pages: ReportPages, matcher: Matcher | None) -> None:
    """Mark in ``pages`` what ``matcher`` finds; None: nothing any more."""
    for _, editor in pages.editors():
        editor.hit_marks = HitMarks(editor, matcher) if matcher else None
        editor.viewport().update()
    for edit in _headings(pages):
        edit.setExtraSelections(_selections(edit, matcher) if matcher else [])


def _headings(pages: ReportPages) -> Iterator[UndoableTextEdit]:
    """The short texts beside the editors of blocks: Qt marks in them, whole."""
    yield pages.opening.bases
    for section in pages.sections:
        yield section.title
        if section.part is not None:
            yield section.part
    for annex in pages.annexes.pages:
        yield annex.title
    yield pages.signature.addressees
    yield pages.signature.recipients
    yield pages.signature.authority


def _selections(edit: UndoableTextEdit, matcher: Matcher) -> list[QTextEdit.ExtraSelection]:
    shown = QTextCharFormat()
    shown.setBackground(HIT_COLOUR)
    made = []
    block = edit.document().begin()
    while block.isValid():
        for start, end in hit_positions(block, matcher):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor  # type: ignore[attr-defined]  # Qt's type hints leave it out
            selection.format = shown  # type: ignore[attr-defined]
            made.append(selection)
        block = block.next()
    return made
