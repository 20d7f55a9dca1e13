"""A file that is dropped on the window is read and stays where it is: a drop is a copy, whatever keys say."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets.file_drag import WordsEdit
from tests.builders.window import dispose

MOVE, COPY, LINK = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction, Qt.DropAction.LinkAction


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, data: QMimeData, actions: Qt.DropAction = MOVE | COPY) -> Qt.DropAction:
    """Drag ``data`` over ``widget`` and drop it with Shift held, which asks to move; what was done."""
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(widget, entered := QDragEnterEvent(QPointF(9, 9).toPoint(), actions, *held))
    event = QDropEvent(QPointF(9, 9), actions, *held)
    assert event.proposedAction() == MOVE or not actions & MOVE
    if not entered.isAccepted():
        return Qt.DropAction.IgnoreAction
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def test_a_file_dropped_on_the_list_is_brought_in_and_left_where_it_is(
    qtbot: QtBot, window: MainWindow, text_file: Path
) -> None:
    before = text_file.read_bytes()
    assert drop(window, files(text_file)) == COPY
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    assert text_file.read_bytes() == before


def test_a_file_dropped_on_the_text_is_a_copy_and_a_notice(opened: MainWindow, text_file: Path) -> None:
    opened.workspace.go_to("section:2")
    text = opened.workspace.current_text_page()
    assert text is not None
    words = text.editor.toPlainText()
    assert drop(text.editor.viewport(), files(text_file)) == COPY
    assert "Không dán được tệp vào đây" in opened.banner.label.text()
    assert text.editor.toPlainText() == words


@pytest.mark.parametrize("actions", [MOVE, LINK])
def test_a_file_that_may_only_be_moved_is_not_taken(
    window: MainWindow, text_file: Path, actions: Qt.DropAction
) -> None:
    assert drop(window, files(text_file), actions) == Qt.DropAction.IgnoreAction


def test_words_are_no_files(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("chữ")
    assert drop(window, data) == Qt.DropAction.IgnoreAction


def test_a_plain_field_takes_words_and_no_files(qtbot: QtBot, text_file: Path) -> None:
    field = WordsEdit()
    field.show()
    assert drop(field.viewport(), files(text_file)) == Qt.DropAction.IgnoreAction
    data = QMimeData()
    data.setText("chữ")
    assert field.canInsertFromMimeData(data)
    dispose(field)
