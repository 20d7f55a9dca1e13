"""How a line of the outline is painted: a sign that folds it, two lines of words, what is open in amber."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.tokens import RADIUS

ENTRY = int(Qt.ItemDataRole.UserRole.value) + 1
"""The role under which a line has its :class:`OutlineEntry`."""
INDENT = 14
"""Of one level in another, in pixels."""
_BAR = 3
"""Pixels: beside the chosen line, for who does not see the soft ground."""
_SIDE, _RIGHT, _ABOVE, _GAP = 20, 10, 5, 8
_SIGN_WIDTH, _SIGN_REACH = 16, 3.5
"""The room for the sign left of the words, and half of how long it is."""
_MOST_LINES = 2
_LEAST = 40
"""Of the width that words have, in pixels."""
_SMALLER = 0.88
_MOST_WRAPPED = 4_000
_WRAPPED: dict[tuple[str, str, int], Sequence[str]] = {}
"""Titles as they were broken, by font and width: all lines are measured anew after each rest in typing."""


class OutlineDelegate(QStyledItemDelegate):
    """Paints the lines of the outline in the present colours."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need in the width there is."""
        view = cast("QTreeView", self.parent())
        font = _font(view.font(), index.data(ENTRY).depth)
        lines = wrapped(_text(index), font, self._room(index, view.viewport().width()))
        return QSize(0, len(lines) * QFontMetrics(font).lineSpacing() + 2 * _ABOVE)

    def _room(self, index: QModelIndex | QPersistentModelIndex, width: int) -> int:
        """The width for words, of ``width`` for the whole line."""
        entry = index.data(ENTRY)
        view = cast("QTreeView", self.parent())
        room = width - _SIDE - _RIGHT - INDENT * int(entry.depth)
        return max(_LEAST, room - _width_of_sign(entry, view.font()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground of the chosen line, the words, and what is open there."""
        entry, view = index.data(ENTRY), cast("QTreeView", self.parent())
        shown = cast("Any", option)  # Qt's type hints leave the fields of options out
        tokens = tokens_of(view.palette())
        row = QRect(0, shown.rect.top(), view.viewport().width(), shown.rect.height())
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or shown.state & QStyle.StateFlag.State_MouseOver:
            has_keys = is_chosen and view.hasFocus()
            painter.setPen(QColor(tokens.accent) if has_keys else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.hover))
            painter.drawRoundedRect(QRectF(row).adjusted(4.5, 0.5, -4.5, -0.5), RADIUS, RADIUS)
        if is_chosen:
            bar = QRectF(row.left() + 4.5, row.top() + RADIUS, _BAR, row.height() - 2 * RADIUS)
            painter.fillRect(bar, QColor(tokens.accent))
        font = _font(view.font(), entry.depth, is_chosen=is_chosen)
        metrics = QFontMetrics(font)
        if cast("Any", index.model()).hasChildren(index):
            self._paint_fold(painter, index, row.top() + _ABOVE + metrics.lineSpacing() / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent if is_chosen else tokens.text))
        left, top = _SIDE + INDENT * entry.depth, row.top() + _ABOVE
        for number, line in enumerate(wrapped(_text(index), font, self._room(index, row.width()))):
            baseline = top + number * metrics.lineSpacing() + metrics.ascent()
            painter.drawText(QPointF(left, baseline), line)
        painter.setFont(_font_of_sign(view.font()))
        right = QRect(row.left(), top, row.width() - _RIGHT, metrics.lineSpacing())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.amber))
        count = _count(entry)
        painter.drawText(right, align, count)
        if entry.state == "missing":
            painter.setPen(QColor(tokens.red))
            before = QFontMetrics(painter.font()).horizontalAdvance(f" {count}" if count else "")
            painter.drawText(right.adjusted(0, 0, -before, 0), align, "!")
        painter.restore()

    def _paint_fold(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, middle: float
    ) -> None:
        """Paint the sign: down where what stands below is shown, to the right where it is folded."""
        view, reach = cast("QTreeView", self.parent()), _SIGN_REACH
        x = fold_room(index, QRect()).center().x() + 0.5
        painter.setPen(QPen(QColor(tokens_of(view.palette()).muted), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if view.isExpanded(QModelIndex(cast("QModelIndex", index))):
            ends = (QPointF(x - reach, middle - reach / 2), QPointF(x, middle + reach / 2))
            last = QPointF(x + reach, middle - reach / 2)
        else:
            ends = (QPointF(x - reach / 2, middle - reach), QPointF(x + reach / 2, middle))
            last = QPointF(x - reach / 2, middle + reach)
        painter.drawPolyline([*ends, last])


def fold_room(index: QModelIndex | QPersistentModelIndex, row: QRect) -> QRect:
    """The part of ``row`` in which the sign stands that folds it, and in which it is clicked."""
    left = _SIDE + INDENT * int(index.data(ENTRY).depth) - _SIGN_WIDTH
    return QRect(left, row.top(), _SIGN_WIDTH, row.height())


def wrapped(text: str, font: QFont, width: int) -> Sequence[str]:
    """Break ``text`` into two lines at most; what does not fit is cut at the end of a word."""
    key = text, font.key(), width
    if key not in _WRAPPED:
        while len(_WRAPPED) >= _MOST_WRAPPED:
            _WRAPPED.pop(next(iter(_WRAPPED)))
        _WRAPPED[key] = tuple(_broken(text, font, width))
    return _WRAPPED[key]


def _broken(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= _MOST_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    if len(lines) > _MOST_LINES:
        last = text[starts[_MOST_LINES - 1] :].strip()
        lines = [*lines[: _MOST_LINES - 1], cut_at_word(last, QFontMetrics(font), width)]
    return lines or [""]


def cut_at_word(text: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words of ``text`` as ``room`` holds, then "…"."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room).rstrip("…")
    if text[len(cut) : len(cut) + 1].strip():
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:") + "…"


def _text(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _font(font: QFont, depth: int, *, is_chosen: bool = False) -> QFont:
    """The chosen line is no wider than before it was: a section is as bold, a khoản a little bolder."""
    shown = QFont(font)
    if depth == 0:
        shown.setWeight(QFont.Weight.DemiBold)
    elif is_chosen:
        shown.setWeight(QFont.Weight.Medium)
    return shown


def _font_of_sign(font: QFont) -> QFont:
    sign = QFont(font)
    sign.setPointSizeF(font.pointSizeF() * _SMALLER)
    sign.setWeight(QFont.Weight.DemiBold)
    return sign


def _count(entry: Any) -> str:  # noqa: ANN401 - what a model gives back has no type
    return str(entry.count or "")


def _width_of_sign(entry: Any, font: QFont) -> int:  # noqa: ANN401 - likewise
    sign = f"! {_count(entry)}" if entry.state == "missing" else _count(entry)
    return _GAP + QFontMetrics(_font_of_sign(font)).horizontalAdvance(sign) if sign else 0
