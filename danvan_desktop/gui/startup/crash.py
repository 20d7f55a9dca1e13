"""Crash handler (sys.excepthook): saves the report, shows and logs an unexpected error; work goes on."""

import faulthandler
import logging
import platform
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QTextEdit, QWidget

from danvan_desktop import __version__
from danvan_desktop.paths import LOG_NAME

_LOG_BYTES = 500_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)

Save = Callable[[str], bool]


class CrashGuard(QObject):
    """Shows and logs every uncaught exception, from any thread."""

    _raised = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        """Do nothing until :meth:`install`; ``save`` puts the open report on disk: True when it did."""
        super().__init__(parent)
        self._save = save
        self._showing = False
        self._raised.connect(self.report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Set the exception hooks of Python and of its threads."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    @staticmethod
    def uninstall() -> None:
        """Give Python its own exception hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Log ``error``, save, and show a message; an error while one is shown is only logged."""
        _log.critical("unexpected error", exc_info=error)
        if self._showing:
            return
        self._showing = True
        try:
            saved = self._save("unexpected error")
            box = message_box(error, saved=saved, parent=QApplication.activeWindow())
            box.exec()
            box.deleteLater()
        finally:
            self._showing = False

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        # Not here: this may be in the middle of painting, or in another thread.
        self._raised.emit(error)

    def _on_thread_exception(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._raised.emit(failure.exc_value)


def message_box(error: BaseException, *, saved: bool, parent: QWidget | None) -> QMessageBox:
    """Build the message: what happened, what became of the report, what to do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Có lỗi ngoài dự kiến")
    box.setText("Phần mềm vừa gặp một lỗi ngoài dự kiến. Đây là lỗi của phần mềm, không phải do người soạn.")
    fate = (
        "Báo cáo đang mở đã được lưu. Có thể làm tiếp; nếu lỗi lặp lại, hãy đóng phần mềm rồi mở lại."
        if saved
        else "Báo cáo đang mở CHƯA lưu được: hãy sao chép phần vừa viết sang nơi khác "
        "trước khi đóng phần mềm."
    )
    box.setInformativeText(f"{fate}\n\nBấm “Chép chi tiết” để gửi cho người hỗ trợ.")
    add_details(box, error)
    go_on = box.addButton("Làm tiếp", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    return box


def add_details(box: QMessageBox, error: BaseException) -> None:
    """Let ``box`` show what a developer needs, with a button that copies it."""
    box.setDetailedText(details(error))
    shown: QTextEdit
    for shown in box.findChildren(QTextEdit):
        shown.setAccessibleName("Chi tiết của lỗi")
    copy = add_act(box, "Chép chi tiết")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))


def add_act(box: QMessageBox, text: str) -> QPushButton:
    """Add a button that leaves ``box`` open."""
    button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    button.clicked.disconnect()
    return button


def details(error: BaseException) -> str:
    """Return what a developer needs: versions and the traceback, none of the report's text."""
    python, system = platform.python_version(), platform.platform()
    head = f"Danvan Desktop {__version__}, Python {python}, Qt {qVersion()}, {system}\n\n"
    return head + "".join(traceback.format_exception(error))


def keep_log(folder: Path) -> TextIO:
    """Write warnings and errors, Qt's too, to a file in ``folder``; also the stack of a hard crash.

    Where ``folder`` cannot be written the log goes to the folder for temporary files. Returns the stream the
    interpreter writes a hard crash to; it stays open as long as the program.
    """
    try:
        return _keep_log(folder)
    except OSError:
        return _keep_log(Path(tempfile.gettempdir()))


def _keep_log(folder: Path) -> TextIO:
    stream = (folder / f"{LOG_NAME}.crash").open("a", encoding="utf-8")
    handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_on_qt_message)
    faulthandler.enable(stream)
    return stream


def end_log(stream: TextIO) -> None:
    """Take everything back that :func:`keep_log` put in place."""
    faulthandler.disable()
    stream.close()
    qInstallMessageHandler(None)
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()


def _on_qt_message(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
