"""Hits are marked where they stand, in running text and in cells, and the selected one is framed."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.text.hit_marks import HitMarks, hit_positions
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.matcher import Matcher, Query
from tests.builders import samples
from tests.builders.window import OpenWorkspace


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


@pytest.fixture
def editor(workspace: Workspace) -> BlockEditor:
    page = workspace.opened.pages.sections[1]
    workspace.show_page(page)
    return page.editor


def greenish(editor: BlockEditor, words: str) -> int:
    """How many pixels around the first ``words`` have the colour of a mark."""
    return _count(editor, words, lambda colour: colour.green() > colour.red() + 30)


def in_accent(editor: BlockEditor, words: str) -> int:
    return _count(editor, words, lambda colour: colour.blue() > colour.red() + 120)


def _count(editor: BlockEditor, words: str, has: object) -> int:
    found = editor.document().find(words)
    assert not found.isNull()
    left, right = QTextCursor(found), QTextCursor(found)
    left.setPosition(found.selectionStart())
    right.setPosition(found.selectionEnd())
    room = editor.cursorRect(left).united(editor.cursorRect(right)).adjusted(-2, -2, 2, 2)
    image: QImage = editor.viewport().grab(room.intersected(QRect(editor.viewport().rect()))).toImage()
    pixels = (QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))
    return sum(bool(has(pixel)) for pixel in pixels)  # type: ignore[operator]


@pytest.mark.parametrize("words", ["Điểm thứ nhất", "Mô hình", "Bảng 1"])
def test_a_hit_is_marked_and_nothing_else(editor: BlockEditor, words: str) -> None:
    assert not greenish(editor, words)
    editor.hit_marks = HitMarks(editor, Matcher(Query(words)))
    assert greenish(editor, words) > 100
    assert not greenish(editor, "Đoạn văn mở đầu")
    editor.hit_marks = None
    assert not greenish(editor, words)


def test_only_the_selected_hit_is_framed(editor: BlockEditor) -> None:
    editor.hit_marks = HitMarks(editor, Matcher(Query("diem thu")))
    editor.setTextCursor(editor.document().find("Điểm thứ"))
    assert in_accent(editor, "Điểm thứ") > 50
    assert not in_accent(editor, "Điểm thứ hai")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert not in_accent(editor, "Điểm thứ")


def test_positions_count_as_qt_does(qtbot: QtBot, editor: BlockEditor) -> None:
    cursor = editor.textCursor()
    cursor.insertText("🙂 dân 🙂 dân")
    block = editor.document().begin()
    for start, end in hit_positions(block, Matcher(Query("dan"))):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == "dân"
