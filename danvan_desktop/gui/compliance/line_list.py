"""The list of the sheet's lines: an item delegate draws number, rule, measured value, outcome and clause."""

from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from danvan_desktop.gui.compliance.outcomes import TO_LOOK_AT, colour, dim
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.widgets.side.card_list import BETWEEN, CardList, paint_card
from danvan_desktop.gui.widgets.style import GAP, larger
from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome, SheetLine

_LINE = int(Qt.ItemDataRole.UserRole.value) + 1
_SHORT = {
    Outcome.RIGHT: "✓ Đúng",
    Outcome.WRONG: "✕ Không đúng",
    Outcome.REVIEW: "! Cần xem",
}
"""What a card says of its outcome beside the title; its tool tip and its text for screen readers say all."""
_BESIDE = 12
"""From the edge of a card to its words; the bar of its outcome lies between."""


class LineList(CardList):
    """Shows the lines of one sheet, all of them or those to look at."""

    chosen = Signal()
    """Another line is the current one, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("Các mục của phiếu kiểm tra", parent)
        self._buttons = QWidget(self.viewport())
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(_BESIDE, 0, GAP, GAP)
        self._row.setSpacing(GAP)
        self._buttons.hide()
        self.has_clause = False
        """The chosen line shows its rule and clause."""
        self.setItemDelegate(_LineDelegate(self))
        self.currentItemChanged.connect(self._on_current)

    def hold_buttons(self, *buttons: QWidget) -> None:
        """Keep ``buttons`` in the card of the chosen line."""
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)

    def buttons_height(self) -> int:
        """Return how much room they take in the card."""
        return self._buttons.sizeHint().height()

    def show_clause(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show the rule and the clause of the chosen line, or only what was measured."""
        self.has_clause = shown
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _on_current(self) -> None:
        self.scheduleDelayedItemsLayout()  # the card of the chosen line has buttons in it
        self.chosen.emit()

    def updateGeometries(self) -> None:
        """Lay the buttons into the card again: the lines were laid out anew."""
        super().updateGeometries()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the buttons go with their card."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def _place_buttons(self) -> None:
        item = self.currentItem()
        self._buttons.setVisible(line_of(item) is not None)
        if item is not None:
            card = self.visualItemRect(item).adjusted(0, 0, 0, -BETWEEN)
            height = self.buttons_height()
            self._buttons.setGeometry(card.left(), card.bottom() - height + 1, card.width(), height)

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
                item.setToolTip(f"{line.requirement.subject}: {line.outcome.value}")
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
        """Return the height of the words at the list's width, and of the buttons in the chosen card."""
        letters = self._list.fontMetrics()
        width = self._list.viewport().width()
        line = index.data(_LINE)
        if not isinstance(line, SheetLine):
            return QSize(width, round(letters.height() * 1.9))
        is_chosen = index.row() == self._list.currentRow()
        height = round(self._page(line, width, is_chosen=is_chosen).size().height()) + BETWEEN
        return QSize(width, height + (self._list.buttons_height() if is_chosen else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card, with a bar in the colour of its outcome."""
        line = index.data(_LINE)
        shown: Any = option  # Qt's type hints leave out what an option holds
        if isinstance(line, SheetLine):
            is_chosen = index.row() == self._list.currentRow()
            self._paint_line(painter, line, shown.rect, is_chosen=is_chosen)
        else:
            self._paint_title(painter, str(index.data()), shown.rect)

    def _paint_line(self, painter: QPainter, line: SheetLine, room: QRect, *, is_chosen: bool) -> None:
        palette = self._list.palette()
        card = room.adjusted(0, 0, 0, -BETWEEN)
        bar = colour(line.outcome, palette).name()
        focused = self._list.hasFocus()
        paint_card(painter, card, tokens_of(palette), is_chosen=is_chosen, has_keyboard=focused, bar=bar)
        painter.save()
        painter.translate(card.left() + _BESIDE - GAP / 2, card.top())
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        page = self._page(line, room.width(), is_chosen=is_chosen)  # its layout lives no longer than it
        page.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_title(self, painter: QPainter, title: str, room: QRect) -> None:
        painter.save()
        palette = self._list.palette()
        font = larger(self._list.font(), 1, bold=True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        inner = room.adjusted(0, 0, -GAP, 0)
        text = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def _page(self, line: SheetLine, width: int, *, is_chosen: bool) -> QTextDocument:
        page = QTextDocument()
        page.setDefaultFont(self._list.font())
        page.setDocumentMargin(GAP / 2 + 2)
        page.setTextWidth(max(1, width - _BESIDE))
        has_clause = is_chosen and self._list.has_clause
        page.setHtml(_html(line, self._list.palette(), has_clause=has_clause))
        return page


def _html(line: SheetLine, palette: QPalette, *, has_clause: bool) -> str:
    requirement = line.requirement
    quiet = dim(palette).name()
    subject = escape(requirement.subject or requirement.rule)
    shown = colour(line.outcome, palette).name()
    outcome = _SHORT.get(line.outcome, line.outcome.value)
    told = (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f"<td><b>{line.number}. {subject}</b></td>"
        f'<td align="right" style="color:{shown}; white-space:nowrap; padding-left:{GAP}px">'
        f"<b>{outcome}</b></td>"
        f"</tr></table>"
        f'<div style="margin-top:3px">Đo được: {escape(line.measured)}</div>'
    )
    if not has_clause:
        return told
    return (
        f'{told}<div style="margin-top:2px; color:{quiet}">Quy định: {escape(requirement.rule)}</div>'
        f'<div style="margin-top:2px; color:{quiet}">Căn cứ: {escape(requirement.citation)}</div>'
    )
