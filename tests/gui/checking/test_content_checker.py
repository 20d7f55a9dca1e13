"""Reports are checked in a process of its own: the newest answer alone is told, an idle process ends."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.checking import content_checker
from danvan_desktop.gui.checking.content_checker import CheckedReport, ContentChecker, OfficeProfile
from danvan_desktop.gui.worker.messages import Refused
from danvan_desktop.gui.worker.process import WorkerError
from danvan_desktop.report.model import Report
from tests.builders.processes import is_alive
from tests.gui.checking_scenes import with_slips


@pytest.fixture
def checker(qtbot: QtBot) -> Iterator[ContentChecker]:
    made = ContentChecker()
    yield made
    made.close()
    made.deleteLater()


def test_only_the_newest_of_several_is_told(qtbot: QtBot, checker: ContentChecker, sample: Report) -> None:
    told: list[CheckedReport] = []
    checker.checked.connect(told.append)
    reports = [replace(with_slips(sample), subject=f"Lần {number}") for number in range(4)]
    for report in reports:
        checker.check(report, OfficeProfile())

    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert [answer.report for answer in told] == [reports[-1]]
    assert "mư" in {finding.found for finding in told[0].findings}


def test_what_is_forgotten_is_not_told(qtbot: QtBot, checker: ContentChecker, sample: Report) -> None:
    told: list[CheckedReport] = []
    checker.checked.connect(told.append)
    checker.check(sample, OfficeProfile())
    checker.forget()
    checker.check(with_slips(sample), OfficeProfile(known=("mư",)))

    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert [answer.report.id for answer in told] == ["slips"]
    assert "mư" not in {finding.found for finding in told[0].findings}


def test_an_idle_process_ends_and_another_one_answers(
    qtbot: QtBot, checker: ContentChecker, sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker._thread, "idle_seconds", 0.05)
    with qtbot.waitSignal(checker.checked, timeout=20_000):
        checker.check(sample, OfficeProfile())
    qtbot.waitUntil(lambda: checker.pid is None, timeout=5_000)
    with qtbot.waitSignal(checker.checked, timeout=20_000):
        checker.check(sample, OfficeProfile())


@pytest.mark.skipif(os.name != "posix", reason="priorities are asked otherwise there")
def test_the_process_lets_the_window_go_first(qtbot: QtBot, checker: ContentChecker, sample: Report) -> None:
    with qtbot.waitSignal(checker.checked, timeout=20_000):
        checker.check(sample, OfficeProfile())
    assert checker.pid is not None
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, checker.pid) == min(own + 10, 19)


def test_the_process_ends_with_the_window(qtbot: QtBot, checker: ContentChecker, sample: Report) -> None:
    with qtbot.waitSignal(checker.checked, timeout=20_000):
        checker.check(sample, OfficeProfile())
    pid = checker.pid
    assert pid is not None
    checker.close()
    qtbot.waitUntil(lambda: not is_alive(pid), timeout=5_000)


def test_a_process_that_cannot_be_started_is_told_in_words(
    qtbot: QtBot, checker: ContentChecker, sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise WorkerError

    monkeypatch.setattr(checker._link, "ask", fail)
    with qtbot.waitSignal(checker.refused, timeout=20_000) as told:
        checker.check(sample, OfficeProfile())
    assert told.args == [content_checker.NOT_CHECKED]


def test_what_the_user_can_mend_is_told_as_it_is(
    qtbot: QtBot, checker: ContentChecker, sample: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker._link, "ask", lambda *_: Refused("Tệp sai dạng ở dòng 5; hãy sửa lại."))
    with qtbot.waitSignal(checker.refused, timeout=20_000) as told:
        checker.check(sample, OfficeProfile())
    assert told.args == ["Tệp sai dạng ở dòng 5; hãy sửa lại."]
