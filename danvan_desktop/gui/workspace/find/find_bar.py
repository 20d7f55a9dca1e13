"""The find bar under the tool bar: what is looked for, how many there are, next, previous, replacing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.widgets.buttons import icon_button
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.find.matcher import Query

HELP = "tim-va-thay-the"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LONGEST = 250


class FindBar(QWidget):
    """Shown while something is looked for. It knows no report: it shows numbers and says what is wanted."""

    query_changed = Signal()
    """:attr:`query` is another one."""
    step_wanted = Signal(int)
    """1: the next hit is to be shown, -1: the one before."""
    replace_wanted = Signal()
    """The hit that is shown is to be replaced by :attr:`replacement`'s text."""
    replace_all_wanted = Signal()
    undo_wanted = Signal()
    closed = Signal()

    def __init__(self, toggle_list: QAction, parent: QWidget | None = None) -> None:
        """``toggle_list`` shows the list of all hits; it gets a button."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.words = _Field("Tìm", "Chữ cần tìm")
        self.words.enter_pressed.connect(self.step_wanted)
        self.words.textChanged.connect(lambda _: self.query_changed.emit())
        self.counter = QLabel()
        self.counter.setAccessibleName("Chỗ thứ mấy trong số tìm thấy")
        self.counter.setMinimumWidth(self.counter.fontMetrics().horizontalAdvance("Không thấy"))
        self.previous = _icon_button("move-up", "Chỗ trước", "Shift+F3", partial(self.step_wanted.emit, -1))
        self.next = _icon_button("move-down", "Chỗ tiếp theo", "F3", partial(self.step_wanted.emit, 1))
        self.exact = _option("Phân biệt hoa thường, dấu", "Bỏ dấu ở đây thì gõ “dan van” cũng thấy “Dân vận”")
        self.whole_words = _option("Cả từ", "Không kể chỗ nằm giữa một từ khác")
        for box in (self.exact, self.whole_words):
            box.toggled.connect(lambda _: self.query_changed.emit())
        self.list = QToolButton()
        self.list.setDefaultAction(toggle_list)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setAccessibleName("Danh sách chỗ tìm thấy")
        self.close_button = _icon_button("close", "Đóng ô tìm", "Esc", self.closed.emit)
        self._make_replacing()
        self._lay_out()
        self.show_replacing(on=False)
        self.hide()

    def _make_replacing(self) -> None:
        self.replacement = _Field("Thay bằng", "Chữ thay vào; để trống là xóa chữ tìm thấy")
        self.replacement.enter_pressed.connect(lambda _: self.replace_wanted.emit())
        self.replace = _button(
            "Thay", "Thay chỗ đang chọn rồi sang chỗ tiếp theo (Enter)", self.replace_wanted.emit
        )
        self.replace_all = _button(
            "Thay tất cả",
            "Thay mọi chỗ trong cả báo cáo; một lần hoàn tác là trở lại",
            self.replace_all_wanted.emit,
        )
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = _button("Hoàn tác", "Trở lại như trước khi thay (Ctrl+Z)", self.undo_wanted.emit)

    def _lay_out(self) -> None:
        above, self._replacing = QHBoxLayout(), QWidget()
        for widget in (self.counter, self.previous, self.next, self.exact, self.whole_words, self.list):
            above.addWidget(widget)
        above.addStretch(1)
        below = QHBoxLayout(self._replacing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.replace)
        below.addWidget(self.replace_all)
        below.addWidget(self.undo)
        below.addWidget(self.message, 1)
        self._label = QLabel("Thay bằng:")
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GAP, GAP // 4, GAP, GAP // 4)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 4)
        grid.addWidget(QLabel("Tìm:"), 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addLayout(above, 0, 2)
        grid.addWidget(self.close_button, 0, 3)
        grid.addWidget(self._label, 1, 0)
        grid.addWidget(self.replacement, 1, 1)
        grid.addWidget(self._replacing, 1, 2, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        QWidget.setTabOrder(self.words, self.replacement)

    # ------------------------------------------------------------------ what is asked for

    def query(self) -> Query:
        """What is looked for."""
        return Query(self.words.text(), self.exact.isChecked(), self.whole_words.isChecked())

    def ask(self, text: str) -> None:
        """Take ``text``, unless there is none, as what is looked for, and get the keyboard."""
        if text:
            self.words.setText(text)
        self.words.setFocus()
        self.words.selectAll()

    @property
    def is_replacing(self) -> bool:
        """Whether the row for replacing is shown."""
        return not self._replacing.isHidden()

    def show_replacing(self, *, on: bool) -> None:
        """Show the row for replacing, or hide it.

        What is replaced without a look at each is meant as it is typed: "xã" is not "xa".
        """
        if on and not self.is_replacing:
            self.exact.setChecked(True)
        for widget in (self._label, self.replacement, self._replacing):
            widget.setVisible(on)
        self.say("")

    # ------------------------------------------------------------------ what is shown

    def show_count(self, current: int | None, count: int, *, changeable: int) -> None:
        """Show that the hit ``current`` of ``count`` is selected; ``changeable`` of them can be replaced."""
        if current is not None:
            text = f"{current + 1}/{count}"
        elif count:
            text = f"{count} chỗ"
        else:
            text = "Không thấy" if self.words.text() else ""
        self.counter.setText(text)
        for button in (self.previous, self.next):
            button.setEnabled(bool(count))
        for action in (self.replace, self.replace_all):
            action.setEnabled(bool(changeable))

    def say(self, message: str, *, can_undo: bool = False) -> None:
        """Say what was replaced, and offer to undo it."""
        self.message.setText(message)
        self.message.setAccessibleName(message)
        self.undo.setVisible(can_undo)

    def event(self, event: QEvent) -> bool:
        """Keep F1 from the window: here it is about finding."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_help(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif _is_help(event):
            HelpWindow(HELP, self.window()).show()
        else:
            super().keyPressEvent(event)


def _is_help(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.HelpContents)


class _Field(QLineEdit):
    """A line of words; Enter is heard of, with Shift backwards."""

    enter_pressed = Signal(int)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(140)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; all else is Qt's."""
        if event.key() in _ENTER:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.enter_pressed.emit(-1 if backwards else 1)
        else:
            super().keyPressEvent(event)


def _option(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    return box


def _button(text: str, tip: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: act())
    return button


def _icon_button(icon_name: str, text: str, key: str, act: Callable[[], object]) -> QToolButton:
    button = icon_button(icon_name, text, f"{text} ({key})")
    button.clicked.connect(lambda _: act())
    return button
