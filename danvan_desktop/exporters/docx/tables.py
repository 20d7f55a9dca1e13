"""Word tables (``w:tbl``) on a fixed grid: the letterhead, the closing and the tables of the body."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from danvan_desktop.exporters.docx.elements import LEAST_HEIGHT, on, w
from danvan_desktop.exporters.docx.paragraphs import Bookmarks, spacer, word_paragraph, word_rule
from danvan_desktop.layout.document import Flow, GridCell, GridTable, HorizontalRule, StyledParagraph, Twips

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_HALF_POINT = 4  # in eighths of a point


def word_table(table: GridTable, bookmarks: Bookmarks) -> BaseOxmlElement:
    """Return ``w:tbl``."""
    first = bookmarks if table.bookmark is None else _Leading(bookmarks, table.bookmark)
    return w(
        "tbl",
        _table_properties(table),
        w("tblGrid", *(w("gridCol", w=width) for width in table.columns)),
        *(_row(table, index, first, keep_next=held) for index, held in enumerate(table.held())),
    )


class _Leading(Bookmarks):
    """Puts the table's own bookmark around the first paragraph that asks."""

    def __init__(self, inner: Bookmarks, name: str) -> None:
        super().__init__("")
        self._inner = inner
        self._name: str | None = name

    def around(self, name: str | None, content: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
        content = self._inner.around(name, content)
        if self._name is not None:
            content, self._name = self._inner.around(self._name, content), None
        return content


def _table_properties(table: GridTable) -> BaseOxmlElement:
    # Up to mode 14 Word hangs the first cell's padding out into the margin: the indent takes it back.
    return w(
        "tblPr",
        w("tblW", w=sum(table.columns), type="dxa"),
        w("tblInd", w=table.padding, type="dxa"),
        w("tblBorders", *map(_border, _SIDES)) if table.borders else None,
        w("tblLayout", type="fixed"),
        w(
            "tblCellMar",
            w("top", w=0, type="dxa"),
            w("left", w=table.padding, type="dxa"),
            w("bottom", w=0, type="dxa"),
            w("right", w=table.padding, type="dxa"),
        ),
    )


def _border(side: str) -> BaseOxmlElement:
    return w(side, val="single", sz=_HALF_POINT, space=0, color="000000")


def room_above(table: GridTable) -> Twips:
    """Return the room that the paragraph above ``table`` keeps.

    Without borders it is within the first row instead: whoever types one more paragraph doubles nothing.
    """
    return table.before if table.borders else 0


def spacer_below(table: GridTable, follower: Flow | None, *, last: bool) -> BaseOxmlElement:
    """Return the empty paragraph between ``table`` and another table, a rule or the end of its part.

    Its height is the spacing below the one table and above the other, as in the PDF. At the end of the
    document (``last``) it takes no room, so that it begins no page of its own.
    """
    ends = follower is None
    below = room_above(follower) if isinstance(follower, GridTable) else 0
    return spacer(
        max(table.after + below, LEAST_HEIGHT),
        keep_next=table.keep_next and not ends,
        hidden=ends and last,
    )


def _row(table: GridTable, index: int, bookmarks: Bookmarks, *, keep_next: bool) -> BaseOxmlElement:
    header = index < table.header_rows
    return w(
        "tr",
        w("trPr", w("cantSplit"), on("tblHeader", wanted=header or None)),
        *_cells(table, index, bookmarks, keep_next=keep_next),
    )


def _cells(table: GridTable, row: int, bookmarks: Bookmarks, *, keep_next: bool) -> Iterator[BaseOxmlElement]:
    column, above = 0, table.before - room_above(table) if row == 0 else 0
    while column < len(table.columns):
        top, cell = _covering(table, row, column)
        width = sum(table.columns[column : column + cell.cols])
        properties = w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=cell.cols) if cell.cols > 1 else None,
            w("vMerge", val="restart" if top == row else "continue") if cell.rows > 1 else None,
        )
        room = width - 2 * table.padding
        content = cell.content if top == row else ()
        made = list(_content(content, room, bookmarks, keep_next=keep_next, above=above))
        yield w("tc", properties, *(made or [spacer(keep_next=keep_next)]))
        column += cell.cols


def _covering(table: GridTable, row: int, column: int) -> tuple[int, GridCell]:
    """Return the cell that covers a place and the row it begins in; an orphan place is an empty cell."""
    for top in range(row, -1, -1):
        cell = table.rows[top][column]
        if cell is not None:
            return (top, cell) if top + cell.rows > row else (row, GridCell(content=()))
    return row, GridCell(content=())


def _content(
    content: tuple[StyledParagraph | HorizontalRule, ...],
    room: Twips,
    bookmarks: Bookmarks,
    *,
    keep_next: bool,
    above: Twips,
) -> Iterator[BaseOxmlElement]:
    """Yield what stands in a cell, its first paragraph with the room ``above`` it."""
    for item in content:
        if isinstance(item, HorizontalRule):
            yield word_rule(item, room, keep_next=keep_next)
        else:
            yield word_paragraph(item, bookmarks, keep_next=keep_next, before=above)
        above = 0
