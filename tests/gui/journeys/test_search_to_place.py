"""From the search of the first page to the place in the report: the words typed once lead there."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.find.find_bar import FindBar
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import inside
from tests.gui.workspace.find.driven import CONTROL, press, selected


def search(qtbot: QtBot, window: MainWindow, words: str, found: int) -> None:
    """Press Ctrl+F on the first page, type ``words``, and wait for so many reports."""
    page = window.start_page
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    type_text(page.search, words)
    qtbot.waitUntil(lambda: page.list.isVisible() and page.list.rows.rowCount() == found)


def fill(window: MainWindow, store: Store) -> None:
    other = replace(samples.report(), id="other", subject="Việc khác", sections=(), annexes=())
    for report in (samples.report(), other):
        store.create(report)
    window.start_page.refresh()
    window.start_page.list.setFocus()


def test_enter_opens_the_report_at_the_words(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    fill(window, store)
    search(qtbot, window, "duoc cong nhan", 1)
    window.start_page.list.setFocus()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)
    (bar,) = inside(window, FindBar)
    assert bar.isVisible()
    assert (bar.words.text(), bar.counter.text()) == ("được công nhận", "1/1")
    assert selected(window.workspace) == "được công nhận"
    page = window.workspace.current_text_page()
    assert page is not None
    assert page.editor.hasFocus()
    press(window.workspace, Qt.Key.Key_F3)
    assert bar.counter.text() == "1/1"


def test_words_that_stand_apart_lead_to_the_rarest(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    fill(window, store)
    search(qtbot, window, "hinh diem doan the", 1)
    window.start_page.commands.open.trigger()
    (bar,) = inside(window, FindBar)
    assert bar.words.text() in {"thể", "Đoàn", "đoàn"}
    assert "đoàn thể" in window.workspace.opened.report().sections[1].blocks[10].runs[0].text  # type: ignore[union-attr]


def test_what_only_the_list_knows_opens_without_the_bar(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    draft = store.create(samples.report())
    store.rename(draft.id, "Bản gửi Tỉnh đoàn Kon Tum")
    window.start_page.refresh()
    window.start_page.list.setFocus()
    search(qtbot, window, "kon tum", 1)
    window.start_page.commands.open.trigger()
    assert window.workspace.isVisible()
    assert not inside(window, FindBar)


def test_without_a_search_the_report_opens_where_it_was_left(window: MainWindow, store: Store) -> None:
    fill(window, store)
    window.start_page.commands.open.trigger()
    assert window.workspace.isVisible()
    assert not inside(window, FindBar)


def test_ctrl_f_is_the_reports_own_while_one_is_open(opened: MainWindow) -> None:
    page = opened.workspace.current_page()
    assert page is not None
    page.start().setFocus()
    press(opened.workspace, Qt.Key.Key_F, CONTROL)
    (bar,) = inside(opened, FindBar)
    assert bar.words.hasFocus()
    QTest.keyClick(bar.words, Qt.Key.Key_F1)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    press(opened.workspace, Qt.Key.Key_H, CONTROL)
    assert bar.is_replacing
