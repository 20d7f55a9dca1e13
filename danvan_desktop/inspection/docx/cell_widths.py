"""Place and width of table cells for their text: the columns of the grid less the margins of the cell."""

from danvan_desktop.reading.docx.elements import Element, child_value, measure
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.properties import flatten
from danvan_desktop.reading.docx.style_hierarchy import StyleHierarchy
from danvan_desktop.reading.docx.tables import TableGridCell, cell_width, column_widths

DEFAULT_MARGIN = 115
"""Left and right inside a cell when nothing says otherwise (17.4.42): 0.08 inch."""


class CellWidths:
    """Measures the cells of one table."""

    def __init__(self, table: Element, styles: StyleHierarchy) -> None:
        properties = table.find(w("tblPr"))
        of_style = styles.properties_of_style(child_value(properties, w("tblStyle")), "table", "tblPr")
        flat = of_style | flatten(properties)
        self._columns = column_widths(table)
        self._align, self._indent = flat.get("jc", "left"), measure(flat.get("tblInd.w"))
        self._margins = {
            side: measure(flat.get(f"tblCellMar.{side}"), DEFAULT_MARGIN) for side in ("left", "right")
        }

    def of(self, cell: TableGridCell) -> int:
        """Return the width of ``cell`` for its text, in twips."""
        own = flatten(cell.properties)
        margins = sum(measure(own.get(f"tcMar.{side}"), margin) for side, margin in self._margins.items())
        return cell_width(cell, self._columns) - margins

    def left(self, cell: TableGridCell, width: int) -> int:
        """Return where the text of ``cell`` begins, in twips from the left of the text, ``width`` wide."""
        margin = measure(flatten(cell.properties).get("tcMar.left"), self._margins["left"])
        before = sum(self._columns[: cell.column])
        aside = width - sum(self._columns)
        table = {"center": aside // 2, "right": aside, "end": aside}.get(self._align, self._indent)
        return table + before + margin
