"""Cells of a spreadsheet pasted into a table."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.annexes.forms import annex_forms, new_annex
from danvan_desktop.report.model import Block, Paragraph, Run, Table, plain
from tests.builders import samples
from tests.builders.samples import paragraph

Opened = Callable[[Block], BlockEditor]
FIGURES = "<table><tr><td>09</td><td>12</td></tr><tr><td>1.000</td><td>1.250</td></tr></table>"


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_with(block: Block) -> BlockEditor:
        editor = BlockEditor(UndoStack(), BlockIdCounter(100))
        editor.stack.setParent(editor)
        qtbot.addWidget(editor)
        editor.open((block,))
        return editor

    return open_with


def form(name: str) -> Table:
    shape = next(form for form in annex_forms() if form.id == name)
    table = new_annex(shape, 2026, iter(range(1, 9)).__next__).blocks[0]
    assert isinstance(table, Table)
    return table


def put_cursor(editor: BlockEditor, y: int, x: int) -> None:
    editor.go_to(editor.blocks()[0].id)
    grid = editor.selected_table()
    assert grid is not None
    cursor = grid.cellAt(y, x).firstCursorPosition()
    editor.setTextCursor(cursor)


def paste(editor: BlockEditor, *, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    editor.insertFromMimeData(data)


def cells(editor: BlockEditor) -> list[list[str]]:
    (table,) = (block for block in editor.blocks() if isinstance(block, Table))
    return [["×" if c is None else "|".join(map(plain, c.paragraphs)) for c in row] for row in table.rows]


@pytest.mark.parametrize("copied", [{"html": FIGURES}, {"text": "09\t12\r\n1.000\t1.250\r\n"}])
def test_each_figure_comes_into_its_cell_and_is_computed_with(opened: Opened, copied: dict[str, str]) -> None:
    editor = opened(form("so-lieu-cung-ky"))
    before = cells(editor)
    put_cursor(editor, 1, 3)
    paste(editor, **copied)
    assert [row[3:] for row in cells(editor)[1:3]] == [
        ["09", "12", "+03", "+33,3"],
        ["1.000", "1.250", "+250", "+25"],
    ]
    editor.stack.undo()
    assert cells(editor) == before


def test_rows_that_lack_are_added(opened: Opened) -> None:
    editor = opened(form("danh-muc-mo-hinh"))
    put_cursor(editor, 3, 1)
    paste(editor, text="Mô hình một\tXã A\nMô hình hai\tXã B")
    assert [row[:3] for row in cells(editor)[3:]] == [
        ["3", "Mô hình một", "Xã A"],
        ["4", "Mô hình hai", "Xã B"],
    ]


def test_cells_that_do_not_fit_are_put_into_one_and_it_is_said(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(replace(samples.table(1), note=None))
    put_cursor(editor, 0, 1)
    with qtbot.waitSignal(editor.notice) as said:
        paste(editor, html=FIGURES)
    assert "đặt vào một ô" in said.args[0]
    assert cells(editor)[0][1] == "09|12|1.000|1.250Chỉ tiêu"


def test_one_cell_of_a_spreadsheet_is_its_words(opened: Opened) -> None:
    editor = opened(paragraph(1, "Đạt "))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    paste(editor, html="<table><tr><td>85,9%</td></tr></table>")
    assert editor.blocks() == (Paragraph(1, runs=(Run("Đạt 85,9%"),)),)


def test_lines_of_like_columns_are_a_table(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    paste(editor, text="Chỉ tiêu\tNăm 2026\nMô hình\t12\n")
    assert cells(editor) == [["Chỉ tiêu", "Năm 2026"], ["Mô hình", "12"]]
