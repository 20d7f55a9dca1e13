"""Dialog "Trình bày": font size, line spacing and margins within the decree, urgency stamp."""

from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.forms.card import Card, FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.look.style_sheet import SIGN
from danvan_desktop.gui.offices.layout_settings_form import SettingsForm
from danvan_desktop.gui.widgets.style import ScrollingColumn, fit_height, spaced
from danvan_desktop.layout import nd30
from danvan_desktop.layout.settings import default_settings, settings_problems
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.presentation import Medium, Presentation

_MEDIA = (("electronic", "Văn bản điện tử (ký số)"), ("paper", "Văn bản giấy (ký tay, đóng dấu)"))
_WIDTH = 864
_ORDINARY = "Không khẩn"
_WHAT_MEDIA_DO = {
    "electronic": "Dấu chỉ mức độ khẩn được in; dòng “Kèm theo” của phụ lục để trống số và ngày.",
    "paper": "Chừa chỗ để văn thư đóng dấu khẩn; dòng “Kèm theo” của phụ lục ghi đủ số và ngày.",
}
_STAMP_CLAUSE = f"Điểm b khoản 2, khoản 3 Mục III {nd30.DECREE}. Văn bản mật không soạn ở đây."
_CORRECTED = "Báo cáo này đang có chỗ ngoài quy định, dưới đây đã đưa về mức gần nhất:"


class PresentationDialog(QDialog):
    """Asks for the page settings of a report; nothing outside the decree can be chosen."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        """Show how ``report`` is presented."""
        super().__init__(parent)
        self.setWindowTitle("Trình bày")
        help_key(self, "trinh-bay")
        self._before = Presentation.of(report)
        self.form = SettingsForm()
        self.medium = _choice("Loại văn bản", _MEDIA)
        self.urgency = _choice("Mức độ khẩn", _urgencies(self._before.urgency))
        self.circulation = _choice("Phạm vi lưu hành", _circulations(self._before.circulation))
        self.what = QLabel()
        self.what.setWordWrap(True)
        self.for_office = QCheckBox("Dùng cỡ chữ, giãn dòng và lề này cho mọi báo cáo &mới của cơ quan")
        self.for_office.setEnabled(bool(report.letterhead.agency))
        if not report.letterhead.agency:
            self.for_office.setToolTip("Ghi cơ quan ban hành ở thẻ Thông tin chung trước đã")
        self._lay_out(report)
        fields = (self.medium, self.urgency, self.circulation, *self.form.fields())
        for field, after in pairwise(fields):  # as they stand, not as they were made
            self.setTabOrder(field, after)
        self.medium.setFocus()
        self.form.load(report.settings or default_settings())
        self.medium.setCurrentIndex(self.medium.findData(report.medium))
        self.urgency.setCurrentIndex(self.urgency.findData(report.marks.urgency))
        self.circulation.setCurrentIndex(self.circulation.findData(report.marks.circulation))
        self.medium.currentIndexChanged.connect(self._show_what)
        self._show_what()
        self.setMinimumWidth(_WIDTH)
        fit_height(self, self._column)

    def _lay_out(self, report: Report) -> None:
        box = Card("Văn bản")
        box.fields(FieldCell("Loại &văn bản", self.medium))
        box.fields(FieldCell("Mức độ &khẩn", self.urgency), FieldCell("Lư&u hành", self.circulation))
        box.column.addWidget(self.what)
        self.what.setMinimumHeight(2 * self.what.fontMetrics().lineSpacing())
        self.what.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.note(_STAMP_CLAUSE)
        buttons, self.go = answers(self, "Á&p dụng")
        self.reset = buttons.addButton("Th&eo mặc định", QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self.form.reset)
        fields = QWidget()
        column = QVBoxLayout(fields)
        spaced(column, margin=0)
        problems = settings_problems(report.settings) if report.settings is not None else ()
        if problems:
            # The clauses stand below, beside the fields.
            short = "; ".join(problem.partition(" (")[0] for problem in problems)
            corrected = QLabel(f"{_CORRECTED} {short[:1].lower()}{short[1:]}.")
            corrected.setWordWrap(True)
            corrected.setProperty(SIGN, "amber")
            corrected.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(corrected)
        self.form.put_beside(box)
        column.addWidget(self.form)
        column.addWidget(self.for_office)
        column.addStretch(1)
        self._column = framed(self)
        self._column.addWidget(ScrollingColumn(fields), 1)
        self._column.addWidget(buttons)

    def value(self) -> Presentation:
        """What was chosen; settings that were not touched stay as they were."""
        settings = self.form.value()
        untouched = self._before.settings is None and settings == default_settings()
        return Presentation(
            None if untouched else settings,
            cast("Medium", self.medium.currentData()),
            self.urgency.currentData(),
            self.circulation.currentData(),
        )

    def _show_what(self) -> None:
        self.what.setText(_WHAT_MEDIA_DO[self.medium.currentData()])


def _urgencies(now: str | None) -> tuple[tuple[str | None, str], ...]:
    """The decree's stamps, the gentlest first; one brought in from elsewhere stays to be chosen."""
    known = [(words, words.capitalize()) for words in reversed(nd30.STAMPS_MM)]
    other = [(now, now)] if now is not None and now not in nd30.STAMPS_MM else []
    return ((None, _ORDINARY), *known, *other)


def _circulations(now: str | None) -> tuple[tuple[str | None, str], ...]:
    """The decree's own two examples (PL I, III.3); another one that is there stays to be chosen."""
    other = [(now, now)] if now is not None and now not in nd30.CIRCULATIONS else []
    return ((None, "Không chỉ dẫn"), *((words, words.capitalize()) for words in nd30.CIRCULATIONS), *other)


def _choice(name: str, choices: tuple[tuple[str | None, str], ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in choices:
        box.addItem(label, value)
    return box
