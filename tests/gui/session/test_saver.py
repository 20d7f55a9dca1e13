"""Autosave off the GUI thread: the newest report wins, a failed one is tried again until it is on disk."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.session import saver as saving_thread
from danvan_desktop.gui.session.saver import Saver, SaveRequest
from danvan_desktop.report.model import Report
from danvan_desktop.store.takeback.received_rows import Decided

Write = Callable[[int, Report, str], None]

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)


class FakeDisk:
    """Writes as a function does, and has nothing to tell."""

    def __init__(self, write: Write) -> None:
        self.write = write
        self.looks = 0
        self.lines: list[str] = []

    def save(
        self,
        draft_id: int,
        report: Report,
        place: str,
        *,
        whole: bool = True,
        decided: Sequence[Decided] = (),
    ) -> None:
        self.write(draft_id, report, place)

    def look_after(self) -> None:
        self.looks += 1

    def news(self) -> tuple[str, ...]:
        lines, self.lines = tuple(self.lines), []
        return lines


def saver_of(write: Write) -> Saver:
    return Saver(FakeDisk(write))


REPORT = Report(id="r", modified=MOMENT, year=2025, subject="Công tác Dân vận")


def test_an_older_report_never_overwrites_a_newer_one(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def slow_disk(draft_id: int, report: Report, place: str) -> None:
        if not begun.is_set():
            begun.set()
            go_on.wait(5)
        written.append(report.subject)

    saver = saver_of(slow_disk)
    saver.hand_over(SaveRequest(1, replace(REPORT, subject="1"), ""))
    begun.wait(5)
    saver.hand_over(SaveRequest(1, replace(REPORT, subject="2"), ""))
    saver.hand_over(SaveRequest(1, replace(REPORT, subject="3"), ""))
    threading.Timer(0.05, go_on.set).start()
    saver.save_now(SaveRequest(1, replace(REPORT, subject="4"), ""))
    saver.close()
    assert written in (["1", "4"], ["1", "3", "4"])


def test_closing_the_saver_ends_its_thread_even_between_two_tries(qtbot: QtBot) -> None:
    def full_disk(draft_id: int, report: Report, place: str) -> None:
        raise UserError("Ổ đĩa đã đầy.")

    saver = saver_of(full_disk)
    with qtbot.waitSignal(saver.failed):
        saver.hand_over(SaveRequest(1, REPORT, ""))
    begin = time.perf_counter()
    saver.close()
    assert time.perf_counter() - begin < 1
    assert not saver._thread.is_alive()


def test_what_comes_while_the_disk_is_busy_is_written_next(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def slow_disk(draft_id: int, report: Report, place: str) -> None:
        begun.set()
        go_on.wait(5)
        written.append(report.subject)

    saver = saver_of(slow_disk)
    try:
        saver.hand_over(SaveRequest(1, replace(REPORT, subject="cũ"), ""))
        begun.wait(5)
        saver.hand_over(SaveRequest(1, replace(REPORT, subject="mới"), ""))
        go_on.set()
        qtbot.waitUntil(lambda: written == ["cũ", "mới"])
        qtbot.waitUntil(lambda: saver.pending is None)
    finally:
        saver.close()


class FailingDisk:
    """Refuses to write the first ``failures`` times; remembers when it was asked and what it wrote."""

    def __init__(self, failures: int, error: Exception) -> None:
        self.failures, self.error = failures, error
        self.tries: list[float] = []
        self.written: list[str] = []

    def __call__(self, draft_id: int, report: Report, place: str) -> None:
        self.tries.append(time.monotonic())
        if len(self.tries) <= self.failures:
            raise self.error
        self.written.append(report.subject)


@pytest.mark.parametrize("error", [UserError("Ổ đĩa đã đầy."), OSError("lỗi đọc, ghi")])
def test_what_failed_is_tried_again_by_itself_until_it_is_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(saving_thread, "RETRY_SECONDS", 0.05)
    disk = FailingDisk(3, error)
    saver = saver_of(disk)
    try:
        with qtbot.waitSignal(saver.saved, timeout=3000) as saved:
            saver.hand_over(SaveRequest(1, REPORT, "block:2/5"))
        assert saved.args[0] == SaveRequest(1, REPORT, "block:2/5")
        assert abs(datetime.now(UTC) - saved.args[1]) < timedelta(seconds=10)
    finally:
        saver.close()
    assert disk.written == [REPORT.subject]
    assert saver.pending is None
    pauses = [later - earlier for earlier, later in pairwise(disk.tries)]
    assert len(pauses) == 3
    assert min(pauses) > 0.04, "it does not try without a pause"


def test_what_failed_stays_pending_until_it_is_written(qtbot: QtBot) -> None:
    saver = saver_of(FailingDisk(1, UserError("Ổ đĩa đã đầy.")))
    saving = SaveRequest(1, REPORT, "")
    try:
        with qtbot.waitSignal(saver.failed):
            saver.hand_over(saving)
        assert saver.pending is saving
        with qtbot.waitSignal(saver.saved) as saved:
            saver.save_now(saving)
        assert saved.args[0] is saving
        assert abs(datetime.now(UTC) - saved.args[1]) < timedelta(seconds=10)
        assert saver.pending is None
    finally:
        saver.close()


def test_what_the_user_chose_to_lose_is_not_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_thread, "RETRY_SECONDS", 0.05)
    disk = FailingDisk(1, UserError("Ổ đĩa đã đầy."))
    saver = saver_of(disk)
    try:
        with qtbot.waitSignal(saver.failed):
            saver.hand_over(SaveRequest(1, REPORT, ""))
        saver.forget()
        assert saver.pending is None
        qtbot.wait(200)
    finally:
        saver.close()
    assert disk.written == []


def test_a_try_again_comes_within_seconds_and_leaves_the_disk_time_to_recover() -> None:
    assert 1 <= saving_thread.RETRY_SECONDS <= 10


def test_between_two_saves_the_file_is_looked_after_and_news_are_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving_thread, "LOOK_SECONDS", 0.05)
    disk = FakeDisk(lambda *_: None)
    saver = Saver(disk)
    try:
        with qtbot.waitSignal(saver.notice, timeout=3000) as told:
            disk.lines.append("Tệp dữ liệu đã bị xóa.")
        assert told.args == ["Tệp dữ liệu đã bị xóa."]
        qtbot.waitUntil(lambda: disk.looks > 2)
    finally:
        saver.close()


def test_a_slow_disk_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving_thread, "SLOW_SECONDS", 0.05)
    saver = saver_of(lambda *_: time.sleep(0.1))
    try:
        with qtbot.waitSignal(saver.slow, timeout=3000) as told:
            saver.hand_over(SaveRequest(1, REPORT, ""))
        assert told.args[0] > 0.05
    finally:
        saver.close()
