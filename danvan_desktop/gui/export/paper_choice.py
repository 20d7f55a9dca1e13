"""Radio buttons for the copy to export: "bản dự thảo lấy ý kiến" with its number, or "bản trình ký"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for, next_round
from danvan_desktop.report.model import Report


class PaperChoice(QWidget):
    """Two choices; none for an issued report: it is exported as it was issued."""

    changed = Signal()

    def __init__(self, report: Report, paper: Paper, *, wide: bool, line_numbers: bool) -> None:
        """Offer the papers of ``report``, with ``paper`` and these choices of a draft ticked."""
        super().__init__()
        self._report = report
        self.draft = QRadioButton("Bản &dự thảo lấy ý kiến")
        self.signing = QRadioButton("Bản t&rình ký (không có dấu dự thảo)")
        group = QButtonGroup(self)
        group.addButton(self.draft)
        group.addButton(self.signing)
        self.number = NumberBox(1, next_round(report), next_round(report), "Dự thảo lần thứ")
        self.number.setToolTip("In “DỰ THẢO LẦN …” ở đầu văn bản; mỗi lần xuất tăng một")
        self.wide = QCheckBox("Giãn dòn&g rộng 1,5 dòng để ghi góp ý")
        self.wide.setChecked(wide)
        self.line_numbers = QCheckBox("Đánh &số dòng ở lề trái để tiện góp ý")
        self.line_numbers.setChecked(line_numbers)
        self.line_numbers.setToolTip("Mỗi trang đánh lại từ 1; dòng trong bảng không đánh số, như trong Word")
        times = QHBoxLayout()
        times.setSpacing(GAP)
        times.addWidget(self.draft)
        times.addWidget(QLabel("lần"))
        times.addWidget(self.number)
        times.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        self.issued = QLabel("Bản đã ban hành, có số và ngày")
        if report.state == "issued":
            column.addWidget(self.issued)
            return
        column.addLayout(times)
        for tick in (self.wide, self.line_numbers):
            indented = QHBoxLayout()
            indented.addSpacing(3 * GAP)
            indented.addWidget(tick)
            column.addLayout(indented)
        column.addWidget(self.signing)
        (self.signing if paper == "signing" else self.draft).setChecked(True)
        self._follow()
        self.draft.toggled.connect(self._follow)
        self.number.valueChanged.connect(self.changed)

    def paper(self) -> Paper:
        """Give the chosen paper."""
        if self._report.state == "issued":
            return "plain"
        return "draft" if self.draft.isChecked() else "signing"

    def numbers_lines(self) -> bool:
        """Say whether the lines are to be numbered: of a draft only."""
        return self.paper() == "draft" and self.line_numbers.isChecked()

    def copy(self) -> Report:
        """Make the copy of the report that is printed."""
        return copy_for(self._report, self.paper(), self.number.value(), wide=self.wide.isChecked())

    def _follow(self) -> None:
        for widget in (self.number, self.wide, self.line_numbers):
            widget.setEnabled(self.draft.isChecked())
        self.changed.emit()
