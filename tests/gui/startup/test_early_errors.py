"""Before the crash handler is there, what nobody catches is noted, from any thread, and told once."""

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.startup.early_errors import EarlyErrors


@pytest.fixture
def early() -> Iterator[EarlyErrors]:
    before = sys.excepthook, threading.excepthook
    errors = EarlyErrors()
    errors.install()
    yield errors
    sys.excepthook, threading.excepthook = before


def test_the_first_error_of_any_thread_is_kept(qtbot: QtBot, early: EarlyErrors) -> None:
    told: list[bool] = []
    early.raised.connect(lambda: told.append(True))
    with qtbot.waitSignal(early.raised):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    assert isinstance(early.error, ZeroDivisionError)
    sys.excepthook(ValueError, ValueError("second"), None)
    qtbot.wait(20)
    assert isinstance(early.error, ZeroDivisionError)
    assert told == [True]


def test_ctrl_c_is_pythons_own(early: EarlyErrors, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: passed.append(kind))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (early.error, passed) == (None, [KeyboardInterrupt])


def test_another_handler_is_left_in_its_place(early: EarlyErrors) -> None:
    def another(*_: object) -> None:
        """Stand for the crash handler."""

    sys.excepthook = another
    early.uninstall()
    assert sys.excepthook is another
    early.install()
    early.uninstall()
    assert sys.excepthook is sys.__excepthook__
