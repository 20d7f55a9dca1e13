"""While a file is read for long the foot of the window says so and offers "Thôi", by mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.importing.reading_strip import AT_ONCE_SECONDS, ReadingStrip
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.drafts import Store
from tests.builders.broken_reader import DEAF_LOOP, BrokenReader
from tests.builders.window import report_editor_of
from tests.gui.keyboard import type_text

TIME = 20_000


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, text_file: Path, broken_reader: BrokenReader) -> ReadingStrip:
    """Have a file imported that never comes to an end; the strip that says so."""
    broken_reader.do(DEAF_LOOP)
    window.importing.bring_in(text_file)
    assert not window.reading_strip.isVisible()
    qtbot.waitUntil(window.reading_strip.isVisible, timeout=TIME)
    return window.reading_strip


def ended(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert not window.reading_strip.isVisible()
    assert window.commands.bring_in.isEnabled()


def test_it_says_what_is_read_and_for_how_long(
    qtbot: QtBot, window: MainWindow, reading: ReadingStrip
) -> None:
    assert reading.label.text() == "Đang nhập bao-cao.txt…"
    assert window.importing.reading.seconds >= AT_ONCE_SECONDS
    qtbot.waitUntil(lambda: reading.how_far.text() == "1 giây", timeout=TIME)
    assert not window.commands.bring_in.isEnabled()


@pytest.mark.parametrize("way", ["mouse", "escape", "tab"])
def test_thoi_ends_it_and_nothing_is_imported(
    qtbot: QtBot, window: MainWindow, store: Store, reading: ReadingStrip, way: str
) -> None:
    before = window.focusWidget()
    if way == "mouse":
        QTest.mouseClick(reading.stop, Qt.MouseButton.LeftButton)
    elif way == "escape":
        QTest.keyClick(before, Qt.Key.Key_Escape)
    else:
        for _ in range(60):
            if reading.stop.hasFocus():
                break
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert reading.stop.hasFocus()
        QTest.keyClick(reading.stop, Qt.Key.Key_Space)
    ended(qtbot, window)
    assert len(store.drafts()) == 0
    assert "Đã thôi đọc tệp" in window.toasts.label.text()
    assert window.focusWidget() is before
    assert QApplication.activeModalWidget() is None


def test_the_window_can_be_worked_in_meanwhile(
    qtbot: QtBot, opened: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    opened.importing.bring_in(text_file)
    qtbot.waitUntil(opened.reading_strip.isVisible, timeout=TIME)
    opened.workspace.tab_strip.setCurrentIndex(3)
    page = opened.workspace.current_text_page()
    assert page is not None
    type_text(page.editor, "Gõ trong lúc chờ. ")
    assert "Gõ trong lúc chờ." in page.editor.toPlainText()
    opened.reading_strip.stop.click()
    ended(qtbot, opened)


def test_an_insertion_is_shown_and_stopped_alike(
    qtbot: QtBot, opened: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    opened.workspace.tab_strip.setCurrentIndex(3)
    page = opened.workspace.current_text_page()
    assert page is not None
    before = page.editor.blocks()
    report_editor_of(opened.workspace).insert_file.insert(page.editor, text_file)
    qtbot.waitUntil(opened.reading_strip.isVisible, timeout=TIME)
    assert opened.reading_strip.label.text() == "Đang chèn bao-cao.txt…"
    opened.reading_strip.stop.click()
    ended(qtbot, opened)
    assert page.editor.blocks() == before
    assert opened.workspace.editor_actions.insert_file.isEnabled()


def test_of_many_files_all_are_given_up(
    qtbot: QtBot, window: MainWindow, store: Store, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    window.importing.bring_in_all([text_file] * 3)
    qtbot.waitUntil(window.reading_strip.isVisible, timeout=TIME)
    window.reading_strip.stop.click()
    ended(qtbot, window)
    qtbot.wait(700)
    assert not window.importing.reading.is_busy
    assert len(store.drafts()) == 0


def test_a_long_name_leaves_room_for_the_button(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do(DEAF_LOOP)
    width = window.width()
    window.importing.bring_in(tmp_path / f"{'Báo cáo công tác dân vận ' * 9}.txt")
    qtbot.waitUntil(window.reading_strip.isVisible, timeout=TIME)
    strip = window.reading_strip
    assert window.width() == width
    assert strip.stop.mapTo(window, strip.stop.rect().topRight()).x() < width
    strip.stop.click()
    ended(qtbot, window)


def test_pages_are_counted_while_they_are_read(
    qtbot: QtBot, window: MainWindow, text_file: Path, broken_reader: BrokenReader
) -> None:
    broken_reader.do("import time", "for _ in progress.pages(range(500)): time.sleep(0.06)")
    window.importing.bring_in(text_file)
    strip = window.reading_strip
    qtbot.waitUntil(lambda: "trang" in strip.how_far.text(), timeout=TIME)
    assert strip.how_far.text().endswith("trong 500")
    assert strip.bar.maximum() == 500
    strip.stop.click()
    ended(qtbot, window)


def test_what_fails_is_one_sentence_and_the_next_file_is_read(
    qtbot: QtBot, window: MainWindow, store: Store, text_file: Path, broken_reader: BrokenReader
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        BrokenReader(text_file.parent, patch).do("import os", "os.abort()")
        window.importing.bring_in(text_file)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "bao-cao.txt" in box.text()
    assert "Hãy" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    window.importing.bring_in(text_file)
    qtbot.waitUntil(lambda: len(store.drafts()) == 1, timeout=TIME)


def test_what_is_wanted_while_another_is_read_comes_after_it(
    qtbot: QtBot, window: MainWindow, store: Store, text_file: Path
) -> None:
    window.importing.bring_in(text_file, "keep")
    window.importing.bring_in_text("BÁO CÁO\nMột báo cáo khác năm 2025\n\nI. TÌNH HÌNH\nĐoạn.", "keep")
    qtbot.waitUntil(lambda: len(store.drafts()) == 2, timeout=TIME)
