"""Tab "Nơi nhận và ký": form with addressees, recipients, filing, and the signature block."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.undo.stack import FunctionStep, UndoStack
from danvan_desktop.gui.widgets.wrapping_row import side_by_side
from danvan_desktop.gui.workspace.pages.form_area import FormArea, add_row
from danvan_desktop.gui.workspace.pages.form_fields import (
    ChoiceField,
    LineField,
    ListField,
    NumberField,
    TickField,
)
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.report.model import Report, Signature
from danvan_desktop.report.office.recipients import filed, places
from danvan_desktop.report.office.signing_lines import FORMS, Form, SigningLines, filled, form_of
from danvan_desktop.report.office.signing_refusals import Refusal, refusals

_REFUSAL_LINES = 2
_REST_MS = 400
"""Debounce interval after which a field is validated: half a word is always wrong."""


class SignaturePage(TabPage):
    """The tab of recipients and signature."""

    def __init__(self, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._base: Report | None = None
        self._agency: str | None = None
        """Who issues the report, as Thông tin chung has it: some forms are for some bodies only."""
        self.has_addressees = TickField(stack, "Báo cáo gửi cơ quan cấp trên (có dòng “Kính gửi”)")
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
        self.refused_lines, self.refused_name = _refusal_label(), _refusal_label()
        self._lay_out()
        self._debounce = Debounce(_REST_MS, self.show_refusals, self)
        for field in (self.authority, self.position, self.signer):
            field.edited.connect(self._debounce.start)
        self.add_fields(
            self.has_addressees, self.addressees, self.recipients, self.unit, self.drafter, self.copies
        )
        self.add_fields(self.form, self.authority, self.position, self.other_position, self.signer)
        self.has_addressees.toggled.connect(self._enable)
        self.form.after_choice = self._fill
        self.recipients.left.connect(self._tidy_recipients)
        self.addressees.left.connect(self._tidy_addressees)

    def _lay_out(self) -> None:
        self._area = FormArea()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)
        to = self._area.group("Kính gửi")
        to.addRow(self.has_addressees)
        add_row(to, "Kính gửi:", self.addressees)
        received = self._area.group("Nơi nhận")
        add_row(received, "Nơ&i nhận:", self.recipients)
        each = QLabel("Mỗi nơi một dòng, không cần gõ gạch đầu dòng và dấu chấm phẩy.")
        each.setWordWrap(True)
        add_row(received, "", each)
        self.unit.setMaximumWidth(160)
        self.drafter.setMaximumWidth(110)
        filing = side_by_side(
            "VT,  đơn vị soạn thảo:", self.unit, "Người soạn thảo:", self.drafter, "Số bản:", self.copies
        )
        add_row(received, "&Lưu:", filing, self.unit)
        signing = self._area.group("Người ký")
        self.from_office = self.office_button()
        add_row(signing, "", self.from_office)
        add_row(signing, "Cách &ký:", self.form)
        add_row(signing, "&Quyền hạn:", self.authority)
        add_row(signing, "&Chức vụ:", self.position)
        add_row(signing, "", self.refused_lines)
        add_row(signing, "Chức vụ khác:", self.other_position)
        add_row(signing, "Họ &và tên:", self.signer)
        add_row(signing, "", self.refused_name)
        self.other_position.setPlaceholderText("Chỉ ghi khi người ký có chức vụ khác cần nêu")
        self.form.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self._area.column.addStretch(1)

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
        self.show_refusals()

    def fill(self, report: Report) -> None:
        """Put recipients and signer of ``report`` into the fields, as a step."""
        before, after = self.form.value(), form_of(report.signature.lines)
        if after != before:
            self._stack.push(FunctionStep(lambda: self.form.load(after), lambda: self.form.load(before)))
            self.form.load(after)
        lines = SigningLines.of(report.signature.lines)
        self.recipients.fill(report.recipients)
        self.authority.fill(lines.authority)
        self.position.fill(lines.position)
        self.other_position.fill(report.signature.other_position or "")
        self.signer.fill(report.signature.signer or "")

    def merged(self, report: Report) -> Report:
        """Put the fields into ``report``."""
        base = self._base or report
        if report.letterhead.agency != self._agency:
            self._agency = report.letterhead.agency
            self._debounce.start()
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

    def show_refusals(self) -> None:
        """Show beside the fields what the decree does not allow; typing is never restricted."""
        self._debounce.stop()
        agency = self._agency
        lines = SigningLines(self.authority.lines(), self.position.text().strip()).lines
        self._show(self.refused_lines, refusals(lines, None, agency))
        self._show(self.refused_name, refusals((), self.signer.text().strip() or None, agency))

    def _show(self, label: QLabel, found: tuple[Refusal, ...]) -> None:
        label.setText("\n".join(f"⚠ {refusal.message} ({_first_up(refusal.clause)}.)" for refusal in found))

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

    def bring_up(self, widget: QWidget) -> None:
        """Scroll to ``widget``."""
        self._area.ensureWidgetVisible(widget)


def _places(field: ListField, before: tuple[str, ...]) -> tuple[str, ...]:
    now = field.value(before)
    return before if now is before else places(now)


def _refusal_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setAccessibleName("Không đúng quy định")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    # Always there: a field that is being typed into must not move when it is refused.
    label.setMinimumHeight(_REFUSAL_LINES * label.fontMetrics().lineSpacing())
    return label


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
