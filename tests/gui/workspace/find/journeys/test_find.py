"""Ctrl+F as a person does it: over all tabs, forwards and backwards, by the list, and back to the text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Run
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import compose, type_text
from tests.gui.workspace.find.driven import (
    CONTROL,
    bar_of,
    click,
    find,
    panel_of,
    press,
    rows,
    selected,
    settle,
)

GENERAL, OPENING, FIRST, SECOND, ANNEXES = 0, 1, 2, 3, 8


def tab(workspace: Workspace) -> int:
    return workspace.tab_strip.currentIndex()


def test_nothing_is_made_before_it_is_asked_for(workspace: Workspace) -> None:
    assert not workspace.findChildren(type(bar_of)) and not [  # noqa: PT018 - one state
        child for child in workspace.children() if type(child).__name__ == "Finder"
    ]


def test_ctrl_f_finds_without_marks_and_enter_goes_through_all_tabs(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.tab_strip.setCurrentIndex(SECOND)
    bar = find(qtbot, workspace, "mo hinh")
    assert bar.counter.text() == "1/2"
    assert selected(workspace) == "Mô hình"
    press(workspace, Qt.Key.Key_Return)
    assert (bar.counter.text(), tab(workspace), selected(workspace)) == ("2/2", ANNEXES, "MÔ HÌNH")
    assert bar.words.hasFocus()
    press(workspace, Qt.Key.Key_Return)
    assert (bar.counter.text(), tab(workspace)) == ("1/2", SECOND)
    press(workspace, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.counter.text(), tab(workspace)) == ("2/2", ANNEXES)


def test_typing_stays_on_the_tab_that_is_shown(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(OPENING)
    bar = find(qtbot, workspace, "mô hình")
    assert (tab(workspace), bar.counter.text()) == (OPENING, "2 chỗ")
    press(workspace, Qt.Key.Key_Return)
    assert (tab(workspace), bar.counter.text()) == (SECOND, "1/2")


def test_f3_goes_on_from_the_cursor_and_shift_f3_back(qtbot: QtBot, workspace: Workspace) -> None:
    actions = workspace.editor_actions
    find(qtbot, workspace, "diem thu")
    press(workspace, Qt.Key.Key_Escape)
    workspace.go_to("section:2/16+0")
    actions.next_hit.trigger()
    assert bar_of(workspace).counter.text() == "2/2"
    page = workspace.current_text_page()
    assert page is not None
    assert page.editor.hasFocus()
    actions.previous_hit.trigger()
    assert bar_of(workspace).counter.text() == "1/2"
    workspace.go_to("section:2/12+0")
    actions.previous_hit.trigger()  # none above: the last of all
    assert bar_of(workspace).counter.text() == "2/2"


def test_f3_goes_on_from_a_cell_and_from_a_heading(qtbot: QtBot, workspace: Workspace) -> None:
    actions, page = workspace.editor_actions, workspace.opened.pages.sections[1]
    bar = find(qtbot, workspace, "cong")
    press(workspace, Qt.Key.Key_Escape)
    workspace.show_page(page)
    page.editor.setTextCursor(page.editor.document().find("được công nhận"))
    page.editor.moveCursor(QTextCursor.MoveOperation.Right)
    actions.next_hit.trigger()
    assert selected(workspace) == "Cộng"
    actions.previous_hit.trigger()
    assert selected(workspace) == "công"
    page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    bar.words.setText("thuc hien")
    settle(qtbot, workspace)
    press(workspace, Qt.Key.Key_Escape)
    page.title.setFocus()
    page.title.moveCursor(QTextCursor.MoveOperation.Start)
    actions.next_hit.trigger()
    assert (selected(workspace), page.title.hasFocus()) == ("THỰC HIỆN", True)


def test_only_the_hit_that_is_shown_is_selected(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(0)
    find(qtbot, workspace, "văn phòng")
    assert selected(workspace) == "VĂN PHÒNG"
    press(workspace, Qt.Key.Key_Return)
    press(workspace, Qt.Key.Key_Return)
    press(workspace, Qt.Key.Key_Return)
    assert selected(workspace) == "VĂN PHÒNG"
    press(workspace, Qt.Key.Key_Return)
    assert (tab(workspace), selected(workspace)) == (0, "VĂN PHÒNG")
    workspace.tab_strip.setCurrentIndex(OPENING)
    assert not selected(workspace)


def test_f3_without_words_asks_for_them(workspace: Workspace) -> None:
    workspace.editor_actions.next_hit.trigger()
    assert bar_of(workspace).words.hasFocus()


def test_esc_returns_to_the_text_with_the_hit_selected(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(SECOND)
    bar = find(qtbot, workspace, "đoàn thể")
    press(workspace, Qt.Key.Key_Escape)
    page = workspace.current_text_page()
    assert page is not None
    assert (bar.isVisible(), page.editor.hasFocus(), selected(workspace)) == (False, True, "đoàn thể")
    assert not panel_of(workspace).isVisible()
    assert page.editor.hit_marks is None
    type_text(page.editor, "x")
    assert "Các tổ chức x phối hợp." in page.editor.toPlainText()


def test_what_is_selected_is_looked_for(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.go_to("section:2/14+0~7")
    page = workspace.current_text_page()
    assert page is not None
    page.editor.setFocus()
    workspace.editor_actions.find.trigger()
    settle(qtbot, workspace)
    bar = bar_of(workspace)
    assert (bar.words.text(), bar.words.selectedText(), bar.counter.text()) == ("Kết quả", "Kết quả", "2/2")


def test_a_selection_over_paragraphs_is_not(workspace: Workspace) -> None:
    page = workspace.opened.pages.sections[1]
    workspace.show_page(page)
    page.editor.selectAll()
    workspace.editor_actions.find.trigger()
    assert not bar_of(workspace).words.text()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("lãnh đạo", "Lãnh đạo"),
        ("công tác Dân vận năm", "công tác Dân vận năm"),
        ("nguyễn văn", "Nguyễn Văn"),
        ("chánh văn phòng", "CHÁNH VĂN PHÒNG"),
        ("bc-vp", "BC-VP"),
        ("danh mục", "DANH MỤC"),
        ("được công", "được công"),
        ("bảng 1", "Bảng 1"),
        ("đánh giá", "ĐÁNH GIÁ"),
    ],
)
def test_fields_headings_captions_and_cells_are_found(
    qtbot: QtBot, workspace: Workspace, words: str, place: str
) -> None:
    find(qtbot, workspace, words)
    workspace.editor_actions.next_hit.trigger()
    assert selected(workspace) == place


def test_the_options_narrow_what_is_found(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    opening = (samples.paragraph(33, "xã, Xa, xả, xanh"),)
    workspace = open_workspace(replace(samples.report(), opening=opening, sections=()))
    bar = find(qtbot, workspace, "xa")
    assert "4" in bar.counter.text()
    click_box(bar.whole_words)
    qtbot.waitUntil(lambda: "3" in bar.counter.text())
    click_box(bar.exact)
    qtbot.waitUntil(lambda: bar.counter.text() == "Không thấy")
    assert not bar.next.isEnabled()
    bar.words.selectAll()
    type_text(bar.words, "xã")
    qtbot.waitUntil(lambda: "1" in bar.counter.text())


def click_box(box: QWidget) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_words_that_are_composed_are_looked_for_when_they_stand(qtbot: QtBot, workspace: Workspace) -> None:
    bar = find(qtbot, workspace, "x")
    bar.words.clear()
    compose(bar.words, "d", "dâ", "dân", commit="dân vận")
    settle(qtbot, workspace)
    assert bar.words.text() == "dân vận"
    assert bar.counter.text().startswith("1")


def test_the_list_counts_each_tab_and_leads_there(qtbot: QtBot, workspace: Workspace) -> None:
    find(qtbot, workspace, "mô hình")
    assert rows(workspace) == [
        "II. Triển khai thực hiện (1)",
        "Bảng, hàng 2, cột 2: Mô hình",
        "Phụ lục (1)",
        "Tên phụ lục: DANH MỤC MÔ HÌNH",
    ]
    panel = panel_of(workspace)
    assert panel.counts.text() == "Có 2 chỗ “mô hình” ở 2 thẻ"
    index = panel.rows.index(3, 0)
    spot = panel.list.visualRect(index).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (tab(workspace), selected(workspace)) == (ANNEXES, "MÔ HÌNH")
    assert panel.list.hasFocus()
    press(workspace, Qt.Key.Key_Up)
    press(workspace, Qt.Key.Key_Up)
    assert (tab(workspace), selected(workspace)) == (SECOND, "Mô hình")
    press(workspace, Qt.Key.Key_Return)
    page = workspace.current_text_page()
    assert page is not None
    assert page.editor.hasFocus()


def test_the_list_can_be_hidden_and_stays_so(qtbot: QtBot, workspace: Workspace) -> None:
    bar = find(qtbot, workspace, "mô hình")
    panel = panel_of(workspace)
    assert panel.isVisible()
    click(panel.header.close_button)
    assert not panel.isVisible()
    assert bar.isVisible()
    press(workspace, Qt.Key.Key_Escape)
    find(qtbot, workspace, "kết")
    assert not panel.isVisible()
    click(bar.list)
    assert panel.isVisible()


def test_what_is_typed_into_the_text_is_found_too(qtbot: QtBot, workspace: Workspace) -> None:
    bar = find(qtbot, workspace, "đối thoại")
    assert bar.counter.text() == "Không thấy"
    page = workspace.opened.pages.sections[0]
    workspace.show_page(page)
    type_text(page.editor, "đối thoại ")
    qtbot.waitUntil(lambda: bar.counter.text() == "1 chỗ")
    press(workspace, Qt.Key.Key_F, CONTROL)
    assert page.editor.hit_marks is not None


def test_decomposed_letters_are_selected_whole(qtbot: QtBot, workspace: Workspace) -> None:
    page = workspace.opened.pages.sections[0]
    workspace.show_page(page)
    QTextCursor(page.editor.document()).insertText("Die\u0302\u0300u tra ")
    find(qtbot, workspace, "điều")
    find(qtbot, workspace, "dieu tra")
    assert selected(workspace) == "Die\u0302\u0300u tra"


def test_another_report_closes_the_bar(qtbot: QtBot, workspace: Workspace) -> None:
    bar = find(qtbot, workspace, "mô hình")
    workspace.opened.replace(replace(samples.report(), id="r2", sections=(), annexes=()))
    assert not bar.isVisible()
    workspace.editor_actions.next_hit.trigger()
    assert (bar.isVisible(), bar.counter.text()) == (True, "Không thấy")


def test_ten_thousand_hits_are_counted(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    many = tuple(samples.paragraph(number, "zq " * 100) for number in range(1000, 1100))
    workspace = open_workspace(replace(samples.report(), opening=many, next_id=2000))
    workspace.tab_strip.setCurrentIndex(OPENING)
    bar = find(qtbot, workspace, "zq ")
    assert bar.counter.text() == "1/10000"
    press(workspace, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.counter.text() == "10000/10000"


def test_the_looks_of_the_search_are_no_change(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.assertNotEmitted(workspace.opened.edited):
        find(qtbot, workspace, "mô hình")
        press(workspace, Qt.Key.Key_Return)
        press(workspace, Qt.Key.Key_Escape)
    assert not workspace.opened.stack.can_undo
    assert QApplication.focusWidget() is not None
    assert workspace.opened.report().annexes[0].title == (Run("DANH MỤC MÔ HÌNH"),)
