"""Review bar, floating over the text: the place looked at, what stood there last year, what to do with it."""

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFont,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from danvan_desktop.gui.look.style_sheet import FLOAT
from danvan_desktop.gui.widgets.style import GAP, icon
from danvan_desktop.gui.workspace.review.wording import (
    FINISHED,
    LeftElsewhere,
    ReviewedPlace,
    beside,
    counted,
    spoken,
    waiting,
)
from danvan_desktop.report.lifecycle.review_progress import ReviewProgress

_FINISHED_MS = 20_000
"""So long the bar tells that all is done, then it goes by itself."""
_SIGN = 32
"""Width of a button that shows an arrow or a cross."""
_LEAST_WORDS, _WIDEST_WORDS = 130, 320
"""How wide last year's words may be, in device-independent pixels."""


class _Mode(Enum):
    NOTHING = auto()
    WAITING = auto()
    """Something is open, and the cursor is elsewhere."""
    PLACE = auto()
    EDITED = auto()
    FINISHED = auto()
    READ_ONLY = auto()


class ReviewBar(QFrame):
    """Shown while something is *chưa rà* or *chưa sửa*, when all is done, and over an issued report.

    An issued report is read only: nothing is left to review, but a report can be made in its place.
    Whoever holds the bar says where it lies; :attr:`changed` tells when it may have another size.
    """

    changed = Signal()
    """It is shown, hidden, or as large as it was not before."""
    closed = Signal()
    """The person does not want to see it."""
    stood_aside = Signal(bool)
    """It leaves the place to something else (True), or is back."""

    def __init__(self, parent: QWidget, *, previous: QAction, following: QAction) -> None:
        """Lie over ``parent``; ``previous`` and ``following`` lead through the places."""
        super().__init__(parent)
        self._stage = parent
        parent.addActions([previous, following])  # their keys work while the bar is hidden
        self.setProperty(FLOAT, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Thanh rà soát")
        self.label, self.words = _strong_label(), _ElidedLabel()
        self.label.setAccessibleName("Chỗ đang rà")
        self.words.setAccessibleName("Năm trước")
        self.previous = _sign("previous", "Chỗ trước", previous.toolTip())
        self.previous.clicked.connect(previous.trigger)
        self.following = _sign("following", "Chỗ cần rà tiếp theo", following.toolTip())
        self.following.clicked.connect(following.trigger)
        self._buttons: dict[QPushButton, set[_Mode]] = {}
        self._on = _primary(following, "Rà tiếp")
        self._close = _sign("close", "Ẩn thanh rà soát", "Ẩn thanh rà soát (Esc); mở lại bằng F8")
        self._close.clicked.connect(self.dismiss)
        self._mode, self._is_dismissed, self._is_aside = _Mode.NOTHING, False, False
        self._told: tuple[_Mode, str, ReviewedPlace] | None = None
        self._count = ""
        self._read_only, self._place = "", ReviewedPlace(0, 0, "", "")
        self._of_window: list[tuple[QAction, QPushButton]] = []
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), parent, self.dismiss)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._end = QTimer(self, singleShot=True, interval=_FINISHED_MS)
        self._end.timeout.connect(self.forget_finished)
        self._lay_out()
        self._take(self._on, {_Mode.WAITING, _Mode.EDITED})
        self.hide()

    def _lay_out(self) -> None:
        self._texts, self._acts = QHBoxLayout(), QHBoxLayout()
        for widget in (self.previous, self.following, self.label, self.words):
            self._texts.addWidget(widget)
        self._texts.addStretch(1)
        self._texts.setSpacing(GAP)
        self._acts.setSpacing(GAP)
        self._acts.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self._rows.setSpacing(2 * GAP)
        self._rows.addLayout(self._texts)
        self._rows.addLayout(self._acts)
        self._acts.addWidget(self._close)

    def offer_place_actions(self, edit: QAction, keep: QAction, paragraph: QAction) -> None:
        """Give buttons to what can be done at a place: ``keep`` is the one that is filled."""
        self._stage.addActions([edit, keep, paragraph])
        self._take(_plain(edit, "Sửa"), {_Mode.PLACE})
        self._take(_plain(paragraph, "Cả đoạn đúng"), {_Mode.PLACE})
        self._take(_primary(keep, "Chỗ này đúng"), {_Mode.PLACE})

    def offer_what_is_left(self, remarks: QAction, sheet: QAction) -> None:
        """Give buttons to where something may be left when the review is done."""
        self._remarks = _plain(remarks, "Việc chưa xong")
        self._take(self._remarks, {_Mode.FINISHED})
        self._take(_plain(sheet, "Phiếu kiểm tra thể thức"), {_Mode.FINISHED})

    def offer(self, *actions: QAction) -> None:
        """Give ``actions`` of the window a button each while they can be used and no place is looked at."""
        for action in actions:
            button = _plain(action, "")
            self._of_window.append((action, button))
            self._take(button, {_Mode.READ_ONLY, _Mode.WAITING, _Mode.NOTHING})
            action.changed.connect(self._show)
        self._show()

    def _take(self, button: QPushButton, modes: set[_Mode]) -> None:
        self._buttons[button] = modes
        self._acts.insertWidget(self._acts.count() - 1, button)
        self.setTabOrder(button, self._close)

    # ------------------------------------------------------------------ what is shown

    @property
    def is_wanted(self) -> bool:
        """Whether there is anything to show, and the person wants to see it."""
        offered = any(action.isVisible() for action, _ in self._of_window)
        something = bool(self._read_only) or self._mode is not _Mode.NOTHING or offered
        return something and not self._is_dismissed and not self._is_aside

    @property
    def is_aside(self) -> bool:
        """Whether it leaves the place to something else."""
        return self._is_aside

    def show_waiting(self, progress: ReviewProgress) -> None:
        """Say how much is open; nothing: say nothing, unless the review has just ended."""
        self._count = waiting(progress)
        if self._count or self._mode is not _Mode.FINISHED:
            self._turn_to(_Mode.WAITING if self._count else _Mode.NOTHING)

    def show_place(self, place: ReviewedPlace) -> None:
        """Show ``place``, and announce it where it is another one."""
        is_new = place != self._place or self._mode is not _Mode.PLACE
        self._place = place
        self._turn_to(_Mode.EDITED if place.is_edited else _Mode.PLACE)
        if is_new and not place.is_edited:
            self._announce(spoken(place))

    def show_finished(self, left: LeftElsewhere) -> None:
        """Say that all is done, what is left elsewhere, and go after a while."""
        self._left = left
        self._is_dismissed = False
        self._turn_to(_Mode.FINISHED)
        self._show()
        self._end.start()
        self._announce(". ".join(filter(None, (FINISHED, left.deadline))))

    def set_read_only(self, why: str) -> None:
        """Say why the report may only be read, in place of what is open in it; "": it may be edited."""
        self._read_only = why
        self._is_dismissed = False
        self._show()

    def dismiss(self) -> None:
        """Hide until it is asked for."""
        self._is_dismissed = True
        self.forget_finished()
        self._show()
        self.closed.emit()

    def bring_back(self) -> None:
        """Show it again, where it was hidden."""
        self._is_dismissed = False
        self.stand_aside(aside=False)
        self._show()

    def stand_aside(self, *, aside: bool) -> None:
        """Hide as long as something else leads through the text; :meth:`bring_back` ends it, too."""
        if aside != self._is_aside:
            self._is_aside = aside
            self.stood_aside.emit(aside)
            self.changed.emit()

    def forget_finished(self) -> None:
        """Say no longer that all is done: it was read, or another report is shown."""
        self._end.stop()
        if self._mode is _Mode.FINISHED:
            self._turn_to(_Mode.NOTHING)

    def _turn_to(self, mode: _Mode) -> None:
        if mode is not _Mode.FINISHED:
            self._end.stop()
        told = mode, self._count, self._place
        if told != self._told:  # the cursor tells of the same at every key
            self._mode, self._told = mode, told
            self._show()

    def _show(self) -> None:
        mode = _Mode.READ_ONLY if self._read_only else self._mode
        label, words = self._texts_of(mode)
        self.label.setText(label)
        self.words.show_text(words)
        for sign in (self.previous, self.following):
            sign.setVisible(mode in {_Mode.PLACE, _Mode.EDITED})
        for button, modes in self._buttons.items():
            button.setVisible(mode in modes)
        for action, button in self._of_window:
            button.setVisible(mode in self._buttons[button] and action.isVisible())
        self.label.setVisible(bool(label))
        if mode is _Mode.FINISHED:
            remarks = self._left.remarks
            self._remarks.setText(f"Việc chưa xong ({remarks})")
            self._remarks.setAccessibleName(self._remarks.text())
            self._remarks.setVisible(bool(remarks))
        self._on.setText("Tiếp theo   F8" if mode is _Mode.EDITED else "Rà tiếp   F8")
        self.changed.emit()

    _left = LeftElsewhere()
    _remarks: QPushButton

    def _texts_of(self, mode: _Mode) -> tuple[str, str]:
        match mode:
            case _Mode.READ_ONLY:
                return self._read_only, ""
            case _Mode.PLACE | _Mode.EDITED:
                return counted(self._place), beside(self._place)
            case _Mode.FINISHED:
                return f"✓ {FINISHED}", self._left.deadline
            case _:
                return self._count, ""

    # ------------------------------------------------------------------ size and keys

    def size_in(self, room: int) -> QSize:
        """Return the size it takes where ``room`` pixels are there across: in one line or in two."""
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(2 * GAP)
        left = room - self._width_with(0)
        if left < min(_LEAST_WORDS, self.words.whole_width()):
            self._rows.setDirection(QBoxLayout.Direction.TopToBottom)
            self._rows.setSpacing(GAP // 2)
            left = room - self._texts.minimumSize().width() - 4 * GAP
        width = min(self._width_with(min(max(left, _LEAST_WORDS), _WIDEST_WORDS)), room)
        return QSize(width, self._rows.totalSizeHint().height())

    def _width_with(self, words: int) -> int:
        """Return how wide the bar is where last year's words are cut to ``words`` pixels."""
        self.words.cut_to(words)
        for layout in (self._texts, self._acts, self._rows):
            layout.invalidate()
        return self._rows.totalSizeHint().width()

    def showEvent(self, event: QShowEvent) -> None:
        """Take Esc, in the text too."""
        super().showEvent(event)
        self._escape.setEnabled(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave Esc to others."""
        super().hideEvent(event)
        self._escape.setEnabled(False)

    def _announce(self, text: str) -> None:
        self.setAccessibleDescription(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


class _ElidedLabel(QLabel):
    """One line that is cut with dots where there is no room; the tool tip says all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(FLOAT, "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show ``text``; "" hides the line."""
        self._whole = text
        self.cut_to(_WIDEST_WORDS)
        self.setVisible(bool(text))

    def whole_width(self) -> int:
        """Return how wide the whole text is."""
        return self.fontMetrics().horizontalAdvance(self._whole)

    def cut_to(self, width: int) -> None:
        """Show as much as ``width`` pixels have room for."""
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width) if width else ""
        self.setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


def _strong_label() -> QLabel:
    label = QLabel()
    label.setProperty(FLOAT, True)
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _sign(sign: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(icon(sign, "on_float"), "")
    button.setProperty(FLOAT, "sign")
    button.setFixedWidth(_SIGN)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _plain(action: QAction, text: str) -> QPushButton:
    return _act(action, text, "true")


def _primary(action: QAction, text: str) -> QPushButton:
    return _act(action, text, "primary")


def _act(action: QAction, text: str, kind: str) -> QPushButton:
    """Return a button that is ``action`` under its own ``text``, with its key where it is the filled one."""
    button = QPushButton()
    button.setProperty(FLOAT, kind)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        name = text or action.text().replace("&", "")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(name.rstrip("…"))
        button.setToolTip(action.toolTip())
        button.setText(f"{name}   {key}" if key and kind == "primary" else name)

    follow()
    action.changed.connect(follow)
    return button
