"""Review marks in one text: *chưa rà* yellow and underlined, *chưa sửa* with a bar, remarks with a sign.

All of it is painted and none of it stands in the document, so that it is neither undone nor copied. It is
found after a rest, in the blocks that changed; meanwhile cursors move the highlight with the words.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor, QTextTable

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.read import BlockUnit, table_at, table_blocks
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.visible_lines import rectangles
from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.tokens import TONES
from danvan_desktop.report.model import Paragraph, Table
from danvan_desktop.report.text.utf16 import utf16_length

if TYPE_CHECKING:
    from danvan_desktop.report.lifecycle.review import ReviewMark
    from danvan_desktop.report.lifecycle.review_progress import ReviewProgress

MARK_COLOUR = tone(TONES.mark, 90)
BAR_COLOUR = tone(TONES.mark_bar, 170)
SIGN_COLOUR = tone(TONES.missing, 255)
_BAR_GAP, _BAR_WIDTH = 11, 3
_SIGN_GAP, _SIGN_SIZE = 26, 14
_LINE = 2


@dataclass(slots=True)
class PlacedMark:
    """A mark at its present position: ``cursor`` selects it and moves with what is typed before it."""

    block: Paragraph | Table
    mark: "ReviewMark"
    cursor: QTextCursor


@frozen
class ReviewStop:
    """A place to go to: a marked range, or the start of a paragraph *chưa sửa* without marks."""

    start: int
    end: int


@frozen
class _Found:
    """What is open in one block, known as long as it is the same object."""

    block: Paragraph | Table
    marks: tuple["ReviewMark", ...]
    unedited: bool
    note: str
    progress: "ReviewProgress"


class ReviewMarks:
    """Finds and paints the marks of one editor."""

    def __init__(self, editor: BlockText) -> None:
        self._editor = editor
        self._found: dict[int, _Found] = {}
        self.spots: list[PlacedMark] = []
        self._stops: list[tuple[QTextCursor, int]] = []
        self.is_stale = True
        self.year_of_report: Callable[[], int] | None = None
        """Asked for what stood at a mark last year."""

    # ------------------------------------------------------------------ finding

    def refresh(self) -> None:
        """Find what is open, where something changed since it was last asked."""
        if not self.is_stale:
            return
        self.is_stale = False
        before, self._found = self._found, {}
        self.spots.clear()
        self._stops.clear()
        for unit in self._editor.units():
            for block in unit.blocks:
                if isinstance(block, Paragraph | Table) and (block.origin or block.note):
                    self._take(unit, block, before.get(block.id))
        self.spots.sort(key=_start)
        self._editor.viewport().update()

    def _take(self, unit: BlockUnit, block: Paragraph | Table, known: _Found | None) -> None:
        if known is None or known.block is not block:
            from danvan_desktop.report.lifecycle.review import is_unedited, open_marks
            from danvan_desktop.report.lifecycle.review_progress import block_progress

            known = _Found(
                block,
                open_marks(block),
                is_unedited(block),
                (block.note or "").strip(),
                block_progress(block),
            )
        self._found[block.id] = known
        document = self._editor.document()
        for mark in known.marks:
            line = _line_of(unit, mark, document.findBlock(unit.start))
            if line is not None:
                self.spots.append(PlacedMark(block, mark, _selecting(line, mark)))
        if known.unedited and not known.marks:
            cursor = QTextCursor(document)
            cursor.setPosition(unit.start if unit.table is None else unit.table.firstPosition())
            self._stops.append((cursor, block.id))

    @property
    def unedited(self) -> int:
        """How many blocks are *chưa sửa*."""
        return sum(found.unedited for found in self._found.values())

    @property
    def unchecked(self) -> int:
        """How many places are *chưa rà*."""
        return sum(len(found.marks) for found in self._found.values())

    def progress(self) -> "list[ReviewProgress]":
        """How far the review of each block has come."""
        return [found.progress for found in self._found.values()]

    def last_year(self, spot: PlacedMark) -> str:
        """What stood at ``spot`` last year; "" where it cannot be known."""
        from danvan_desktop.report.lifecycle.last_years_words import last_years_words

        if self.year_of_report is None:
            return ""
        return last_years_words(spot.block, spot.mark, self.year_of_report())

    def told_at(self, cursor: QTextCursor) -> str:
        """What a tool tip says where ``cursor`` is: last year's words of a mark, the paragraph's remark."""
        spots = () if self._editor.isReadOnly() else self.spots_at(cursor)
        old = next(filter(None, map(self.last_year, spots)), "")
        note = self.note(self._editor.id_of(cursor.block()))
        parts = (f"Năm trước: {old}" if old else "", f"Việc còn thiếu: {note}" if note else "")
        return "\n".join(filter(None, parts))

    def notes(self) -> list[tuple[int, str]]:
        """Each remark with the id of its block, in reading order."""
        return [(identity, found.note) for identity, found in self._found.items() if found.note]

    def note(self, identity: int) -> str:
        """The remark on the block of that id; "" when there is none."""
        return self._found[identity].note if identity in self._found else ""

    def noted_ids(self) -> set[int]:
        """The ids of the blocks with remarks."""
        return {identity for identity, found in self._found.items() if found.note}

    def counts_by_id(self) -> dict[int, int]:
        """How much is *chưa rà* or *chưa sửa* in each block where something is, by its id."""
        counts = {identity: len(found.marks) + found.unedited for identity, found in self._found.items()}
        return {identity: count for identity, count in counts.items() if count}

    def stops(self) -> list[ReviewStop]:
        """The places to go to, in reading order."""
        stops = [ReviewStop(spot.cursor.selectionStart(), spot.cursor.selectionEnd()) for spot in self.spots]
        stops += [ReviewStop(cursor.position(), cursor.position()) for cursor, _ in self._stops]
        return sorted(stops, key=lambda stop: (stop.start, stop.end))

    def spots_at(self, cursor: QTextCursor) -> list[PlacedMark]:
        """The marks that ``cursor`` stands in or its selection touches."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = bisect_left(self.spots, start - 200, key=_start)
        touched = []
        for spot in self.spots[first:]:
            left, right = _start(spot), spot.cursor.selectionEnd()
            if left > end:
                break
            if (left <= start <= right) if start == end else (left < end and right > start):
                touched.append(spot)
        return touched

    def is_open(self, identity: int) -> bool:
        """Whether the block of that id is *chưa sửa* or holds a place *chưa rà*."""
        found = self._found.get(identity)
        return found is not None and (found.unedited or bool(found.marks))

    # ------------------------------------------------------------------ painting

    def paint(
        self,
        painter: QPainter,
        blocks: Sequence[QTextBlock],
        scrolled: QPointF,
        looked_at: QTextCursor | None = None,
    ) -> None:
        """Paint below the text what is open in ``blocks``, which are those to be seen.

        What is ``looked_at`` has a ground of its own, and its paragraph a bar at its left.
        """
        if not self._found or not blocks:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        first = bisect_left(self.spots, blocks[0].position(), key=_start)
        last = blocks[-1].position() + blocks[-1].length()
        for spot in self.spots[first:]:
            if _start(spot) >= last:
                break
            if looked_at is None or spot.cursor != looked_at:
                self._paint_spot(painter, spot.cursor, scrolled)
        here = None if looked_at is None else looked_at.block()
        tables: list[QTextTable] = []
        for block in blocks:
            table = table_at(QTextCursor(block))
            if table is None or table not in tables:
                self._paint_margin(painter, block, table, scrolled, has_bar=block == here)
            if table is not None:
                tables.append(table)

    def _paint_spot(self, painter: QPainter, cursor: QTextCursor, scrolled: QPointF) -> None:
        block = self._editor.document().findBlock(cursor.selectionStart())
        for room in rectangles(block, cursor.selectionStart(), cursor.selectionEnd()):
            words = room.translated(scrolled)
            painter.setBrush(MARK_COLOUR)
            painter.drawRoundedRect(words, 2, 2)
            painter.setBrush(BAR_COLOUR)  # who sees no yellow tells it from what was found by its line
            painter.drawRect(QRectF(words.left(), words.bottom() - _LINE, words.width(), _LINE))

    def _paint_margin(
        self,
        painter: QPainter,
        block: QTextBlock,
        table: QTextTable | None,
        scrolled: QPointF,
        *,
        has_bar: bool,
    ) -> None:
        found = self._found.get(self._editor.id_of(block))
        if found is None or not (found.unedited or found.note):
            return
        layout = self._editor.document().documentLayout()
        room = layout.blockBoundingRect(block) if table is None else layout.frameBoundingRect(table)
        room = room.translated(scrolled)
        zoom = self._editor.zoom
        edge = self._editor.document().rootFrame().frameFormat().leftMargin() * zoom + scrolled.x()
        if found.unedited and not has_bar:
            painter.setBrush(BAR_COLOUR)
            painter.drawRoundedRect(
                QRectF(edge - _BAR_GAP * zoom, room.top() + 2, _BAR_WIDTH, room.height() - 4), 1, 1
            )
        if found.note:
            size = _SIGN_SIZE * zoom
            _paint_sign(painter, QRectF(edge - _SIGN_GAP * zoom, room.top() + 4, size, size))


def _start(spot: PlacedMark) -> int:
    return spot.cursor.selectionStart()


def _line_of(unit: BlockUnit, mark: "ReviewMark", first: QTextBlock) -> QTextBlock | None:
    """The line of the document in which ``mark`` stands."""
    if mark.cell is None:
        return first
    if unit.table is None:
        return None
    row, column, index = mark.cell
    lines = list(table_blocks(unit.table.cellAt(row, column)))
    return lines[index] if index < len(lines) else None


def _selecting(line: QTextBlock, mark: "ReviewMark") -> QTextCursor:
    """A cursor that selects ``mark``; Qt counts in UTF-16 code units."""
    most = line.length() - 1
    start = min(most, utf16_length(line.text()[: mark.start]))
    end = min(most, start + utf16_length(mark.text))
    cursor = QTextCursor(line)
    cursor.setPosition(line.position() + start)
    cursor.setPosition(line.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _paint_sign(painter: QPainter, room: QRectF) -> None:
    """A red disc with an exclamation mark."""
    painter.setBrush(SIGN_COLOUR)
    painter.drawEllipse(room)
    painter.setBrush(Qt.GlobalColor.white)
    middle, dot = room.center().x(), room.width() / _SIGN_SIZE
    painter.drawRoundedRect(QRectF(middle - dot, room.top() + 3 * dot, 2 * dot, 5.5 * dot), dot, dot)
    painter.drawEllipse(QRectF(middle - 1.1 * dot, room.top() + 10 * dot, 2.2 * dot, 2.2 * dot))
