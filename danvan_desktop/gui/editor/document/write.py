"""Writes blocks of the model into a QTextDocument: paragraphs, tables, unknown blocks."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from danvan_desktop.gui.editor.document.formats import Formats, run_format, shown_text
from danvan_desktop.gui.editor.document.properties import OBJECT_CHARACTER, OPAQUE_OBJECT, Key, TableData
from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.tokens import TONES
from danvan_desktop.report.model import Block, Cell, Column, OpaqueBlock, Paragraph, Run, Runs, Table

HEADER_COLOUR = tone(TONES.shade, 14)
_BORDER_COLOUR = tone(TONES.grid, 255)


class DocumentWriter:
    """Writes blocks at a cursor that stands in an empty block, the ``fresh`` one."""

    def __init__(self, cursor: QTextCursor, formats: Formats, temporary: Callable[[], int]) -> None:
        self._cursor = cursor
        self._formats = formats
        self._temporary = temporary
        self._fresh = True

    def write(self, blocks: Sequence[Block]) -> None:
        """Write ``blocks``; where there is none, or a table ends them, an empty line stays to type in."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._write_paragraph(block)
            elif isinstance(block, Table):
                self._write_table(block)
            else:
                self._write_opaque(block)
        if self._fresh:
            self._begin(self._formats.filler(self._temporary()))

    def _begin(self, shown: QTextBlockFormat, text: QTextCharFormat | None = None) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(shown)
            self._cursor.setBlockCharFormat(text or QTextCharFormat())
        else:
            self._cursor.insertBlock(shown, text or QTextCharFormat())
        self._fresh = False

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        bold = paragraph.role == "heading"
        self._begin(self._formats.paragraph(paragraph), empty_format(bold_style=bold))
        insert_runs(self._cursor, paragraph.runs, bold_style=bold)

    def _write_opaque(self, block: OpaqueBlock) -> None:
        self._begin(self._formats.opaque(block.id, opaque_data(block)))
        drawn = QTextCharFormat()
        drawn.setObjectType(OPAQUE_OBJECT)
        self._cursor.insertText(OBJECT_CHARACTER, drawn)

    def _write_table(self, table: Table) -> None:
        if table.caption is not None:
            self._begin(self._formats.caption(self._temporary()), empty_format(bold_style=True))
            insert_runs(self._cursor, table.caption, bold_style=True)
        elif self._fresh:
            self._begin(self._formats.filler(self._temporary()))
        insert_grid(self._cursor, table, self._formats)
        self._fresh = True


def empty_format(*, bold_style: bool) -> QTextCharFormat:
    """The character format of text typed into an empty block."""
    return run_format(Run(""), bold_style=bold_style)


def insert_runs(cursor: QTextCursor, runs: Runs, *, bold_style: bool) -> None:
    """Insert ``runs`` at ``cursor``."""
    for run in runs:
        cursor.insertText(shown_text(run.text), run_format(run, bold_style=bold_style))


def table_format(table: Table) -> QTextTableFormat:
    """The frame of ``table`` and all that its grid does not show."""
    shown = QTextTableFormat()
    shown.setProperty(Key.ID, table.id)
    data = TableData(table.columns, table.note, table.origin, table.form, table.unknown)
    shown.setProperty(Key.TABLE, data.dump())
    shown.setHeaderRowCount(table.header_rows)
    shown.setBorder(1)
    shown.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shown.setBorderBrush(_BORDER_COLOUR)
    shown.setBorderCollapse(True)
    shown.setCellPadding(4)
    shown.setCellSpacing(0)
    shown.setBottomMargin(6)
    shown.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shown.setColumnWidthConstraints(column_widths(table.columns))
    return shown


def column_widths(columns: Sequence[Column]) -> list[QTextLength]:
    """The columns' shares of the width, as Qt wants them."""
    whole = sum(column.share for column in columns) or 1
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * column.share / whole) for column in columns]


def insert_grid(cursor: QTextCursor, table: Table, formats: Formats) -> QTextTable:
    """Insert the cells of ``table``; afterwards ``cursor`` stands in the line below it."""
    grid = cursor.insertTable(len(table.rows), len(table.columns), table_format(table))
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell is not None and (cell.rows > 1 or cell.cols > 1):
                grid.mergeCells(y, x, cell.rows, cell.cols)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell is not None:
                _fill_cell(grid.cellAt(y, x), cell, table.columns[x], formats, header=y < table.header_rows)
    cursor.setPosition(grid.lastPosition() + 1)
    return grid


def _fill_cell(place: QTextTableCell, cell: Cell, column: Column, formats: Formats, *, header: bool) -> None:
    style_cell(place, header=header)
    if cell.unknown:
        shown = place.format()
        shown.setProperty(Key.UNKNOWN, cell.unknown)
        place.setFormat(shown)
    cursor = place.firstCursorPosition()
    cursor.setBlockFormat(formats.cell(column.align))
    for index, runs in enumerate(cell.paragraphs or ((),)):
        if index:
            cursor.insertBlock(formats.cell(column.align), QTextCharFormat())
        insert_runs(cursor, runs, bold_style=False)


def style_cell(place: QTextTableCell, *, header: bool) -> None:
    """Give a cell its border, and the background of a header row where it stands in one."""
    shown = place.format().toTableCellFormat()
    # Qt draws the borders of a table that shares them only where its cells have borders of their own.
    shown.setBorder(1)
    shown.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shown.setBorderBrush(_BORDER_COLOUR)
    if header:
        shown.setBackground(HEADER_COLOUR)
    else:
        shown.clearBackground()
    place.setFormat(shown)


def opaque_data(block: OpaqueBlock) -> str:
    """``block`` as the JSON that its line stores."""
    return json.dumps([block.type, block.content, block.unknown])
