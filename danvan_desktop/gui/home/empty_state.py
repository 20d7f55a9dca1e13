"""What stands in the place of an empty list: how one begins, in three steps, or why nothing is shown."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.style_sheet import CARD, LARGE, PRIMARY, QUIET, SIGN
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.buttons import follow
from danvan_desktop.gui.widgets.style import GAP, heading_label, icon, larger

_STEPS = (
    ("next-year", "1. Mở báo cáo năm trước", "Tệp Word hoặc PDF. Năm được nâng lên, số và ngày để trống."),
    ("search", "2. Rà từng chỗ cũ", "Số liệu, ngày tháng, văn bản của năm trước được đánh dấu sẵn."),
    ("export", "3. Xuất tệp trình ký", "Word và PDF đúng thể thức Nghị định 30, kèm phiếu kiểm tra."),
)
_DISC = 56
_STEPS_WIDTH = 820


class Disc(QWidget):
    """An icon on a soft round ground."""

    def __init__(self, name: str) -> None:
        """Show the icon ``name``."""
        super().__init__()
        self._name = name
        self.setFixedSize(_DISC, _DISC)

    def show_icon(self, name: str) -> None:
        """Show the icon ``name``."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).accent_soft))
        painter.drawEllipse(QRectF(self.rect()))
        side = _DISC * 3 // 7
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        icon(self._name, "accent").paint(painter, place)
        painter.end()


class Arrow(QWidget):
    """A thin arrow from one step to the next."""

    def __init__(self) -> None:
        """Take as much room as the arrow needs."""
        super().__init__()
        self.setFixedSize(QSize(4 * GAP, _DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self.palette()).edge), 1.6))
        middle, end = self.height() / 2, self.width() - 3.0
        painter.drawLine(QPointF(3, middle), QPointF(end, middle))
        for side in (-5, 5):
            painter.drawLine(QPointF(end - 5, middle + side), QPointF(end, middle))
        painter.end()


class FirstSteps(QFrame):
    """Shown while there is no report: three steps, and the buttons that begin."""

    def __init__(self, commands: Commands) -> None:
        """Let the buttons be those of ``commands``."""
        super().__init__()
        self.setProperty(CARD, True)
        self.begin = follow(commands.next_year, QPushButton(icon("next-year", "on_accent"), ""), short=True)
        self.begin.setProperty(PRIMARY, True)
        self.begin.setProperty(LARGE, True)
        self.outline = follow(commands.new, QPushButton(icon("new", "accent"), ""), short=True)
        self.outline.setProperty(LARGE, True)
        self.bring_in = follow(commands.bring_in, QPushButton(icon("import", "accent"), ""), short=True)
        self.bring_in.setProperty(LARGE, True)
        self.sample = follow(commands.sample, QPushButton())
        self.sample.setProperty(QUIET, True)
        head = heading_label("Bắt đầu từ báo cáo năm trước")
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        three = QWidget()
        three.setMaximumWidth(_STEPS_WIDTH)
        steps = QHBoxLayout(three)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(GAP)
        for number, (name, title, text) in enumerate(_STEPS):
            if number:
                steps.addWidget(Arrow(), 0, Qt.AlignmentFlag.AlignTop)
            steps.addLayout(_step(name, title, text), 1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(three, 100)
        middle.addStretch(1)
        three_buttons = QWidget()
        three_buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = FlexRow(three_buttons)
        row.setSpacing(GAP)
        for button in (self.begin, self.outline, self.bring_in):
            row.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(three_buttons, 100)
        buttons.addStretch(1)
        drop = QLabel("hoặc kéo tệp Word, PDF vào cửa sổ này, hoặc dán toàn văn (Ctrl+V)")
        drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        drop.setWordWrap(True)
        drop.setProperty(SIGN, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(2 * GAP)
        column.addStretch(1)
        column.addWidget(head)
        column.addLayout(middle)
        column.addLayout(buttons)
        column.addWidget(drop)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass keys on to the button that begins."""
        super().focusInEvent(event)
        self.begin.setFocus()


def _step(name: str, title: str, text: str) -> QVBoxLayout:
    head, words = QLabel(title), QLabel(text)
    head.setFont(larger(head.font(), 1.0, bold=True))
    words.setProperty(SIGN, "muted")
    column = QVBoxLayout()
    column.setSpacing(GAP)
    column.addWidget(Disc(name), 0, Qt.AlignmentFlag.AlignHCenter)
    for label in (head, words):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch(1)
    return column


class NothingHere(QFrame):
    """Says in a few words why a list is empty, and offers the way on where there is one."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setProperty(CARD, True)
        self._disc = Disc("search")
        self.title, self.text = heading_label(""), QLabel()
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty(SIGN, "muted")
        self.act = QPushButton()
        self._do: Callable[[], object] | None = None
        self.act.clicked.connect(self._on_act)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(GAP)
        column.addStretch(1)
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_text(
        self, icon_name: str, title: str, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show these words, and a button ``action`` that runs ``do`` where there is one."""
        self._disc.show_icon(icon_name)
        self.title.setText(title)
        self.text.setText(text)
        self.act.setText(action)
        self.act.setVisible(do is not None)
        self._do = do

    def show_in_vain(self, words: str, clear: Callable[[], object]) -> None:
        """Say that no report has ``words``; ``clear`` empties the search."""
        text = "Hãy thử từ khác. Không cần gõ dấu; cụm từ trong ngoặc kép phải đứng liền nhau."
        self.show_text("search", f"Không có báo cáo nào khớp với “{words}”", text, "Xóa ô tìm", clear)

    def _on_act(self) -> None:
        if self._do is not None:
            self._do()
