"""Damaged and old data in the window: notices stay until read, readable parts open, old reports come back."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.rescue.choose_data_file import ChooseDataFileDialog
from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.rescue import NOTICE_KEY
from tests.builders.window import OpenWindow
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside
from tests.store.stored_reports import make_old_database, make_report


def press(box: QMessageBox, text: str) -> None:
    button = next(each for each in inside(box, QPushButton) if each.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def the_box(qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def titles(store: Store) -> set[str]:
    return {draft.title for draft in store.drafts()}


# ------------------------------------------------------------------------------------- notices


def test_the_notice_of_a_rescue_stands_at_every_start_until_it_was_read(
    store: Store, open_window: OpenWindow
) -> None:
    rows = store._file.database.connection()
    rows.execute("INSERT INTO remembered VALUES (?, ?)", (NOTICE_KEY, "Đã lấy lại 3 báo cáo.\nMất 1."))
    rows.commit()
    first, again = open_window(), open_window()
    for window in (first, again):
        assert window.notices.isVisible()
        assert window.notices.label.text() == "Đã lấy lại 3 báo cáo.\nMất 1."
    QTest.mouseClick(again.notices.seen, Qt.MouseButton.LeftButton)
    assert not again.notices.isVisible()
    assert store.rescue_notice == ""
    assert not open_window().notices.isVisible()


def test_what_happens_to_the_file_is_said_as_it_comes(window: MainWindow) -> None:
    window.session.notice.emit("Tệp dữ liệu đã bị xóa; phần mềm đã ghi lại.")
    assert window.notices.isVisible()
    window.banner.say("Một việc khác.")
    assert window.notices.label.text() == "Tệp dữ liệu đã bị xóa; phần mềm đã ghi lại."


def test_a_report_found_damaged_is_listed_so_at_once(
    window: MainWindow, store: Store, sample: Report
) -> None:
    draft = store.create(sample)
    window.start_page.refresh()
    assert state_in_list(window, draft)[0] == "Đang soạn"
    store._set(draft.id, damaged=1)
    window.session.notice.emit("Một báo cáo bị hỏng.")
    assert state_in_list(window, draft)[0] == "Hỏng"


# ----------------------------------------------------------------------------- damaged reports


@pytest.fixture
def damaged(store: Store, sample: Report) -> Draft:
    draft = store.create(sample)
    store._file.database.execute_sql(
        "UPDATE content SET report = substr(report, 1, length(report) / 2) WHERE draft_id = ?", (draft.id,)
    )
    store._file.watch.note_write()  # as if the disk had done it, and nobody had written
    return draft


def state_in_list(window: MainWindow, draft: Draft) -> tuple[str, bool, str]:
    rows = window.start_page.list.rows
    for row in range(rows.rowCount()):
        if rows.index(row, 0).data() == draft.title:
            state = rows.index(row, 2)
            has_icon = state.data(Qt.ItemDataRole.DecorationRole) is not None
            return state.data(), has_icon, state.data(Qt.ItemDataRole.ToolTipRole) or ""
    raise LookupError(draft.title)


def open_from_list(window: MainWindow) -> None:
    window.start_page.refresh()
    window.start_page.list.setFocus()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)


def test_a_damaged_report_opens_what_can_be_read_as_a_new_one(
    qtbot: QtBot, window: MainWindow, store: Store, damaged: Draft, sample: Report
) -> None:
    open_from_list(window)
    box = the_box(qtbot)
    assert "không tự mất đi" in box.informativeText()
    state, has_icon, tip = state_in_list(window, damaged)
    assert (state, has_icon, "Mở nó để lấy phần còn đọc được" in tip) == ("Hỏng", True, True)
    press(box, "Mở phần đọc được")
    qtbot.waitUntil(lambda: window.session.draft is not None)
    assert window.session.draft is not None
    assert window.session.draft.title == f"{damaged.title} (phần đọc được)"
    report = window.workspace.opened.report()
    first = sample.sections[0].blocks[0]
    assert plain(first.runs) in {plain(each.runs) for each in report.sections[0].blocks}  # type: ignore[union-attr]
    window.leave_report("test")
    assert titles(store) == {damaged.title, f"{damaged.title} (phần đọc được)"}
    assert window.start_page.card.draft is not None
    assert window.start_page.card.draft.id != damaged.id


def test_who_does_not_want_the_part_keeps_the_list_as_it_is(
    qtbot: QtBot, window: MainWindow, store: Store, damaged: Draft
) -> None:
    open_from_list(window)
    press(the_box(qtbot), "Thôi")
    assert (titles(store), window.session.draft) == ({damaged.title}, None)


def test_where_nothing_can_be_read_one_sentence_says_so(
    qtbot: QtBot, window: MainWindow, store: Store, damaged: Draft
) -> None:
    store._file.database.execute_sql("UPDATE content SET report = '' WHERE draft_id = ?", (damaged.id,))
    store._file.watch.note_write()  # as if the disk had done it, and nobody had written
    open_from_list(window)
    box = the_box(qtbot)
    assert "không còn phần nào đọc được" in box.text()
    assert box.text().count(". ") == 0
    box.close()
    assert titles(store) == {damaged.title}


def test_a_damaged_report_alone_is_not_this_years(window: MainWindow, store: Store, damaged: Draft) -> None:
    store._set(damaged.id, damaged=1)
    window.start_page.refresh()
    assert not window.start_page.card.isVisible()


# ------------------------------------------------------------------------------- old databases


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


def read(qtbot: QtBot, dialog: OldDataDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=20_000)


def notes(dialog: OldDataDialog) -> list[tuple[str, bool, str]]:
    tree = dialog.list
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.checkState(0) == Qt.CheckState.Checked, item.text(4)) for item in items]


def answer_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: path)


def test_reports_of_an_old_database_come_into_the_list(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    sample: Report,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = old.read_bytes()
    store.create(sample)
    answer_file(monkeypatch, old)
    seen: list[list[tuple[str, bool, str]]] = []

    def choose(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        seen.append(notes(dialog))
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # the sample too, which is there already
        QTest.keyClick(dialog.offices, Qt.Key.Key_Space)
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    when_modal(OldDataDialog, choose)
    window.commands.old_data.trigger()
    qtbot.waitUntil(window.notices.isVisible, timeout=20_000)
    assert seen == [
        [
            (sample.subject, False, "đã có trong danh sách"),
            ("Sơ kết", True, ""),
            ("Đã bỏ", False, "đã xóa lúc ấy"),
        ]
    ]
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


def test_the_copies_in_the_data_folder_are_offered_first(
    qtbot: QtBot, window: MainWindow, store: Store, data_dir: Path
) -> None:
    make_old_database(data_dir / "drafts-v3-20250101-080000.sqlite3", make_report("Trước khi nâng cấp"))

    def take(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    def choose(dialog: ChooseDataFileDialog) -> None:
        assert dialog.list.topLevelItem(0).text(0) == "bản sao trước khi nâng cấp"
        when_modal(OldDataDialog, take)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    when_modal(ChooseDataFileDialog, choose)
    window.commands.old_data.trigger()
    qtbot.waitUntil(lambda: titles(store) == {"Trước khi nâng cấp"}, timeout=20_000)


def test_the_wal_of_a_list_that_was_left_gives_its_reports(
    qtbot: QtBot, window: MainWindow, store: Store, data_dir: Path, tmp_path: Path
) -> None:
    with closing(open_store(tmp_path / "old")) as left:
        left.create(make_report("Chỉ còn trong phần chưa ghi"))
        wal = (tmp_path / "old" / "drafts.sqlite3-wal").read_bytes()
    (data_dir / "drafts-cu-20251124-103205.sqlite3-wal").write_bytes(wal)

    def take(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    def choose(dialog: ChooseDataFileDialog) -> None:
        when_modal(OldDataDialog, take)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    when_modal(ChooseDataFileDialog, choose)
    window.commands.old_data.trigger()
    qtbot.waitUntil(lambda: titles(store) == {"Chỉ còn trong phần chưa ghi"}, timeout=20_000)


def test_another_file_can_be_chosen_instead(
    qtbot: QtBot,
    window: MainWindow,
    store: Store,
    data_dir: Path,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_old_database(data_dir / "drafts-v3-20250101-080000.sqlite3", make_report("Trước khi nâng cấp"))
    answer_file(monkeypatch, old)

    def leave(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def choose(dialog: ChooseDataFileDialog) -> None:
        when_modal(OldDataDialog, leave)
        other = next(each for each in inside(dialog, QPushButton) if "khác" in each.text())
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)

    when_modal(ChooseDataFileDialog, choose)
    window.commands.old_data.trigger()
    assert titles(store) == set()


def test_the_database_in_use_is_refused_unopened(
    qtbot: QtBot, window: MainWindow, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file(monkeypatch, data_dir / "drafts.sqlite3")
    window.commands.old_data.trigger()
    box = the_box(qtbot)
    assert "Đây chính là tệp dữ liệu đang dùng" in box.text()
    box.close()


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda path: path.write_text("không phải dữ liệu"), "Không thấy báo cáo nào của phần mềm này"),
    "nothing there": (lambda path: None, "Không đọc được tệp"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_file_without_reports_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    make, said = WRONG[kind]
    make(tmp_path / "la.sqlite3")
    answer_file(monkeypatch, tmp_path / "la.sqlite3")

    def look(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert said in dialog.message.text()
        assert not dialog.take.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_modal(OldDataDialog, look)
    window.commands.old_data.trigger()


def test_all_can_be_ticked_at_once(
    qtbot: QtBot, window: MainWindow, store: Store, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file(monkeypatch, old)

    def choose(dialog: OldDataDialog) -> None:
        read(qtbot, dialog)
        assert dialog.take.text() == "Đưa 2 báo cáo vào &danh sách"
        QTest.mouseClick(dialog.every, Qt.MouseButton.LeftButton)
        assert dialog.take.text() == "Đưa 3 báo cáo vào &danh sách"
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    when_modal(OldDataDialog, choose)
    window.commands.old_data.trigger()
    qtbot.waitUntil(lambda: len(store.drafts()) == 3, timeout=20_000)
    qtbot.waitUntil(window.notices.isVisible)
    assert store.offices() == ()
