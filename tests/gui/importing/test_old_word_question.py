"""A .doc is converted with what the machine has, if the user agrees; else the window says what to do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.file_reader.old_word import converters
from danvan_desktop.file_reader.old_word.converters import Converter
from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.importing.old_word_question import OldWordQuestion
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.drafts import Store
from tests.builders.exported_files import typed_docx
from tests.builders.old_word import copier, hanging
from tests.gui.visible_texts import inside

TEXTS = (
    "BÁO CÁO",
    f"Kết quả công tác dân vận năm {this_year()}",
    "I. TÌNH HÌNH",
    "Văn phòng có 42 công chức.",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(typed_docx(TEXTS))
    return path


def has(monkeypatch: pytest.MonkeyPatch, converter: Converter | None) -> None:
    monkeypatch.setattr(converters, "find_converter", lambda: converter)


def shown(qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=15_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def test_it_is_converted_and_brought_in(
    qtbot: QtBot, window: MainWindow, store: Store, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, copier())
    window.importing.bring_in(old)
    box = shown(qtbot)
    assert "bao-cao.doc” là tệp Word kiểu cũ" in box.text()
    assert "LibreOffice" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    report = store.load(store.drafts()[0].id)
    assert report.subject == TEXTS[1]
    assert any(note.kind == "converted" for note in report.import_notes)
    assert old.exists()


def test_who_does_not_want_it_has_nothing_changed(
    qtbot: QtBot, window: MainWindow, store: Store, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, copier())
    window.importing.bring_in(old)
    QTest.keyClick(shown(qtbot), Qt.Key.Key_Escape)
    assert not window.importing.reading.is_busy
    assert not store.drafts()


def test_a_conversion_shows_that_it_goes_on_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, store: Store, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, hanging())
    window.importing.bring_in(old)
    QTest.keyClick(shown(qtbot), Qt.Key.Key_Return)
    strip = window.reading_strip
    qtbot.waitUntil(strip.isVisible, timeout=10_000)
    assert strip.label.text() == "Đang chuyển bao-cao.doc bằng LibreOffice rồi nhập…"
    QTest.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.importing.reading.is_busy, timeout=10_000)
    assert not store.drafts()
    assert QApplication.activeModalWidget() is None  # nothing went wrong


def test_without_a_program_it_says_how_to_save_it(
    qtbot: QtBot, window: MainWindow, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, None)
    window.importing.bring_in(old)
    box = shown(qtbot)
    assert "mở tệp bằng Word, lưu lại dạng Tài liệu Word (*.docx)" in box.text()
    (button,) = inside(box, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("suffix", "words"), [(".odt", "văn bản của LibreOffice"), (".rtf", "tệp RTF")])
def test_only_a_file_that_comes_back_may_be_of_another_kind(
    qtbot: QtBot, old: Path, suffix: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, copier())
    other = old.rename(old.with_suffix(suffix))
    assert OldWordQuestion.of(other) is None
    offered = OldWordQuestion.of(other, is_returned=True)
    assert offered is not None
    host = QWidget()
    qtbot.addWidget(host)
    box, _ = offered.box(host)
    assert f"“{other.name}” là {words}." in box.text()
