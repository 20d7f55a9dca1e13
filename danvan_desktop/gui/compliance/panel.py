"""The panel "Phiếu kiểm tra thể thức": a tab per file, the counts by outcome, the lines and their buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.compliance.line_list import LineList
from danvan_desktop.gui.compliance.outcomes import counts, to_look_at, verdict
from danvan_desktop.gui.help.topic_panel import TopicPanel
from danvan_desktop.gui.importing.file_reading import FileReading
from danvan_desktop.gui.importing.reading_strip import ReadingStrip
from danvan_desktop.gui.look.style_sheet import CARDS, QUIET
from danvan_desktop.gui.widgets.side.header import PanelHeader
from danvan_desktop.gui.widgets.style import GAP, larger
from danvan_desktop.inspection.sheet import ComplianceSheet

HELP = "phieu-kiem-tra"
_WORKING = {True: "Đang xuất thử và đo từng mục…", False: "Đang đo từng mục…"}
"""Of the open report, and of a file."""
_KINDS = {".docx": "Tệp Word", ".pdf": "Tệp PDF"}
_ALL_RIGHT = "Không có chỗ nào cần xem.\nBỏ dấu ở “Chỉ những chỗ cần xem” để đọc cả {count} mục."
_NARROWEST = 300
_VERDICT = 1.25
"""How much larger the verdict is than the window's letters."""


class SheetPanel(TopicPanel):
    """Shows the sheets of one or two files; "Đi tới" and "Sửa giúp" only for the open report."""

    closed = Signal()
    check_wanted = Signal()
    chosen = Signal(object)
    """The :class:`SheetLine` that is now the current one, or None."""
    place_wanted = Signal(object)
    """"Đi tới" for this :class:`SheetLine`."""
    correction_wanted = Signal(object)
    """"Sửa giúp" for this :class:`SheetLine`."""
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    """This :class:`ComplianceSheet`."""

    def __init__(self, *, of_report: bool, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``of_report``: its places can be gone to and corrected."""
        super().__init__(HELP, parent)
        self._of_report = of_report
        self._sheets: tuple[ComplianceSheet, ...] = ()
        self.files = QTabBar()
        self.files.setAccessibleName("Tệp được kiểm tra")
        self.files.setExpanding(False)
        self.files.setDrawBase(False)
        self.files.setProperty(CARDS, True)
        self.header = PanelHeader("Phiếu kiểm tra thể thức", "Ctrl+F7")
        self.verdict, self.counts, self.source, self.note = _label(), _label(), _label(), _label()
        font = larger(self.verdict.font(), _VERDICT)
        font.setWeight(QFont.Weight.DemiBold)
        self.verdict.setFont(font)
        self.verdict.setAccessibleName("Kết quả kiểm tra")
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setAccessibleName("Ghi chú của phiếu")
        self.faults_only = QCheckBox("Chỉ những chỗ cần xem")
        self.faults_only.setChecked(True)
        self.list = LineList()
        self.message = _label()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang kiểm tra thể thức")
        self.strip = ReadingStrip(in_panel=True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.forget()

    def _make_buttons(self) -> None:
        self.go, self.correct = QPushButton("Đi tới"), QPushButton("Sửa giúp")
        self.clause = QPushButton("Căn cứ")
        self.clause.setProperty(QUIET, True)
        self.clause.setCheckable(True)
        self.clause.setToolTip("Xem quy định và điều khoản của mục này")
        self.check_again = QPushButton("Kiểm tra lại")
        self.check_again.setToolTip("Xuất thử báo cáo như nó đang có và đo lại (Ctrl+F7)")
        self.print = QPushButton("In phiếu…")
        self.save = QPushButton("Lưu phiếu…")
        self.save.setToolTip("Lưu phiếu thành tệp PDF")
        for button in (self.go, self.correct, self.clause, self.check_again, self.print, self.save):
            button.setAutoDefault(False)
        for button in (self.check_again, self.print, self.save):
            button.setProperty(QUIET, True)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.message)
        self.list.hold_buttons(*((self.go, self.correct) if self._of_report else ()), self.clause)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        for button in (self.check_again, self.print, self.save):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, GAP, GAP // 2)
        column.setSpacing(GAP // 2)
        column.addWidget(self.header)
        for widget in (self.verdict, self.counts, self.files, self.source, self.faults_only, self.progress):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        column.addWidget(self.strip)
        column.addLayout(foot)
        self.setMinimumWidth(_NARROWEST)
        self.header.setVisible(self._of_report)
        self.check_again.setVisible(self._of_report)

    def _connect(self) -> None:
        self.files.currentChanged.connect(self._show)
        self.faults_only.toggled.connect(self._show)
        self.list.chosen.connect(self._on_chosen)
        self.list.itemActivated.connect(self._go)
        self.go.clicked.connect(self._go)
        self.correct.clicked.connect(lambda: self.correction_wanted.emit(self.list.line()))
        self.check_again.clicked.connect(self.check_wanted)
        self.header.closed.connect(self.closed)
        self.clause.toggled.connect(self.list.show_clause)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.sheet))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.sheet))

    # ------------------------------------------------------------------ what is shown

    @property
    def sheet(self) -> ComplianceSheet | None:
        """The sheet that is shown."""
        index = self.files.currentIndex()
        return self._sheets[index] if 0 <= index < len(self._sheets) else None

    def follow(self, reading: FileReading) -> None:
        """Show how ``reading`` gets on, and let it be stopped."""
        self.strip.follow(reading)

    def show_working(self) -> None:
        """Show that files are being measured; the sheet before stays readable."""
        self.progress.show()
        self.check_again.setEnabled(False)
        self.note.hide()
        if not self._sheets:
            self._show_message(_WORKING[self._of_report])

    def show_sheets(self, sheets: tuple[ComplianceSheet, ...]) -> None:
        """Show the sheets of files; the kind of file in front before stays in front."""
        kind = _kind(self.sheet) if self.sheet is not None else ""
        self._sheets = sheets
        self._rest()
        self.files.blockSignals(True)
        while self.files.count():
            self.files.removeTab(0)
        for sheet in sheets:
            count = to_look_at(sheet)
            self.files.addTab(f"{_kind(sheet)} ({count})" if count else _kind(sheet))
        kinds = [_kind(sheet) for sheet in sheets]
        self.files.setCurrentIndex(kinds.index(kind) if kind in kinds else 0)
        self.files.blockSignals(False)
        self.files.setVisible(len(sheets) > 1)
        self._show()

    def show_problem(self, text: str) -> None:
        """Show why there is no sheet."""
        self._sheets = ()
        self._rest()
        self._show()
        self._show_message(text)

    def show_note(self, text: str) -> None:
        """Show in one line under the list what was done, or that the report has changed."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def forget(self) -> None:
        """Empty the panel: another report is opened."""
        self.show_problem("")
        self.show_note("")

    def enable_actions(self, *, places: str, corrections: str) -> None:
        """Enable "Đi tới" and "Sửa giúp" for the chosen line with these tooltips; "" disables a button."""
        self.go.setEnabled(bool(places))
        self.go.setToolTip(places or "Mục này không ứng với chỗ nào trong báo cáo")
        self.correct.setEnabled(bool(corrections))
        self.correct.setToolTip(corrections or "Phần mềm không tự sửa mục này được; bấm “Đi tới” để sửa")

    def _rest(self) -> None:
        self.progress.hide()
        self.check_again.setEnabled(True)

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self._stack.setCurrentWidget(self.message)

    def _show(self) -> None:
        sheet = self.sheet
        for widget in (self.verdict, self.files, self.source, self.counts, self.faults_only):
            widget.setVisible(sheet is not None)
        self.files.setVisible(len(self._sheets) > 1)
        self.print.setEnabled(sheet is not None)
        self.save.setEnabled(sheet is not None)
        if sheet is None:
            self.list.clear()
            self.enable_actions(places="", corrections="")
            return
        self.source.setText(sheet.source.name)
        self.verdict.setText(verdict(sheet, self.palette()))
        self.counts.setText(counts(sheet, self.palette()))
        self.counts.setVisible(bool(self.counts.text()))
        self.list.show_sheet(sheet, whole=not self.faults_only.isChecked())
        self._stack.setCurrentWidget(self.list)
        if not self.list.lines():
            self._show_message(_ALL_RIGHT.format(count=len(sheet.lines)))

    def _on_chosen(self) -> None:
        self.chosen.emit(self.list.line())

    def _go(self) -> None:
        if self._of_report and self.go.isEnabled():
            self.place_wanted.emit(self.list.line())


def _kind(sheet: ComplianceSheet) -> str:
    name = sheet.source.name.lower()
    return next((label for suffix, label in _KINDS.items() if name.endswith(suffix)), sheet.source.name)


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
