"""The window "Lịch sử sửa đổi", driven as the clerk does: what was lost comes back in three clicks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.history.history_dialog import HistoryDialog
from danvan_desktop.gui.history.name_dialog import NameDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.diff.likeness import block_text
from danvan_desktop.report.model import Block, Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import OpenWindow
from tests.gui.keyboard import type_text
from tests.gui.menu_bar import menus
from tests.gui.modal import in_dialog, when_modal
from tests.gui.visible_texts import inside

FIRST = 2


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def text_of(window: MainWindow):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the editor, None ruled out
    page = window.workspace.current_text_page()
    assert page is not None
    return page.editor


def blocks(window: MainWindow) -> tuple[Block, ...]:
    return window.workspace.opened.report().sections[0].blocks


def is_empty(window: MainWindow) -> bool:
    return not "".join(map(block_text, blocks(window)))


def choose(window: MainWindow, action: QAction) -> None:
    """Two clicks: the menu, and the entry in it."""
    bar = window.menuBar()
    menu = menus(window)["Báo cáo"]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center())
    assert menu.isVisible()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def opened_history(
    window: MainWindow, qtbot: QtBot, act: Callable[[HistoryDialog], object], *, leave: bool = True
) -> None:
    """Open the window, wait until the newest other version is compared, and do ``act`` in it."""

    def run(dialog: HistoryDialog) -> None:
        qtbot.waitUntil(lambda: dialog.comparison is not None, timeout=10_000)
        act(dialog)
        if leave:
            dialog.reject()

    when_modal(HistoryDialog, run)
    choose(window, window.commands.history)


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what was typed is saved and all versions are written."""
    window.session.save_everything_now("test")
    versions = window.session.versions
    assert versions is not None
    qtbot.waitUntil(lambda: not versions.has_waiting)


def answer(dialog: NameDialog, name: str) -> None:
    type_text(dialog.edit, name)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)


def select_all_and_delete(window: MainWindow) -> None:
    editor = text_of(window)
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Delete)


def test_a_section_emptied_by_mistake_comes_back_in_three_clicks(
    qtbot: QtBot, opened: MainWindow, store: Store
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(opened)
    select_all_and_delete(opened)
    assert is_empty(opened)
    opened.commands.back.trigger()
    (draft,) = store.drafts()
    opened.open_draft(draft)
    assert is_empty(opened)
    opened_history(opened, qtbot, lambda dialog: click(dialog.restore_tab), leave=False)  # the third click
    qtbot.waitUntil(lambda: blocks(opened) == before)
    assert opened.workspace.tab_strip.currentIndex() == FIRST
    assert not inside(opened, HistoryDialog) or not inside(opened, HistoryDialog)[0].isVisible()
    opened.workspace.opened.stack.undo()
    assert is_empty(opened)


def test_also_after_the_program_was_closed(
    qtbot: QtBot, open_window: OpenWindow, store: Store, sample: Report
) -> None:
    window = open_window()
    window.open_draft(store.create(sample))
    window.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(window)
    select_all_and_delete(window)
    window.close()
    again = open_window()
    (draft,) = store.drafts()
    again.open_draft(draft)
    assert is_empty(again)
    opened_history(again, qtbot, lambda dialog: click(dialog.restore_tab), leave=False)
    qtbot.waitUntil(lambda: blocks(again) == before)


def test_the_state_before_a_restore_is_a_version(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Câu vừa gõ. ")
    typed = opened.workspace.opened.report()
    opened_history(opened, qtbot, lambda dialog: click(dialog.restore_all), leave=False)
    qtbot.waitUntil(lambda: opened.workspace.opened.report() != typed)
    (draft,) = store.drafts()
    newest = store.history.versions(draft.id)[0]
    assert newest.reason == "restore"
    assert store.history.report(newest.number).sections == typed.sections


def test_one_paragraph_comes_back_by_its_link(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(opened)
    type_text(text_of(opened), "Một câu khác. ")
    cursor = text_of(opened).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text_of(opened).setTextCursor(cursor)
    type_text(text_of(opened), " Câu cuối.")
    typed = blocks(opened)

    def follow_the_first_link(dialog: HistoryDialog) -> None:
        dialog.text.setFocus()
        QTest.keyClick(dialog.text, Qt.Key.Key_Tab)
        QTest.keyClick(dialog.text, Qt.Key.Key_Return)

    opened_history(opened, qtbot, follow_the_first_link, leave=False)
    qtbot.waitUntil(lambda: blocks(opened) != typed)
    assert blocks(opened)[0] == before[0]
    assert blocks(opened)[-1] == typed[-1] != before[-1]


def test_words_that_are_gone_are_struck_out_and_new_ones_underlined(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Mới tinh ")

    def look(dialog: HistoryDialog) -> None:
        html = dialog.text.toHtml()
        assert "underline" in html
        assert "Mới tinh" in dialog.text.toPlainText()
        names = [dialog.tabs.item(row).text() for row in range(dialog.tabs.count())]
        assert [name for name in names if name.endswith("(1)")] == [dialog.tabs.currentItem().text()]

    opened_history(opened, qtbot, look)


def test_any_two_versions_are_compared_and_then_nothing_can_be_restored(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    for words in ("Thứ nhất. ", "Thứ hai. "):
        type_text(text_of(opened), words)
        opened.session.keep_version("named", name=words.strip())
        rest(qtbot, opened)
    type_text(text_of(opened), "Thứ ba. ")

    def look(dialog: HistoryDialog) -> None:
        assert dialog.versions.currentItem().text().endswith("\nThứ hai.")
        dialog.against.setFocus()
        QTest.keyClick(dialog.against, Qt.Key.Key_Down)  # the version itself
        QTest.keyClick(dialog.against, Qt.Key.Key_Down)
        assert "Thứ nhất" in dialog.against.currentText()
        qtbot.waitUntil(lambda: dialog.comparison is not None)
        assert "Thứ hai." in dialog.text.toPlainText()
        assert "Thứ ba." not in dialog.text.toPlainText()
        assert not dialog.restore_all.isEnabled()
        assert "So" in dialog.restore_all.toolTip() or "so" in dialog.restore_all.toolTip()

    opened_history(opened, qtbot, look)


def test_a_version_gets_a_name_in_the_window(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Chữ. ")

    def name_it(dialog: HistoryDialog) -> None:
        when_modal(NameDialog, lambda asked: answer(asked, "Bản đầu"))
        click(dialog.name)
        qtbot.waitUntil(lambda: dialog.versions.currentItem().text().endswith("\nBản đầu"))

    opened_history(opened, qtbot, name_it)
    (draft,) = store.drafts()
    assert [version.name for version in store.history.versions(draft.id)] == ["Bản đầu"]


def test_the_present_state_gets_a_name_from_the_menu(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    in_dialog(NameDialog, lambda asked: answer(asked, "Gửi chị Hà"))
    choose(opened, opened.commands.name_version)
    (draft,) = store.drafts()
    qtbot.waitUntil(lambda: [each.name for each in store.history.versions(draft.id)] == ["Gửi chị Hà"])
    qtbot.waitUntil(lambda: "Gửi chị Hà" in opened.toasts.label.text())


def test_a_failed_keeping_restores_nothing(
    qtbot: QtBot, opened: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    select_all_and_delete(opened)
    rest(qtbot, opened)

    def full(*_: object) -> int:
        raise UserError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(store.history, "take", full)

    def try_it(dialog: HistoryDialog) -> None:
        click(dialog.restore_tab)
        qtbot.waitUntil(lambda: bool(inside(dialog, QMessageBox)))
        (box,) = inside(dialog, QMessageBox)
        assert "Ổ đĩa đã đầy. Báo cáo vẫn như cũ." in box.text()
        box.close()
        qtbot.waitUntil(dialog.restore_tab.isEnabled)

    opened_history(opened, qtbot, try_it)
    assert is_empty(opened)


def test_an_issued_report_is_looked_at_only(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    draft = store.create(replace(sample, state="issued"))
    store.history.take(draft.id, replace(sample, subject="Trích yếu cũ"), "work")
    window.open_draft(draft)

    def look(dialog: HistoryDialog) -> None:
        assert "Trích yếu cũ" in dialog.text.toPlainText()
        assert not dialog.restore_all.isEnabled()
        assert dialog.restore_all.toolTip()
        assert "Khôi phục chỗ này" not in dialog.text.toPlainText()

    opened_history(window, qtbot, look)


def test_an_exported_file_that_was_edited_is_told(
    qtbot: QtBot, opened: MainWindow, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "BC-2025.docx"
    path.write_bytes(b"as exported")
    opened.session.keep_version(
        "exported", done=lambda number: store.history.note_exported(1, number, [path])
    )
    qtbot.waitUntil(lambda: bool(store.history.exported(1)))
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Chữ. ")
    told: list[str] = []

    def look(dialog: HistoryDialog) -> None:
        qtbot.waitUntil(lambda: bool(dialog.files.text()))
        told.append(dialog.files.text())

    opened_history(opened, qtbot, look)
    path.write_bytes(b"edited in Word")
    opened_history(opened, qtbot, look)
    path.unlink()
    opened_history(opened, qtbot, look)
    assert "vẫn nguyên như lúc xuất" in told[0]
    assert "TỆP NÀY ĐÃ BỊ SỬA NGOÀI PHẦN MỀM" in told[1]
    assert "không còn thấy tệp" in told[2]


def test_a_report_without_versions_says_so(
    qtbot: QtBot, opened: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.history, "versions", lambda _: ())

    def look(dialog: HistoryDialog) -> None:
        qtbot.waitUntil(lambda: "Chưa có bản nào" in dialog.text.toPlainText())
        assert not dialog.restore_all.isEnabled()
        assert not dialog.name.isEnabled()

    in_dialog(HistoryDialog, look)
    choose(opened, opened.commands.history)


# ------------------------------------------------------------------ undo across the list


def test_undo_survives_going_to_the_list_and_back(opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(opened)
    type_text(text_of(opened), "Câu ")
    opened.commands.back.trigger()
    (draft,) = store.drafts()
    opened.open_draft(draft)
    stack = opened.workspace.opened.stack
    assert stack.can_undo
    stack.undo()
    assert blocks(opened) == before
    stack.redo()
    assert "Câu" in str(blocks(opened)[0])


def test_a_report_that_was_changed_meanwhile_begins_anew(opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Câu ")
    opened.commands.back.trigger()
    (draft,) = store.drafts()
    store.save(draft.id, replace(store.load(draft.id), subject="Từ chỗ khác"), "")
    opened.open_draft(store.draft(draft.id))
    assert not opened.workspace.opened.stack.can_undo
    assert opened.workspace.opened.report().subject == "Từ chỗ khác"


def test_another_report_begins_anew(opened: MainWindow, store: Store, sample: Report) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Câu ")
    opened.commands.back.trigger()
    opened.open_draft(store.create(replace(sample, id="another")))
    assert not opened.workspace.opened.stack.can_undo
