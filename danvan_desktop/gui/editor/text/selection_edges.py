"""The lower edge of a paragraph with a selection, painted after Qt: it cuts there what reaches lower.

Where a part of a paragraph is selected, Qt clips all its letters to the lines' rectangle, rounded to whole
pixels: at some heights the tail of a "g" in the last line is shaved off.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTextBlock, QTextCursor

from danvan_desktop.gui.editor.text.visible_lines import origin_of

_REACH = 6
"""How far letters may reach below, in device-independent pixels."""
_FAR = 20_000
"""Beyond the right edge of every page: there Qt cuts nothing."""


def paint_edges(
    painter: QPainter, blocks: Iterable[QTextBlock], selected: QTextCursor, scrolled: QPointF, ink: QColor
) -> None:
    """Paint in ``ink`` what Qt has cut of those of ``blocks`` that ``selected`` touches."""
    if not selected.hasSelection():
        return
    start, end = selected.selectionStart(), selected.selectionEnd()
    painter.setPen(ink)
    for block in blocks:
        if block.position() <= end and block.position() + block.length() > start:
            _paint_edges_of(painter, block, scrolled)


def _paint_edges_of(painter: QPainter, block: QTextBlock, scrolled: QPointF) -> None:
    lines = block.layout()
    origin = scrolled + origin_of(block)
    inner = lines.boundingRect().translated(origin)
    inner.setWidth(_FAR)
    # No plain rectangle: Qt rounds the edges of one in another way than those of its own clip.
    edge = QPainterPath()
    edge.addRect(inner.adjusted(-_REACH, 0, _REACH, _REACH))
    edge.addRect(inner)
    painter.save()
    painter.setClipPath(edge)
    lines.draw(painter, origin - lines.position())
    painter.restore()
