"""Dialog "Sửa số, ngày ban hành": mends what was recorded of the issue, with the reason for it."""

from datetime import date

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.issuing.issue_fields import IssueFields
from danvan_desktop.gui.issuing.issue_warning import day_to_come, may_issue
from danvan_desktop.report.document_number import own_number
from danvan_desktop.report.lifecycle.states import issued_as
from danvan_desktop.report.model import Report

_LONGEST_REASON = 80


class AmendIssueDialog(QDialog):
    """Number or date must differ, and the reason is required: the history keeps it."""

    def __init__(self, report: Report, today: date, parent: QWidget | None = None) -> None:
        """Show number and date of ``report``, which is issued."""
        super().__init__(parent)
        self._report, self._today = report, today
        self.setWindowTitle("Sửa số, ngày ban hành")
        help_key(self, "tinh-trang")
        self.fields = IssueFields(report, today)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.reason.setPlaceholderText("Ví dụ: ghi nhầm số khi vào sổ")
        self.reason.setAccessibleName("Lý do sửa")
        self.message = FaultLine()
        buttons, self.go = answers(self, "Sử&a")
        layout = framed(
            self,
            "Sửa số, ngày ban hành",
            f"Đang ghi nhận {issued_as(report)}. Lời văn không đổi; lý do và số, ngày trước khi sửa được giữ "
            "mãi ở “Lịch sử sửa đổi”.",
        )
        layout.addLayout(self.fields.row())
        layout.addWidget(FieldCell("&Lý do sửa", self.reason))
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addWidget(buttons)
        for line in (self.fields.number, self.fields.issued_on, self.reason):
            line.textChanged.connect(self._check)
        self._check()
        self.fields.number.setFocus()
        self.fields.number.selectAll()
        self.resize(560, self.sizeHint().height())

    def accept(self) -> None:
        """Ask first where the day has not come."""
        if may_issue(day_to_come(self.fields.on(), self._today), self):
            super().accept()

    def why(self) -> str:
        """Give the reason."""
        return " ".join(self.reason.text().split())

    def _check(self) -> None:
        problem = self.fields.problem()
        if not problem and self._is_changed() and not self.why():
            problem = "Hãy ghi lý do sửa."
        self.message.tell(problem)
        self.go.setEnabled(not problem and self._is_changed())

    def _is_changed(self) -> bool:
        head = self._report.letterhead
        number = own_number(self.fields.number.text(), head.symbol)
        return (number, self.fields.on()) != (head.number, head.issued_on)
