"""Writes a report in which words were replaced into the open one: every tab, as one undo command."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.put_runs import put_runs
from danvan_desktop.gui.editor.document.read import BlockUnit, keys_between, table_blocks
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.report.model import Block, Cell, Paragraph, Report, Runs, Table, plain
from danvan_desktop.report.walk import block_lists

_Change = tuple[QTextBlock, Runs, Runs]
"""A line, what it shows, and what it is to show."""


def apply_replaced(opened: OpenReport, before: Report, after: Report) -> None:
    """Change the open report from ``before`` to ``after``, whose texts alone may be others."""
    with opened.stack.macro():
        for edit, was, now, bold in _headings(opened.pages, before, after):
            if was != now:
                _put_lines(edit, was, now, bold=bold)
        lists = zip(opened.pages.editors(), block_lists(before), block_lists(after), strict=True)
        for (_, editor), (_, old), (_, new) in lists:
            if old is not new:
                _put_blocks(editor, old, new)
    opened.note_edit()
    opened.stepped.emit()


def _headings(
    pages: ReportPages, before: Report, after: Report
) -> Iterator[tuple[UndoableTextEdit, tuple[Runs, ...], tuple[Runs, ...], bool]]:
    """The texts beside the editors: each with its lines before and after, and whether all of it is bold."""
    yield pages.opening.bases, before.legal_bases, after.legal_bases, False
    for page, old, new in zip(pages.sections, before.sections, after.sections, strict=True):
        yield page.title, (old.title,), (new.title,), True
        if page.part is not None and old.part is not None and new.part is not None:
            yield page.part, (old.part.title,), (new.part.title,), True
    for leaf, was, now in zip(pages.annexes.pages, before.annexes, after.annexes, strict=True):
        yield leaf.title, (was.title,), (now.title,), True


def _put_lines(
    edit: UndoableTextEdit, before: tuple[Runs, ...], after: tuple[Runs, ...], *, bold: bool
) -> None:
    lines = [line for line in _lines(edit) if line.text().strip()]
    changes = [(old, new) for old, new in zip(before, after, strict=True) if plain(old).strip()]
    cursor = QTextCursor(edit.document())
    cursor.beginEditBlock()
    for line, (old, new) in zip(lines, changes, strict=False):
        if old != new:
            put_runs(line, old, new, bold_style=bold)
    cursor.endEditBlock()


def _lines(edit: UndoableTextEdit) -> Iterator[QTextBlock]:
    block = edit.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _put_blocks(editor: BlockEditor, before: tuple[Block, ...], after: tuple[Block, ...]) -> None:
    changed = {
        old.id: (old, new) for old, new in zip(before, after, strict=True) if old is not new and old != new
    }
    units = [unit for unit in editor.units() if any(block.id in changed for block in unit.blocks)]
    changes = [
        change
        for unit in units
        for block in unit.blocks
        if block.id in changed
        for change in _changes(editor, unit, *changed[block.id])
    ]
    if not changes:
        return
    keys = {key for unit in units for key in keys_between(editor.document(), unit.start, unit.end)}
    with editor.changing(keys):
        for line, old, new in changes:
            put_runs(line, old, new)


def _changes(editor: BlockEditor, unit: BlockUnit, old: Block, new: Block) -> Iterator[_Change]:
    first = editor.document().findBlock(unit.start)
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        yield first, old.runs, new.runs
    elif isinstance(old, Table) and isinstance(new, Table):
        if old.caption is not None and new.caption is not None and old.caption != new.caption:
            yield first, old.caption, new.caption
        for y, (were, row) in enumerate(zip(old.rows, new.rows, strict=True)):
            for x, (was, cell) in enumerate(zip(were, row, strict=True)):
                if was is not None and cell is not None and was != cell:
                    yield from _cell_changes(unit, (y, x), was, cell)


def _cell_changes(unit: BlockUnit, at: tuple[int, int], was: Cell, cell: Cell) -> Iterator[_Change]:
    if unit.table is None:
        return
    lines = list(table_blocks(unit.table.cellAt(*at)))
    # What is computed has one line, whatever stood there: the others are emptied.
    wanted = (*cell.paragraphs, *((),) * len(lines))
    for line, old, new in zip(lines, was.paragraphs, wanted, strict=False):
        if old != new:
            yield line, old, new
