"""Fields for number and date of issue, beside each other, and what is wrong with them."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.flex_row import FlexRow, flex_row, in_one_line
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.report.document_number import number_problem
from danvan_desktop.report.model import PartialDate, Report


class IssueFields:
    """What the dialogs about an issue ask: both are required."""

    def __init__(self, report: Report, today: date) -> None:
        """Show what ``report`` has of it already, else ``today``."""
        head = report.letterhead
        self._symbol = head.symbol
        self.number = QLineEdit(head.number or "")
        self.number.setFixedWidth(110)
        self.issued_on = DateField("Ngày ban hành", report.year)
        self.issued_on.show_date(
            head.issued_on if head.issued_on.day else PartialDate(today.year, today.month, today.day)
        )

    def row(self) -> FlexRow:
        """Lay them out."""
        symbol = in_one_line(self.number, f"/{self._symbol or ''}")
        return flex_row(FieldCell("&Số", symbol, self.number), FieldCell("&Ngày ban hành", self.issued_on))

    def on(self) -> PartialDate:
        """Give the date of issue."""
        return self.issued_on.date() or PartialDate()

    def problem(self) -> str:
        """Say what is wrong with them; "" where nothing is."""
        if wrong := number_problem(self.number.text(), self._symbol):
            return wrong
        if self.issued_on.problem():
            return f"Ngày ban hành chưa đúng: {self.issued_on.problem()}."
        if self.on().day is None:
            return "Hãy ghi đủ ngày, tháng, năm ban hành, ví dụ 15/12/2026."
        return ""
