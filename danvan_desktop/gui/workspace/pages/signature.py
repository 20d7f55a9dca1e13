"""Tab "Nơi nhận và ký": form with addressees, recipients, filing, and the signature block."""

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.fault_watch import Found
from danvan_desktop.gui.undo.stack import FunctionStep, UndoStack
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.form_fields import (
    ChoiceField,
    LineField,
    ListField,
    NumberField,
    TickField,
)
from danvan_desktop.gui.workspace.pages.form_page import FormPage
from danvan_desktop.report.model import Report, Signature
from danvan_desktop.report.office.recipients import filed, places
from danvan_desktop.report.office.signing_lines import FORMS, Form, SigningLines, filled, form_of
from danvan_desktop.report.office.signing_refusals import refusals

_REFUSAL_LINES = 2


class SignaturePage(FormPage):
    """The tab of recipients and signature."""

    def __init__(self, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__("closing", self._refused, parent)
        self._stack = stack
        self._base: Report | None = None
        self._agency: str | None = None
        """Who issues the report, as Thông tin chung has it: some forms are for some bodies only."""
        self.has_addressees = TickField(stack, "Báo cáo gửi cơ quan cấp trên")
        self.addressees = ListField(stack, "Kính gửi", 2)
        self.recipients = ListField(stack, "Nơi nhận", 5)
        self.unit = LineField(stack, "Đơn vị soạn thảo")
        self.drafter = LineField(stack, "Ký hiệu người soạn thảo")
        self.copies = NumberField(stack, "Số bản", (0, 999))
        self.form = ChoiceField(stack, "Cách ký", FORMS)
        self.authority = ListField(stack, "Quyền hạn", 2)
        self.position = LineField(stack, "Chức vụ")
        self.other_position = LineField(stack, "Chức vụ khác")
        self.signer = LineField(stack, "Họ và tên người ký")
        self._lay_out()
        self.add_fields(
            self.has_addressees, self.addressees, self.recipients, self.unit, self.drafter, self.copies
        )
        self.add_fields(self.form, self.authority, self.position, self.other_position, self.signer)
        self.has_addressees.toggled.connect(self._enable)
        self.form.after_choice = self._fill
        self.recipients.left.connect(self._tidy_recipients)
        self.addressees.left.connect(self._tidy_addressees)

    def _lay_out(self) -> None:
        self._lay_out_recipients()
        self._lay_out_signer()
        self._finish(
            {
                "recipients": (self.recipients,),
                "filing.unit": (self.unit, self.drafter, self.copies),
                "signature.lines": (self.authority, self.position),
                "signature.other_position": (self.other_position,),
                "signature.signer": (self.signer,),
            }
        )

    def _lay_out_recipients(self) -> None:
        received = self._area.card("Nơi nhận")
        received.row(
            FieldCell("Nơ&i nhận, mỗi nơi một dòng", self.recipients, width=250),
            FieldCell("Kính gửi, mỗi nơi một dòng", self._addressed(), self.addressees, width=250),
        )
        self.unit.setFixedWidth(120)
        self.drafter.setFixedWidth(90)
        received.row(
            FieldCell("&Lưu: VT, đơn vị soạn thảo", self.unit),
            FieldCell("Người soạn thảo", self.drafter),
            FieldCell("Số bản", self.copies),
        )

    def _addressed(self) -> QWidget:
        """Kính gửi with the tick that it hangs on."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.has_addressees)
        column.addWidget(self.addressees)
        column.addStretch(1)
        both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return both

    def _lay_out_signer(self) -> None:
        self.from_office = self.office_button()
        signing = self._area.card("Người ký", self.from_office)
        self.form.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        signing.row(FieldCell("Cách &ký", self.form))
        self.refused_lines = signing.row(
            FieldCell("&Quyền hạn", self.authority, width=230),
            FieldCell("&Chức vụ", self.position, width=230),
            lines=_REFUSAL_LINES,
        )
        self.other_position.setPlaceholderText("Chỉ ghi khi có chức vụ khác")
        self.refused_name = signing.row(
            FieldCell("Họ &và tên", self.signer, width=230),
            FieldCell("Chức vụ khác", self.other_position, width=230),
        )
        self._faults.add("signature.lines", self.refused_lines, self.authority, self.position)
        self._faults.add("signature.signer", self.refused_name, self.signer)

    def load(self, report: Report) -> None:
        """Show the fields of ``report``."""
        self._base, self._agency = report, report.letterhead.agency
        self.has_addressees.load(bool(report.addressees))
        self.addressees.load(report.addressees)
        self.recipients.load(report.recipients)
        self.unit.load(report.filing.unit)
        self.drafter.load(report.filing.drafter)
        self.copies.load_number(report.filing.copies)
        lines = SigningLines.of(report.signature.lines)
        self.form.load(form_of(report.signature.lines))
        self.authority.load(lines.authority)
        self.position.load(lines.position)
        self.other_position.load(report.signature.other_position)
        self.signer.load(report.signature.signer)
        self._enable()
        self._faults.tell_all()
        self.excerpt.show_report(report)

    def fill(self, report: Report) -> None:
        """Put recipients and signer of ``report`` into the fields, as a step."""
        before, after = self.form.value(), form_of(report.signature.lines)
        if after != before:
            self._stack.push(FunctionStep(lambda: self.form.load(after), lambda: self.form.load(before)))
            self.form.load(after)
        lines = SigningLines.of(report.signature.lines)
        self.recipients.fill(report.recipients)
        self.unit.fill(report.filing.unit or "")
        self.authority.fill(lines.authority)
        self.position.fill(lines.position)
        self.other_position.fill(report.signature.other_position or "")
        self.signer.fill(report.signature.signer or "")
        self._faults.tell_all()

    def merged(self, report: Report) -> Report:
        """Put the fields into ``report``."""
        base = self._base or report
        if report.letterhead.agency != self._agency:
            self._agency = report.letterhead.agency
            self._faults.withdraw()
        filing = replace(
            base.filing,
            unit=self.unit.value(base.filing.unit),
            drafter=self.drafter.value(base.filing.drafter),
            copies=self.copies.number(base.filing.copies),
        )
        addressees = _places(self.addressees, base.addressees) if self.has_addressees.isChecked() else ()
        return replace(
            report,
            addressees=addressees,
            recipients=_places(self.recipients, base.recipients),
            filing=filing,
            signature=self._signature(base.signature),
        )

    def _signature(self, base: Signature) -> Signature:
        before = SigningLines.of(base.lines)
        position = self.position.value(before.position)
        lines = SigningLines(self.authority.value(before.authority), position or "")
        return replace(
            base,
            lines=base.lines if lines == before else lines.lines,
            other_position=self.other_position.value(base.other_position),
            signer=self.signer.value(base.signer),
        )

    def _fill(self, form: str) -> None:
        """Propose the lines of the chosen form, in the same step."""
        now = SigningLines(self.authority.lines(), self.position.text().strip())
        lines = filled(cast("Form", form), now.lines)
        self.authority.fill(lines.authority)
        self.position.fill(lines.position)
        self._faults.withdraw()

    def _tidy_recipients(self) -> None:
        """Normalise the recipients once the focus has left them; a Lưu line has its own fields."""
        base = self._base
        if base is None or self.recipients.value(base.recipients) is base.recipients:
            return
        lines = self.recipients.lines()
        with self._stack.macro():
            if (filing := filed(lines)) is not None:
                self.unit.fill(filing.unit or self.unit.text())
                self.drafter.fill(filing.drafter or self.drafter.text())
                self.copies.fill(str(filing.copies or self.copies.text()))
            self.recipients.fill(places(lines))

    def _tidy_addressees(self) -> None:
        base = self._base
        if base is not None and self.addressees.value(base.addressees) is not base.addressees:
            self.addressees.fill(places(self.addressees.lines()))

    def _refused(self) -> Found:
        """What the decree does not allow, as the fields stand; typing is never restricted."""
        lines = SigningLines(self.authority.lines(), self.position.text().strip()).lines
        return {
            "signature.lines": refusals(lines, None, self._agency),
            "signature.signer": refusals((), self.signer.text().strip() or None, self._agency),
        }

    def _enable(self) -> None:
        self.addressees.setEnabled(self.has_addressees.isChecked())

    def field(self, name: str) -> QWidget | None:
        """The fields of recipients and signature."""
        addressed = self.has_addressees.isChecked()
        return {
            "addressees": self.addressees if addressed else self.has_addressees,
            "recipients": self.recipients,
            "filing": self.unit,
            "filing.unit": self.unit,
            "filing.drafter": self.drafter,
            "filing.copies": self.copies,
            "signature.lines": self.authority if self.authority.lines() else self.position,
            "signature.other_position": self.other_position,
            "signature.signer": self.signer,
        }.get(name)

    def start(self) -> QWidget:
        """The recipients are what changes most."""
        return self.recipients


def _places(field: ListField, before: tuple[str, ...]) -> tuple[str, ...]:
    now = field.value(before)
    return before if now is before else places(now)
