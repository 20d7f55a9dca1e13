"""The data file is gone: the user says where the reports come from, and nothing is deleted."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.rescue.attendant import WindowAttendant
from danvan_desktop.gui.rescue.lost_data_dialog import LostDataDialog
from danvan_desktop.gui.startup.declined import StartDeclinedError
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.gui.modal import when_modal
from tests.store.stored_reports import MOMENT, make_report


@pytest.fixture
def attendant(qtbot: QtBot) -> WindowAttendant:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return WindowAttendant(window)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose file was deleted, but not its WAL and a copy of last month."""
    with closing(open_store(tmp_path / "old")) as store:
        store.create(make_report("Tháng trước"))
    used = tmp_path / "data"
    store = open_store(used)
    store.create(make_report("Tháng trước"))
    store.create(make_report("Hôm nay"))
    wal = (used / "drafts.sqlite3-wal").read_bytes()
    store.close()
    (used / "drafts.sqlite3").unlink()
    (used / "drafts.sqlite3-wal").write_bytes(wal)
    (used / "drafts-v3-20251001-080000.sqlite3").write_bytes((tmp_path / "old/drafts.sqlite3").read_bytes())
    return used


def opened(folder: Path, attendant: WindowAttendant) -> Store:
    return open_store(folder, lambda: MOMENT, attendant=attendant)


def titles(store: Store) -> set[str]:
    with closing(store):
        return {draft.title for draft in store.drafts()}


def rows(dialog: LostDataDialog) -> list[list[str]]:
    tree = dialog.list
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(0), item.text(3)] for item in items]


def test_each_candidate_is_named_with_what_is_inside(
    qtbot: QtBot, folder: Path, attendant: WindowAttendant
) -> None:
    seen: list[list[str]] = []

    def look(dialog: LostDataDialog) -> None:
        qtbot.waitUntil(lambda: all("đang xem" not in inside for _, inside in rows(dialog)), timeout=20_000)
        seen.extend(rows(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_modal(LostDataDialog, look)
    with pytest.raises(StartDeclinedError):
        opened(folder, attendant)
    assert seen == [["phần chưa ghi (-wal)", "2 báo cáo"], ["bản sao trước khi nâng cấp", "1 báo cáo"]]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Qt.Key.Key_Return,), {"Tháng trước", "Hôm nay"}),
        ((Qt.Key.Key_Down, Qt.Key.Key_Return), {"Tháng trước"}),
    ],
)
def test_the_reports_come_from_the_file_that_is_chosen(
    folder: Path, attendant: WindowAttendant, keys: tuple[Qt.Key, ...], expected: set[str]
) -> None:
    before = {path.name for path in folder.iterdir()}

    def choose(dialog: LostDataDialog) -> None:
        for key in keys:
            QTest.keyClick(dialog.list, key)

    when_modal(LostDataDialog, choose)
    assert titles(opened(folder, attendant)) == expected
    left = {path.name for path in folder.iterdir()}
    assert "drafts-v3-20251001-080000.sqlite3" in left
    assert len(left) >= len(before)


def answer(name: str) -> Callable[[LostDataDialog], None]:
    return lambda dialog: QTest.mouseClick(getattr(dialog, name), Qt.MouseButton.LeftButton)


def test_a_new_list_is_begun_when_that_is_wanted_and_the_rest_is_kept(
    folder: Path, attendant: WindowAttendant
) -> None:
    wal = (folder / "drafts.sqlite3-wal").read_bytes()
    when_modal(LostDataDialog, answer("begin"))
    assert titles(opened(folder, attendant)) == set()
    (kept,) = folder.glob("drafts-cu-*.sqlite3-wal")
    assert kept.read_bytes() == wal
    assert titles(opened(folder, attendant)) == set(), "it is not asked again"


def test_who_leaves_changes_nothing(folder: Path, attendant: WindowAttendant) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    when_modal(LostDataDialog, answer("leave"))
    with pytest.raises(StartDeclinedError):
        opened(folder, attendant)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "danvan.lock").unlink()  # it was let go
