"""Dialog "Bỏ ghi nhận ban hành": takes back an issue that was recorded by mistake, with the reason for it."""

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.report.lifecycle.states import issued_as
from danvan_desktop.report.model import Report

_LONGEST_REASON = 80


class WithdrawIssueDialog(QDialog):
    """The reason is required: the history keeps it."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Say what is recorded of ``report``, which is issued."""
        super().__init__(parent)
        self.setWindowTitle("Bỏ ghi nhận ban hành")
        help_key(self, "tinh-trang")
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.reason.setPlaceholderText("Ví dụ: ghi nhầm báo cáo, báo cáo chưa ký")
        self.reason.setAccessibleName("Lý do bỏ ghi nhận")
        self.blank = QCheckBox("Bỏ &cả số và ngày đã ghi, để trống như trước khi ban hành")
        self.blank.setChecked(True)
        self.message = FaultLine()
        buttons, self.go = answers(self, "&Bỏ ghi nhận")
        layout = framed(
            self,
            "Bỏ ghi nhận ban hành",
            f"Đang ghi nhận {issued_as(report)}. Chỉ dùng khi ghi nhận nhầm: báo cáo trở lại “Trình ký” và "
            "sửa được; lý do và báo cáo như lúc này được giữ mãi ở “Lịch sử sửa đổi”. Báo cáo đã gửi đi thật "
            "mà có sai sót thì dùng “Lập báo cáo thay thế”.",
        )
        layout.addWidget(FieldCell("&Lý do", self.reason))
        layout.addWidget(self.blank)
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.reason.textChanged.connect(self._check)
        self._check()
        self.reason.setFocus()
        self.resize(580, self.sizeHint().height())

    def why(self) -> str:
        """Give the reason."""
        return " ".join(self.reason.text().split())

    def _check(self) -> None:
        self.message.tell("" if self.why() else "Hãy ghi lý do bỏ ghi nhận.")
        self.go.setEnabled(bool(self.why()))
