"""Visible lines of a text, found even while Qt has laid out only its beginning (lazy layout)."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from danvan_desktop.gui.editor.document.read import table_at


def first_visible(document: QTextDocument, top: float) -> QTextBlock:
    """The line above ``top``, or the first line; of a table the first line of the row above.

    Qt's own answer (``cursorForPosition``) is wrong as long as the text is not laid out to its end: on the
    first paint. Asking a line for its place lays out the text as far as that line, so the search goes
    forward in growing steps, not from the middle.
    """
    low, high, count = 0, 1, document.blockCount()
    while high < count and _top(document, high) <= top:
        low, high = high, 2 * high
    high = min(high, count)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _top(document, middle) <= top else (low, middle)
    block = document.findBlockByNumber(max(low - 1, 0))
    cursor = QTextCursor(block)
    table = table_at(cursor)
    if table is None:
        return block
    # Cells stand beside each other: their lines are not in order of height.
    row = max(table.cellAt(cursor).row() - 1, 0)
    return table.cellAt(row, 0).firstCursorPosition().block()


def _top(document: QTextDocument, number: int) -> float:
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()


def origin_of(block: QTextBlock) -> QPointF:
    """Where the lines of ``block`` are counted from."""
    lines = block.layout()
    if table_at(QTextCursor(block)) is None:
        return lines.position()
    # Inside a cell that is the place in the cell.
    whole = block.document().documentLayout().blockBoundingRect(block)
    return whole.topLeft() - lines.boundingRect().topLeft()


def rectangles(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """The rectangles of a range of ``block``, from position to position of the document, line by line."""
    lines, origin = block.layout(), origin_of(block)
    start, end = start - block.position(), end - block.position()
    for index in range(lines.lineCount()):
        line = lines.lineAt(index)
        left = max(start, line.textStart())
        right = min(end, line.textStart() + line.textLength())
        if left < right:
            x, until = _x(line.cursorToX(left)), _x(line.cursorToX(right))
            yield QRectF(origin.x() + x, origin.y() + line.y(), until - x, line.height())


def _x(answer: object) -> float:
    """Qt gives the place, or the place with the position (its type hints say only the one)."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]
