"""Columns of a table in which no cell begins: programs put them in where they part a cell, unseen."""

from dataclasses import replace

from danvan_desktop.report.model import Cell
from danvan_desktop.report.takeback.model import ReturnedBlock


def without_unused_columns(old: ReturnedBlock, new: ReturnedBlock) -> ReturnedBlock:
    """Give ``new`` without columns in which no cell begins, where what went out, ``old``, has none such."""
    unused = _unused(new)
    if not unused or _unused(old):
        return new
    for column in reversed(unused):
        new = _without(new, column)
    return new


def _unused(block: ReturnedBlock) -> list[int]:
    width = range(1, len(block.columns))
    return [column for column in width if all(row[column] is None for row in block.rows)]


def _without(block: ReturnedBlock, column: int) -> ReturnedBlock:
    def narrower(place: int, cell: Cell | None) -> Cell | None:
        covers = cell is not None and place < column < place + cell.cols
        return replace(cell, cols=cell.cols - 1) if cell is not None and covers else cell

    rows = tuple(
        tuple(narrower(place, cell) for place, cell in enumerate(row) if place != column)
        for row in block.rows
    )
    before, gone = block.columns[column - 1 : column + 1]
    wider = replace(before, share=before.share + gone.share)
    return replace(
        block,
        rows=rows,
        columns=(*block.columns[: column - 1], wider, *block.columns[column + 1 :]),
        tracked_cells=tuple(
            replace(each, column=each.column - (each.column >= column)) for each in block.tracked_cells
        ),
        struck_cells=tuple(
            replace(each, column=each.column - (each.column >= column)) for each in block.struck_cells
        ),
    )
