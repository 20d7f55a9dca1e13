"""A file is read beside the window: got ready for, stopped at any time; the window never waits for it."""

import logging
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.importing.file_reading import FileReading, Readers
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.report.model import Report
from tests.builders.broken_reader import DEAF_LOOP, DEFECT, BrokenReader
from tests.builders.processes import is_alive

TIME = 20_000


class Reading:
    """A reading with what came of it."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self.reading = FileReading(jobs, parent)
        self.told: list[str] = []
        self.reading.begun.connect(lambda: self.told.append("begun"))
        self.reading.stopped.connect(lambda: self.told.append("stopped"))
        self.reading.ended.connect(lambda: self.told.append("ended"))

    def start(self, *files: Path) -> None:
        def read(readers: Readers) -> list[Report]:
            return [readers.take().report(file, datetime.now(UTC)) for file in files]

        self.reading.start(
            "Đang nhập…", read, lambda got: self.told.append(f"{len(got)} read"), self.told.append
        )


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


@pytest.fixture
def made(jobs: Jobs) -> Reading:
    return Reading(jobs, jobs)


def test_each_file_has_a_reader_of_its_own(qtbot: QtBot, made: Reading, jobs: Jobs, text_file: Path) -> None:
    made.start(text_file, text_file)
    assert made.reading.is_busy
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun", "ended", "2 read"]
    assert not made.reading.is_busy


def test_a_reader_got_ready_reads_the_first_file(
    qtbot: QtBot, made: Reading, jobs: Jobs, text_file: Path
) -> None:
    made.reading.warm_up()
    (warm,) = made.reading._warm
    qtbot.waitUntil(lambda: warm.pid is not None, timeout=TIME)
    pid = warm.pid
    assert pid is not None
    made.start(text_file)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun", "ended", "1 read"]
    assert not is_alive(pid)


def test_a_reader_got_ready_for_nothing_ends(qtbot: QtBot, made: Reading, jobs: Jobs) -> None:
    made.reading.warm_up()
    (warm,) = made.reading._warm
    qtbot.waitUntil(lambda: warm.pid is not None, timeout=TIME)
    pid = warm.pid
    assert pid is not None
    made.reading.cool_down()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert not is_alive(pid)


def test_of_several_got_ready_those_that_read_nothing_end(
    qtbot: QtBot, made: Reading, jobs: Jobs, text_file: Path
) -> None:
    made.reading.warm_up(2)
    warm = list(made.reading._warm)
    assert len(warm) == 2
    qtbot.waitUntil(lambda: all(each.pid is not None for each in warm), timeout=TIME)
    pids = [each.pid for each in warm]
    made.start(text_file)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun", "ended", "1 read"]
    assert [pid for pid in pids if pid is not None and is_alive(pid)] == []


def test_a_reading_that_is_stopped_says_nothing_else(
    qtbot: QtBot, made: Reading, jobs: Jobs, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    made.start(text_file, text_file)
    qtbot.waitUntil(lambda: broken_reader.has_begun, timeout=TIME)
    begun = time.monotonic()
    made.reading.stop()
    assert time.monotonic() - begun < 0.05
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun", "stopped", "ended"]


def test_one_that_is_stopped_before_its_process_is_there_ends_too(
    qtbot: QtBot, made: Reading, jobs: Jobs, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    made.start(text_file)
    made.reading.stop()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun", "stopped", "ended"]


def test_a_defect_of_a_reader_is_told_and_logged(
    qtbot: QtBot,
    made: Reading,
    jobs: Jobs,
    text_file: Path,
    broken_reader: BrokenReader,
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken_reader.do(DEFECT)
    with caplog.at_level(logging.ERROR):
        made.start(text_file)
        qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert "nhật ký lỗi" in made.told[-1]
    assert "nobody foresaw this" in caplog.text


def test_a_reading_whose_owner_is_gone_touches_nothing(qtbot: QtBot, jobs: Jobs, text_file: Path) -> None:
    owner = QObject()
    made = Reading(jobs, owner)
    made.start(text_file)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=TIME)
    assert made.told == ["begun"]


def test_the_end_of_the_window_waits_for_no_file(
    qtbot: QtBot, window: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    window.importing.bring_in(text_file)
    qtbot.waitUntil(lambda: broken_reader.has_begun, timeout=TIME)
    begun = time.monotonic()
    window.close()
    assert time.monotonic() - begun < 2
    assert not window.jobs.busy
