"""Strip at the foot of the window while a file is being read: what, since when, how far, and "Thôi"."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from danvan_desktop.gui.importing.file_reading import FileReading
from danvan_desktop.gui.widgets.style import GAP

AT_ONCE_SECONDS = 0.5
"""What is read sooner needs no word."""
_LOOK_MS = 100
_BAR = 180


class ReadingStrip(QFrame):
    """Hidden while nothing is being read for long."""

    said = Signal(str)
    """A word for the status bar: the reading was stopped."""

    def __init__(self, *, in_panel: bool = False) -> None:
        """Show nothing yet; ``in_panel``: there is a bar already, and Escape means something else."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._reading: FileReading | None = None
        self._focus: QWidget | None = None
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a long name
        self.how_far = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Đang đọc tệp")
        self.bar.setFixedWidth(_BAR)
        self.stop = QPushButton("Thôi")
        self.stop.setToolTip("Thôi đọc tệp này; chưa lấy gì từ tệp")
        self.stop.setAutoDefault(False)  # Enter means something else in the window around it
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.how_far)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        if in_panel:
            self.bar.hide()
        else:
            self.stop.setShortcut(QKeySequence(Qt.Key.Key_Escape))
            self.stop.setToolTip(f"{self.stop.toolTip()} (Esc)")
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)
        self.hide()

    def follow(self, reading: FileReading) -> None:
        """Show what ``reading`` does; of several the one that began last."""
        reading.begun.connect(lambda: self._begin(reading))
        reading.ended.connect(lambda: self._end(reading))
        reading.stopped.connect(lambda: self.said.emit("Đã thôi đọc tệp; chưa lấy gì từ tệp."))

    def _begin(self, reading: FileReading) -> None:
        self._reading = reading
        self.stop.setEnabled(True)
        self._clock.start()

    def _end(self, reading: FileReading) -> None:
        if self._reading is not reading:
            return
        self._reading = None
        self._clock.stop()
        self._give_keys_back()
        self.hide()

    def _give_keys_back(self) -> None:
        """Before the button with the keyboard is hidden or disabled, else Qt lets keys go to what is next."""
        if self.stop.hasFocus() and self._focus is not None:
            self._focus.setFocus()

    def _look(self) -> None:
        reading = self._reading
        if reading is None or reading.seconds < AT_ONCE_SECONDS:
            return
        page, pages = reading.pages
        seconds = f"{int(reading.seconds)} giây" if reading.seconds >= 1 else ""
        where = f"trang {page} trong {pages}" if pages > 1 else ""
        self.label.setText(reading.notice)
        self.how_far.setText(", ".join(filter(None, (seconds, where))))
        self.bar.setRange(0, pages if page < pages else 0)
        self.bar.setValue(page)
        if not self.isVisible():
            self._focus = self.window().focusWidget()
            self.show()

    def _on_stop(self) -> None:
        if self._reading is not None:
            self._give_keys_back()
            self.stop.setEnabled(False)
            self._reading.stop()
