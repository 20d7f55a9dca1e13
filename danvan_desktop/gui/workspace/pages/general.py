"""Tab "Thông tin chung": form with the letterhead, kind, subject and period of the report."""

from dataclasses import replace
from typing import Literal, cast

from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.fault_watch import Found
from danvan_desktop.gui.forms.flex_row import in_one_line
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.form_fields import ChoiceField, LineField, NumberField, TickField
from danvan_desktop.gui.workspace.pages.form_page import FormPage
from danvan_desktop.report.document_number import own_number
from danvan_desktop.report.model import Letterhead, PartialDate, Period, Report
from danvan_desktop.report.office.letterhead_refusals import letterhead_refusals

_PERIODS = (("year", "Năm"), ("half", "6 tháng"), ("quarter", "Quý"), ("month", "Tháng"), ("other", "Khác"))
_COUNTED = {"half": 2, "quarter": 4, "month": 12}
"""How many of such a period a year has; the others are not counted."""
PeriodType = Literal["year", "half", "quarter", "month", "other"]
LATER = "Để trống số và ngày ban hành (văn thư cấp sau khi ký)"


class DateFields:
    """Three fields for a date: day, month and year, each of which may be blank."""

    def __init__(self, stack: UndoStack, of: str) -> None:
        self.day = NumberField(stack, f"Ngày {of}", (1, 31))
        self.month = NumberField(stack, f"Tháng {of}", (1, 12))
        self.year = NumberField(stack, f"Năm {of}", (1900, 2999))

    def in_one_line(self) -> QWidget:
        """Put the three side by side."""
        return in_one_line(self.day, "/", self.month, "/", self.year)

    def load(self, date: PartialDate) -> None:
        """Show ``date``."""
        self.day.load_number(date.day)
        self.month.load_number(date.month)
        self.year.load_number(date.year)

    def value(self, before: PartialDate) -> PartialDate:
        """The date as it stands."""
        return replace(
            before,
            day=self.day.number(before.day),
            month=self.month.number(before.month),
            year=self.year.number(before.year),
        )


class GeneralPage(FormPage):
    """The first tab: a form."""

    def __init__(self, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__("letterhead", self._refused, parent)
        self._base: Report | None = None
        self.parent_agency = LineField(stack, "Cơ quan chủ quản")
        self.agency = LineField(stack, "Cơ quan ban hành")
        self.later = TickField(stack, LATER)
        self.number = LineField(stack, "Số")
        self.symbol = LineField(stack, "Ký hiệu")
        self.place_name = LineField(stack, "Địa danh")
        self.issued = DateFields(stack, "ban hành")
        self.kind = LineField(stack, "Tên loại văn bản")
        self.subject = LineField(stack, "Trích yếu")
        self.year = NumberField(stack, "Năm báo cáo", (1900, 2999))
        self.period = ChoiceField(stack, "Kỳ báo cáo", _PERIODS)
        self.index = NumberField(stack, "Kỳ thứ", (1, 12))
        self.cutoff = DateFields(stack, "chốt số liệu")
        self._lay_out()
        self.add_fields(
            self.parent_agency, self.agency, self.later, self.number, self.symbol, self.place_name
        )
        self.add_fields(
            self.issued.day, self.issued.month, self.issued.year, self.kind, self.subject, self.year
        )
        self.add_fields(self.period, self.index, self.cutoff.day, self.cutoff.month, self.cutoff.year)
        self.later.before_step = self._leave_blank
        self.later.toggled.connect(self._enable)
        self.period.currentIndexChanged.connect(self._enable)

    def _lay_out(self) -> None:
        report = self._area.card("Báo cáo")
        self.kind.setFixedWidth(130)
        told = report.row(FieldCell("Trích &yếu", self.subject))
        self._faults.add("subject", told, self.subject)
        told = report.row(
            FieldCell("Tên &loại", self.kind),
            FieldCell("Năm báo &cáo", self.year),
            FieldCell("Kỳ báo cáo", self.period),
            FieldCell("Kỳ thứ", self.index),
            FieldCell("Số l&iệu tính đến ngày", self.cutoff.in_one_line(), self.cutoff.day),
        )
        self._faults.add("kind", told, self.kind)
        self.from_office = self.office_button()
        agency = self._area.card("Cơ quan", self.from_office)
        self.parent_agency.setPlaceholderText("ỦY BAN NHÂN DÂN TỈNH …")
        self.agency.setPlaceholderText("VĂN PHÒNG")
        told = agency.row(
            FieldCell("Cơ quan chủ &quản", self.parent_agency, width=230),
            FieldCell("Cơ quan b&an hành", self.agency, width=230),
        )
        self._faults.add("letterhead.parent_agency", told, self.parent_agency)
        issue = self._area.card("Số, ký hiệu và ngày ban hành")
        issue.column.addWidget(self.later)
        issue.column.addSpacing(GAP)
        self.number.setFixedWidth(80)
        self.symbol.setFixedWidth(140)
        self.symbol.setPlaceholderText("BC-VP")
        self.issue_faults = told = issue.row(
            FieldCell("Số", self.number),
            FieldCell("&Ký hiệu", self.symbol),
            FieldCell("Địa &danh", self.place_name, width=160),
            FieldCell("Ngày ban hành", self.issued.in_one_line(), self.issued.day),
        )
        self._faults.add("letterhead.number", told, self.number)
        self._faults.add("letterhead.symbol", told, self.symbol)
        self._faults.add("letterhead.place", told, self.place_name)
        self._finish(
            {
                "letterhead.parent_agency": (self.parent_agency,),
                "letterhead.agency": (self.agency,),
                "letterhead.number": (self.number,),
                "letterhead.symbol": (self.symbol,),
                "letterhead.place": (self.place_name,),
                "letterhead.issued_on": (self.issued.day, self.issued.month, self.issued.year),
                "kind": (self.kind,),
                "subject": (self.subject,),
            }
        )

    def _refused(self) -> Found:
        return {} if self._base is None else letterhead_refusals(self.merged(self._base))

    def load(self, report: Report) -> None:
        """Show the fields of ``report``."""
        self._base = report
        head = report.letterhead
        self.parent_agency.load(head.parent_agency)
        self.agency.load(head.agency)
        self.number.load(head.number)
        self.symbol.load(head.symbol)
        self.place_name.load(head.place)
        self.issued.load(head.issued_on)
        self.later.load(not (head.number or head.issued_on.day or head.issued_on.month))
        self.kind.load(report.kind)
        self.subject.load(report.subject)
        self.year.load_number(report.year)
        self.period.load(report.period.type)
        self.index.load_number(report.period.index)
        self.cutoff.load(report.period.cutoff or PartialDate())
        self._enable()
        self._faults.tell_all()
        self.excerpt.show_report(report)

    def fill(self, head: Letterhead) -> None:
        """Put the names of ``head`` into the fields, as a step."""
        for field, text in (
            (self.parent_agency, head.parent_agency),
            (self.agency, head.agency),
            (self.symbol, head.symbol),
            (self.place_name, head.place),
        ):
            field.fill(text or "")
        self._faults.tell_all()

    def merged(self, report: Report) -> Report:
        """Put the fields into ``report``."""
        base = self._base or report
        return replace(
            report,
            letterhead=self._letterhead(base.letterhead),
            kind=self.kind.value(base.kind) or base.kind,
            subject=self.subject.value(base.subject) or "",
            year=self.year.number(base.year) or base.year,
            period=self._period(base.period),
        )

    def _letterhead(self, base: Letterhead) -> Letterhead:
        symbol, number = self.symbol.value(base.symbol), self.number.value(base.number)
        return replace(
            base,
            parent_agency=self.parent_agency.value(base.parent_agency),
            agency=self.agency.value(base.agency),
            number=number and own_number(number, symbol),
            symbol=symbol,
            place=self.place_name.value(base.place),
            issued_on=self.issued.value(base.issued_on),
        )

    def _period(self, base: Period) -> Period:
        before = base.cutoff or PartialDate()
        cutoff: PartialDate | None = self.cutoff.value(before)
        if cutoff == before:
            cutoff = base.cutoff
        elif cutoff == PartialDate():
            cutoff = None
        kind = cast("PeriodType", self.period.value())
        return replace(base, type=kind, index=self.index.number(base.index), cutoff=cutoff)

    def _leave_blank(self, later: bool) -> None:  # noqa: FBT001 - the tick's state
        """Clear what the văn thư gives later, in the same step as the tick."""
        if later:
            for field in (self.number, self.issued.day, self.issued.month):
                field.fill("")

    def _enable(self) -> None:
        later = self.later.isChecked()
        for field in (self.number, self.issued.day, self.issued.month):
            field.setEnabled(not later)
        self.index.setEnabled(self.period.value() in _COUNTED)

    def field(self, name: str) -> QWidget | None:
        """The fields of the letterhead, and what the report is."""
        issued = self.later if self.later.isChecked() else self.issued.day
        return {
            "letterhead": self.agency,
            "letterhead.parent_agency": self.parent_agency,
            "letterhead.agency": self.agency,
            "letterhead.number": self.later if self.later.isChecked() else self.number,
            "letterhead.symbol": self.symbol,
            "letterhead.place": self.place_name,
            "letterhead.issued_on": issued,
            "kind": self.kind,
            "subject": self.subject,
            "year": self.year,
            "period": self.period,
        }.get(name)

    def start(self) -> QWidget:
        """The subject is what is looked at first."""
        return self.subject
