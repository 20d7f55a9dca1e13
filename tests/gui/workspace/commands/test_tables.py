"""Tables by menu, keys and clicks: cells merged and split, columns aligned and shared out, pages across."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.tables.columns_dialog import ColumnsDialog, percents
from danvan_desktop.gui.editor.tables.new_table_dialog import TableDialog
from danvan_desktop.gui.workspace.commands import tables
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.codec.verify import verified
from danvan_desktop.report.editing.table_edit import has_own_shares
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Cell, Column, Paragraph, Run, Table, plain
from tests.builders import samples, strategies
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text
from tests.gui.modal import in_dialog
from tests.gui.visible_texts import controls_without_name, cut_off, english_words, inside, texts

SECTION = 3


def grid_of(height: int = 3, width: int = 3) -> Table:
    rows = tuple(tuple(Cell(((Run(f"{y}.{x}"),),)) for x in range(width)) for y in range(height))
    return Table(17, (Column(),) * width, rows, caption=(Run("SỐ LIỆU"),))


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, tmp_path: Path) -> Workspace:
    report = samples.report()
    sections = list(report.sections)
    sections[1] = replace(sections[1], blocks=(samples.paragraph(11, "Trên."), grid_of()))
    made = open_workspace(replace(report, sections=tuple(sections)), tmp_path)
    made.tab_strip.setCurrentIndex(SECTION)
    return made


def editor_of(workspace: Workspace) -> BlockEditor:
    page = workspace.current_text_page()
    assert page is not None
    page.editor.setFocus()
    return page.editor


def table_of(workspace: Workspace) -> Table:
    blocks = verified(workspace.opened.report()).sections[1].blocks
    return next(block for block in blocks if isinstance(block, Table))


def stand_in(workspace: Workspace, y: int, x: int, to: tuple[int, int] | None = None) -> None:
    """Put the cursor into a cell, or select from there ``to`` another with Shift and the arrows."""
    editor = editor_of(workspace)
    editor.go_to(17)
    grid = editor.selected_table()
    assert grid is not None
    editor.setTextCursor(grid.cellAt(y, x).firstCursorPosition())
    if to is not None:
        select(editor, grid, to)


def select(editor: BlockEditor, grid: QTextTable, to: tuple[int, int]) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(grid.cellAt(*to).lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def cell_texts(table: Table, y: int, x: int) -> list[str]:
    cell = table.rows[y][x]
    assert cell is not None
    return [plain(runs) for runs in cell.paragraphs]


def test_selected_cells_are_merged_split_again_and_each_is_one_step(workspace: Workspace) -> None:
    actions, before = workspace.editor_actions, table_of(workspace)
    stand_in(workspace, 1, 0)
    assert not actions.merge_cells.isEnabled()
    assert not actions.split_cell.isEnabled()
    stand_in(workspace, 1, 0, to=(2, 1))
    assert actions.merge_cells.isEnabled()
    actions.merge_cells.trigger()
    merged = table_of(workspace)
    assert cell_texts(merged, 1, 0) == ["1.0", "1.1", "2.0", "2.1"]
    assert merged.rows[2][1] is None
    assert actions.split_cell.isEnabled()
    actions.split_cell.trigger()
    assert table_of(workspace).rows[2][1] == Cell()
    workspace.opened.stack.undo()
    assert table_of(workspace) == merged
    workspace.opened.stack.undo()
    assert table_of(workspace) == before
    workspace.opened.stack.redo()
    assert table_of(workspace) == merged


def test_the_cursor_stays_in_its_cell_and_typing_goes_on_there(workspace: Workspace) -> None:
    stand_in(workspace, 2, 1, to=(2, 2))
    workspace.editor_actions.merge_cells.trigger()
    QTest.keyClick(editor_of(workspace), Qt.Key.Key_Home)
    type_text(editor_of(workspace), "Cộng: ")
    assert cell_texts(table_of(workspace), 2, 1) == ["Cộng: 2.1", "2.2"]


def test_a_header_row_is_not_merged_with_others_and_that_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(tables, "show_problem", lambda _, text, __: said.append(text))
    before = table_of(workspace)
    stand_in(workspace, 0, 0, to=(1, 0))
    workspace.editor_actions.merge_cells.trigger()
    assert "hàng tiêu đề" in said[0]
    assert table_of(workspace) == before


def test_selected_columns_are_aligned_and_the_menu_shows_it(workspace: Workspace) -> None:
    actions = workspace.editor_actions
    stand_in(workspace, 1, 1, to=(1, 2))
    assert actions.of_align["left"].isChecked()
    actions.of_align["center"].trigger()
    assert [column.align for column in table_of(workspace).columns] == ["left", "center", "center"]
    stand_in(workspace, 2, 2)
    assert actions.of_align["center"].isChecked()
    stand_in(workspace, 1, 0, to=(1, 1))
    assert not any(action.isChecked() for action in actions.of_align.values())
    grid = editor_of(workspace).selected_table()
    assert grid is not None
    line = grid.cellAt(1, 2).firstCursorPosition().blockFormat()
    assert line.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_widths_alignment_and_head_are_set_in_one_dialog_by_keys(workspace: Workspace) -> None:
    stand_in(workspace, 1, 1)
    before = table_of(workspace)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ColumnsDialog)
        assert dialog.by_content.isChecked()
        assert not dialog.shares[0].isEnabled()
        assert "1. 0.0" in [text for _, text in texts(dialog)]
        assert controls_without_name(dialog) == []
        assert cut_off(dialog) == []
        assert [text for _, text in texts(dialog) if english_words(text)] == []
        QTest.keyClick(dialog.by_shares, Qt.Key.Key_Space)
        for share, typed in zip(dialog.shares, ("10", "60", "40"), strict=True):
            share.setFocus()
            share.selectAll()
            QTest.keyClicks(share, typed)
        assert dialog.total.text().startswith("Tổng 110 %")
        QTest.keyClick(dialog.aligns[2], Qt.Key.Key_Down)
        QTest.keyClick(dialog.header, Qt.Key.Key_Up)
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    in_dialog(ColumnsDialog, act)
    workspace.editor_actions.columns.trigger()
    after = table_of(workspace)
    assert [column.share for column in after.columns] == [10, 60, 40]
    assert [column.align for column in after.columns] == ["left", "left", "center"]
    assert after.header_rows == 2
    assert after.rows == before.rows
    workspace.opened.stack.undo()
    assert table_of(workspace) == before


def test_fine_shares_that_are_not_touched_stay_fine(qtbot: QtBot) -> None:
    table = replace(grid_of(), columns=(Column(1 / 3), Column(0.5, "right"), Column(1 / 6)))
    dialog = ColumnsDialog(table)
    qtbot.addWidget(dialog)
    assert dialog.by_shares.isChecked()
    assert [share.value() for share in dialog.shares] == [33, 50, 17]
    assert dialog.table() == table
    dialog.by_content.click()
    assert {column.share for column in dialog.table().columns} == {1.0}


def test_shares_are_shown_in_per_cents_that_come_to_a_hundred() -> None:
    assert percents([7, 35, 13, 12, 12, 12, 10]) == [7, 34, 13, 12, 12, 12, 10]
    assert percents([1, 1, 1]) == [34, 33, 33]
    assert percents([0, 0]) == [50, 50]
    assert sum(percents([0.5, 3, 97.1, 12])) == 100


def test_a_wide_table_becomes_an_annex_across_in_one_step(workspace: Workspace) -> None:
    before = workspace.opened.report()
    stand_in(workspace, 1, 1)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        (button,) = [each for each in inside(dialog, QPushButton) if "phụ lục" in each.text()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(QMessageBox, act)
    workspace.editor_actions.landscape.trigger()
    report = verified(workspace.opened.report())
    assert [plain(block.runs) for block in report.sections[1].blocks if isinstance(block, Paragraph)] == [
        "Trên.",
        "(Chi tiết tại Phụ lục II kèm theo Báo cáo này).",
    ]
    annex = report.annexes[-1]
    assert (annex.orientation, plain(annex.title), annex.number) == ("landscape", "SỐ LIỆU", "II")
    (moved,) = annex.blocks
    assert isinstance(moved, Table)
    assert moved.rows == grid_of().rows
    assert moved.caption is None
    workspace.opened.stack.undo()
    assert replace(workspace.opened.report(), next_id=0) == replace(before, next_id=0)
    workspace.opened.stack.redo()
    assert replace(verified(workspace.opened.report()), next_id=0) == replace(report, next_id=0)


def test_in_an_annex_the_command_turns_its_pages(workspace: Workspace) -> None:
    actions = workspace.editor_actions
    workspace.tab_strip.setCurrentIndex(8)
    editor = editor_of(workspace)
    editor.go_to(35)
    in_dialog(QDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    actions.insert_table.trigger()
    assert not actions.landscape.isChecked()
    actions.landscape.trigger()
    assert workspace.opened.report().annexes[0].orientation == "landscape"
    assert actions.landscape.isChecked()
    workspace.opened.stack.undo()
    assert workspace.opened.report().annexes[0].orientation == "portrait"


def test_outside_a_table_none_of_it_is_offered(workspace: Workspace) -> None:
    editor_of(workspace).go_to(11)
    actions = workspace.editor_actions
    assert not any(action.isEnabled() for action in actions.of_table)
    assert actions.insert_table.isEnabled()


def test_whatever_table_is_looked_at_and_left_alone_stays_as_it_was(qtbot: QtBot) -> None:
    @settings(max_examples=40)
    @given(strategies.tables())
    def holds(table: Table) -> None:
        dialog = ColumnsDialog(table)
        assert dialog.table() == table
        dialog.by_shares.setChecked(True)
        for share in dialog.shares:
            share.stepUp()
        assert grid_problem(dialog.table()) is None
        dialog.by_content.setChecked(True)
        assert not has_own_shares(dialog.table())
        dialog.deleteLater()

    holds()


def test_a_new_table_is_in_view_whole_with_the_cursor_in_its_first_cell(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.resize(1100, 640)
    editor = editor_of(workspace)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "\nThêm." * 20)
    editor.go_to(11)
    bar = editor.verticalScrollBar()
    below = next(block for block in editor.text_blocks() if block.text() == "Thêm.")
    cursor = QTextCursor(below)
    editor.setTextCursor(cursor)
    bar.setValue(bar.value() + editor.cursorRect().bottom() - editor.viewport().height() + 4)
    in_dialog(TableDialog, lambda dialog: dialog.accept())
    workspace.editor_actions.insert_table.trigger()
    shown = editor.viewport().rect()
    table = editor.textCursor().currentTable()
    assert table is not None
    assert table.cellAt(editor.textCursor()) == table.cellAt(0, 0)
    for row, column in ((0, 0), (table.rows() - 1, table.columns() - 1)):
        line = editor.cursorRect(table.cellAt(row, column).lastCursorPosition())
        assert shown.contains(line)
