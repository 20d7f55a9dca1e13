"""The list of the sheet's lines: an item delegate draws number, rule, measured value, outcome and clause."""

from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from danvan_desktop.gui.compliance.outcomes import TO_LOOK_AT, colour, dim
from danvan_desktop.gui.widgets.style import GAP, larger
from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, SheetLine

_LINE = int(Qt.ItemDataRole.UserRole.value) + 1
_BAR = 4
"""Width of the bar before the chosen line."""
_TINT = 34
"""How strong, of 255, the ground of the chosen line is: its colours stay readable."""


class LineList(QListWidget):
    """Shows the lines of one sheet, all of them or those to look at."""

    chosen = Signal()
    """Another line is the current one, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setAccessibleName("Các mục của phiếu kiểm tra")
        self.setItemDelegate(_LineDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there: the lines must not break anew when it appears.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    def show_sheet(self, sheet: ComplianceSheet, *, whole: bool) -> None:
        """List the lines of ``sheet``: the ``whole`` of it, or what is to be looked at."""
        before = self.line()
        self.blockSignals(True)
        self.clear()
        for section in SECTIONS:
            lines = [line for line in section.lines_of(sheet) if whole or line.outcome in TO_LOOK_AT]
            if lines:
                self._add_section(section.title)
            for line in lines:
                item = QListWidgetItem(_accessible_text(line), self)
                item.setData(_LINE, line)
        self.blockSignals(False)
        self._choose(before.number if before is not None else 0)

    def line(self) -> SheetLine | None:
        """The line that is chosen."""
        return line_of(self.currentItem())

    def lines(self) -> list[SheetLine]:
        """The lines that are listed."""
        found = (line_of(self.item(row)) for row in range(self.count()))
        return [line for line in found if line is not None]

    def _add_section(self, title: str) -> None:
        item = QListWidgetItem(title, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _choose(self, number: int) -> None:
        """Choose the line with that number; where it is corrected and gone, the one after it."""
        rows = [(line.number, row) for row in range(self.count()) if (line := line_of(self.item(row)))]
        after = [row for listed, row in rows if listed >= number] or [row for _, row in rows[-1:]]
        self.setCurrentRow(after[0] if after else -1)
        if not number:
            self.scrollToTop()  # to the title above the first line
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def line_of(item: QListWidgetItem | None) -> SheetLine | None:
    """The line that ``item`` shows; None for a section's title."""
    line = item.data(_LINE) if item is not None else None
    return line if isinstance(line, SheetLine) else None


def _accessible_text(line: SheetLine) -> str:
    """The whole line in words, for screen readers."""
    requirement = line.requirement
    return (
        f"{line.number}. {requirement.subject}: {line.outcome.value}. Đo được: {line.measured}. "
        f"Quy định: {requirement.rule}. Căn cứ: {requirement.citation}"
    )


class _LineDelegate(QStyledItemDelegate):
    """The item delegate: a line is a small card of rich text, a section's title a heading."""

    def __init__(self, parent: LineList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words at the list's width."""
        letters = self._list.fontMetrics()
        width = self._list.viewport().width()
        line = index.data(_LINE)
        if not isinstance(line, SheetLine):
            return QSize(width, round(letters.height() * 1.9))
        return QSize(width, round(self._page(line, width).size().height()) + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card; the chosen one on a tinted ground with a bar before it."""
        line = index.data(_LINE)
        shown: Any = option  # Qt's type hints leave out what an option holds
        if isinstance(line, SheetLine):
            chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
            self._paint_line(painter, line, shown.rect, chosen=chosen)
        else:
            self._paint_title(painter, str(index.data()), shown.rect)

    def _paint_line(self, painter: QPainter, line: SheetLine, room: QRect, *, chosen: bool) -> None:
        rect, palette = QRectF(room), self._list.palette()
        painter.save()
        if chosen:
            ground = palette.highlight().color()
            painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), ground)
            ground.setAlpha(_TINT)
            painter.fillRect(rect, ground)
        painter.translate(rect.left() + _BAR, rect.top() + GAP / 2)
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        page = self._page(line, room.width())  # its layout lives no longer than it
        page.documentLayout().draw(painter, context)
        painter.restore()
        painter.save()
        painter.setPen(palette.mid().color())
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.restore()

    def _paint_title(self, painter: QPainter, title: str, room: QRect) -> None:
        painter.save()
        palette = self._list.palette()
        painter.fillRect(room, palette.alternateBase())
        font = larger(self._list.font(), 1, bold=True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        inner = room.adjusted(GAP, 0, -GAP, 0)
        text = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def _page(self, line: SheetLine, width: int) -> QTextDocument:
        page = QTextDocument()
        page.setDefaultFont(self._list.font())
        page.setDocumentMargin(GAP / 2)
        page.setTextWidth(max(1, width - _BAR))
        page.setHtml(_html(line, self._list.palette()))
        return page


def _html(line: SheetLine, palette: QPalette) -> str:
    requirement = line.requirement
    quiet = dim(palette).name()
    subject = escape(requirement.subject or requirement.rule)
    shown = colour(line.outcome, palette).name()
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f"<td><b>{line.number}. {subject}</b></td>"
        f'<td align="right" style="color:{shown}; white-space:nowrap"><b>{line.outcome.value}</b></td>'
        f"</tr></table>"
        f'<div style="margin-top:3px">Đo được: {escape(line.measured)}</div>'
        f'<div style="margin-top:2px; color:{quiet}">Quy định: {escape(requirement.rule)}</div>'
        f'<div style="margin-top:2px; color:{quiet}">Căn cứ: {escape(requirement.citation)}</div>'
    )
