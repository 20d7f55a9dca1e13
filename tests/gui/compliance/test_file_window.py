"""The window "Kiểm tra thể thức một tệp": any Word file or PDF, without a report open; nothing to correct."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop import exporters
from danvan_desktop.file_reader.process import FileReader
from danvan_desktop.gui.compliance.file_window import FileSheetDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.model import Report
from tests.builders.broken_reader import DEAF_LOOP, BrokenReader

TIME = 30_000


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: path)


def shown(qtbot: QtBot, window: MainWindow) -> FileSheetDialog:
    window.commands.inspect_file.trigger()
    dialog = window.compliance.file_dialog
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.panel.progress.isHidden, timeout=TIME)
    return dialog


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_file_is_measured_from_the_first_page_on(
    qtbot: QtBot,
    window: MainWindow,
    sample: Report,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    path = tmp_path / f"Bao-cao{suffix}"
    exporters.export(sample, [path])
    before = path.read_bytes()
    choose(monkeypatch, path)
    dialog = shown(qtbot, window)
    assert dialog.panel.sheet is not None
    assert dialog.panel.source.text() == path.name
    for button in (dialog.panel.go, dialog.panel.correct, dialog.panel.check_again):
        assert not button.isVisible()
    assert dialog.panel.print.isEnabled()
    assert path.read_bytes() == before
    dialog.close()


def test_a_file_that_is_none_is_told_in_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"khong phai tep Word")
    choose(monkeypatch, path)
    dialog = shown(qtbot, window)
    assert "hong.docx" in dialog.panel.message.text()
    assert not dialog.panel.save.isEnabled()
    dialog.close()


def test_nothing_chosen_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: None)
    window.commands.inspect_file.trigger()
    assert window.compliance.file_dialog is None


def test_escape_closes_it_while_the_file_is_being_measured(
    qtbot: QtBot, window: MainWindow, sample: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Bao-cao.docx"
    exporters.export(sample, [path])
    choose(monkeypatch, path)
    window.commands.inspect_file.trigger()
    dialog = window.compliance.file_dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert dialog.panel.sheet is None


def test_thoi_ends_it_and_the_window_says_so(
    qtbot: QtBot, window: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    window.compliance.show_file(text_file)
    dialog = window.compliance.file_dialog
    assert dialog is not None
    strip = dialog.panel.strip
    qtbot.waitUntil(strip.isVisible, timeout=TIME)
    assert strip.label.text() == "Đang kiểm tra bao-cao.txt…"
    QTest.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert dialog.panel.message.text() == "Đã thôi kiểm tra tệp này."
    assert dialog.panel.progress.isHidden()
    assert not strip.isVisible()
    dialog.close()


def test_closing_it_ends_the_process_that_measures(
    qtbot: QtBot, window: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    window.compliance.show_file(text_file)
    qtbot.waitUntil(lambda: broken_reader.has_begun, timeout=TIME)
    assert window.compliance.file_dialog is not None
    window.compliance.file_dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)


def test_a_file_that_is_asked_for_while_another_is_measured_is_the_one_that_is_shown(
    qtbot: QtBot, window: MainWindow, sample: Report, tmp_path: Path
) -> None:
    path = tmp_path / "Bao-cao.docx"
    exporters.export(sample, [path])
    dialog = FileSheetDialog(window.jobs, Preferences(tmp_path), window)
    for name in ("khong-co.docx", "cung-khong.docx", path.name):
        dialog.measure(tmp_path / name)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert dialog.panel.sheet is not None
    assert dialog.panel.source.text() == path.name
    dialog.close()


def test_where_no_file_is_chosen_nothing_is_left_running(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[FileReader] = []
    warm_up = FileReader.warm_up

    def noted(reader: FileReader) -> None:
        readers.append(reader)
        warm_up(reader)

    monkeypatch.setattr(FileReader, "warm_up", noted)
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: None)
    for command in (window.commands.inspect_file, window.commands.bring_in):
        command.trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert len(readers) == 2
    assert [reader.pid for reader in readers] == [None, None]
