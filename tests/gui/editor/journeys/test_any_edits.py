"""Any sequence of edits: nothing is lost to undo, ids stay unique, what is remembered is what is there."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.read import DocumentReader
from danvan_desktop.gui.editor.paragraphs import character_format, role_and_level
from danvan_desktop.gui.editor.paragraphs.move import move
from danvan_desktop.gui.editor.tables import insert_delete, merge_split
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.editing.block_kinds import KINDS
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Block, Origin, Paragraph, Table
from danvan_desktop.report.numbering import number_blocks
from tests.builders import samples
from tests.gui.keyboard import compose, type_text

Act = Callable[[BlockEditor], None]
KEEP = QTextCursor.MoveMode.KeepAnchor


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Act:
    return lambda editor: QTest.keyClick(editor, key, modifier)


def pasted(text: str, *, rich: bool = False) -> Act:
    def act(editor: BlockEditor) -> None:
        data = QMimeData()
        data.setHtml(text) if rich else data.setText(text)
        editor.insertFromMimeData(data)

    return act


def put_cursor(place: int, length: int) -> Act:
    def act(editor: BlockEditor) -> None:
        last = editor.document().characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(place % (last + 1))
        cursor.setPosition(min(last, cursor.position() + length), KEEP)
        editor.setTextCursor(cursor)

    return act


def copied_and_pasted(editor: BlockEditor) -> None:
    data = editor.createMimeDataFromSelection()
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    editor.insertFromMimeData(data)


def undone_and_redone(editor: BlockEditor) -> None:
    editor.stack.undo()
    editor.stack.undo()
    editor.stack.redo()


def merged(editor: BlockEditor) -> None:
    """Merge the selected cells, or else the first two of the row; header rows and others are refused."""
    grid = editor.selected_table()
    if grid is not None and not editor.textCursor().hasSelection():
        row = grid.cellAt(editor.textCursor()).row()
        cursor = grid.cellAt(row, 0).firstCursorPosition()
        last = grid.cellAt(row, min(1, grid.columns() - 1)).lastCursorPosition()
        cursor.setPosition(last.position(), cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    with contextlib.suppress(UserError):
        merge_split.merge_cells(editor)


ACTS: tuple[Act, ...] = (
    *(
        lambda editor, text=text: type_text(editor, text)
        for text in ("dân ", "a) x", "- ", "1. Y", "\b\bư", "\n")
    ),
    lambda editor: compose(editor, "v", "vâ", commit="vận "),
    lambda editor: compose(editor, commit="một\nhai"),
    *(
        press(getattr(Qt.Key, f"Key_{name}"))
        for name in ("Tab", "Backtab", "Delete", "Backspace", "Up", "Down")
    ),
    *(lambda editor, kind=kind: role_and_level.set_kind(editor, kind.role, kind.level) for kind in KINDS),
    lambda editor: move(editor, up=True),
    lambda editor: move(editor, up=False),
    lambda editor: insert_delete.insert_table(editor, 2, 2) if editor.selected_table() is None else None,
    lambda editor: insert_delete.insert_row(editor, below=True),
    lambda editor: insert_delete.insert_column(editor, after=False),
    insert_delete.delete_rows,
    insert_delete.delete_columns,
    merge_split.toggle_header,
    merged,
    merge_split.split_cell,
    lambda editor: merge_split.align_columns(editor, "center"),
    insert_delete.toggle_caption,
    character_format.toggle_bold,
    character_format.toggle_italic,
    pasted("một\na) hai;\n+ ba"),
    pasted("bốn"),
    pasted("<p>x <b>y</b></p><table><tr><td>1</td></tr></table>", rich=True),
    copied_and_pasted,
    press(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    undone_and_redone,
)
MOVES = st.builds(put_cursor, st.integers(0, 400), st.sampled_from((0, 0, 0, 3, 40)))


LAST_YEARS = replace(
    samples.paragraph(30, "Có 12 mô hình năm 2021."),
    origin=Origin(2025, found=("12", "năm 2021")),
    note="hỏi lại",
)
START = number_blocks((LAST_YEARS, *samples.blocks()))


def opened(qtbot: QtBot) -> BlockEditor:
    editor = BlockEditor(UndoStack(), BlockIdCounter(100))
    editor.stack.setParent(editor)
    qtbot.addWidget(editor)
    editor.open(START)
    return editor


def numbered(editor: BlockEditor) -> tuple[Block, ...]:
    return number_blocks(editor.blocks())


def undo_all(editor: BlockEditor) -> None:
    while editor.stack.can_undo:
        editor.stack.undo()


def redo_all(editor: BlockEditor) -> None:
    while editor.stack.can_redo:
        editor.stack.redo()


@settings(max_examples=40)
@given(acts=st.lists(st.one_of(st.sampled_from(ACTS), MOVES), min_size=1, max_size=12))
def test_any_edits_are_told_truly_undone_and_redone(qtbot: QtBot, acts: list[Act]) -> None:
    editor = opened(qtbot)
    for act in acts:
        act(editor)
        told = numbered(editor)
        fresh = DocumentReader(editor.document(), editor.ids.real)
        fresh.expect_moved(START)
        assert told == number_blocks(fresh.blocks()), "what is remembered is what is there"
        ids = [block.id for block in told]
        assert len(set(ids)) == len(ids)
        assert max(ids, default=0) < editor.ids.next_id
        assert sum(bool(block.note) for block in told if isinstance(block, Paragraph | Table)) <= 2
        assert not [block for block in told if isinstance(block, Table) and grid_problem(block)]
    editor.interpret_typed()
    redo_all(editor)
    done = numbered(editor)
    undo_all(editor)
    assert numbered(editor) == START
    redo_all(editor)
    assert numbered(editor) == done
