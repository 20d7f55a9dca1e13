"""Preferences outlive the window, and neither a damaged file nor a full disk stops the program."""

import errno
import os
from pathlib import Path

import pytest

from danvan_desktop.gui.services.preferences import FILE_NAME, Preferences


def test_preferences_are_remembered(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    kept.keep(export_folder="D:/Báo cáo", export_pdf=False)
    again = Preferences(tmp_path)
    assert again.text("export_folder") == "D:/Báo cáo"
    assert again.flag("export_pdf", default=True) is False
    assert again.flag("export_docx", default=True) is True


def test_a_damaged_preference_file_counts_as_none(tmp_path: Path) -> None:
    for damage in (b"\xff\xfe{", b"[1]", b'{"export_folder": 7, "export_pdf": "x"}'):
        (tmp_path / "window.json").write_bytes(damage)
        kept = Preferences(tmp_path)
        assert (kept.text("export_folder"), kept.flag("export_pdf", default=True)) == ("", True)
        assert kept.flag("export_pdf", default=False) is False


def test_a_disk_that_refuses_preferences_stops_nothing(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "no such folder")
    kept.keep(export_folder="x")
    assert kept.text("export_folder") == "x"


def test_preferences_that_cannot_be_written_leave_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Preferences(tmp_path)
    kept.keep(export_folder="old")

    def full(_: Path, __: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    kept.keep(export_folder="new")
    assert kept.text("export_folder") == "new"
    assert Preferences(tmp_path).text("export_folder") == "old"
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_change_does_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    Preferences(tmp_path).keep(folder="x")
    assert flushed == []  # tens of milliseconds on a hard disk, in the GUI thread
    assert Preferences(tmp_path).text("folder") == "x"
