"""The list of a dialog that sets findings right: what is ticked is set right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from danvan_desktop.checks import Finding
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.look.palette import tokens_of

_FINDING = int(Qt.ItemDataRole.UserRole.value)
OWN = _FINDING + 1
"""The role under which a dialog keeps what is its own."""
CHANGES = OWN + 1
"""The role under which it is kept what of a row changes."""


@frozen
class ChangedWords:
    """Letters of a row that go (struck through, red) or come (underlined, green)."""

    start: int
    length: int
    comes: bool


class FixList(QListWidget):
    """Lists places; those that can be set right have a tick, which can be taken away."""

    def __init__(self, name: str) -> None:
        """List nothing; ``name`` is what a screen reader calls the list."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setItemDelegate(_ChangeDelegate(self))

    def add(
        self, text: str, finding: Finding | None, changes: Sequence[ChangedWords] = ()
    ) -> QListWidgetItem:
        """Add a place, ticked if ``finding`` sets it right; ``changes`` are made to be seen in ``text``."""
        item = QListWidgetItem(text, self)
        item.setData(CHANGES, tuple(changes))
        if finding is not None:
            item.setData(_FINDING, finding)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        return item

    def chosen(self) -> tuple[Finding, ...]:
        """Give what is ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_FINDING) for item in items if item.checkState() == Qt.CheckState.Checked)


class _ChangeDelegate(QStyledItemDelegate):
    """Draws a row as Qt does, with what changes in it struck through or underlined."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        changes = index.data(CHANGES)
        if not changes:
            super().paint(painter, option, index)
            return
        shown: Any = QStyleOptionViewItem(option)  # Qt's type hints leave out what an option holds
        self.initStyleOption(shown, index)
        style, text = shown.widget.style(), str(shown.text)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, shown.widget) + 1
        painter.save()
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(shown.palette.color(ink))
        _draw(painter, text, shown.font, shown.palette, room.adjusted(margin, 0, -margin, 0), changes)
        painter.restore()


def _draw(
    painter: QPainter, text: str, font: QFont, palette: QPalette, room: QRect, changes: Sequence[ChangedWords]
) -> None:
    """Draw the lines where Qt's own drawing puts them: neither mark makes a letter wider."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrapping)
    formats = []
    for change in changes:
        marked: Any = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = change.start, change.length, _look(change, palette)
        formats.append(marked)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(room.left(), room.top() + max(0.0, (room.height() - height) / 2)))


def _look(change: ChangedWords, palette: QPalette) -> QTextCharFormat:
    tokens = tokens_of(palette)
    look = QTextCharFormat()
    look.setForeground(QColor(tokens.green if change.comes else tokens.red))
    look.setFontUnderline(change.comes)
    look.setFontStrikeOut(not change.comes)
    return look
