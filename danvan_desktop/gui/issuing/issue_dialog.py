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
from danvan_desktop.gui.forms.flex_row import flex_row, in_one_line
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.issuing.issue_warning import doubts, may_issue
from danvan_desktop.gui.services.path_probe import probe
from danvan_desktop.gui.services.preferences import folder_or_documents
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.report.document_number import number_problem
from danvan_desktop.report.model import PartialDate, Report


class IssueDialog(QDialog):
    """Number and date are required, the file is optional."""

    def __init__(self, report: Report, today: date, parent: QWidget | None = None) -> None:
        """Show what ``report`` has of it already."""
        super().__init__(parent)
        self._report, self._today = report, today
        head = report.letterhead
        self.setWindowTitle("Ghi nhận đã ban hành")
        help_key(self, "tinh-trang")
        explained = (
            "Ghi số và ngày mà văn thư đã cấp. Sau đó báo cáo chỉ còn để xem và làm khung cho năm sau; "
            "muốn sửa thì lập báo cáo thay thế."
        )
        self.number = QLineEdit(head.number or "")
        self.number.setFixedWidth(110)
        self.issued_on = DateField("Ngày ban hành", report.year)
        self.issued_on.show_date(head.issued_on if head.issued_on.day else _as_partial(today))
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
        symbol = in_one_line(self.number, f"/{head.symbol or ''}")
        layout.addLayout(
            flex_row(FieldCell("&Số", symbol, self.number), FieldCell("&Ngày ban hành", self.issued_on))
        )
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
        return self.issued_on.date() or PartialDate()

    def signed(self) -> Path | None:
        """Give the signed file."""
        text = self.file.text().strip()
        return Path(text) if text else None

    def _check(self) -> None:
        problem, file = "", self.signed()
        if wrong := number_problem(self.number.text(), self._report.letterhead.symbol):
            problem = wrong
        elif self.issued_on.problem():
            problem = f"Ngày ban hành chưa đúng: {self.issued_on.problem()}."
        elif self.on().day is None:
            problem = "Hãy ghi đủ ngày, tháng, năm ban hành, ví dụ 15/12/2026."
        elif file is not None and probe(file, "file") is False:  # without an answer: copying it will tell
            problem = "Không có tệp này: hãy chọn lại tệp đã ký, hoặc để trống."
        self.message.tell(problem)
        self.go.setEnabled(not problem)

    def _choose(self) -> None:
        kinds = "Tệp đã ký (*.pdf *.docx *.doc *.ofd *.jpg *.png);;Mọi tệp (*)"
        start = folder_or_documents(str(Path(self.file.text()).parent) if self.file.text() else "")
        path = file_dialog.ask_open(self, "Chọn tệp đã ký", start, kinds)
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


def _as_partial(today: date) -> PartialDate:
    return PartialDate(today.year, today.month, today.day)
