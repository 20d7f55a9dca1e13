"""Work off the GUI thread answers in the GUI thread, or not at all."""

import subprocess
import sys
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.services.background_jobs import Jobs
from tests.repository import ROOT

RACE = """
import random, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from danvan_desktop.gui.services.background_jobs import Jobs, _Job

application = QCoreApplication([])
sys.setswitchinterval(0.000001)
for _ in range(500):
    window = QObject()
    jobs, seconds = Jobs(window), random.random() * 0.0006
    for _ in range(3):
        jobs.start(lambda: time.sleep(seconds), print, print)
    time.sleep(random.random() * 0.0006)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
while application.findChildren(_Job):
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("alive")
"""
"""Windows that are destroyed at the very moment when their jobs return."""


def test_the_work_runs_elsewhere_and_the_answer_comes_back_here(qtbot: QtBot) -> None:
    jobs, answers = Jobs(), list[tuple[int, int]]()
    jobs.start(threading.get_ident, lambda worker: answers.append((worker, threading.get_ident())), print)
    qtbot.waitUntil(lambda: bool(answers))
    worker, here = answers[0]
    assert worker != here == threading.get_ident()
    assert not jobs.busy


def test_an_error_comes_back_too(qtbot: QtBot) -> None:
    jobs, errors = Jobs(), list[BaseException]()
    jobs.start(lambda: 1 // 0, errors.append, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_waiting_lets_work_finish_and_drops_the_answer(qtbot: QtBot) -> None:
    jobs, answers, finished = Jobs(), list[object](), list[bool]()
    jobs.start(lambda: finished.append(True), answers.append, answers.append)
    jobs.wait()
    QCoreApplication.processEvents()
    assert (finished, answers, jobs.busy) == ([True], [], False)


def test_an_answer_for_somebody_who_is_gone_is_nobodys(qtbot: QtBot) -> None:
    window, may_end = QObject(), threading.Event()
    jobs, answers = Jobs(window), list[object]()
    jobs.start(may_end.wait, answers.append, answers.append)
    thread = jobs._running[0].thread_of_work
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    may_end.set()
    thread.join(5)  # an exception in it would fail the test
    QCoreApplication.processEvents()
    assert answers == []


def test_a_window_that_goes_while_a_result_comes_does_not_crash() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", RACE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
