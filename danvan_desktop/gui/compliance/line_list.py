"""The list of the sheet's lines: cards with number, rule, measured value, outcome and clause."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidgetItem, QWidget

from danvan_desktop.gui.compliance.outcomes import TO_LOOK_AT, colour, dim
from danvan_desktop.gui.forms.button_cards import ButtonCards, CardFace, Index
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome, SheetLine

_LINE = int(Qt.ItemDataRole.UserRole.value) + 1
_SHORT = {
    Outcome.RIGHT: "✓ Đúng",
    Outcome.WRONG: "✕ Không đúng",
    Outcome.REVIEW: "! Cần xem",
}
"""What a card says of its outcome beside the title; its tool tip and its text for screen readers say all."""


class LineList(ButtonCards):
    """Shows the lines of one sheet, all of them or those to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("Các mục của phiếu kiểm tra", self.face, self.has_buttons, parent)
        self.has_clause = False
        """The chosen line shows its rule and clause."""

    def face(self, index: Index) -> CardFace | None:
        """Give the words of a line, and the colour of its outcome."""
        line, palette = index.data(_LINE), self.palette()
        if not isinstance(line, SheetLine):
            return None
        has_clause = self.has_clause and index.row() == self.currentRow()
        return CardFace(_html(line, palette, has_clause=has_clause), colour(line.outcome, palette).name())

    def has_buttons(self, item: QListWidgetItem) -> bool:
        """Tell a line from the title of a section."""
        return line_of(item) is not None

    def show_clause(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show the rule and the clause of the chosen line, or only what was measured."""
        self.has_clause = shown
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_sheet(self, sheet: ComplianceSheet, *, whole: bool) -> None:
        """List the lines of ``sheet``: the ``whole`` of it, or what is to be looked at."""
        before = self.line()
        self.blockSignals(True)
        self.clear()
        for section in SECTIONS:
            lines = [line for line in section.lines_of(sheet) if whole or line.outcome in TO_LOOK_AT]
            if lines:
                self.add_heading(section.title)
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

    def _choose(self, number: int) -> None:
        """Choose the line with that number; where it is corrected and gone, the one after it."""
        rows = [(line.number, row) for row in range(self.count()) if (line := line_of(self.item(row)))]
        after = [row for listed, row in rows if listed >= number] or [row for _, row in rows[-1:]]
        self.setCurrentRow(after[0] if after else -1)
        if not number:
            self.scrollToTop()  # to the title above the first line
        self.chosen.emit()


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
