"""Findings of the check marked in one text: lines below the words, drawn in the lines that are seen.

Nothing of it stands in the document. Words that moved since they were checked are looked for in their line,
so that a mark goes with them; what is typed over has none any more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor

from danvan_desktop.checks.finding import Finding, Level
from danvan_desktop.checks.standing import nearest
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.read import table_at, table_blocks
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.editor.text.visible_lines import rectangles
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.report.find.texts import CAPTION
from danvan_desktop.report.text.utf16 import utf16_length

MARKED: tuple[Level, ...] = ("error", "misspelt", "warning", "doubtful")
"""What has a line below its words; custom is told in the panel only."""
_STEP, _HEIGHT = 2.0, 1.6
"""Of the wave, in pixels: half of its length, half of its height."""
FindingsOf = Callable[[QTextBlock], Sequence[Finding]]


class FindingMarks:
    """Paints the lines below what ``findings_of`` gives for each line of ``edit``."""

    def __init__(self, edit: UndoableTextEdit, findings_of: FindingsOf) -> None:
        self._edit, self._findings_of = edit, findings_of

    def paint(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Paint over the text what was found in ``blocks``, which are those to be seen."""
        tokens = tokens_of(self._edit.palette())
        for block in blocks:
            for finding, start, end in self._placed(block):
                colour = tokens.amber if finding.level in {"warning", "doubtful"} else tokens.red
                for room in rectangles(block, start, end):
                    paint_line(painter, room.translated(scrolled), finding.level, QColor(colour))

    def at(self, cursor: QTextCursor) -> Finding | None:
        """Give what was found where ``cursor`` stands; None: nothing."""
        position = cursor.position()
        for finding, start, end in self._placed(cursor.block()):
            if start <= position <= end:
                return finding
        return None

    def span(self, block: QTextBlock, finding: Finding) -> tuple[int, int] | None:
        """Give where in the document ``finding`` of ``block`` stands now."""
        text = block.text()
        start = nearest(text, finding.found, finding.start)
        if start < 0 or not finding.found:
            return None
        first = block.position() + utf16_length(text[:start])
        return first, first + utf16_length(finding.found)

    def _placed(self, block: QTextBlock) -> Iterator[tuple[Finding, int, int]]:
        for finding in self._findings_of(block):
            if finding.level in MARKED and (span := self.span(block, finding)) is not None:
                yield finding, *span


def of_blocks(editor: BlockText, found: Mapping[int, Sequence[Finding]]) -> FindingMarks:
    """Mark in ``editor`` what was ``found``, by the ids of blocks."""

    def findings_of(block: QTextBlock) -> Sequence[Finding]:
        here = found.get(editor.id_of(block))
        return [each for each in here if _is_in(block, each)] if here else ()

    return FindingMarks(editor, findings_of)


def of_lines(edit: UndoableTextEdit, found: Mapping[int, Sequence[Finding]]) -> FindingMarks:
    """Mark in a short text what was ``found``, by the numbers of lines, of which blank ones are none."""

    def findings_of(block: QTextBlock) -> Sequence[Finding]:
        number, before = 0, block.previous()
        while before.isValid():
            number, before = number + bool(before.text().strip()), before.previous()
        return found.get(number, ())

    return FindingMarks(edit, findings_of)


def _is_in(block: QTextBlock, finding: Finding) -> bool:
    """Whether ``block``, a line of the block of ``finding``, is the one that holds its words."""
    at = finding.at
    if at is None or (kind_of_block(block) == "caption") != (at.field == CAPTION):
        return False
    table = table_at(QTextCursor(block))
    if table is None or at.cell is None:
        return at.cell is None
    row, column, index = at.cell
    cell = table.cellAt(QTextCursor(block))
    if (cell.row(), cell.column()) != (row, column):
        return False
    lines = list(table_blocks(cell))
    return index < len(lines) and lines[index] == block


def paint_line(painter: QPainter, words: QRectF, level: Level, colour: QColor) -> None:
    """Paint the line of ``level`` below ``words``; its shape says what its colour says.

    A wave is a slip, two lines are against a rule, dashes are to be looked at, dots may be looked at.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, 1.2)
    bottom = words.bottom() - 1
    if level == "misspelt":
        painter.setPen(pen)
        count = max(2, ceil(words.width() / _STEP))
        points = [
            QPointF(words.left() + place * _STEP, bottom - _HEIGHT * (1 + (place % 2) * 2 - 1))
            for place in range(count + 1)
        ]
        painter.drawPolyline(points)
        return
    if level != "error":
        pen.setStyle(Qt.PenStyle.DashLine if level == "warning" else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(words.left(), bottom), QPointF(words.right(), bottom))
    if level == "error":
        painter.drawLine(QPointF(words.left(), bottom - 3), QPointF(words.right(), bottom - 3))
