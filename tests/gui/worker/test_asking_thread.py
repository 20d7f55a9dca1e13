"""The thread that asks: newest tasks in turn, a failure is an answer, the end is at once."""

import logging
import threading

import pytest

from danvan_desktop.gui.worker.asking_thread import AskingThread
from danvan_desktop.gui.worker.messages import Answer, ComposeReport, Refused
from danvan_desktop.report.model import Report
from tests.builders.example_reports import example_report


class Owner:
    """Asks for reports and hears the answers."""

    def __init__(self) -> None:
        self.waiting: list[Report] = []
        self.heard: list[Answer] = []
        self.told = threading.Event()
        self.thread = AskingThread[Report]("test", self._take, ComposeReport, self._hear, "Không được.")

    def ask(self, report: Report) -> None:
        with self.thread.lock:
            self.waiting.append(report)
        self.thread.wake()

    def _take(self) -> Report | None:
        return self.waiting.pop(0) if self.waiting else None

    def _hear(self, _task: Report, answer: Answer) -> None:
        self.heard.append(answer)
        self.told.set()


def test_a_failure_is_a_refusal_and_the_thread_lives_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    owner = Owner()
    asked: list[object] = []

    def fail(request: object) -> Answer:
        asked.append(request)
        raise LookupError(request)

    monkeypatch.setattr(owner.thread.link, "ask", fail)
    with caplog.at_level(logging.CRITICAL):
        for number in range(2):
            owner.told.clear()
            owner.ask(example_report(f"{number}"))
            assert owner.told.wait(10)
    owner.thread.close()
    assert owner.heard == [Refused("Không được.")] * 2
    assert len(asked) == 2


def test_it_ends_without_ever_having_been_asked() -> None:
    owner = Owner()
    owner.thread.close()
    assert owner.thread.is_ending
    assert owner.thread.link.pid is None
