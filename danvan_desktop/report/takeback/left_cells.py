"""Cells of a table that came back set otherwise: their alignment, their ground, the widths of the columns."""

from collections import Counter
from collections.abc import Iterator, Mapping

from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.model import Alignment
from danvan_desktop.report.takeback.model import ReturnedBlock

ALIGNMENT_NAMES: Mapping[Alignment, str] = {
    "left": "canh trái",
    "center": "canh giữa",
    "right": "canh phải",
    "justify": "canh đều hai bên",
}
_LEAST_SHARE = 0.05
"""Of the width of a table: less is what an editor rounds."""


def cells_set_otherwise(before: ReturnedBlock, after: ReturnedBlock) -> Iterator[tuple[str, str]]:
    """Say what of the cells of ``after`` is set otherwise than in ``before``, and which words they have.

    A cell is known by its words, where they stand in one cell only.
    """
    counts = [Counter(each.words for each in block.cell_looks) for block in (before, after)]
    known = {each.words: each for each in before.cell_looks if counts[0][each.words] == 1}
    for now in after.cell_looks:
        was = known.get(now.words) if counts[1][now.words] == 1 else None
        if was is None:
            continue
        if was.align != now.align:
            yield f"{ALIGNMENT_NAMES[was.align]} → {ALIGNMENT_NAMES[now.align]}", now.words
        if was.is_shaded != now.is_shaded:
            yield "tô nền ô" if now.is_shaded else "bỏ tô nền ô", now.words
    if _is_of_other_widths(before, after):
        yield "độ rộng các cột", ""


def _is_of_other_widths(before: ReturnedBlock, after: ReturnedBlock) -> bool:
    heads = [[*map(cell_text, block.rows[0])] if block.rows else [] for block in (before, after)]
    was, now = _shares(before), _shares(after)
    return heads[0] == heads[1] and any(
        abs(old - new) >= _LEAST_SHARE for old, new in zip(was, now, strict=True)
    )


def _shares(block: ReturnedBlock) -> list[float]:
    whole = sum(column.share for column in block.columns) or 1.0
    return [column.share / whole for column in block.columns]
