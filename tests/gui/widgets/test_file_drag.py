"""A file that is dropped on the window is read and stays where it is: a drop is a copy, whatever keys say."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.home.drop_zone import DropZone
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets.file_drag import WordsEdit
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.modal import the_box
from tests.gui.visible_texts import inside

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


def test_files_dropped_on_the_text_are_inserted_at_the_cursor_and_left_where_they_are(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("mot", "hai")]
    for path in paths:
        path.write_text(f"Đoạn của tệp {path.stem}.\n", encoding="utf-8")
    editor = text_of(opened)
    cursor_at_the_end(editor)
    before = editor.toPlainText()
    assert drop(editor.viewport(), files(*paths)) == COPY
    qtbot.waitUntil(lambda: "Đoạn của tệp hai." in editor.toPlainText(), timeout=20_000)
    words = editor.toPlainText()
    assert words.index("Đoạn của tệp mot.") < words.index("Đoạn của tệp hai.")
    assert all(path.exists() for path in paths)
    for _ in paths:
        opened.workspace.opened.stack.undo()
    assert editor.toPlainText() == before, "each file is one step"


@pytest.mark.parametrize("name", ["anh.png", "bang.xlsx", "ca-bao-cao.danvan"])
def test_what_cannot_be_inserted_says_why(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"x" * 100)
    editor = text_of(opened)
    words = editor.toPlainText()
    assert drop(editor.viewport(), files(path)) == COPY
    box = the_box(qtbot, 20_000)
    assert box.windowTitle() == "Không chèn được tệp"
    assert box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert editor.toPlainText() == words


def test_a_file_dropped_on_a_page_without_text_says_why_not(opened: MainWindow, text_file: Path) -> None:
    opened.workspace.go_to("general")
    assert drop(opened.workspace, files(text_file)) == COPY
    assert "thẻ này không có phần soạn" in opened.banner.label.text()


def test_a_file_dropped_on_an_issued_report_says_why_not(
    window: MainWindow, store: Store, sample: Report, text_file: Path
) -> None:
    window.open_draft(store.create(issue(sample, "45", PartialDate(2025, 12, 15), sample.modified)))
    editor = text_of(window)
    words = editor.toPlainText()
    assert drop(editor.viewport(), files(text_file)) == COPY
    assert window.banner.label.text() == "Không chèn được tệp: Đã ban hành, chỉ xem."
    assert editor.toPlainText() == words


def test_below_the_text_a_file_is_brought_in_as_a_report_of_its_own(
    opened: MainWindow, text_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[object] = []
    monkeypatch.setattr(opened.importing, "bring_in_all", brought.append)
    held = (files(text_file), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(opened, QDragEnterEvent(QPoint(300, 300), COPY, *held))
    (zone,) = inside(opened, DropZone)
    below = QPointF(zone.import_place().center())
    for place in (QPointF(300, 300), below):
        QApplication.sendEvent(zone, QDragMoveEvent(place.toPoint(), COPY, *held))
    QApplication.sendEvent(zone, QDropEvent(below, COPY, *held))
    assert brought == [[text_file]]
    assert not zone.isVisible()


def text_of(window: MainWindow) -> BlockEditor:
    window.workspace.go_to("section:2")
    page = window.workspace.current_text_page()
    assert page is not None
    return page.editor


def cursor_at_the_end(editor: BlockEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)


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
