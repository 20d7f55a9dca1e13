"""Tables in the text; the decree sets no form for them, so all here is custom."""

from collections.abc import Iterator

from danvan_desktop.layout import nd30
from danvan_desktop.layout.columns import deal_out
from danvan_desktop.layout.document import Cell, Flow, Paragraph, Table, Twips
from danvan_desktop.layout.spans import bookmark, has_text, spans_of
from danvan_desktop.layout.styles import Styles
from danvan_desktop.report import model


def body_table(table: model.Table, styles: Styles, text_width: Twips) -> Iterator[Flow]:
    """The caption, kept with the table, and the table over the whole width of the text."""
    if table.caption and has_text(table.caption):
        yield Paragraph(styles.caption, spans_of(table.caption, styles.caption))
    if not table.rows or not table.columns:
        return
    yield Table(
        "body",
        column_widths(table.columns, text_width),
        tuple(_row(table, index, styles) for index in range(len(table.rows))),
        header_rows=table.header_rows,
        borders=True,
        padding=nd30.TABLE_PADDING,
        before=nd30.TABLE_AROUND,
        after=nd30.TABLE_AROUND,
        bookmark=bookmark(table.id),
    )


def column_widths(columns: tuple[model.Column, ...], width: Twips) -> tuple[Twips, ...]:
    """``width`` dealt out by the columns' shares, to the last twip."""
    return deal_out((column.share for column in columns), width)


def _row(table: model.Table, index: int, styles: Styles) -> tuple[Cell | None, ...]:
    header = index < table.header_rows
    return tuple(
        None if cell is None else _cell(cell, column, styles, header=header)
        for cell, column in zip(table.rows[index], table.columns, strict=False)
    )


def _cell(cell: model.Cell, column: model.Column, styles: Styles, *, header: bool) -> Cell:
    style = styles.cell_header if header else styles.cells[column.align]
    paragraphs = tuple(Paragraph(style, spans_of(runs, style)) for runs in cell.paragraphs)
    return Cell(
        paragraphs or (Paragraph(style, ()),),
        cols=cell.cols,
        rows=cell.rows,
        header=header,
    )
