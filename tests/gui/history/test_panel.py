"""The panel "Lịch sử sửa đổi", driven as the clerk does: what was lost comes back in three clicks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.history.name_dialog import NameDialog
from danvan_desktop.gui.history.panel import HistoryPanel
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.diff.likeness import block_text
from danvan_desktop.report.model import Block, Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import OpenWindow
from tests.gui.keyboard import type_text
from tests.gui.menu_bar import menus
from tests.gui.modal import in_dialog, when_modal

FIRST = 2
CTRL = Qt.KeyboardModifier.ControlModifier


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


def the_panel(window: MainWindow) -> HistoryPanel:
    beside = window.history.beside
    assert beside is not None
    assert beside.panel.isVisible()
    return beside.panel


def is_compared(window: MainWindow) -> bool:
    """Whether what is shown is how the report stands, and nothing more is being read."""
    comparison = the_panel(window).changes.comparison
    return comparison is not None and not window.jobs.busy


def with_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until keys go to the window: the offscreen screen is slow to give them back after a menu."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def toggle_by_key(qtbot: QtBot, window: MainWindow) -> None:
    with_keyboard(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.AltModifier)


def opened_history(window: MainWindow, qtbot: QtBot) -> HistoryPanel:
    """Open the panel from the menu, and wait until the newest other version is compared."""
    choose(window, window.commands.history)
    with_keyboard(qtbot, window)
    qtbot.waitUntil(lambda: is_compared(window), timeout=10_000)
    return the_panel(window)


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what was typed is saved and all versions are written."""
    window.session.save_everything_now("test")
    versions = window.session.versions
    assert versions is not None
    qtbot.waitUntil(lambda: not versions.has_waiting)


def follow_link(panel: HistoryPanel, number: int) -> None:
    """Go with Tab to a link of the changes, and press Enter; of each change the second restores it."""
    panel.changes.text.setFocus()
    for _ in range(number):
        QTest.keyClick(panel.changes.text, Qt.Key.Key_Tab)
    QTest.keyClick(panel.changes.text, Qt.Key.Key_Return)


def answer(dialog: NameDialog, name: str) -> None:
    type_text(dialog.edit, name)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)


def select_all_and_delete(window: MainWindow) -> None:
    editor = text_of(window)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
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
    click(opened_history(opened, qtbot).restore_tab)  # the third click
    qtbot.waitUntil(lambda: blocks(opened) == before)
    assert opened.workspace.tab_strip.currentIndex() == FIRST
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
    click(opened_history(again, qtbot).restore_tab)
    qtbot.waitUntil(lambda: blocks(again) == before)


def test_the_state_before_a_restore_is_a_version(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Câu vừa gõ. ")
    typed = opened.workspace.opened.report()
    click(opened_history(opened, qtbot).restore_all)
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

    follow_link(opened_history(opened, qtbot), 2)
    qtbot.waitUntil(lambda: blocks(opened) != typed)
    assert blocks(opened)[0] == before[0]
    assert blocks(opened)[-1] == typed[-1] != before[-1]


def test_words_that_are_gone_are_struck_out_and_new_ones_underlined(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Mới tinh ")

    changes = opened_history(opened, qtbot).changes
    assert "underline" in changes.text.toHtml()
    assert "Mới tinh" in changes.text.toPlainText()
    names = [changes.tabs.itemText(row) for row in range(changes.tabs.count())]
    assert [name for name in names if name.endswith("(1)")] == [changes.tabs.currentText()]


def test_any_two_versions_are_compared_and_then_nothing_can_be_restored(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    for words in ("Thứ nhất. ", "Thứ hai. "):
        type_text(text_of(opened), words)
        opened.session.keep_version("named", name=words.strip())
        rest(qtbot, opened)
    type_text(text_of(opened), "Thứ ba. ")

    panel = opened_history(opened, qtbot)
    assert panel.versions.currentItem().text().endswith("\nThứ hai.")
    panel.against.setFocus()
    QTest.keyClick(panel.against, Qt.Key.Key_Down)  # the version itself
    QTest.keyClick(panel.against, Qt.Key.Key_Down)
    assert "Thứ nhất" in panel.against.currentText()
    qtbot.waitUntil(lambda: is_compared(opened))
    assert "Thứ hai." in panel.changes.text.toPlainText()
    assert "Thứ ba." not in panel.changes.text.toPlainText()
    assert "chỗ này" not in panel.changes.text.toPlainText()
    assert not panel.restore_all.isEnabled()
    assert "chọn so với" in panel.restore_all.toolTip()


def test_a_version_gets_a_name_in_the_panel(qtbot: QtBot, opened: MainWindow, store: Store) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Chữ. ")

    panel = opened_history(opened, qtbot)
    when_modal(NameDialog, lambda asked: answer(asked, "Bản đầu"))
    click(panel.name)
    qtbot.waitUntil(lambda: panel.versions.currentItem().text().endswith("\nBản đầu"))
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

    told: list[str] = []
    panel = opened_history(opened, qtbot)
    in_dialog(QMessageBox, lambda box: told.append(box.text()))
    click(panel.restore_tab)
    qtbot.waitUntil(lambda: bool(told))
    assert "Ổ đĩa đã đầy. Báo cáo vẫn như cũ." in told[0]
    assert panel.restore_tab.isEnabled()
    assert is_empty(opened)


def test_an_issued_report_is_looked_at_only(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    draft = store.create(replace(sample, state="issued"))
    store.history.take(draft.id, replace(sample, subject="Trích yếu cũ"), "work")
    window.open_draft(draft)

    panel = opened_history(window, qtbot)
    said = panel.changes.text.toPlainText()
    assert "Trích yếu cũ" in said
    assert not panel.restore_all.isEnabled()
    assert panel.restore_all.toolTip() == window.workspace.opened.why_read_only
    assert "Khôi phục chỗ này" not in said
    assert "Tới chỗ này" in said


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
    panel = opened_history(opened, qtbot)

    def shown_anew() -> None:
        for _ in range(2):  # away, and back
            toggle_by_key(qtbot, opened)

    def says(words: str) -> bool:
        return str(path) in panel.changes.text.toPlainText() and words in panel.changes.text.toPlainText()

    qtbot.waitUntil(lambda: says("vẫn nguyên như lúc xuất"))
    path.write_bytes(b"edited in Word")
    shown_anew()
    qtbot.waitUntil(lambda: says("TỆP NÀY ĐÃ BỊ SỬA NGOÀI PHẦN MỀM"))
    path.unlink()
    shown_anew()
    qtbot.waitUntil(lambda: says("không còn thấy tệp"))


def test_a_report_without_versions_says_so(
    qtbot: QtBot, opened: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store.history, "versions", lambda _: ())

    choose(opened, opened.commands.history)
    panel = the_panel(opened)
    qtbot.waitUntil(lambda: "Chưa có bản nào" in panel.changes.text.toPlainText())
    assert not panel.restore_all.isEnabled()
    assert not panel.name.isEnabled()


# ------------------------------------------------------------------ beside the text


def test_nothing_of_it_is_made_before_it_is_asked_for(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.history.beside is None
    toggle_by_key(qtbot, opened)
    assert opened.history.beside is not None


def test_the_same_key_shows_it_with_the_keyboard_in_the_list_and_hides_it(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    text_of(opened).setFocus()
    toggle_by_key(qtbot, opened)
    panel = the_panel(opened)
    assert panel.versions.hasFocus()
    assert opened.commands.history.isChecked()
    toggle_by_key(qtbot, opened)
    assert not panel.isVisible()
    assert text_of(opened).hasFocus()
    toggle_by_key(qtbot, opened)
    click(panel.header.close_button)
    assert not panel.isVisible()
    assert not opened.commands.history.isChecked()


@pytest.mark.parametrize("part", ["versions", "against", "tabs", "text", "restore_tab"])
def test_escape_leads_back_to_the_text_from_every_part(qtbot: QtBot, opened: MainWindow, part: str) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    text_of(opened).setFocus()
    type_text(text_of(opened), "Chữ. ")
    panel = opened_history(opened, qtbot)
    widget = getattr(panel, part, None) or getattr(panel.changes, part)
    widget.setFocus()
    assert widget.hasFocus()
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert text_of(opened).hasFocus()
    assert panel.isVisible()


def test_a_link_leads_to_the_paragraph_in_the_text(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    cursor = text_of(opened).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text_of(opened).setTextCursor(cursor)
    type_text(text_of(opened), " Câu cuối.")
    panel = opened_history(opened, qtbot)
    opened.workspace.tab_strip.setCurrentIndex(0)
    follow_link(panel, 1)
    assert opened.workspace.tab_strip.currentIndex() == FIRST
    assert text_of(opened).hasFocus()
    assert text_of(opened).textCursor().block().text().endswith("Câu cuối.")
    assert panel.isVisible()


def test_what_is_gone_leads_to_the_paragraph_before_it(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(opened)
    editor = text_of(opened)
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert len(blocks(opened)) == len(before) - 1
    panel = opened_history(opened, qtbot)
    assert "Đã bỏ" in panel.changes.text.toPlainText()
    cursor.movePosition(cursor.MoveOperation.Start)
    editor.setTextCursor(cursor)
    follow_link(panel, 1)
    assert editor.id_of_cursor() == before[-2].id


def test_what_is_typed_while_it_is_open_is_compared_after_a_rest(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    type_text(text_of(opened), "Mới tinh ")
    panel = opened_history(opened, qtbot)
    type_text(text_of(opened), "và sau đó ")
    qtbot.waitUntil(lambda: "Mới tinh và sau đó" in panel.changes.text.toPlainText(), timeout=10_000)
    while opened.workspace.opened.stack.can_undo:
        opened.workspace.opened.stack.undo()
    qtbot.waitUntil(lambda: "Mới tinh" not in panel.changes.text.toPlainText(), timeout=10_000)


def test_what_was_typed_a_moment_ago_is_not_lost_by_restoring_a_place(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    before = blocks(opened)
    type_text(text_of(opened), "Một câu khác. ")
    panel = opened_history(opened, qtbot)
    cursor = text_of(opened).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text_of(opened).setTextCursor(cursor)
    type_text(text_of(opened), " Câu cuối.")
    typed = blocks(opened)
    follow_link(panel, 2)  # of what was compared before the last words came
    qtbot.waitUntil(lambda: blocks(opened) != typed)
    assert blocks(opened)[0] == before[0]
    assert blocks(opened)[-1] == typed[-1]


def test_a_version_chosen_by_hand_stays_chosen_while_the_report_goes_on(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.workspace.tab_strip.setCurrentIndex(FIRST)
    for words in ("Thứ nhất. ", "Thứ hai. "):
        type_text(text_of(opened), words)
        opened.session.keep_version("named", name=words.strip())
        rest(qtbot, opened)
    panel = opened_history(opened, qtbot)
    QTest.keyClick(panel.versions, Qt.Key.Key_Down)
    chosen = panel.versions.currentItem().text()
    opened.session.keep_version("named", name="Thứ ba")
    qtbot.waitUntil(lambda: "Thứ ba" in panel.versions.item(0).text(), timeout=10_000)
    assert panel.versions.currentItem().text() == chosen


def test_another_report_is_not_shown_the_history_of_the_first(
    qtbot: QtBot, opened: MainWindow, store: Store, sample: Report
) -> None:
    panel = opened_history(opened, qtbot)
    opened.commands.back.trigger()
    assert not opened.commands.history.isChecked()
    opened.open_draft(store.create(replace(sample, id="another", subject="Báo cáo khác")))
    assert not panel.isVisible()
    toggle_by_key(qtbot, opened)
    qtbot.waitUntil(lambda: is_compared(opened), timeout=10_000)
    assert panel.changes.comparison is not None
    assert panel.changes.comparison.old.subject == "Báo cáo khác"


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
