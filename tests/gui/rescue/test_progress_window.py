"""The window of a rescue: it stands at once, lives while the work goes on, and is not closed by mistake."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.rescue.progress_window import RescueProgress
from danvan_desktop.store.rescue.note import Progress


@pytest.fixture
def progress(qtbot: QtBot) -> Iterator[RescueProgress]:
    window = QWidget()
    qtbot.addWidget(window)
    yield RescueProgress(window)
    window.close()


def test_it_tells_what_is_done_and_for_how_long_while_the_window_lives(
    qtbot: QtBot, progress: RescueProgress
) -> None:
    goes_on = threading.Event()
    threads: list[threading.Thread] = []
    seen: list[tuple[str, bool]] = []

    def work(tell: Progress) -> None:
        threads.append(threading.current_thread())
        tell("Đang tìm các báo cáo còn đọc được…")
        assert goes_on.wait(20)

    def look() -> None:
        if not progress.step.text():
            QTimer.singleShot(10, look)
            return
        for attempt in (progress.close, lambda: QTest.keyClick(progress, Qt.Key.Key_Escape)):
            attempt()
        seen.append((progress.step.text(), progress.isVisible()))
        assert progress.seconds.text() == "Đã chạy 0 giây."
        goes_on.set()

    QTimer.singleShot(0, look)
    progress.run(work)
    assert seen == [("Đang tìm các báo cáo còn đọc được…", True)]
    assert threads != [threading.main_thread()]
    assert not progress.isVisible()


@pytest.mark.parametrize("error", [UserError("Ổ đĩa đã đầy."), ZeroDivisionError()])
def test_what_goes_wrong_in_the_thread_reaches_whoever_waits(
    progress: RescueProgress, error: Exception
) -> None:
    def fail(_: Progress) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        progress.run(fail)
    assert caught.value is error
    assert not progress.isVisible()


def test_the_seconds_go_on(qtbot: QtBot, progress: RescueProgress) -> None:
    def work(_: Progress) -> None:
        threading.Event().wait(1.2)

    said: list[str] = []
    watch = QTimer()
    watch.timeout.connect(lambda: said.append(progress.seconds.text()))
    watch.start(20)
    progress.run(work)
    watch.stop()
    assert "Đã chạy 1 giây." in said
