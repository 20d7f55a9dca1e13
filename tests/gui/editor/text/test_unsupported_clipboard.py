"""A picture on the clipboard cannot be pasted: a notice says so, and the words beside it are pasted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.model import Paragraph, plain
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.visible_texts import inside

CTRL = Qt.KeyboardModifier.ControlModifier
WHY = "Ảnh không đưa vào được báo cáo"


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, store: Store) -> Iterator[MainWindow]:
    """Open a report, the cursor behind the one paragraph of its first section."""
    assert window.open_draft(store.create(samples.report()))
    window.workspace.go_to("block:31")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = editor_of(window)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    yield window
    QGuiApplication.clipboard().clear()


def editor_of(window: MainWindow) -> BlockEditor:
    page = window.workspace.current_text_page()
    assert page is not None
    return page.editor


def texts(window: MainWindow) -> list[str]:
    return [plain(block.runs) for block in editor_of(window).blocks() if isinstance(block, Paragraph)]


def picture() -> QMimeData:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    return data


def paste(window: MainWindow, data: QMimeData) -> str:
    """Paste ``data`` with the keys; what the window then says above the text."""
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor_of(window), Qt.Key.Key_V, CTRL)
    return window.banner.label.text() if window.banner.isVisible() else ""


def test_a_picture_alone_is_said_to_be_left_out_with_what_to_do(opened: MainWindow) -> None:
    said = paste(opened, picture())
    assert said.startswith(WHY)
    assert "chèn vào tệp Word sau khi xuất" in said
    assert "vẫn được dán" not in said
    assert texts(opened) == ["Tình hình chung."]
    assert not opened.workspace.opened.stack.can_undo


def test_the_words_beside_a_picture_of_a_web_page_or_word_come_in(opened: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<p>Một.</p><p><img src='file:///anh.png'></p><p>Hai.</p>")
    said = paste(opened, data)
    assert said.startswith(WHY)
    assert "Chữ và bảng đi cùng vẫn được dán" in said
    assert texts(opened) == ["Tình hình chung.Một.", "Hai."]


def test_a_page_of_one_picture_is_a_picture_alone(opened: MainWindow) -> None:
    data = picture()
    data.setHtml("<meta charset='utf-8'><img src='https://example.org/anh.png'>")
    said = paste(opened, data)
    assert said.startswith(WHY)
    assert "vẫn được dán" not in said
    assert texts(opened) == ["Tình hình chung."]


def test_a_picture_in_rich_text_is_said_too(opened: MainWindow) -> None:
    data = QMimeData()
    data.setText("Ba.")
    data.setData("text/rtf", QByteArray(rb"{\rtf1 Ba.{\pict\pngblip 00}}"))
    assert paste(opened, data).startswith(WHY)
    assert texts(opened) == ["Tình hình chung.Ba."]


def test_the_picture_that_a_spreadsheet_makes_of_its_words_is_none_of_its_own(opened: MainWindow) -> None:
    data = picture()
    data.setText("Bốn.")
    data.setHtml("<p>Bốn.</p>")
    assert paste(opened, data) == ""
    assert texts(opened) == ["Tình hình chung.Bốn."]


def test_a_copied_file_is_not_pasted_as_its_name(opened: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "anh.jpg"))])
    assert "Chèn từ tệp vào mục này" in paste(opened, data)
    assert texts(opened) == ["Tình hình chung."]


def test_the_address_of_a_web_page_is_pasted_as_words(opened: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a")])
    data.setText("https://example.org/a")
    assert paste(opened, data) == ""
    assert texts(opened) == ["Tình hình chung.https://example.org/a"]


def test_a_title_says_so_as_well(opened: MainWindow) -> None:
    title = next(each for each in inside(opened.workspace, TitleEdit) if each.isVisible())
    title.setFocus()
    before = title.toPlainText()
    QGuiApplication.clipboard().setMimeData(picture())
    QTest.keyClick(title, Qt.Key.Key_V, CTRL)
    assert opened.banner.label.text().startswith(WHY)
    assert title.toPlainText() == before
