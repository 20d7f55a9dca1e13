"""Single instance: the program started twice on one data folder, as two real processes."""

import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.startup import single_instance
from danvan_desktop.gui.startup.single_instance import FOLDER_NAME, SingleInstance, hand_over
from danvan_desktop.store.connection.lock import DataFolderInUse
from danvan_desktop.store.opening import open_store
from tests.repository import ROOT


@pytest.fixture
def starts(window: MainWindow, data_dir: Path) -> SingleInstance:
    made = SingleInstance(data_dir, window)
    made.asked.connect(window.importing.bring_in_all)
    return made


def second_program(data_dir: Path, *files: Path) -> "subprocess.Popen[str]":
    words = [sys.executable, "-X", "utf8", "-m", "danvan_desktop", "--data-dir", str(data_dir)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [*words, *map(str, files)], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def second(data_dir: Path, text_file: Path) -> "Iterator[subprocess.Popen[str]]":
    program = second_program(data_dir, text_file)
    yield program
    program.kill()
    program.communicate()


def test_the_open_window_takes_the_file_and_the_second_program_ends(
    qtbot: QtBot, window: MainWindow, starts: SingleInstance, second: "subprocess.Popen[str]", data_dir: Path
) -> None:
    window.showMinimized()
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert "Kết quả công tác Dân vận năm 2025" in window.windowTitle()
    assert second.wait(20) == 0
    assert list((data_dir / FOLDER_NAME).iterdir()) == []
    with pytest.raises(DataFolderInUse):  # there never was a second writer
        open_store(data_dir)


def test_a_relative_name_is_told_as_the_second_program_sees_it(
    window: MainWindow, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.0)
    told: list[str] = []

    def answered(note: Path) -> None:
        told.append(note.read_text("utf-8"))
        note.unlink()

    monkeypatch.setattr(single_instance, "_claimed", answered)
    assert hand_over(data_dir, [Path("ngày mai.docx")])
    assert json.loads(told[0]) == [str(tmp_path / "ngày mai.docx")]


def test_nobody_answers_so_nothing_is_left_behind(
    data_dir: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.2)
    assert not hand_over(data_dir, [])
    assert list((data_dir / FOLDER_NAME).iterdir()) == []


def test_a_request_that_cannot_be_written_leaves_nothing_behind(
    data_dir: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not hand_over(data_dir, [Path("a.docx")])
    assert list((data_dir / FOLDER_NAME).iterdir()) == []


def test_a_start_on_another_machine_is_not_answered_here(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path
) -> None:
    asked: list[object] = []
    starts.asked.connect(asked.append)
    note = data_dir / FOLDER_NAME / "00000000-x.json"
    note.write_text("[]", encoding="utf-8")
    qtbot.wait(300)
    assert note.exists()
    assert asked == []


@pytest.mark.parametrize("text", ["{", '{"files": 1}', "[1, 2]", "\udcff", "[" * 50_000, "[" * 100_000])
def test_a_note_that_is_none_is_thrown_away(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path, text: str
) -> None:
    asked: list[object] = []
    starts.asked.connect(asked.append)
    note = data_dir / FOLDER_NAME / f"{single_instance._this_machine()}-x.json"
    note.write_bytes(text.encode("utf-8", "surrogateescape"))
    qtbot.waitUntil(lambda: not note.exists())
    assert asked == []


def test_a_note_of_long_ago_opens_nothing(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path, text_file: Path, window: MainWindow
) -> None:
    note = data_dir / FOLDER_NAME / f"{single_instance._this_machine()}-x.part"
    note.write_text(json.dumps([str(text_file)]), encoding="utf-8")
    long_ago = time.time() - 3600
    os.utime(note, (long_ago, long_ago))
    note.rename(note.with_suffix(".json"))
    qtbot.waitUntil(lambda: list((data_dir / FOLDER_NAME).iterdir()) == [])
    assert not window.jobs.busy
    assert window.session.draft is None


def test_the_file_waits_until_the_dialog_is_answered(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path, text_file: Path, window: MainWindow
) -> None:
    box = QMessageBox(window)
    box.open()
    note = data_dir / FOLDER_NAME / f"{single_instance._this_machine()}-x.json"
    note.write_text(json.dumps([str(text_file)]), encoding="utf-8")
    qtbot.waitUntil(lambda: not note.exists())
    qtbot.wait(700)
    assert window.session.draft is None
    box.close()
    box.deleteLater()
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)


def test_a_note_that_an_antivirus_holds_is_opened_once_when_it_lets_go(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    starts.asked.connect(asked.append)
    held, real = [True], Path.rename

    def rename(self: Path, target: Path) -> Path:
        if held[0]:
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    note = data_dir / FOLDER_NAME / f"{single_instance._this_machine()}-x.json"
    note.write_text("[]", encoding="utf-8")
    starts.answer_requests()
    starts.answer_requests()
    assert asked == []
    held[0] = False
    qtbot.waitUntil(lambda: asked == [[]])
    qtbot.wait(300)
    assert asked == [[]]
    assert list((data_dir / FOLDER_NAME).iterdir()) == []


def test_a_note_that_cannot_be_deleted_is_not_opened_twice(
    qtbot: QtBot, starts: SingleInstance, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    starts.asked.connect(asked.append)

    def unlink(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "in use")

    note = data_dir / FOLDER_NAME / f"{single_instance._this_machine()}-x.json"
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", unlink)
        note.write_text("[]", encoding="utf-8")
        for _ in range(3):
            starts.answer_requests()
        assert asked == [[]]
    SingleInstance(data_dir, starts._window)
    assert list((data_dir / FOLDER_NAME).iterdir()) == []
