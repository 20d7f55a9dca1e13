"""The screen of the copies, driven: copies, the second place, reports that come back, another PC."""

import os
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.backup import take_copy
from danvan_desktop.store.backup.backup import Backup
from danvan_desktop.store.backup.move_file import write_everything
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.gui.backup.conftest import OpenScreen, click
from tests.gui.keyboard import type_text
from tests.gui.modal import the_box, when_modal
from tests.store.stored_reports import make_old_database, make_report


def titles(store: Store) -> set[str]:
    return {draft.title for draft in store.drafts()}


def rows(dialog: BackupForm) -> list[tuple[str, str]]:
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [(item.text(0), item.text(3)) for item in items]


def answer_folder(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_dialog, "ask_folder", lambda *_: path)


def answer_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: path)


def answer_save(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: path)


# ---------------------------------------------------------------------------------- the copies


def test_a_copy_is_made_at_once_and_listed_with_what_is_inside(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, on_screen: OpenScreen
) -> None:
    store.create(sample)

    def copy(dialog: BackupForm) -> None:
        assert rows(dialog) == []
        assert not dialog.restore.isEnabled()
        click(dialog.copy)
        qtbot.waitUntil(lambda: rows(dialog) == [("bản sao bấm “Sao lưu ngay”", "1 báo cáo")], timeout=20_000)
        assert dialog.message.text() == "Đã sao lưu 1 báo cáo."
        assert dialog.restore.isEnabled()

    on_screen(copy)


def test_who_asks_while_the_copy_of_the_day_is_made_is_told_of_the_one_that_was_asked_for(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    data_dir: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(sample)
    may_go_on = threading.Event()
    monkeypatch.setattr(take_copy, "_let_others_work", lambda: may_go_on.wait(10))

    def ask(dialog: BackupForm) -> None:
        click(dialog.copy)
        may_go_on.set()
        qtbot.waitUntil(lambda: dialog.message.text() == "Đã sao lưu 1 báo cáo.", timeout=20_000)
        assert len(list((data_dir / "sao-luu").iterdir())) == 2

    window.backup().backups.begin()
    on_screen(ask)


def test_the_copy_holds_the_last_letter_of_the_open_report(
    opened: MainWindow, store: Store, on_screen: OpenScreen, data_dir: Path, tmp_path: Path
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(1)
    type_text(opened.workspace.opened.pages.opening.editor, "Vừa gõ. ")
    on_screen(lambda dialog: click(dialog.copy))
    (made,) = (data_dir / "sao-luu").iterdir()
    (tmp_path / "copy").mkdir()
    shutil.copyfile(made, tmp_path / "copy" / "drafts.sqlite3")
    with closing(open_store(tmp_path / "copy")) as copy:
        assert "Vừa gõ." in str(copy.load(copy.drafts()[0].id))


def test_copies_of_every_kind_are_listed_the_newest_chosen(
    qtbot: QtBot, store: Store, data_dir: Path, on_screen: OpenScreen
) -> None:
    names = {
        "sao-luu/drafts-20251124.sqlite3": "bản sao hằng ngày",
        "sao-luu/drafts-20251123-thieu.sqlite3": "bản sao, có báo cáo đã hỏng",
        "drafts-v3-20250101-080000.sqlite3": "bản sao trước khi nâng cấp",
        "drafts-hong-20240101-080000.sqlite3": "tệp hỏng giữ lại",
    }
    (data_dir / "sao-luu").mkdir()
    for age, name in enumerate(names):
        make_old_database(data_dir / name, make_report(name))
        os.utime(data_dir / name, (1_700_000_000 - age * 1000,) * 2)
    before = {path: path.read_bytes() for path in (data_dir / "sao-luu").iterdir()}

    def look(dialog: BackupForm) -> None:
        expected = [(kind, "1 báo cáo") for kind in names.values()]
        qtbot.waitUntil(lambda: rows(dialog) == expected, timeout=20_000)
        assert dialog.list.chosen() == data_dir / "sao-luu" / "drafts-20251124.sqlite3"

    on_screen(look)
    assert {path: path.read_bytes() for path in (data_dir / "sao-luu").iterdir()} == before


# ----------------------------------------------------------------------------- the second place


def test_a_stick_is_chosen_filled_and_missed(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    on_screen: OpenScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(sample)
    stick = tmp_path / "usb"
    stick.mkdir()
    answer_folder(monkeypatch, stick)

    def choose(dialog: BackupForm) -> None:
        assert not dialog.clear.isVisible()
        click(dialog.choose)
        qtbot.waitUntil(lambda: len(rows(dialog)) == 2, timeout=20_000)
        assert str(stick) in dialog.place.text()
        assert "cùng ổ đĩa với dữ liệu" in dialog.place.text()
        assert {kind for kind, _ in rows(dialog)} == {
            "bản sao bấm “Sao lưu ngay”",
            "bản sao bấm “Sao lưu ngay” (nơi thứ hai)",
        }

    on_screen(choose)
    assert len(list(stick.glob("danvan-sao-luu-*/drafts-*.sqlite3"))) == 1
    shutil.move(stick, tmp_path / "pulled out")

    def miss(dialog: BackupForm) -> None:
        qtbot.waitUntil(lambda: "Chưa thấy" in dialog.place.text(), timeout=20_000)
        click(dialog.copy)
        qtbot.waitUntil(lambda: "Chưa thấy nơi sao lưu thứ hai" in dialog.message.text(), timeout=20_000)
        assert "Đã sao lưu 1 báo cáo." in dialog.message.text()

    on_screen(miss)
    assert not stick.exists()
    shutil.move(tmp_path / "pulled out", stick)

    def clear(dialog: BackupForm) -> None:
        click(dialog.copy)
        qtbot.waitUntil(lambda: "chép 2 bản sao" in dialog.message.text(), timeout=20_000)
        click(dialog.clear)
        assert dialog.place.text().startswith("Chưa chọn")

    on_screen(clear)
    assert len(list(stick.glob("danvan-sao-luu-*/drafts-*.sqlite3"))) == 3


def test_the_copies_of_another_pc_on_the_stick_are_listed(
    qtbot: QtBot, window: MainWindow, on_screen: OpenScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "usb" / "danvan-sao-luu-PC-LAN-a1b2c3"
    other.mkdir(parents=True)
    make_old_database(other / "drafts-20251124.sqlite3", make_report("Ở máy cũ"))
    answer_folder(monkeypatch, tmp_path / "usb")

    def look(dialog: BackupForm) -> None:
        click(dialog.choose)
        wanted = ("bản sao hằng ngày (nơi thứ hai, máy PC-LAN)", "1 báo cáo")
        qtbot.waitUntil(lambda: wanted in rows(dialog), timeout=20_000)

    on_screen(look)


def test_a_place_within_the_data_folder_is_refused(
    qtbot: QtBot, window: MainWindow, data_dir: Path, on_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_folder(monkeypatch, data_dir / "sao-luu")

    def choose(dialog: BackupForm) -> None:
        click(dialog.choose)
        box = the_box(qtbot)
        assert "hỏng máy thì mất cả hai" in box.text()
        box.close()
        assert not dialog.clear.isVisible()

    on_screen(choose)


# ----------------------------------------------------------------------------------- restoring


def read(qtbot: QtBot, dialog: OldDataDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=20_000)


def notes(dialog: OldDataDialog) -> list[tuple[str, bool, str]]:
    tree = dialog.list
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.checkState(0) == Qt.CheckState.Checked, item.text(4)) for item in items]


def restore_chosen(qtbot: QtBot, on_screen: OpenScreen, act: Callable[[OldDataDialog], object]) -> None:
    """Press Enter on the newest copy, and ``act`` in the list of its reports."""

    def choose(dialog: BackupForm) -> None:
        when_modal(OldDataDialog, act)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    on_screen(choose)


def test_a_section_that_was_deleted_comes_back_from_the_copy_of_the_day(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report, on_screen: OpenScreen
) -> None:
    draft = store.create(sample)
    Backup(store.file).round(None)
    emptied = replace(sample, sections=sample.sections[1:], modified=sample.modified + timedelta(minutes=5))
    store.save(draft.id, emptied, "")

    def take(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert notes(dialog) == [(sample.subject, True, "")]
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    restore_chosen(qtbot, on_screen, take)
    found = {len(store.load(each.id).sections) for each in store.drafts()}
    assert found == {len(sample.sections), len(sample.sections) - 1}
    assert store.load(draft.id) == emptied
    assert window.start_page.list.rows.rowCount() == 2
    assert "Đã đưa vào danh sách 1 báo cáo" in window.notices.label.text()


@pytest.fixture
def old(tmp_path: Path, sample: Report) -> Path:
    """A database of an earlier time: the sample, another report, a deleted one, an office."""
    with closing(open_store(tmp_path / "old")) as store:
        store.create(sample)
        store.create(
            replace(sample, id="khac", subject="Sơ kết", modified=sample.modified - timedelta(days=1))
        )
        deleted = replace(sample, id="xoa", subject="Đã bỏ", modified=sample.modified - timedelta(days=2))
        store.delete(store.create(deleted).id)
        store.keep_offices((Office(agency="VĂN PHÒNG"),))
    return tmp_path / "old" / "drafts.sqlite3"


def restore_from_other(on_screen: OpenScreen, act: Callable[[OldDataDialog], object]) -> None:
    def choose(dialog: BackupForm) -> None:
        when_modal(OldDataDialog, act)
        click(dialog.other)

    on_screen(choose)


def test_reports_of_an_old_database_come_into_the_list(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    old: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = old.read_bytes()
    store.create(sample)
    answer_file(monkeypatch, old)

    def choose(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert notes(dialog) == [
            (sample.subject, False, "đã có trong danh sách"),
            ("Sơ kết", True, ""),
            ("Đã bỏ", False, "đã xóa lúc ấy"),
        ]
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # the sample too, which is there already
        QTest.keyClick(dialog.offices, Qt.Key.Key_Space)
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    restore_from_other(on_screen, choose)
    told = window.notices.label.text()
    assert "Đã đưa vào danh sách 2 báo cáo từ drafts.sqlite3" in told
    assert "“Sơ kết”" in told
    assert "1 cơ quan" in told
    assert sorted(draft.title for draft in store.drafts()) == sorted(
        [sample.subject, sample.subject, "Sơ kết"]
    )
    assert len({store.load(draft.id).id for draft in store.drafts()}) == 3, "two drafts are never one report"
    assert [office.agency for office in store.offices()] == ["VĂN PHÒNG"]
    assert window.start_page.list.rows.rowCount() == 3
    assert old.read_bytes() == before


def test_the_wal_of_a_list_that_was_left_gives_its_reports(
    qtbot: QtBot, window: MainWindow, store: Store, data_dir: Path, tmp_path: Path, on_screen: OpenScreen
) -> None:
    with closing(open_store(tmp_path / "old")) as left:
        left.create(make_report("Chỉ còn trong phần chưa ghi"))
        wal = (tmp_path / "old" / "drafts.sqlite3-wal").read_bytes()
    (data_dir / "drafts-cu-20251124-103205.sqlite3-wal").write_bytes(wal)

    def take(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    restore_chosen(qtbot, on_screen, take)
    assert titles(store) == {"Chỉ còn trong phần chưa ghi"}


def test_the_database_in_use_is_refused_unopened(
    qtbot: QtBot,
    window: MainWindow,
    data_dir: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer_file(monkeypatch, data_dir / "drafts.sqlite3")

    def choose(dialog: BackupForm) -> None:
        click(dialog.other)
        box = the_box(qtbot)
        assert "Đây chính là tệp dữ liệu đang dùng" in box.text()
        box.close()

    on_screen(choose)


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda path: path.write_text("không phải dữ liệu"), "Không thấy báo cáo nào của phần mềm này"),
    "nothing there": (lambda path: None, "Không đọc được tệp"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_file_without_reports_says_so(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    make, said = WRONG[kind]
    make(tmp_path / "la.sqlite3")
    answer_file(monkeypatch, tmp_path / "la.sqlite3")

    def look(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert said in dialog.message.text()
        assert not dialog.take.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    restore_from_other(on_screen, look)


def test_all_can_be_ticked_at_once(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    old: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer_file(monkeypatch, old)

    def choose(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert dialog.take.text() == "Đưa 2 báo cáo vào &danh sách"
        QTest.mouseClick(dialog.every, Qt.MouseButton.LeftButton)
        assert dialog.take.text() == "Đưa 3 báo cáo vào &danh sách"
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    restore_from_other(on_screen, choose)
    assert len(store.drafts()) == 3
    assert store.offices() == ()


# ---------------------------------------------------------------------------------- another PC


def test_everything_goes_to_another_pc_and_comes_once(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    tmp_path: Path,
    on_screen: OpenScreen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.create(sample)
    store.delete(store.create(make_report("Đã bỏ")).id)
    target = tmp_path / "toan-bo.danvan-toan-bo"
    answer_save(monkeypatch, target.with_suffix(""))  # the suffix is added
    on_screen(lambda dialog: click(dialog.move_out))
    assert target.stat().st_size > 0

    with closing(open_store(tmp_path / "old")) as old:
        old.create(replace(sample, id="khac", subject="Của máy cũ"))
        old.create(sample)
        write_everything(old.file, target, {"export_pdf": False, "export_folder": "D:/"})
    answer_file(monkeypatch, target)
    seen: list[str] = []

    shares: set[tuple[int, int]] = set()

    def take(dialog: BackupForm) -> None:
        dialog.progress.valueChanged.connect(lambda done: shares.add((done, dialog.progress.maximum())))
        click(dialog.move_in)
        qtbot.waitUntil(dialog.progress.isHidden, timeout=20_000)
        seen.append(dialog.message.text())

    for _ in range(2):
        on_screen(take)
    assert (1, 2) in shares, "the bar says how many reports are done"
    again = "báo cáo đã có sẵn, giống hệt, nên không đưa vào lần nữa."
    assert seen == [
        f"Đã đưa vào danh sách 1 báo cáo từ máy khác: “Của máy cũ”. 1 {again}",
        f"2 {again}",
    ]
    assert titles(store) == {sample.subject, "Của máy cũ"}
    assert not window._preferences.flag("export_pdf", default=True)
    assert window._preferences.text("export_folder") == ""


def test_a_file_that_is_none_of_ours_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, on_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.danvan-toan-bo").write_text("x")
    answer_file(monkeypatch, tmp_path / "x.danvan-toan-bo")

    def take(dialog: BackupForm) -> None:
        click(dialog.move_in)
        qtbot.waitUntil(lambda: "không phải tệp chuyển máy" in dialog.message.text(), timeout=20_000)

    on_screen(take)


# ------------------------------------------------------------------------------ single reports


def test_a_report_of_the_list_is_written_to_a_file_and_comes_back_by_import(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = store.create(sample)
    window.start_page.refresh()
    target = tmp_path / "mot.danvan"
    answer_save(monkeypatch, target)
    window.start_page.commands.to_file.trigger()
    assert target.exists()
    assert str(target) in window.toasts.label.text()
    store.delete(draft.id)
    window.importing.bring_in(target, "keep")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    first = sample.sections[0].blocks[0]
    report = window.workspace.opened.report()
    assert report.subject == sample.subject
    assert plain(first.runs) in {plain(each.runs) for each in report.sections[0].blocks}  # type: ignore[union-attr]


def test_the_open_report_is_written_to_a_file(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_save(monkeypatch, tmp_path / "mo")
    opened.commands.to_file.trigger()
    assert (tmp_path / "mo.danvan").exists()
    assert "Đã lưu ra tệp" in opened.toasts.label.text()


@pytest.mark.parametrize("button", ["copy", "move_out"])
def test_the_bar_says_how_much_is_done(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    on_screen: OpenScreen,
    button: str,
) -> None:
    store.create(sample)
    answer_save(monkeypatch, tmp_path / "toan-bo.danvan-toan-bo")
    shares: list[float] = []

    def act(form: BackupForm) -> None:
        form.progress.valueChanged.connect(lambda done: shares.append(done / max(1, form.progress.maximum())))
        click(getattr(form, button))
        qtbot.waitUntil(form.progress.isHidden, timeout=20_000)

    on_screen(act)
    told = [share for share in shares if share > 0]
    assert told == sorted(told)
    assert any(share < 1 for share in told), "on the way"
    assert told[-1] == 1
