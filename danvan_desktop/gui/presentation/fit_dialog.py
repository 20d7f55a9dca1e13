"""Dialog "Thu gọn cho vừa trang": page settings within the decree that save a page, with page counts."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.widgets.style import fit_height
from danvan_desktop.layout.fit_to_pages import FitStep, Fitting, fitting
from danvan_desktop.layout.settings import changes, default_settings
from danvan_desktop.report.model import Report, Settings

_INTRO = (
    "Những cách dưới đây đều trong khuôn khổ Nghị định 30; cách sau gồm cả các cách trước. "
    "Phần mềm không bao giờ co chữ."
)
_SLIPPED = "Khối ký đứng ở trang cuối gần như trống."
_NOTHING_LEFT = (
    "Không còn gì để thu gọn: khoảng cách, giãn dòng, lề và cỡ chữ đã ở mức nhỏ nhất được phép. "
    "Muốn ngắn hơn thì rút bớt lời văn."
)
_NOTHING_SAVES = "Các cách này chưa bớt được trang nào. Muốn ngắn hơn thì rút bớt lời văn."


class FitDialog(QDialog):
    """Tries the settings in a background job, shows the page count of each, and returns the chosen one."""

    def __init__(self, report: Report, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Begin to try the settings on ``report``."""
        super().__init__(parent)
        self.setWindowTitle("Thu gọn cho vừa trang")
        help_key(self, "trinh-bay")
        self._settings = report.settings or default_settings()
        self._is_gone = False
        self.chosen: FitStep | None = None
        """What was chosen; None: nothing is changed."""
        self.pages = QLabel("Đang tính số trang…")
        self.pages.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang tính số trang")
        self.intro = QLabel(_INTRO)
        self.intro.setWordWrap(True)
        self.ways: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.finished.connect(self._leave)
        jobs.start(partial(_tried, report), self._show, self._fail)

    def _lay_out(self) -> None:
        buttons, self.go = answers(self, "&Thu gọn")
        self.go.setEnabled(False)
        column = self._column = framed(self, "Thu gọn cho vừa trang")
        column.addWidget(self.pages)
        column.addWidget(self.progress)
        column.addWidget(self.intro)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(560)

    def _leave(self) -> None:
        self._is_gone = True

    def _show(self, found: Fitting) -> None:
        """List the settings; the smallest change that saves a page is selected."""
        if self._is_gone:
            return
        self.progress.hide()
        text = f"Báo cáo đang có {found.pages} trang, không kể phụ lục."
        self.pages.setText(f"{text} {_SLIPPED}" if found.slipped else text)
        for way in found.ways:
            self._offer(way)
        first = next((at for at, way in enumerate(found.ways) if way.saves), None)
        if first is not None:
            self.ways[first].setChecked(True)
            self.ways[first].setFocus()
            self.go.setDefault(True)
        else:
            self.summary.setText(_NOTHING_SAVES if found.ways else _NOTHING_LEFT)
        self.intro.setVisible(bool(found.ways))
        if first is not None:  # room for what any of them changes: nothing jumps when another is chosen
            lines = 1 + max(len(changes(self._settings, way.settings)) for way in found.ways)
            self.summary.setMinimumHeight(lines * self.summary.fontMetrics().lineSpacing())
        fit_height(self, self._column)

    def _offer(self, way: FitStep) -> None:
        after = f"còn {way.pages_after} trang" if way.saves else f"vẫn {way.pages_after} trang"
        button = QRadioButton(f"{way.label}: {way.pages_before} trang, {after}")
        button.setEnabled(way.saves)
        button.toggled.connect(partial(self._choose, way))
        self._group.addButton(button)
        self._list.addWidget(button)
        button.show()  # now: what is not shown yet takes no part in the dialog's size
        self.ways.append(button)

    def _choose(self, way: FitStep, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.chosen = way
            self.summary.setText("Sẽ đổi:\n" + _listed(self._settings, way))
            self.go.setEnabled(True)

    def reject(self) -> None:
        """Change nothing."""
        self.chosen = None
        super().reject()

    def _fail(self, error: BaseException) -> None:
        if self._is_gone:
            return
        self.progress.hide()
        self.intro.hide()
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self.pages.setText(error.message)


def _tried(report: Report) -> Fitting:
    """Typeset the report with each of the settings; runs in a background job."""
    from danvan_desktop.fonts import find_fonts

    return fitting(report, find_fonts())


def _listed(before: Settings, way: FitStep) -> str:
    return "\n".join(f"• {change}" for change in changes(before, way.settings))
