"""The modal dialog that opens next, and what a test does with it as soon as it is there."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)

STEP = 10  # milliseconds
PATIENCE = 20_000  # milliseconds


class _Watch(QObject):
    """Looks for the dialog until it is there and has the keyboard."""

    def __init__(self, kind: type[QWidget], act: Callable[[Any], object]) -> None:
        super().__init__()
        self._kind, self._act = kind, act
        self._before = QApplication.activeModalWidget()
        self._waited = QElapsedTimer()
        self._waited.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(STEP)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is not self._before and dialog.isActiveWindow():
            self.give_up()
            _act_safely(self._kind, self._act, dialog)
        elif self._waited.hasExpired(PATIENCE):
            self.give_up()
            raise AssertionError(f"no {self._kind.__name__} came; the topmost is {dialog}")

    def give_up(self) -> None:
        """Wait no more."""
        self._timer.stop()
        _watches.remove(self)


_watches: list[_Watch] = []


def when_modal(kind: type[W], act: Callable[[W], object]) -> None:
    """Do ``act`` with the modal dialog that opens next, which has to be of ``kind``."""
    _watches.append(_Watch(kind, act))


def in_dialog(kind: type[W], act: Callable[[W], object]) -> None:
    """Do ``act`` with the dialog that opens next and leave the dialog, where ``act`` has not."""

    def run(dialog: W) -> None:
        act(dialog)
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()

    when_modal(kind, run)


def the_box(qtbot: QtBot, timeout: int = 5000) -> QMessageBox:
    """Give the message box that is open, or opens within ``timeout`` milliseconds."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=timeout)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def _act_safely(kind: type[QWidget], act: Callable[[Any], object], dialog: QWidget) -> None:
    """Close ``dialog`` whatever goes wrong: what waits for it to be closed would wait for ever."""
    try:
        assert isinstance(dialog, kind), dialog
        act(dialog)
    except BaseException:
        if isinstance(dialog, QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        raise


def never_came() -> list[str]:
    """Tell of the dialogs still waited for, and wait for them no more."""
    kinds = [watch._kind.__name__ for watch in _watches]
    for watch in _watches:
        watch.give_up()
    return kinds
