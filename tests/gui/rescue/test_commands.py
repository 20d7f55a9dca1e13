"""Damaged data in the window: notices stay until read, what can be read of a damaged report opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report, plain
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.rescue.note import NOTICE_KEY
from tests.builders.window import OpenWindow
from tests.gui.modal import the_box
from tests.gui.visible_texts import inside


def press(box: QMessageBox, text: str) -> None:
    button = next(each for each in inside(box, QPushButton) if each.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(store: Store) -> set[str]:
    return {draft.title for draft in store.drafts()}


# ------------------------------------------------------------------------------------- notices


def test_the_notice_of_a_rescue_stands_at_every_start_until_it_was_read(
    store: Store, open_window: OpenWindow
) -> None:
    rows = store.file.database.connection()
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
    store.file.database.execute_sql(
        "UPDATE content SET report = substr(report, 1, length(report) / 2) WHERE draft_id = ?", (draft.id,)
    )
    store.file.watch.note_write()  # as if the disk had done it, and nobody had written
    return draft


def state_in_list(window: MainWindow, draft: Draft) -> tuple[str, str, str]:
    rows = window.start_page.list.rows
    for row in range(rows.rowCount()):
        if rows.index(row, 0).data() == draft.title:
            texts = rows.texts(row)
            return texts.state, texts.tone, rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
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
    state, tone, tip = state_in_list(window, damaged)
    assert (state, tone, "Mở nó để lấy phần còn đọc được" in tip) == ("Hỏng", "red", True)
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
    store.file.database.execute_sql("UPDATE content SET report = '' WHERE draft_id = ?", (damaged.id,))
    store.file.watch.note_write()  # as if the disk had done it, and nobody had written
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
