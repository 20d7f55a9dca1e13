"""Dialog "Ghi nhận đã ban hành": number and date of issue, and the signed file."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.issuing.issue_fields import IssueFields
from danvan_desktop.gui.issuing.issue_warning import doubts, may_issue
from danvan_desktop.gui.services.path_probe import probe
from danvan_desktop.gui.services.preferences import folder_or_documents
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.model import PartialDate, Report


class IssueDialog(QDialog):
    """Number and date are required, the file is optional."""

    def __init__(self, report: Report, today: date, parent: QWidget | None = None) -> None:
        """Show what ``report`` has of it already."""
        super().__init__(parent)
        self._report, self._today = report, today
        self.setWindowTitle("Ghi nhận đã ban hành")
        help_key(self, "tinh-trang")
        explained = (
            "Ghi số và ngày mà văn thư đã cấp. Sau đó báo cáo chỉ còn để xem và làm khung cho năm sau: số, "
            "ngày và tệp đã ký vẫn sửa được, muốn sửa lời văn thì lập báo cáo thay thế."
        )
        self.fields = IssueFields(report, today)
        self.number, self.issued_on = self.fields.number, self.fields.issued_on
        self.file = QLineEdit()
        self.file.setPlaceholderText("Không bắt buộc; tệp được chép vào thư mục dữ liệu")
        self.file.setAccessibleName("Tệp đã ký")
        choose = QPushButton("C&họn…")
        choose.setAccessibleName("Chọn tệp đã ký")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.message = FaultLine()
        buttons, self.go = answers(self, "Đã &ban hành")
        layout = framed(self, "Ghi nhận đã ban hành", explained)
        layout.addLayout(self.fields.row())
        layout.addWidget(FieldCell("&Tệp đã ký", _with_button(self.file, choose), self.file))
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addWidget(buttons)
        for line in (self.number, self.issued_on, self.file):
            line.textChanged.connect(self._check)
        self._check()
        self.number.setFocus()
        self.resize(680, self.sizeHint().height())

    def accept(self) -> None:
        """Ask first where the day has not come or something is still open: there is no way back."""
        if may_issue(doubts(self._report, self.on(), self._today), self):
            super().accept()

    def on(self) -> PartialDate:
        """Give the date of issue."""
        return self.fields.on()

    def signed(self) -> Path | None:
        """Give the signed file."""
        text = self.file.text().strip()
        return Path(text) if text else None

    def _check(self) -> None:
        problem, file = self.fields.problem(), self.signed()
        if (
            not problem and file is not None and probe(file, "file") is False
        ):  # without an answer: copying it will tell
            problem = "Không có tệp này: hãy chọn lại tệp đã ký, hoặc để trống."
        self.message.tell(problem)
        self.go.setEnabled(not problem)

    def _choose(self) -> None:
        path = ask_signed_file(self, self.file.text())
        if path is not None:
            self.file.setText(str(path))


def _with_button(field: QLineEdit, button: QPushButton) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return whole


def ask_signed_file(window: QWidget, chosen: str = "") -> Path | None:
    """Ask for the signed file, beginning where the one that is ``chosen`` lies."""
    kinds = "Tệp đã ký (*.pdf *.docx *.doc *.ofd *.jpg *.png);;Mọi tệp (*)"
    start = folder_or_documents(str(Path(chosen).parent) if chosen else "")
    return file_dialog.ask_open(window, "Chọn tệp đã ký", start, kinds)
