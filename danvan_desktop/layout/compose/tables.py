"""Tables in the text; the decree sets no form for them, so all here is custom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.column_widths import column_widths
from danvan_desktop.layout.compose.spans import bookmark, has_text, spans_of
from danvan_desktop.layout.compose.styles import Styles
from danvan_desktop.layout.document import Flow, GridCell, GridTable, StyledParagraph, Twips
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room
from danvan_desktop.layout.typeset.table_rows import parted_rows
from danvan_desktop.report import model
from danvan_desktop.report.model import Alignment, plain

Row = tuple[GridCell | None, ...]

_FIGURE = re.compile(r"[-+−]?\d[\d., ]*%?")
_DASHES = {"", "-", "–", "…", "x"}
"""What stands in a column of figures where there is none."""


def body_table(table: model.Table, styles: Styles, text_width: Twips, fonts: FontSet) -> Iterator[Flow]:
    """The caption, kept with the table, and the table over the whole width of the text."""
    if table.caption and has_text(table.caption):
        yield StyledParagraph(styles.caption, spans_of(table.caption, styles.caption))
    if not table.rows or not table.columns:
        return
    aligns = tuple(_align(table, index) for index in range(len(table.columns)))
    rows = tuple(_row(table, index, aligns, styles) for index in range(len(table.rows)))
    columns = column_widths(table.columns, rows, text_width, fonts)
    made = GridTable(
        "body",
        columns,
        rows,
        header_rows=table.header_rows,
        borders=True,
        padding=nd30.TABLE_PADDING,
        before=nd30.TABLE_AROUND,
        after=nd30.TABLE_AROUND,
        last_rows=nd30.LAST_ROWS if _are_low(rows[-nd30.LAST_ROWS :], columns, fonts) else 1,
        bookmark=bookmark(table.id),
    )
    yield replace(made, parted=frozenset(parted_rows(made, fonts)))


def _are_low(rows: Iterable[Row], columns: tuple[Twips, ...], fonts: FontSet) -> bool:
    """Whether ``rows`` can move to the next page without leaving much of this one empty."""
    return all(
        _lines(cell, sum(columns[column : column + cell.cols]), fonts) <= nd30.LAST_ROWS_LINES
        for row in rows
        for column, cell in enumerate(row)
        if cell
    )


def _lines(cell: GridCell, width: Twips, fonts: FontSet) -> int:
    """How many lines the text of ``cell`` takes."""
    room = width - 2 * nd30.TABLE_PADDING
    paragraphs = (block for block in cell.content if isinstance(block, StyledParagraph))
    return sum(len(break_lines(p, TextMeasurer(p, fonts), line_room(p, room))) for p in paragraphs)


def _align(table: model.Table, column: int) -> Alignment:
    """The author's; a column that holds figures alone stands right where the author said nothing."""
    align = table.columns[column].align
    if align != "left" or len(table.columns) == 1:
        return align
    cells = [row[column] for row in table.rows[table.header_rows :] if column < len(row)]
    texts = [" ".join(plain(runs) for runs in cell.paragraphs).strip() for cell in cells if cell]
    figures = [text for text in texts if text not in _DASHES]
    return "right" if figures and all(map(_FIGURE.fullmatch, figures)) else align


def _row(table: model.Table, index: int, aligns: tuple[Alignment, ...], styles: Styles) -> Row:
    header = index < table.header_rows
    return tuple(
        None if cell is None else _cell(cell, align, styles, header=header)
        for cell, align in zip(table.rows[index], aligns, strict=False)
    )


def _cell(cell: model.Cell, align: Alignment, styles: Styles, *, header: bool) -> GridCell:
    style = styles.cell_header if header else styles.cells[align]
    paragraphs = tuple(StyledParagraph(style, spans_of(runs, style)) for runs in cell.paragraphs)
    return GridCell(
        paragraphs or (StyledParagraph(style, ()),),
        cols=cell.cols,
        rows=cell.rows,
        header=header,
    )
