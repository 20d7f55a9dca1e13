"""Cards for the copy to export: "bản dự thảo lấy ý kiến" with its number, or "bản trình ký"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.choice_card import ChoiceCard
from danvan_desktop.gui.forms.flex_row import FlexRow
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
        self._draft_card = ChoiceCard("Bản &dự thảo lấy ý kiến", "In “DỰ THẢO LẦN …” ở đầu.")
        self._signing_card = ChoiceCard(
            "Bản t&rình ký", "Không có dấu dự thảo; chừa chỗ cho số, ngày, chữ ký."
        )
        self.draft, self.signing = self._draft_card.radio, self._signing_card.radio
        group = QButtonGroup(self)
        group.addButton(self.draft)
        group.addButton(self.signing)
        self.number = NumberBox(1, next_round(report), next_round(report), "Dự thảo lần thứ")
        self.number.setToolTip("In “DỰ THẢO LẦN …” ở đầu; mỗi lần xuất tăng một")
        self.wide = QCheckBox("Giãn dòn&g 1,5 để ghi góp ý")
        self.wide.setChecked(wide)
        self.line_numbers = QCheckBox("Đánh &số dòng ở lề trái")
        self.line_numbers.setChecked(line_numbers)
        self.line_numbers.setToolTip("Mỗi trang đánh lại từ 1; dòng trong bảng không đánh số, như trong Word")
        self._of_draft = QWidget()
        self.issued = QLabel("Bản đã ban hành, có số và ngày")
        if report.state == "issued":
            only = QVBoxLayout(self)
            only.setContentsMargins(0, 0, 0, 0)
            only.addWidget(self.issued)
            return
        self._lay_out()
        (self.signing if paper == "signing" else self.draft).setChecked(True)
        self._follow()
        self.draft.toggled.connect(self._follow)
        self.number.valueChanged.connect(self.changed)

    def _lay_out(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(GAP)
        times.addWidget(QLabel("Dự thảo lần"))
        times.addWidget(self.number)
        times.addStretch(1)
        column = QVBoxLayout(self._of_draft)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(times)
        for tick in (self.wide, self.line_numbers):
            column.addWidget(tick)
        self._draft_card.column.addWidget(self._of_draft)
        row = FlexRow(self)
        for card in (self._draft_card, self._signing_card):
            card.finish()
            row.addWidget(card)

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
        is_draft = self.draft.isChecked()
        for widget in (self.number, self.wide, self.line_numbers):
            widget.setEnabled(is_draft)
        self._of_draft.setVisible(is_draft)  # the list of what is open has the room meanwhile
        self.changed.emit()
