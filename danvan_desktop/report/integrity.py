"""What must hold among the parts of a report beyond the type of each: table grids that are full."""

from dataclasses import replace

from danvan_desktop.report.model import Cell, Table

WIDEST_TABLE = 63
"""Columns of a table: Word takes no more."""


def grid_problem(table: Table) -> str | None:
    """Say in Vietnamese why the cells of ``table`` do not make a full grid; None when they do."""
    width, height = len(table.columns), len(table.rows)
    if not 1 <= width <= WIDEST_TABLE or not height:
        return f"bảng phải có ít nhất một hàng và từ 1 đến {WIDEST_TABLE} cột"
    if table.header_rows > height:
        return "số hàng tiêu đề nhiều hơn số hàng của bảng"
    if any(len(row) != width for row in table.rows):
        return f"mỗi hàng của bảng phải có đủ {width} ô (ô bị gộp ghi null)"
    return _span_problem(table, width, height)


def _span_problem(table: Table, width: int, height: int) -> str | None:
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            here = f"hàng {y + 1}, cột {x + 1}"
            if cell is None:
                if (y, x) not in covered:
                    return f"{here}: ô ghi null nhưng không ô nào gộp tới đó"
                continue
            if y + cell.rows > height or x + cell.cols > width:
                return f"{here}: ô gộp vượt ra ngoài bảng"
            span = {(y + down, x + right) for down in range(cell.rows) for right in range(cell.cols)}
            if covered & span:
                return f"{here}: hai ô chồng lên nhau"
            covered |= span
    return None


def unspanned(rows: tuple[tuple[Cell | None, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Part the merged cells of ``rows``: a full grid, whatever of them overlapped or reached too far."""
    return tuple(
        tuple(Cell() if cell is None else replace(cell, rows=1, cols=1) for cell in row) for row in rows
    )
