"""Measuring the open report leaves nothing behind, however it ends."""

import tempfile
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.compliance.checker import FileChecker
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.report.model import Report

TIME = 30_000


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("is_cut_off", [False, True], ids=["to the end", "cut off"])
def test_the_files_that_were_written_to_be_measured_are_gone(
    qtbot: QtBot, sample: Report, temporary: Path, *, is_cut_off: bool
) -> None:
    jobs, owner = Jobs(), QObject()
    checker = FileChecker(jobs, owner)
    measured: list[object] = []
    checker.measured.connect(measured.append)
    checker.check_report(sample, ["a.docx", "a.pdf"])
    qtbot.waitUntil(lambda: any(temporary.glob("danvan-*/*")), timeout=TIME)
    if is_cut_off:
        begun = time.monotonic()
        jobs.wait()
        assert time.monotonic() - begun < 3
    else:
        qtbot.waitUntil(lambda: bool(measured), timeout=TIME)
    assert list(temporary.iterdir()) == []
    assert len(measured) == (not is_cut_off)
