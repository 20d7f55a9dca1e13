"""Copies come by themselves while the program is used; what is missing is said once; no end waits."""

import shutil
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.backup import backups as backups_module
from danvan_desktop.gui.backup import second_place
from danvan_desktop.gui.backup.backups import Backups
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report
from danvan_desktop.store.backup import take_copy
from danvan_desktop.store.drafts import Store


@pytest.fixture
def backups(window: MainWindow) -> Backups:
    return window.backup().backups


def copies(data_dir: Path) -> list[str]:
    folder = data_dir / "sao-luu"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def wait_for_round(qtbot: QtBot, backups: Backups) -> None:
    qtbot.waitUntil(lambda: not backups.is_busy, timeout=20_000)


def test_a_copy_comes_by_itself(
    qtbot: QtBot, backups: Backups, store: Store, sample: Report, data_dir: Path
) -> None:
    store.create(sample)
    backups.begin()
    wait_for_round(qtbot, backups)
    assert len(copies(data_dir)) == 1


def test_a_stick_that_is_not_there_is_said_once(
    qtbot: QtBot, window: MainWindow, backups: Backups, store: Store, sample: Report, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    second_place.choose(window._preferences, stick)
    said: list[str] = []
    backups.said.connect(said.append)
    store.create(sample)
    backups.begin()
    wait_for_round(qtbot, backups)
    backups.look()
    wait_for_round(qtbot, backups)
    assert len(said) == 1
    assert str(stick) in said[0]
    assert window.toasts.label.text() == said[0]
    stick.mkdir()
    backups.look()
    wait_for_round(qtbot, backups)
    assert len(list(stick.glob("*/drafts-*.sqlite3"))) == 1


def test_a_drive_that_is_nearly_full_stands_until_it_was_read(
    qtbot: QtBot,
    window: MainWindow,
    backups: Backups,
    store: Store,
    sample: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(sample)
    full = shutil.disk_usage(Path.cwd())._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    backups.begin()
    qtbot.waitUntil(window.notices.isVisible, timeout=20_000)
    assert "ổ đĩa gần đầy" in window.notices.label.text()


def test_a_synchronised_folder_is_warned_of_once_in_its_life(
    qtbot: QtBot, window: MainWindow, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def service(folder: Path) -> str:
        asked.append(folder)
        return "OneDrive"

    monkeypatch.setattr(backups_module, "service_of", service)
    backups.begin()
    qtbot.waitUntil(window.notices.isVisible, timeout=20_000)
    assert "đồng bộ của OneDrive" in window.notices.label.text()
    backups.begin()
    assert len(asked) == 1


def test_who_asks_while_a_copy_is_made_gets_another_after_it(
    qtbot: QtBot, backups: Backups, store: Store, sample: Report, data_dir: Path
) -> None:
    store.create(sample)
    backups.begin()
    backups.make_now()
    qtbot.waitUntil(lambda: len(copies(data_dir)) == 2, timeout=20_000)
    wait_for_round(qtbot, backups)


def test_the_window_closes_at_once_while_a_copy_is_made_and_nothing_is_left_of_it(
    window: MainWindow,
    backups: Backups,
    store: Store,
    sample: Report,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = threading.Event()

    def dawdle() -> None:
        begun.set()
        time.sleep(0.05)

    monkeypatch.setattr(take_copy, "_PAGES", 1)
    monkeypatch.setattr(take_copy, "_let_others_work", dawdle)
    for _ in range(5):
        store.create(sample)
    backups.begin()
    assert begun.wait(10)
    started = time.monotonic()
    window.close()
    assert time.monotonic() - started < 1.5
    assert copies(data_dir) == []


def test_a_drive_that_hangs_does_not_keep_the_program_open(
    window: MainWindow,
    backups: Backups,
    store: Store,
    sample: Report,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hanging, answered = threading.Event(), threading.Event()

    def hang(*_: object) -> int:
        hanging.set()
        answered.wait(20)
        return 0

    monkeypatch.setattr("danvan_desktop.store.backup.second_place.bring_up_to_date", hang)
    monkeypatch.setattr(backups_module, "_END_SECONDS", 0.2)
    second_place.choose(window._preferences, tmp_path)
    store.create(sample)
    backups.begin()
    assert hanging.wait(10)
    started = time.monotonic()
    window.close()
    assert time.monotonic() - started < 1.5
    answered.set()


def test_what_goes_wrong_unforeseen_is_told_and_the_next_round_comes(
    qtbot: QtBot,
    window: MainWindow,
    backups: Backups,
    store: Store,
    sample: Report,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(sample)
    with monkeypatch.context() as broken:
        broken.setattr("danvan_desktop.store.backup.backup.write_copy", lambda *_: 1 / 0)
        backups.begin()
        qtbot.waitUntil(window.notices.isVisible, timeout=20_000)
    assert "lỗi ngoài dự kiến" in window.notices.label.text()
    backups.look()
    wait_for_round(qtbot, backups)
    assert len(copies(data_dir)) == 1
