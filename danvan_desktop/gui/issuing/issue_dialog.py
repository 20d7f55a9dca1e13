"""Dialog "Ghi nhận đã ban hành": number and date of issue, and the signed file."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.issuing.issue_warning import doubts, may_issue
from danvan_desktop.gui.services.path_probe import probe
from danvan_desktop.gui.services.preferences import folder_or_documents
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.gui.widgets.style import GAP, icon, spaced
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
        intro = QLabel(
            "Ghi số và ngày mà văn thư đã cấp. Sau đó báo cáo chỉ còn để xem và làm khung cho năm sau; "
            "muốn sửa thì lập báo cáo thay thế."
        )
        intro.setWordWrap(True)
        self.number = QLineEdit(head.number or "")
        self.number.setMaximumWidth(180)
        self.issued_on = DateField("Ngày ban hành", report.year)
        self.issued_on.show_date(head.issued_on if head.issued_on.day else _as_partial(today))
        self.file = QLineEdit()
        self.file.setPlaceholderText("Không bắt buộc; tệp được chép vào thư mục dữ liệu")
        self.file.setAccessibleName("Tệp đã ký")
        choose = QPushButton(icon("open"), "C&họn…")
        choose.setAccessibleName("Chọn tệp đã ký")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.message = QLabel()
        self.message.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(choose)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(_labelled("&Số:", self.number), _before(self.number, f"/{head.symbol or ''}"))
        form.addRow("&Ngày ban hành:", self.issued_on)
        form.addRow(_labelled("&Tệp đã ký:", self.file), row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Đã &ban hành", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(intro)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.go.setDefault(True)
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
        self.message.setText(problem)
        self.go.setEnabled(not problem)

    def _choose(self) -> None:
        kinds = "Tệp đã ký (*.pdf *.docx *.doc *.ofd *.jpg *.png);;Mọi tệp (*)"
        start = folder_or_documents(str(Path(self.file.text()).parent) if self.file.text() else "")
        path = file_dialog.ask_open(self, "Chọn tệp đã ký", start, kinds)
        if path is not None:
            self.file.setText(str(path))


def _labelled(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _before(field: QWidget, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(field)
    row.addWidget(QLabel(text), 1)
    return row


def _as_partial(today: date) -> PartialDate:
    return PartialDate(today.year, today.month, today.day)
