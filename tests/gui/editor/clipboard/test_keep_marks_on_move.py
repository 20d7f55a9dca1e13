"""What is moved keeps its marks, its remark and its id; what is copied has none of them twice."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.lifecycle.review import is_unedited, open_marks
from danvan_desktop.report.model import Block, OpaqueBlock, Origin, Paragraph, Run, Table, plain
from tests.builders import samples
from tests.builders.samples import paragraph
from tests.gui.keyboard import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def old(identity: int, text: str, *found: str, note: str | None = None) -> Paragraph:
    """Make a paragraph of last year's report with what in it is chưa rà."""
    return replace(paragraph(identity, text), origin=Origin(2025, found=found), note=note)


STAFF = old(1, "Văn phòng có 171 người.", "171", note="chờ số liệu")
MODELS = old(2, "Có 12 mô hình năm 2021.", "12", "năm 2021")
NEW = paragraph(3, "Đoạn mới viết.")


class Texts:
    """The texts of one report in one window."""

    def __init__(self, qtbot: QtBot, *contents: tuple[Block, ...]) -> None:
        self.stack, ids = UndoStack(), BlockIdCounter(100)
        self.window = QWidget()
        self.stack.setParent(self.window)
        column = QVBoxLayout(self.window)
        self.editors = []
        for blocks in contents:
            editor = BlockEditor(self.stack, ids, self.window)
            column.addWidget(editor)
            editor.open(blocks)
            self.editors.append(editor)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show()

    def blocks(self) -> list[Block]:
        return [block for editor in self.editors for block in editor.blocks()]

    def marks(self) -> list[str]:
        return [mark.text for block in self.blocks() for mark in open_marks(block)]

    def notes(self) -> list[str]:
        return [
            f"{block.id}: {block.note}"
            for block in self.blocks()
            if isinstance(block, Paragraph | Table) and block.note
        ]

    def unedited(self) -> list[int]:
        return [block.id for block in self.blocks() if is_unedited(block)]

    def lines(self) -> list[str]:
        return [plain(block.runs) for block in self.blocks() if isinstance(block, Paragraph)]

    def ids(self) -> list[int]:
        return [block.id for block in self.blocks()]

    def undo_all(self) -> None:
        while self.stack.can_undo:
            self.stack.undo()


MakeTexts = Callable[..., Texts]


@pytest.fixture
def make(qtbot: QtBot) -> MakeTexts:
    QGuiApplication.clipboard().clear()
    return lambda *contents: Texts(qtbot, *contents)


def press(
    editor: BlockEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(editor, key, modifier)


def select_line(editor: BlockEditor, identity: int) -> None:
    """Select the words of a paragraph, as three clicks do."""
    editor.go_to(identity)
    press(editor, Key.Key_Home)
    press(editor, Key.Key_End, SHIFT)


def select_down(editor: BlockEditor, identity: int, lines: int = 1) -> None:
    """Select from the start of a paragraph to the start of another, as Shift and Down do."""
    editor.go_to(identity)
    for _ in range(lines):
        press(editor, Key.Key_Down, SHIFT)


def select_words(editor: BlockEditor, identity: int, words: str) -> None:
    editor.go_to(identity)
    cursor = editor.textCursor()
    start = cursor.block().position() + cursor.block().text().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def cut(editor: BlockEditor) -> None:
    press(editor, Key.Key_X, CONTROL)


def paste(editor: BlockEditor, identity: int, offset: int = 0) -> None:
    editor.go_to(identity, offset)
    press(editor, Key.Key_V, CONTROL)


# ---------------------------------------------------------------------- whole paragraphs


def test_a_whole_paragraph_moved_below_stays_what_it_was(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    cut(editor)
    assert texts.blocks() == [MODELS, NEW]
    paste(editor, 3)
    assert texts.blocks() == [MODELS, STAFF, NEW]
    texts.undo_all()
    assert texts.blocks() == [STAFF, MODELS, NEW]


def test_a_paragraph_goes_to_another_tab_and_is_known_to_be_edited_there(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS), (NEW,))
    first, second = texts.editors
    select_down(first, 1)
    cut(first)
    paste(second, 3)
    assert texts.blocks() == [MODELS, STAFF, NEW]
    assert texts.unedited() == [2, 1]
    second.go_to(1, 3)
    type_text(second, "x")
    assert texts.unedited() == [2]
    assert texts.marks() == ["12", "năm 2021", "171"]
    texts.stack.undo()
    assert texts.unedited() == [2, 1]


def test_several_paragraphs_and_a_table_move_with_all_they_carry(make: MakeTexts) -> None:
    table = replace(samples.table(7), origin=Origin(2025, found=("1",)))
    texts = make((STAFF, table, MODELS, NEW), (paragraph(8, "Tab sau."),))
    first, second = texts.editors
    first.go_to(1)
    end = QTextCursor(first.document())
    first.go_to(3)
    end = first.textCursor()
    first.go_to(1)
    cursor = first.textCursor()
    cursor.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
    first.setTextCursor(cursor)
    cut(first)
    paste(second, 8)
    assert texts.ids() == [3, 1, 7, 2, 8]
    assert texts.notes() == ["1: chờ số liệu", "7: chờ số liệu"]
    assert texts.unedited() == [1, 7, 2]
    texts.undo_all()
    assert texts.blocks() == [STAFF, table, MODELS, NEW, paragraph(8, "Tab sau.")]


def test_the_words_of_a_paragraph_moved_to_an_empty_line_take_everything_along(make: MakeTexts) -> None:
    texts = make((STAFF, NEW, paragraph(4, "")))
    (editor,) = texts.editors
    select_line(editor, 1)
    cut(editor)
    paste(editor, 4)
    assert texts.lines() == ["", "Đoạn mới viết.", "Văn phòng có 171 người."]
    assert (texts.marks(), texts.notes(), texts.unedited()) == (["171"], ["4: chờ số liệu"], [4])
    type_text(editor, "x")
    assert texts.unedited() == []
    texts.undo_all()
    assert texts.blocks() == [STAFF, NEW, paragraph(4, "")]


def test_cut_and_pasted_in_place_is_as_it_was(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS))
    (editor,) = texts.editors
    select_line(editor, 1)
    cut(editor)
    press(editor, Key.Key_V, CONTROL)
    assert texts.blocks() == [STAFF, MODELS]


@pytest.mark.parametrize("how", ["delete", "backspace", "letter"])
def test_a_whole_paragraph_taken_away_takes_nothing_of_the_one_below(make: MakeTexts, how: str) -> None:
    below = replace(old(2, "Có 12 mô hình.", "12", note="hỏi lại"), role="item")
    texts = make((STAFF, below, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    if how == "letter":
        type_text(editor, "x")
    else:
        press(editor, Key.Key_Delete if how == "delete" else Key.Key_Backspace)
    first, second = texts.blocks()
    assert isinstance(first, Paragraph)
    assert (first.id, first.role, first.note) == (2, "item", "hỏi lại")
    assert texts.marks() == ["12"]
    assert texts.unedited() == ([] if how == "letter" else [2])
    assert second == NEW
    texts.undo_all()
    assert texts.blocks() == [STAFF, below, NEW]


# ---------------------------------------------------------------------- parts of paragraphs


def test_a_figure_moved_into_other_words_is_still_to_be_looked_at(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_words(editor, 1, " có 171 người")
    cut(editor)
    assert texts.marks() == []
    paste(editor, 3, len("Đoạn mới viết"))
    assert texts.lines() == ["Văn phòng.", "Đoạn mới viết có 171 người."]
    assert (texts.marks(), texts.notes()) == (["171"], ["1: chờ số liệu"])
    assert texts.unedited() == []
    texts.undo_all()
    assert texts.blocks() == [STAFF, NEW]


def test_words_without_figures_bring_no_mark(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_words(editor, 1, "Văn phòng ")
    cut(editor)
    paste(editor, 3)
    assert next(block for block in texts.blocks() if block.id == 3) == replace(
        NEW, runs=(Run("Văn phòng Đoạn mới viết."),)
    )


def test_parts_of_two_paragraphs_leave_and_bring_the_marks_of_both(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS), (NEW,))
    first, second = texts.editors
    first.go_to(1, len("Văn phòng"))
    cursor = first.textCursor()
    first.go_to(2, len("Có 12 mô hình"))
    cursor.setPosition(first.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
    first.setTextCursor(cursor)
    cut(first)
    assert texts.lines() == ["Văn phòng năm 2021.", "Đoạn mới viết."]
    assert texts.marks() == ["năm 2021"]
    paste(second, 3)
    assert texts.lines() == ["Văn phòng năm 2021.", " có 171 người.", "Có 12 mô hìnhĐoạn mới viết."]
    assert texts.marks() == ["năm 2021", "171", "12"]
    texts.undo_all()
    assert texts.blocks() == [STAFF, MODELS, NEW]


def test_a_paste_into_the_middle_leaves_both_halves_their_marks(make: MakeTexts) -> None:
    texts = make((old(1, "Có 12 mô hình và 34 tổ.", "12", "34", note="hỏi lại"),))
    (editor,) = texts.editors
    QGuiApplication.clipboard().setText("một.\nhai")
    paste(editor, 1, len("Có 12 mô hình"))
    assert texts.lines() == ["Có 12 mô hìnhmột.", "hai và 34 tổ."]
    assert (texts.marks(), texts.notes()) == (["12", "34"], ["1: hỏi lại"])


def test_a_line_pasted_above_leaves_the_paragraph_below_itself(make: MakeTexts) -> None:
    texts = make((STAFF, NEW, paragraph(4, "cuối")))
    (editor,) = texts.editors
    select_down(editor, 3)
    press(editor, Key.Key_C, CONTROL)
    paste(editor, 1)
    assert [block for block in texts.blocks() if block.id != 100] == [STAFF, NEW, paragraph(4, "cuối")]
    assert texts.lines()[0] == "Đoạn mới viết."


# ---------------------------------------------------------------------- copies


def test_a_copy_carries_nothing_and_the_original_all(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    press(editor, Key.Key_C, CONTROL)
    paste(editor, 3)
    copy = texts.blocks()[1]
    assert copy == Paragraph(100, runs=STAFF.runs)
    assert texts.blocks() == [STAFF, copy, NEW]


@pytest.mark.parametrize("whole", [True, False])
def test_pasted_twice_the_second_is_a_copy(make: MakeTexts, whole: bool) -> None:
    texts = make((STAFF, NEW, paragraph(4, "")))
    (editor,) = texts.editors
    if whole:
        select_down(editor, 1)
    else:
        select_words(editor, 1, "có 171 người")
    cut(editor)
    paste(editor, 4)
    paste(editor, 3)
    assert "".join(texts.lines()).count("171 người") == 2
    assert (texts.marks(), len(texts.notes())) == (["171"], 1)
    assert len(set(texts.ids())) == len(texts.ids())


def test_a_paste_taken_back_can_be_made_elsewhere(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS), (NEW,))
    first, second = texts.editors
    select_down(first, 1)
    cut(first)
    paste(first, 2, 2)
    texts.stack.undo()
    paste(second, 3)
    assert texts.blocks() == [MODELS, STAFF, NEW]


def test_a_cut_taken_back_makes_the_paste_a_copy(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    cut(editor)
    texts.stack.undo()
    paste(editor, 3)
    assert (texts.marks(), texts.notes()) == (["171"], ["1: chờ số liệu"])


def test_what_was_cut_in_another_report_comes_as_a_copy(make: MakeTexts) -> None:
    other, texts = make((STAFF,)), make((paragraph(2, "Của báo cáo này."),))
    select_line(other.editors[0], 1)
    cut(other.editors[0])
    paste(texts.editors[0], 2)
    assert (texts.marks(), texts.notes(), texts.ids()) == ([], [], [2])


@pytest.mark.parametrize("label", [b"", b"{", b"[]", b'["x", "y", ["z"]]', b"\xff"])
def test_a_label_that_cannot_be_read_makes_it_a_copy(make: MakeTexts, label: bytes) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    cut(editor)
    clip = QGuiApplication.clipboard().mimeData()
    data = QMimeData()
    for name in clip.formats():
        data.setData(name, clip.data(name))
    data.setData("application/x-danvan-moved", label)
    editor.go_to(3)
    editor.insertFromMimeData(data)
    assert (texts.marks(), texts.notes()) == ([], [])


def test_a_block_of_an_unknown_kind_moves_with_its_id(make: MakeTexts) -> None:
    image = OpaqueBlock(9, "image", '{"id":9,"type":"image"}')
    texts = make((STAFF, image, NEW), (paragraph(4, "Tab sau."),))
    first, second = texts.editors
    select_down(first, 1, 2)
    cut(first)
    paste(second, 4)
    assert image in texts.blocks()
    assert texts.ids() == [3, 1, 9, 4]


# ---------------------------------------------------------------------- dragging


class Drop(QDropEvent):
    """A drop of what the text itself began to drag; Qt knows the source only while a mouse is down."""

    def __init__(self, at: QPointF, data: QMimeData, source: QWidget) -> None:
        super().__init__(
            at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self._source = source

    def source(self) -> QWidget:
        return self._source


def drop(editor: BlockEditor, identity: int, offset: int) -> None:
    dragged = editor.textCursor()
    data = editor.createMimeDataFromSelection()
    editor.go_to(identity, offset)
    at = editor.cursorRect().center().toPointF()
    editor.setTextCursor(dragged)
    editor.dropEvent(Drop(at, data, editor.viewport()))


def test_a_dragged_paragraph_moves_with_all_it_carries_as_one_step(make: MakeTexts) -> None:
    texts = make((STAFF, MODELS, NEW))
    (editor,) = texts.editors
    select_down(editor, 1)
    drop(editor, 3, 0)
    assert texts.blocks() == [MODELS, STAFF, NEW]
    texts.stack.undo()
    assert texts.blocks() == [STAFF, MODELS, NEW]
    assert not texts.stack.can_undo


def test_a_dragged_figure_keeps_its_mark(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_words(editor, 1, " có 171 người")
    drop(editor, 3, len("Đoạn mới viết"))
    assert texts.lines() == ["Văn phòng.", "Đoạn mới viết có 171 người."]
    assert texts.marks() == ["171"]


def test_dropped_on_itself_nothing_happens(make: MakeTexts) -> None:
    texts = make((STAFF, NEW))
    (editor,) = texts.editors
    select_words(editor, 1, "có 171 người")
    drop(editor, 1, len("Văn phòng có 1"))
    assert texts.blocks() == [STAFF, NEW]
    assert not texts.stack.can_undo
