"""The window leads from the list into a report and back, and never loses what was typed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.home.new_report_dialog import NewReportDialog
from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.importing.notes_panel import ImportNotesPanel
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.states import move
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from tests.builders.window import OpenWindow, dispose, make_window
from tests.gui.modal import when_modal
from tests.gui.visible_texts import cut_off, inside
from tests.store.stored_reports import write_as_it_is

D = TypeVar("D", bound=QWidget)


@pytest.fixture
def draft(store: Store, sample: Report) -> Draft:
    return store.create(sample)


def press(text: str) -> Callable[[QMessageBox], None]:
    def act(box: QMessageBox) -> None:
        next(button for button in inside(box, QPushButton) if button.text() == text).click()

    return act


def titles_of_menus(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.menuBar().actions() if action.isVisible()]


def test_the_first_page_shows_only_commands_that_work_there(window: MainWindow) -> None:
    assert titles_of_menus(window) == ["Tệp", "Trợ giúp"]
    assert not window.commands.export.isEnabled()


def test_an_open_report_brings_its_menus_and_its_title(window: MainWindow, draft: Draft) -> None:
    assert window.open_draft(draft)
    assert titles_of_menus(window) == ["Tệp", "Sửa", "Chèn", "Báo cáo", "Xem", "Trợ giúp"]
    assert window.windowTitle().startswith("Kết quả thực hiện công tác")
    window.leave_report("test")
    assert titles_of_menus(window) == ["Tệp", "Trợ giúp"]
    assert window.windowTitle() == "Danvan Desktop"


def test_words_and_pages_are_counted(qtbot: QtBot, window: MainWindow, draft: Draft) -> None:
    window.open_draft(draft)
    qtbot.waitUntil(lambda: window.status.words.text().endswith(" từ"))
    assert window.status.words.text().startswith("2.")  # two thousand and some, as Vietnamese writes it
    qtbot.waitUntil(lambda: window.status.pages.text().endswith(" trang"), timeout=15_000)
    window.leave_report("test")
    assert (window.status.words.text(), window.status.pages.text()) == ("", "")


def test_ctrl_n_makes_a_report_from_an_outline(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    def fill(dialog: NewReportDialog) -> None:
        dialog.year.setValue(2031)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    when_modal(NewReportDialog, fill)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (listed,) = store.drafts()
    assert listed.year == 2031
    assert window.session.draft is not None
    assert window.session.draft.id == listed.id


def test_a_new_report_can_be_called_off(window: MainWindow, store: Store) -> None:
    when_modal(NewReportDialog, lambda dialog: dialog.reject())
    window.commands.new.trigger()
    assert (len(store.drafts()), window.session.draft) == (0, None)


def test_a_change_shows_when_it_was_saved(
    qtbot: QtBot, window: MainWindow, store: Store, draft: Draft
) -> None:
    window.open_draft(draft)
    window.workspace.opened.edited.emit()
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("✓ Đã lưu "), timeout=3000)
    assert len(window.status.saved.text()) == len("✓ Đã lưu 10:32:05")


def test_a_disk_that_refuses_is_told_without_stopping_anybody(
    qtbot: QtBot, window: MainWindow, store: Store, draft: Draft
) -> None:
    window.open_draft(draft)
    store.file.database.pragma("query_only", 1)
    window.workspace.opened.edited.emit()
    qtbot.waitUntil(window.unsaved.isVisible, timeout=3000)
    told = window.unsaved.label.text()
    assert "Chữ vẫn còn đây, phần mềm tự thử lại" in told
    assert "kiểm tra quyền ghi" in told
    assert window.status.saved.text() == "CHƯA LƯU ĐƯỢC"
    window.banner.say("Một việc khác.")
    assert window.unsaved.isVisible(), "nothing else takes its place"
    store.file.database.pragma("query_only", 0)
    window.unsaved.act.click()
    assert not window.unsaved.isVisible()
    assert window.status.saved.text().startswith("✓ Đã lưu ")


@pytest.mark.parametrize(("button", "closed"), [("Ở &lại", False), ("Đóng, &bỏ phần chưa lưu", True)])
def test_closing_with_a_refusing_disk_asks_first(
    qtbot: QtBot, window: MainWindow, store: Store, draft: Draft, button: str, closed: bool
) -> None:
    window.open_draft(draft)
    store.file.database.pragma("query_only", 1)
    when_modal(QMessageBox, press(button))
    assert window.close() is closed
    store.file.database.pragma("query_only", 0)


def test_closing_can_be_tried_again(window: MainWindow, store: Store, draft: Draft) -> None:
    window.open_draft(draft)
    store.file.database.pragma("query_only", 1)

    def mend(box: QMessageBox) -> None:
        store.file.database.pragma("query_only", 0)
        press("&Thử lưu lại")(box)

    when_modal(QMessageBox, mend)
    assert window.close() is True


def test_the_end_of_the_systems_session_saves_without_a_question(
    window: MainWindow, store: Store, draft: Draft
) -> None:
    window.open_draft(draft)
    window.workspace.go_to("signature")
    window.on_session_end(None)  # type: ignore[arg-type]  # Qt alone can make a QSessionManager
    assert store.drafts()[0].place.startswith("signature")


def test_a_report_opens_where_it_was_left(window: MainWindow, store: Store, draft: Draft) -> None:
    window.open_draft(draft)
    section = window.workspace.opened.report().sections[1]
    window.workspace.go_to(f"section:{section.id}/{section.blocks[1].id}+4")
    left = window.workspace.place()
    window.leave_report("test")
    window.open_draft(store.drafts()[0])
    assert window.workspace.place() == left


def test_opening_and_leaving_changes_nothing(
    window: MainWindow, store: Store, draft: Draft, sample: Report
) -> None:
    window.open_draft(draft)
    window.leave_report("test")
    assert to_json(store.load(draft.id)) == to_json(sample)


def test_a_file_is_brought_in_and_its_notes_lead_to_their_places(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(
        f"BÁO CÁO\nKết quả công tác Dân vận năm {this_year()}\n\n"
        "I- TÌNH HÌNH\nĐoạn một.\n\nII- KẾT QUẢ\nĐoạn hai.\n",
        encoding="utf-8",
    )
    window.importing.bring_in(path)
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert "Đoạn hai" in to_json(window.workspace.opened.report())
    (notes,) = [each for each in inside(window, ImportNotesPanel) if each.isVisible()]
    places = [notes.list.item(row).data(256) for row in range(notes.list.count())]
    assert any(places)
    for row in range(notes.list.count()):
        notes.list.itemActivated.emit(notes.list.item(row))
    window.leave_report("test")
    assert not notes.isVisible()


def test_a_file_that_cannot_be_brought_in_is_one_message_and_no_report(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    empty = tmp_path / "rỗng.txt"
    empty.write_bytes(b"")
    window.importing.bring_in(empty)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=15_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "rỗng.txt" in box.text()
    box.accept()
    assert not store.drafts()
    assert window.commands.bring_in.isEnabled()


def test_ctrl_o_asks_for_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(*arguments: object) -> None:
        asked.append(str(arguments[3]))

    monkeypatch.setattr(file_dialog, "ask_open", answer)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert asked[0].startswith("Báo cáo (*.")
    assert "*.txt" in asked[0]
    assert asked[0].endswith(";;Mọi tệp (*)")


def test_f12_exports_what_is_on_the_screen(
    qtbot: QtBot, window: MainWindow, draft: Draft, tmp_path: Path
) -> None:
    window.open_draft(draft)
    exported: list[Path] = []

    def export(dialog: ExportDialog) -> None:
        dialog.target.folder.setText(str(tmp_path))
        dialog.go.click()
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=20_000)
        exported.extend(dialog.files)
        dialog.accept()

    when_modal(ExportDialog, export)
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert [path.suffix for path in exported] == [".docx", ".pdf"]
    assert all(path.exists() for path in exported)


def test_the_keys_and_the_program_are_explained(window: MainWindow, draft: Draft) -> None:
    window.open_draft(draft)
    window.commands.about.trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text().startswith("Danvan Desktop")
    box.close()
    window.commands.keys.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle() == "Phím tắt"
    dialog.close()


def test_no_two_commands_share_a_key(window: MainWindow, draft: Draft) -> None:
    window.open_draft(draft)
    keys = [key.toString() for action in window.menus.every_action() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_the_window_comes_back_as_it_was_left(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow
) -> None:
    window.resize(window.minimumSizeHint().width() + 1, 600)
    left = window.size()
    window.close()
    again = make_window(window._store, window.folder)
    assert again.size() == left.boundedTo(window.screen().availableSize() - QSize(2, 2))
    dispose(again)


def test_the_text_begins_no_deeper_than_118_pixels_with_everything_on(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    """Menus, tool bar and tabs with all that is open in them; nothing else stands there for good."""
    report = next_year(sample, sample.year + 1, sample.modified, "new")
    window.open_draft(store.create(move(report, "consulting", sample.modified)))
    actions = window.workspace.editor_actions
    for toggle in (actions.toggle_preview, actions.toggle_sheet, actions.toggle_outline):
        toggle.setChecked(True)
    for tab in range(window.workspace.tab_strip.count()):
        window.workspace.tab_strip.setCurrentIndex(tab)
        qtbot.wait(5)
        _, above, _, _ = window.workspace.room_around_text(window)
        assert above <= 118, window.workspace.tab_strip.tabText(tab)


def test_the_first_time_it_takes_all_of_a_small_screen(window: MainWindow, tmp_path: Path) -> None:
    window.close()
    first = make_window(window._store, tmp_path / "elsewhere")
    assert QGuiApplication.primaryScreen().availableSize().width() < 1440
    assert first.isMaximized()
    dispose(first)


def test_nothing_is_cut_off_at_1366_by_768(qtbot: QtBot, window: MainWindow, draft: Draft) -> None:
    window.open_draft(draft)
    window.resize(1366, 768)
    qtbot.wait(50)
    assert (window.width(), window.height()) == (1366, 768)
    assert window.minimumSizeHint().width() <= 1366
    extensions = [
        each for each in inside(window, QToolButton) if each.objectName() == "qt_toolbar_ext_button"
    ]
    assert [each for each in extensions if each.isVisible()] == []


def test_the_same_key_does_nothing_on_the_list_that_belongs_to_the_text(
    qtbot: QtBot, window: MainWindow, store: Store, draft: Draft
) -> None:
    window.open_draft(draft)
    before = to_json(window.workspace.opened.report())
    window.leave_report("test")
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert to_json(window.workspace.opened.report()) == before
    assert QGuiApplication.focusObject() is not None


def test_a_report_of_a_newer_release_stays_in_the_list_and_says_why(
    window: MainWindow, store: Store, draft: Draft, sample: Report
) -> None:
    newer = to_json(sample).replace("danvan/1", "danvan/999", 1)
    write_as_it_is(store, draft.id, newer)
    assert not window.open_draft(draft)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "mới hơn" in box.text()
    box.close()
    assert window.session.draft is None
    assert titles_of_menus(window) == ["Tệp", "Trợ giúp"]


def test_the_keyboard_starts_at_the_list(draft: Draft, window: MainWindow) -> None:
    assert window.focusWidget() is window.start_page.list


def test_tab_reaches_every_control_of_the_first_page(qtbot: QtBot, window: MainWindow, draft: Draft) -> None:
    window.start_page.refresh()
    reached = set()
    for _ in range(30):
        focused = window.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [each for each in inside(window.start_page, QPushButton) if each.isVisible()]
    wanted_tools = [each for each in inside(window.start_page, QToolButton) if _is_ours(each)]
    assert {*wanted, *wanted_tools, window.start_page.search, window.start_page.list} <= reached


def _is_ours(button: QToolButton) -> bool:
    return button.isVisible() and button.defaultAction() is not None and bool(button.text())


def test_no_text_is_cut_off_on_any_tab(qtbot: QtBot, window: MainWindow, draft: Draft) -> None:
    window.resize(1366, 768)
    assert cut_off(window) == []
    window.open_draft(draft)
    strip = window.workspace.tab_strip
    for tab in range(strip.count()):
        strip.setCurrentIndex(tab)
        qtbot.wait(5)
        assert cut_off(window) == [], strip.tabText(tab)


def test_what_happened_at_the_opening_of_the_store_is_said(
    qtbot: QtBot, store: Store, data_dir: Path, open_window: OpenWindow
) -> None:
    store.file.notices.append("Tệp dữ liệu bị hỏng. Đã lấy lại được 3 báo cáo.")
    window = open_window()
    assert window.banner.isVisible()
    assert "Đã lấy lại được 3 báo cáo" in window.banner.label.text()
    window.banner.dismiss.click()
    assert not window.banner.isVisible()


def test_every_letter_with_alt_can_be_typed_and_means_one_thing(window: MainWindow, draft: Draft) -> None:
    window.open_draft(draft)
    menus = window.menus
    bar = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    inside_menus = [
        [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
        for menu in (menus._file, menus._report, menus._state, menus._help)
    ]
    for texts in (bar, *inside_menus):
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(letters) == sorted(set(letters)), texts
        assert all(letter.isascii() and letter.isalpha() for letter in letters), texts
