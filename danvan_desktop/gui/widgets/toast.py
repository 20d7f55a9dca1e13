"""Toast (snackbar): says what was done and offers to take it back; it moves nothing and goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from danvan_desktop.gui.look.style_sheet import FLOAT
from danvan_desktop.gui.widgets.style import GAP, icon

SHORT_MS, LONG_MS = 5000, 10_000
"""How long one is read, and one with something to do."""
_ABOVE_FOOT = 48
"""From the lower edge of the window: above its status bar, in device-independent pixels."""


class Toasts(QFrame):
    """Shows one at a time above the lower edge of ``window``; a newer one takes its place.

    While the pointer is on it, or the keyboard in it, it stays.
    """

    def __init__(self, window: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window = window
        self._do: Callable[[], object] | None = None
        self.keep_clear: Callable[[], int] = lambda: 0
        """How much more of the lower edge is taken by what is not to be covered."""
        self.setProperty(FLOAT, True)
        self.label = QLabel()
        self.label.setProperty(FLOAT, True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.act = QPushButton()
        self.act.setProperty(FLOAT, True)
        self.act.clicked.connect(self._on_act)
        self.dismiss = QPushButton(icon("close", "on_float"), "")
        self.dismiss.setProperty(FLOAT, True)
        self.dismiss.setFlat(True)
        self.dismiss.setAccessibleName("Đóng thông báo")
        self.dismiss.setToolTip("Đóng thông báo")
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.label, 1)
        row.addWidget(self.act)
        row.addWidget(self.dismiss)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self._go)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, with a button ``action`` that runs ``do`` once where there is something to do."""
        self.label.setText(text)
        self.label.setToolTip(text)
        self.act.setText(action)
        self.act.setVisible(do is not None)
        self._do = do
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._leave.start(SHORT_MS if do is None else LONG_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self) -> None:
        """Take it away: what it says, or offers, is no longer true."""
        self._do = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is looked at."""
        self._leave.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer has left."""
        self._leave.start(SHORT_MS)
        super().leaveEvent(event)

    def _place(self) -> None:
        widest = self._window.width() - 4 * GAP
        self.label.setWordWrap(False)
        wanted = self.sizeHint().width()
        self.label.setWordWrap(wanted > widest)
        width = min(wanted, widest)
        height = self.heightForWidth(width) if wanted > widest else self.sizeHint().height()
        below = self._window.height() - _ABOVE_FOOT - self.keep_clear()
        self.setGeometry((self._window.width() - width) // 2, below - height, width, height)

    def _go(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._leave.start(SHORT_MS)
        else:
            self.hide()

    def _on_act(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()
