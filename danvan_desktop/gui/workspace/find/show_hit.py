"""From a hit to its words on the screen: the widget that shows them, and how they are selected there."""

from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.read import table_at, table_blocks
from danvan_desktop.gui.editor.text.hit_marks import hit_positions
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.form_fields import LineField
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.report.find.find import Hit
from danvan_desktop.report.find.matcher import Matcher
from danvan_desktop.report.find.texts import CAPTION, LEGAL_BASES, PART, TextPlace
from danvan_desktop.report.location import ANNEXES, TITLE
from danvan_desktop.report.text.utf16 import utf16_length

_SIGNING_LINES = "signature.lines"


class Spot(NamedTuple):
    """The widget that shows a text, and the line of it; a line field is a line."""

    widget: UndoableTextEdit | LineField
    line: QTextBlock | None


def spot_of(pages: ReportPages, place: TextPlace) -> Spot | None:
    """Give the spot of ``place``; None: it is no more."""
    if place.block:
        for tab, editor in pages.editors():
            line = line_in(editor, place) if tab == place.tab else None
            if line is not None:
                return Spot(editor, line)
        return None
    widget = _field(pages, place)
    if not isinstance(widget, UndoableTextEdit):
        return Spot(widget, None) if isinstance(widget, LineField) else None
    line = _nth_line(widget, place.line)
    return None if line is None else Spot(widget, line)


def line_in(editor: BlockEditor, place: TextPlace) -> QTextBlock | None:
    """Give the line of ``editor`` that shows the paragraph, caption or cell at ``place``."""
    for line in editor.text_blocks():
        if editor.id_of(line) != place.block or (kind_of_block(line) == "caption") != (
            place.field == CAPTION
        ):
            continue
        if place.cell is None:
            return line
        grid = table_at(QTextCursor(line))
        if grid is None:
            return None
        row, column, index = place.cell
        if row >= grid.rows() or column >= grid.columns():
            return None
        lines = list(table_blocks(grid.cellAt(row, column)))
        return lines[index] if index < len(lines) else None
    return None


def _field(pages: ReportPages, place: TextPlace) -> object:
    if place.field == LEGAL_BASES:
        return pages.opening.bases
    if place.field == TITLE and place.tab == ANNEXES:
        return next((page.title for page in pages.annexes.pages if page.identity == place.annex), None)
    if place.field == _SIGNING_LINES:
        authority = pages.signature.authority
        return authority if place.line < len(authority.lines()) else pages.signature.position
    page = dict(pages.in_order()).get(place.tab)
    if place.field == PART:
        return page.part if isinstance(page, SectionPage) else None
    return None if page is None else page.field(place.field)


def _nth_line(edit: UndoableTextEdit, wanted: int) -> QTextBlock | None:
    """A line of a field with an entry a line, of which blank ones are none."""
    block = edit.document().begin()
    while block.isValid():
        if block.text().strip():
            if not wanted:
                return block
            wanted -= 1
        block = block.next()
    return None


def select(spot: Spot, hit: Hit, matcher: Matcher) -> None:
    """Select the words of ``hit`` at its ``spot``."""
    if isinstance(spot.widget, LineField):
        spans = matcher.spans(spot.widget.text())
        if hit.ordinal < len(spans):
            text, (start, end) = spot.widget.text(), spans[hit.ordinal]
            spot.widget.setSelection(utf16_length(text[:start]), utf16_length(text[start:end]))
        return
    if spot.line is None:
        return
    positions = hit_positions(spot.line, matcher)
    start, end = positions[hit.ordinal] if hit.ordinal < len(positions) else (spot.line.position(),) * 2
    _select_positions(spot.widget, start, end)


def select_span(spot: Spot, start: int, end: int) -> None:
    """Select what stands at ``spot`` from ``start`` up to ``end``, in letters of Python."""
    if isinstance(spot.widget, LineField):
        text = spot.widget.text()
        spot.widget.setSelection(utf16_length(text[:start]), utf16_length(text[start:end]))
    elif spot.line is not None:
        text, first = spot.line.text(), spot.line.position()
        _select_positions(spot.widget, first + utf16_length(text[:start]), first + utf16_length(text[:end]))


def _select_positions(edit: UndoableTextEdit, start: int, end: int) -> None:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    _leave_room(edit)


def deselect(spot: Spot) -> None:
    """Let nothing be selected in the widget of ``spot``; its cursor stays."""
    if isinstance(spot.widget, LineField):
        spot.widget.deselect()
    else:
        cursor = spot.widget.textCursor()
        cursor.clearSelection()
        spot.widget.setTextCursor(cursor)


def _leave_room(edit: UndoableTextEdit) -> None:
    """Scroll on until two lines are seen above the cursor and below."""
    line, height, bar = edit.cursorRect(), edit.viewport().height(), edit.verticalScrollBar()
    room = min(2 * line.height(), height // 4)
    above, below = room - line.top(), line.bottom() - (height - room)
    if above > 0 or below > 0:
        bar.setValue(bar.value() + (below if below > 0 else -above))


def is_selected(spot: Spot, hit: Hit, matcher: Matcher) -> bool:
    """Tell whether the words of ``hit``, and nothing else, are selected at its ``spot``."""
    if isinstance(spot.widget, LineField):
        text, spans = spot.widget.text(), matcher.spans(spot.widget.text())
        if hit.ordinal >= len(spans):
            return False
        start, end = spans[hit.ordinal]
        place = utf16_length(text[:start]), utf16_length(text[start:end])
        return (spot.widget.selectionStart(), spot.widget.selectionLength()) == place
    cursor = spot.widget.textCursor()
    positions = hit_positions(spot.line, matcher) if spot.line is not None else []
    return (cursor.selectionStart(), cursor.selectionEnd()) in positions[hit.ordinal : hit.ordinal + 1]
