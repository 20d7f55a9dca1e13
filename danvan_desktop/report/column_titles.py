"""Column titles of a table: the header rows that name them, also where nobody marked them so in Word."""

import re

from danvan_desktop.report.model import Cell, Table, plain

COUNTER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu"})
"""Heads of columns that number the rows, without their tone marks."""
_NO_FIGURE = re.compile(r"(?:19|20|21)\d\d|\b\d{1,2}(?=\s*(?:tháng\b|T\b))", re.IGNORECASE)
"""Digits that name a column: a year, "6 tháng"."""


def head_rows(table: Table) -> int:
    """Count the rows of the head: those marked so, else the first where it names columns of figures."""
    if table.header_rows or len(table.rows) < 2:
        return table.header_rows
    first = [cell for cell in table.rows[0] if cell is not None]
    if len(first) < 2 or not all(map(_names_column, first)):
        return 0
    below = max(cell.rows for cell in first)
    return below if below < len(table.rows) else 0


def _names_column(cell: Cell) -> bool:
    text = " ".join(map(plain, cell.paragraphs)).strip()
    return bool(text) and not any(sign.isdigit() for sign in _NO_FIGURE.sub("", text))
