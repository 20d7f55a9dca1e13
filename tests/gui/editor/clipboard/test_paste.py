"""A paste takes all of what is copied or says what it leaves; nothing pasted can damage the report."""

import json
import time

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.clipboard_content import WORDS_ONLY
from danvan_desktop.gui.editor.clipboard.copy import BLOCKS
from danvan_desktop.gui.editor.text.paste_bounds import MOST_LINES, TOO_LONG
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Cell, Column, Paragraph, Run, Section, Table, plain

SECONDS = 10
MOST_PARAGRAPHS = 10_000


def pasted(editor: BlockEditor, *, text: str = "", page: str = "", blocks: bytes = b"") -> list[str]:
    """Press Ctrl+V on this clipboard; return the notices."""
    data = QMimeData()
    if text:
        data.setText(text)
    if page:
        data.setHtml(page)
    if blocks:
        data.setData(BLOCKS, QByteArray(blocks))
    notices: list[str] = []
    editor.notice.connect(notices.append)
    QGuiApplication.clipboard().setMimeData(data)
    begun = time.process_time()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert time.process_time() - begun < SECONDS
    return notices


def lines(editor: BlockEditor) -> list[str]:
    return [plain(block.runs) if isinstance(block, Paragraph) else "BẢNG" for block in editor.blocks()]


def test_a_text_that_is_too_long_is_left_and_said_to_be(editor: BlockEditor) -> None:
    assert pasted(editor, text="Việc.\n" * (MOST_LINES + 1)) == [TOO_LONG]
    assert lines(editor) == ["Đoạn trước.", ""]


def test_as_much_as_may_be_pasted_is(editor: BlockEditor) -> None:
    assert pasted(editor, text="Việc.\n" * MOST_PARAGRAPHS) == []
    assert lines(editor).count("Việc.") == MOST_PARAGRAPHS


def test_of_formatted_text_beyond_the_bounds_the_words_are_taken_and_that_is_said(
    editor: BlockEditor,
) -> None:
    assert pasted(editor, text="Một việc.\nHai việc.", page="<div>" * 100_000 + "Một việc.") == [WORDS_ONLY]
    assert lines(editor) == ["Đoạn trước.", "Một việc.", "Hai việc."]


def test_where_there_are_no_words_beside_it_they_are_read_from_it(editor: BlockEditor) -> None:
    assert pasted(editor, page="<table><tr>" + "<td>a" * 300 + "<tr><td>b" * 3_000) == [WORDS_ONLY]
    assert lines(editor) == ["Đoạn trước.", *["a"] * 300, *["b"] * 3_000]


def test_beyond_all_bounds_nothing_is_taken(editor: BlockEditor) -> None:
    assert pasted(editor, page="<p>" + "Việc " * 1_200_000) == [TOO_LONG]
    assert lines(editor) == ["Đoạn trước.", ""]


def _wide(rows: int = 2) -> list[list[str]]:
    return [[f"ô{row}.{column}" for column in range(64)] for row in range(rows)]


def test_a_table_wider_than_a_report_can_hold_comes_row_by_row(editor: BlockEditor) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _wide())
    pasted(editor, page=f"<p>Trước</p><table>{rows}</table>")
    assert lines(editor)[1:] == ["Trước", *(" ".join(row) for row in _wide())]


def test_so_do_cells_of_plain_text(editor: BlockEditor) -> None:
    pasted(editor, text="\n".join("\t".join(row) for row in _wide()))
    assert lines(editor)[1:] == [" ".join(row) for row in _wide()]


def test_the_widest_table_of_all_is_one(editor: BlockEditor) -> None:
    pasted(editor, text="\n".join("\t".join(row[:63]) for row in _wide()))
    (table,) = (block for block in editor.blocks() if isinstance(block, Table))
    assert len(table.columns) == 63
    assert grid_problem(table) is None


TORN = Table(5, (Column(), Column()), ((Cell(((Run("a"),),)),),))


@pytest.mark.parametrize(
    "blocks",
    [
        json.dumps(encode(Section(1, blocks=(TORN,)))).encode(),
        b"[" * 100_000,
        b'{"id": 1, "blocks": ' + b"[" * 100_000,
        b"\xff",
        b"{}",
    ],
    ids=["no grid", "too deep", "too deep inside", "no text", "no section"],
)
def test_blocks_that_are_none_of_ours_are_left_and_the_words_taken(
    editor: BlockEditor, blocks: bytes
) -> None:
    pasted(editor, text="Lời.", blocks=blocks)
    assert lines(editor) == ["Đoạn trước.", "Lời."]


def test_a_title_takes_no_book(qtbot: QtBot) -> None:
    title = TitleEdit(UndoStack(), "Tên mục", "")
    title.stack.setParent(title)
    qtbot.addWidget(title)
    notices: list[str] = []
    title.notice.connect(notices.append)
    QGuiApplication.clipboard().setText("a" * 2_000_000)
    title.paste()
    assert notices == [TOO_LONG]
    assert title.toPlainText() == ""
