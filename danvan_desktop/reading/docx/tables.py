"""Table grid: rows and cells with their columns, merged cells, deleted ones and widths (17.4)."""

from collections.abc import Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.content import BLOCK_WRAPPERS, INSERTIONS
from danvan_desktop.reading.docx.elements import (
    Element,
    child_value,
    children,
    is_on,
    local,
    measure,
    value,
    whole,
)
from danvan_desktop.reading.docx.namespaces import w

_WIDEST = 1_000
"""Columns: Word itself allows 63."""


@frozen
class TableGridCell:
    """A cell and its place in the grid; deleted under track changes it takes none."""

    elements: tuple[Element, ...]
    """``w:tc``; several where an old file merged cells sideways (``w:hMerge``): the first has the text."""
    column: int
    span: int
    continues: bool
    """Whether it belongs to the cell above (``w:vMerge``)."""
    is_deleted: bool = False

    @property
    def properties(self) -> Element | None:
        """``w:tcPr`` of the cell."""
        return self.elements[0].find(w("tcPr"))


@frozen
class TableGridRow:
    """A row of a table."""

    element: Element
    is_header: bool
    """Whether it is repeated at the top of each page."""
    may_split: bool
    """Whether it may be divided between pages."""
    is_deleted: bool
    """Whether it was deleted under track changes."""

    def cells(self) -> list[TableGridCell]:
        """Return its cells from the left."""
        found: list[TableGridCell] = []
        column = min(max(whole(child_value(self.element.find(w("trPr")), w("gridBefore"))), 0), _WIDEST)
        for element in _inside(self.element, "tc", BLOCK_WRAPPERS):
            properties = element.find(w("tcPr"))
            span = min(max(whole(child_value(properties, w("gridSpan")), 1), 1), _WIDEST)
            if properties is not None and properties.find(w("cellDel")) is not None:
                found.append(TableGridCell((element,), column, span, continues=False, is_deleted=True))
                continue
            left = next((place for place in reversed(range(len(found))) if not found[place].is_deleted), None)
            if left is not None and child_value(properties, w("hMerge")) == "continue":
                found[left] = _widened(found[left], element, span)
            else:
                found.append(TableGridCell((element,), column, span, _continues(properties)))
            column += span
        return found


def rows(table: Element) -> Iterator[TableGridRow]:
    """Yield the rows of ``w:tbl``, those of tables within it left out."""
    for element in _inside(table, "tr", BLOCK_WRAPPERS | INSERTIONS):
        properties = element.find(w("trPr"))
        splits = None if properties is None else is_on(properties.find(w("cantSplit")))
        yield TableGridRow(
            element,
            is_header=properties is not None and bool(is_on(properties.find(w("tblHeader")))),
            may_split=not splits,
            is_deleted=properties is not None and properties.find(w("del")) is not None,
        )


def column_widths(table: Element) -> list[int]:
    """Return the widths of the grid's columns in twips, 0 where the file does not say."""
    grid = table.find(w("tblGrid"))
    return [max(measure(value(column, "w")), 0) for column in children(grid) if local(column) == "gridCol"]


def cell_width(cell: TableGridCell, columns: list[int]) -> int:
    """Return the width of a cell in twips, margins included: of its ``columns``, else what it says itself."""
    if width := sum(columns[cell.column : cell.column + cell.span]):
        return width
    wanted = None if cell.properties is None else cell.properties.find(w("tcW"))
    return measure(value(wanted, "w")) if value(wanted, "type") in {"dxa", None} else 0


def _inside(parent: Element, name: str, wrappers: frozenset[str]) -> Iterator[Element]:
    for element in children(parent):
        if local(element) == name:
            yield element
        elif local(element) in wrappers:
            yield from _inside(element, name, wrappers)


def _widened(cell: TableGridCell, element: Element, span: int) -> TableGridCell:
    return TableGridCell((*cell.elements, element), cell.column, cell.span + span, cell.continues)


def _continues(properties: Element | None) -> bool:
    merge = None if properties is None else properties.find(w("vMerge"))
    return merge is not None and (value(merge) or "continue") == "continue"
