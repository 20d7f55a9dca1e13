"""What the check found has a line below its words: in running text, cells, captions and headings."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor

from danvan_desktop.checks.finding import Finding, Level
from danvan_desktop.gui.editor.text.finding_marks import FindingMarks, of_blocks, of_lines, paint_line
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.find.texts import PlacedText, texts
from tests.builders import samples
from tests.builders.window import OpenWorkspace


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())


def placed_with(words: str) -> PlacedText:
    return next(each for each in texts(samples.report()) if words in each.text)


def finding(words: str, level: Level = "misspelt") -> Finding:
    placed = placed_with(words)
    start = placed.text.index(words)
    return Finding(level, "x", "", "?", words, "y", at=placed.place, start=start, end=start + len(words))


def show(pages: ReportPages, found: Finding) -> tuple[UndoableTextEdit, FindingMarks]:
    """Mark ``found`` in the editor that holds it."""
    assert found.at is not None
    editor = next(editor for tab, editor in pages.editors() if tab == found.at.tab)
    marks = of_blocks(editor, {found.at.block: [found]})
    editor.finding_marks = marks
    return editor, marks


def reddish(edit: UndoableTextEdit, words: str) -> int:
    """How many pixels around the first ``words`` have the colour of the line."""
    cursor = edit.document().find(words)
    assert not cursor.isNull()
    left, right = QTextCursor(cursor), QTextCursor(cursor)
    left.setPosition(cursor.selectionStart())
    right.setPosition(cursor.selectionEnd())
    room = edit.cursorRect(left).united(edit.cursorRect(right)).adjusted(0, -2, 0, 3)
    image = edit.viewport().grab(room.intersected(QRect(edit.viewport().rect()))).toImage()
    pixels = (QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel.red() > pixel.blue() + 60 and pixel.red() > pixel.green() + 60 for pixel in pixels)


@pytest.mark.parametrize("words", ["Điểm thứ nhất", "Mô hình", "Bảng 1"])
def test_words_have_a_line_below_and_others_none(workspace: Workspace, words: str) -> None:
    workspace.show_page(workspace.opened.pages.sections[1])
    editor, _ = show(workspace.opened.pages, finding(words))

    assert reddish(editor, words) > 8
    assert not reddish(editor, "Đoạn văn mở đầu")
    editor.finding_marks = None
    assert not reddish(editor, words)


def test_the_line_goes_with_words_that_move_and_ends_with_them(workspace: Workspace) -> None:
    workspace.show_page(workspace.opened.pages.sections[1])
    editor, marks = show(workspace.opened.pages, finding("thứ nhất"))
    cursor = editor.document().find("Điểm thứ nhất")
    cursor.setPosition(cursor.selectionStart())
    cursor.insertText("Nay ")
    there = editor.document().find("thứ nhất")

    assert marks.at(there) is not None
    there.insertText("thứ hai")
    assert marks.at(there) is None


def test_a_heading_has_a_line_below_its_words(workspace: Workspace) -> None:
    page = workspace.opened.pages.sections[1]
    workspace.show_page(page)
    words = page.title.toPlainText().split()[0]
    page.title.finding_marks = of_lines(
        page.title, {0: [Finding("misspelt", "x", "", "?", words, "y", end=len(words))]}
    )

    assert reddish(page.title, words) > 5


def test_custom_has_no_line(workspace: Workspace) -> None:
    workspace.show_page(workspace.opened.pages.sections[1])
    editor, marks = show(workspace.opened.pages, finding("Điểm thứ nhất", "info"))

    assert marks.at(editor.document().find("Điểm thứ nhất")) is None
    assert not reddish(editor, "Điểm thứ nhất")


def drawn(level: Level) -> bytes:
    image = QImage(60, 24, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_line(painter, QRectF(QPointF(4, 2), QPointF(56, 18)), level, QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_each_level_has_a_line_of_its_own_shape() -> None:
    levels: tuple[Level, ...] = ("misspelt", "error", "warning", "doubtful")

    assert len({drawn(level) for level in levels}) == len(levels)
