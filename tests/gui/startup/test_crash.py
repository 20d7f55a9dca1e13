"""Crash handler: an unexpected error saves the report, is explained plainly, and can be copied."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.startup import crash
from danvan_desktop.gui.startup.crash import CrashGuard
from tests.gui.visible_texts import inside


class Saved:
    """Stands for the session."""

    def __init__(self, works: bool = True) -> None:
        self.reasons: list[str] = []
        self.works = works

    def __call__(self, reason: str) -> bool:
        self.reasons.append(reason)
        return self.works


def failure() -> ValueError:
    try:
        raise ValueError("lý do thật")  # noqa: TRY301 - an error with a traceback is wanted
    except ValueError as error:
        return error


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def close_box() -> None:
    for box in boxes():
        box.accept()


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_the_report_is_saved_before_anything_is_said(qtbot: QtBot) -> None:
    saved = Saved()
    texts: list[str] = []

    def look() -> None:
        texts.extend([box.text() + box.informativeText() for box in boxes()])
        close_box()

    QTimer.singleShot(50, look)
    CrashGuard(saved).report(failure())
    assert saved.reasons == ["unexpected error"]
    assert "đã được lưu" in texts[0]


def test_a_report_that_could_not_be_saved_is_said_to_be_unsaved(qtbot: QtBot) -> None:
    box = crash.message_box(failure(), saved=False, parent=None)
    qtbot.addWidget(box)
    assert "CHƯA lưu được" in box.informativeText()


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    box = crash.message_box(failure(), saved=True, parent=None)
    qtbot.addWidget(box)
    box.show()
    copy = next(button for button in inside(box, QPushButton) if button.text() == "Chép chi tiết")
    copy.click()
    assert "ValueError: lý do thật" in QGuiApplication.clipboard().text()
    assert box.isVisible()


def test_an_error_in_any_thread_reaches_the_person(qtbot: QtBot, hooks: None) -> None:
    saved = Saved()
    guard = CrashGuard(saved)
    guard.install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    QTimer.singleShot(100, close_box)
    qtbot.waitUntil(lambda: saved.reasons == ["unexpected error"])
    sys.excepthook(ValueError, failure(), None)
    QTimer.singleShot(100, close_box)
    qtbot.waitUntil(lambda: len(saved.reasons) == 2)
    qtbot.waitUntil(lambda: not boxes())


def test_an_error_on_the_heels_of_another_opens_no_second_box(qtbot: QtBot) -> None:
    saved = Saved()
    guard = CrashGuard(saved)
    counts: list[int] = []

    def again() -> None:
        guard.report(failure())
        counts.append(len(boxes()))
        close_box()

    QTimer.singleShot(50, again)
    guard.report(failure())
    assert (counts, saved.reasons) == ([1], ["unexpected error"])


def test_errors_and_the_warnings_of_qt_are_kept_in_a_log(tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.captureExceptions():
        stream = crash.keep_log(tmp_path)
        try:
            logging.getLogger("danvan_desktop").error("có lỗi", exc_info=failure())
            qWarning("lời của Qt")
        finally:
            crash.end_log(stream)
    kept = (tmp_path / "danvan.log").read_text(encoding="utf-8")
    assert "ValueError: lý do thật" in kept
    assert "lời của Qt" in kept
