"""The window that stands while a damaged database is rescued: what is being done, and since when."""

import threading
import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from danvan_desktop.gui.widgets.style import spaced, title_label
from danvan_desktop.store.opening import Work

_TICK_MS = 500
_WIDTH = 560


class RescueProgress(QDialog):
    """Cannot be closed while its thread is at work; killing the program then loses nothing."""

    _told = Signal(str)
    _ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until :meth:`run`."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowTitleHint)
        self.setWindowTitle("Danvan Desktop")
        self.setModal(True)
        self._error: BaseException | None = None
        self._is_at_work = False
        self._since = 0.0
        self.step = QLabel()
        self.step.setAccessibleName("Việc đang làm")
        self.seconds = QLabel()
        self.seconds.setAccessibleName("Đã làm bao lâu")
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._show_seconds)
        self._told.connect(self.step.setText)
        self._ended.connect(self._end)

    def _lay_out(self) -> None:
        why = QLabel(
            "Tệp dữ liệu bị hỏng hoặc bị mất. Phần mềm đang tìm lại các báo cáo và ghi vào một tệp mới; "
            "tệp cũ được giữ lại, không bị xóa.\n\n"
            "Hãy chờ, cửa sổ này tự đóng khi xong. Nếu máy tắt giữa chừng thì cũng không mất thêm gì: "
            "lần mở sau phần mềm làm lại từ đầu."
        )
        why.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Đang lấy lại các báo cáo")
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(title_label("Đang lấy lại các báo cáo"))
        layout.addWidget(why)
        for part in (bar, self.step, self.seconds):
            layout.addWidget(part)
        self.setFixedWidth(_WIDTH)
        why.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # there is no button to be read out
        why.setFocus()

    def run(self, work: Work) -> None:
        """Do ``work`` in a thread of its own and return when it has ended; the event loop goes on.

        Raises:
            BaseException: what ``work`` raised.
        """
        thread = threading.Thread(target=self._do, args=(work,), name="rescue", daemon=True)
        self._is_at_work, self._since = True, time.monotonic()
        self._show_seconds()
        self._clock.start()
        thread.start()
        self.exec()
        thread.join()  # where the event loop was ended from outside
        if self._error is not None:
            raise self._error

    def reject(self) -> None:
        """Stay: Escape closes nothing here."""
        if not self._is_at_work:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the thread is at work."""
        if self._is_at_work:
            event.ignore()
        else:
            super().closeEvent(event)

    def _do(self, work: Work) -> None:
        try:
            work(self._told.emit)
        except BaseException as error:  # noqa: BLE001  raised again in the thread that waits
            self._error = error
        finally:
            self._ended.emit()

    def _end(self) -> None:
        self._is_at_work = False
        self._clock.stop()
        self.accept()

    def _show_seconds(self) -> None:
        self.seconds.setText(f"Đã chạy {time.monotonic() - self._since:.0f} giây.")
