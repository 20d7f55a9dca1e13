"""Where the cells of a Word table stand and how wide they are."""

from collections.abc import Iterator

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.docx.looks import Styles, flat
from danvan_desktop.reading.docx.elements import NAMESPACES, value, w, whole

DEFAULT_MARGIN = 115
"""Left and right inside a cell when nothing says otherwise (17.4.42): 0.08 inch."""


@frozen
class Cell:
    """A cell on the table's grid."""

    element: etree._Element
    row: int
    column: int
    width: int
    """For its text, in twips: less the margins inside."""
    splits: bool


def cells(table: etree._Element, styles: Styles) -> Iterator[Cell]:
    """Yield the cells of ``table``, row by row."""
    properties = table.find(w("tblPr"))
    margins = _margins(properties, styles)
    grid = [whole(value(column, "w")) for column in table.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
    for index, row in enumerate(table.iter(w("tr"))):
        if _table_of(row) is not table:
            continue
        column = whole(value(row.find("w:trPr/w:gridBefore", NAMESPACES)))
        splits = row.find("w:trPr/w:cantSplit", NAMESPACES) is None
        for cell in row.iter(w("tc")):
            if _table_of(cell) is not table:
                continue
            span = max(1, whole(value(cell.find("w:tcPr/w:gridSpan", NAMESPACES)), 1))
            width = _width(cell, grid[column : column + span])
            yield Cell(cell, index, column, width - _inside(cell, margins), splits)
            column += span


def _table_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(w("tbl")), None)


def _width(cell: etree._Element, columns: list[int]) -> int:
    wanted = cell.find("w:tcPr/w:tcW", NAMESPACES)
    if sum(columns):
        return sum(columns)
    return whole(value(wanted, "w")) if value(wanted, "type") in {"dxa", None} else 0


def _margins(properties: etree._Element | None, styles: Styles) -> dict[str, int]:
    style = value(None if properties is None else properties.find(w("tblStyle")))
    look = styles.chain(style, "tblPr", "table") | flat(properties)
    return {side: whole(look.get(f"tblCellMar.{side}"), DEFAULT_MARGIN) for side in ("left", "right")}


def _inside(cell: etree._Element, margins: dict[str, int]) -> int:
    own = flat(cell.find(w("tcPr")))
    return sum(whole(own.get(f"tcMar.{side}"), margin) for side, margin in margins.items())
