"""Dialog "Yêu cầu báo cáo": the letter this report answers, its deadline and the opening sentence from it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.date_field import DateField
from danvan_desktop.gui.widgets.style import ScrollingColumn, size_dialog, spaced
from danvan_desktop.report.agency_in_text import agency_in_text
from danvan_desktop.report.document_number import number_and_symbol
from danvan_desktop.report.lifecycle.request_letter import opening_text, with_opening
from danvan_desktop.report.model import Report, Request
from danvan_desktop.report.text.deadline import deadline_text


class RequestLetterDialog(QDialog):
    """Asks for the letter and shows the sentence that comes of it while it is typed."""

    def __init__(self, report: Report, today: date, parent: QWidget | None = None) -> None:
        """Show the request of ``report``."""
        super().__init__(parent)
        self._report, self._today = report, today
        before = report.request or Request(agency="Sở Nội vụ")
        self._before = before
        self.setWindowTitle("Yêu cầu báo cáo")
        help_key(self, "co-quan-va-yeu-cau")
        self.agency = _field(before.agency, "Ví dụ: Sở Nội vụ")
        self.number = _field(before.number_symbol, "Ví dụ: 1234/SNV-XDCQ")
        self.sent = DateField("Ngày của văn bản yêu cầu", today.year)
        self.subject = _field(before.subject, "Ví dụ: báo cáo kết quả công tác dân vận năm …")
        self.due = DateField("Hạn gửi", today.year, ahead_of=today)
        self.named = _field(agency_in_text(report), "Ví dụ: Văn phòng Ủy ban nhân dân tỉnh")
        self.sent.show_date(before.date)
        self.due.show_date(before.due)
        self.rewrite = QCheckBox("&Viết lại đoạn mở đầu theo văn bản này")
        self.rewrite.setChecked(True)
        self.preview = _shown()
        self.message = FaultLine()
        self.deadline = _shown()
        self._lay_out()
        for line in (self.agency, self.number, self.sent, self.subject, self.due, self.named):
            line.textChanged.connect(self._follow)
        self.rewrite.toggled.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        for field, width in ((self.sent, 130), (self.due, 130), (self.number, 190)):
            field.setFixedWidth(width)
        buttons, self.go = answers(self, "Lư&u")
        fields = QWidget()
        column = QVBoxLayout(fields)
        spaced(column, margin=0)
        column.addLayout(
            flex_row(
                FieldCell("&Cơ quan yêu cầu", self.agency, width=200),
                FieldCell("&Số, ký hiệu", self.number),
                FieldCell("&Ngày", self.sent),
            )
        )
        column.addWidget(FieldCell("&Trích yếu (về việc)", self.subject))
        column.addLayout(
            flex_row(
                FieldCell("&Hạn gửi", self.due),
                FieldCell("Trong câu, cơ quan &mình là", self.named, width=300),
            )
        )
        column.addWidget(self.message)
        column.addWidget(self.deadline)
        column.addWidget(self.rewrite)
        column.addWidget(self.preview)
        column.addStretch(1)
        layout = framed(
            self, "Yêu cầu báo cáo", "Văn bản mà báo cáo này trả lời; hạn gửi được nhắc ở Trang đầu."
        )
        layout.addWidget(ScrollingColumn(fields), 1)
        layout.addWidget(buttons)
        size_dialog(self, 660, 470)

    def changed(self, report: Report) -> Report:
        """Put the request into ``report``, and the sentence where it is wanted."""
        report = replace(report, request=self._request())
        if not self.rewrite.isChecked() or report.request is None:
            return report
        return with_opening(report, self.named.text().strip() or None)

    def _request(self) -> Request | None:
        sent, due = self.sent.date(), self.due.date()
        request = replace(
            self._before,
            agency=_text(self.agency),
            number_symbol=number_and_symbol(self.number.text()) or None,
            date=self._before.date if sent is None else sent,
            subject=_text(self.subject),
            due=self._before.due if due is None else due,
        )
        return None if request == Request() else request

    def _follow(self) -> None:
        request = self._request()
        lines = (self.sent, self.due)
        wrong = [f"{line.accessibleName()} chưa đúng: {line.problem()}." for line in lines if line.problem()]
        self.go.setEnabled(not wrong)
        deadline = deadline_text(request, self._today)
        weekday = self.due.weekday()
        due = f"{deadline}{f', {weekday}' if weekday else ''}." if deadline else ""
        self.message.tell("\n".join(wrong))
        self.message.setVisible(bool(wrong))
        self.deadline.setText(due)
        self.deadline.setVisible(bool(due) and not wrong)
        self.preview.setVisible(self.rewrite.isChecked() and request is not None)
        if request is not None:
            self.preview.setText(f"Đoạn mở đầu: “{opening_text(request, self.named.text())}”")


def _field(text: str | None, example: str) -> QLineEdit:
    line = QLineEdit(text or "")
    line.setPlaceholderText(example)
    return line


def _shown() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _text(line: QLineEdit) -> str | None:
    return " ".join(line.text().split()) or None
