"""The panel "Phiếu kiểm tra thể thức": which file, the counts, the lines, and what can be done with one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.compliance.line_list import LineList
from danvan_desktop.gui.compliance.outcomes import counts, to_look_at
from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.widgets.style import GAP, icon
from danvan_desktop.inspection.sheet import ComplianceSheet

HELP = "phieu-kiem-tra"
_WORKING = "Đang xuất thử và đo từng mục…"
_KINDS = {".docx": "Tệp Word", ".pdf": "Tệp PDF"}
_ALL_RIGHT = "Không có chỗ nào cần xem.\nBỏ dấu ở “Chỉ những chỗ cần xem” để đọc cả 56 mục."
_NARROWEST = 300


class SheetPanel(QWidget):
    """Shows the sheets of one or two files. Of a file made elsewhere nothing is gone to or mended."""

    closed = Signal()
    again_wanted = Signal()
    chosen = Signal(object)
    """The :class:`Line` that is now the current one, or None."""
    go_wanted = Signal(object)
    mend_wanted = Signal(object)
    """Of this :class:`Line`."""
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    """This :class:`ComplianceSheet`."""

    def __init__(self, *, of_report: bool, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``of_report``: its places can be gone to and mended."""
        super().__init__(parent)
        self._of_report = of_report
        self._sheets: tuple[ComplianceSheet, ...] = ()
        self.files = QTabBar()
        self.files.setAccessibleName("Tệp được kiểm tra")
        self.files.setExpanding(False)
        self.files.setDrawBase(False)
        self.counts, self.source, self.note = _label(), _label(), _label()
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setAccessibleName("Ghi chú của phiếu")
        self.only = QCheckBox("Chỉ những chỗ cần xem")
        self.only.setChecked(True)
        self.list = LineList()
        self.message = _label()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang kiểm tra thể thức")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.forget()

    def _make_buttons(self) -> None:
        self.go, self.mend = QPushButton(icon("search"), "Đi tới"), QPushButton("Sửa giúp")
        self.again = QPushButton("Kiểm tra lại")
        self.again.setToolTip("Xuất thử báo cáo như nó đang có và đo lại (Ctrl+F7)")
        self.print = QPushButton(icon("print"), "In phiếu…")
        self.save = QPushButton("Lưu phiếu (PDF)…")
        for button in (self.go, self.mend, self.again, self.print, self.save):
            button.setAutoDefault(False)
        self.hide_button = QToolButton()
        self.hide_button.setIcon(icon("close"))
        self.hide_button.setAutoRaise(True)
        self.hide_button.setAccessibleName("Ẩn phiếu kiểm tra")
        self.hide_button.setToolTip("Ẩn phiếu kiểm tra; mở lại bằng Ctrl+F7")

    def _lay_out(self) -> None:
        title = QLabel("Phiếu kiểm tra thể thức")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.message)
        acts, ends = QHBoxLayout(), QHBoxLayout()
        acts.addWidget(self.go, 1)
        acts.addWidget(self.mend, 1)
        acts.addWidget(self.again, 1)
        ends.addWidget(self.print, 1)
        ends.addWidget(self.save, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(head)
        for widget in (self.files, self.source, self.counts, self.only, self.progress):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        column.addLayout(acts)
        column.addLayout(ends)
        self.setMinimumWidth(_NARROWEST)
        for button in (self.hide_button, self.go, self.mend, self.again):
            button.setVisible(self._of_report)

    def _connect(self) -> None:
        self.files.currentChanged.connect(self._show)
        self.only.toggled.connect(self._show)
        self.list.chosen.connect(self._on_chosen)
        self.list.itemActivated.connect(self._go)
        self.go.clicked.connect(self._go)
        self.mend.clicked.connect(lambda: self.mend_wanted.emit(self.list.line()))
        self.again.clicked.connect(self.again_wanted)
        self.hide_button.clicked.connect(self.closed)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.sheet))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.sheet))

    def event(self, event: QEvent) -> bool:
        """Keep F1 from the window: here it is about the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_help(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the topic of the sheet."""
        if _is_help(event):
            HelpWindow(HELP, self.window()).show()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ what is shown

    @property
    def sheet(self) -> ComplianceSheet | None:
        """The sheet that is shown."""
        index = self.files.currentIndex()
        return self._sheets[index] if 0 <= index < len(self._sheets) else None

    def show_working(self) -> None:
        """Say that files are being measured; what was shown before stays readable."""
        self.progress.show()
        self.again.setEnabled(False)
        self.note.hide()
        if not self._sheets:
            self._say_instead(_WORKING)

    def show_sheets(self, sheets: tuple[ComplianceSheet, ...]) -> None:
        """Show the sheets of files; the kind of file that was looked at stays in front."""
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
        """Say why there is no sheet."""
        self._sheets = ()
        self._rest()
        self._show()
        self._say_instead(text)

    def say(self, text: str) -> None:
        """Say in one line under the list what was done, or that the report has changed."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def forget(self) -> None:
        """Show nothing: another report comes."""
        self.show_problem("")
        self.say("")

    def allow(self, *, places: str, mend: str) -> None:
        """Let the chosen line be gone to and mended: with what each button says of it, "" not at all."""
        self.go.setEnabled(bool(places))
        self.go.setToolTip(places or "Mục này không ứng với chỗ nào trong báo cáo")
        self.mend.setEnabled(bool(mend))
        self.mend.setToolTip(mend or "Chương trình không tự sửa mục này được; bấm “Đi tới” để sửa")

    def _rest(self) -> None:
        self.progress.hide()
        self.again.setEnabled(True)

    def _say_instead(self, text: str) -> None:
        self.message.setText(text)
        self._stack.setCurrentWidget(self.message)

    def _show(self) -> None:
        sheet = self.sheet
        for widget in (self.files, self.source, self.counts, self.only):
            widget.setVisible(sheet is not None)
        self.files.setVisible(len(self._sheets) > 1)
        self.print.setEnabled(sheet is not None)
        self.save.setEnabled(sheet is not None)
        if sheet is None:
            self.list.clear()
            self.allow(places="", mend="")
            return
        self.source.setText(sheet.source.name)
        self.counts.setText(counts(sheet, self.palette()))
        self.list.show_sheet(sheet, whole=not self.only.isChecked())
        self._stack.setCurrentWidget(self.list)
        if not self.list.lines():
            self._say_instead(_ALL_RIGHT)

    def _on_chosen(self) -> None:
        self.chosen.emit(self.list.line())

    def _go(self) -> None:
        if self._of_report and self.go.isEnabled():
            self.go_wanted.emit(self.list.line())


def _kind(sheet: ComplianceSheet) -> str:
    name = sheet.source.name.lower()
    return next((label for suffix, label in _KINDS.items() if name.endswith(suffix)), sheet.source.name)


def _is_help(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.HelpContents)


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
