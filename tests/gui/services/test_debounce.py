"""The debounce timer, by the clock on the wall: typing puts the action off, a quiet moment runs it once."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.services.debounce import Debounce

QUIET = 150


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_the_action_runs_once_and_not_before_the_quiet_time_is_over(qtbot: QtBot, parent: QObject) -> None:
    runs: list[float] = []
    debounce = Debounce(QUIET, lambda: runs.append(time.monotonic()), parent)
    last = 0.0
    for _ in range(5):
        debounce.start()
        last = time.monotonic()
        QTest.qWait(QUIET // 5)
    assert runs == []
    qtbot.waitUntil(lambda: bool(runs))
    assert runs[0] - last >= QUIET / 1000 * 0.9  # Qt's coarse timers may be 5 % early
    QTest.qWait(2 * QUIET)
    assert len(runs) == 1


def test_what_is_stopped_does_not_run(qtbot: QtBot, parent: QObject) -> None:
    runs: list[None] = []
    debounce = Debounce(1, lambda: runs.append(None), parent, longest=1)
    debounce.start()
    debounce.stop()
    QTest.qWait(50)
    assert runs == []
    debounce.start()
    qtbot.waitUntil(lambda: runs == [None])


def test_someone_who_never_rests_is_served_after_the_longest_time(qtbot: QtBot, parent: QObject) -> None:
    runs: list[float] = []
    debounce = Debounce(60_000, lambda: runs.append(time.monotonic()), parent, longest=QUIET)
    begun = time.monotonic()
    while not runs:
        debounce.start()
        QTest.qWait(10)
    assert QUIET / 1000 * 0.9 <= runs[0] - begun < 20
    assert runs == runs[:1]


def test_the_longest_time_counts_anew_after_each_run(qtbot: QtBot, parent: QObject) -> None:
    runs: list[None] = []
    debounce = Debounce(1, lambda: runs.append(None), parent, longest=QUIET)
    debounce.start()
    qtbot.waitUntil(lambda: runs == [None])
    QTest.qWait(2 * QUIET)
    assert runs == [None]


def test_nothing_runs_for_a_parent_that_is_gone(qtbot: QtBot) -> None:
    runs: list[None] = []
    owner = QObject()
    Debounce(1, lambda: runs.append(None), owner).start()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(50)
    assert runs == []
