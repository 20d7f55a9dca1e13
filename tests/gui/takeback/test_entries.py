"""The cards of the list say enough to decide by: which paragraph, which cell, where to."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.gui.takeback.decisions import Decisions
from danvan_desktop.gui.takeback.entries import groups_of
from danvan_desktop.report.model import Cell, Run
from danvan_desktop.report.takeback.compare import compare
from tests.report.takeback.test_compare import BASE, SENT, Blocks, back, place


def moved(blocks: Blocks) -> None:
    blocks.insert(place(blocks, "Cơ quan có 12"), blocks.pop(place(blocks, "Tiếp 386")))


def in_a_cell(blocks: Blocks) -> None:
    at = next(number for number, each in enumerate(blocks) if each.kind == "table")
    rows = [list(row) for row in blocks[at].rows]
    rows[1][2] = Cell(((Run("14"),),))
    blocks[at] = replace(blocks[at], rows=tuple(map(tuple, rows)))


def another_kind(blocks: Blocks) -> None:
    at = place(blocks, "Tiếp 386")
    blocks[at] = replace(blocks[at], role="point", label="a)", typed_role="point")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (moved, ("Tiếp 386 lượt công dân", "sang sau “ĐẶC ĐIỂM TÌNH HÌNH”")),
        (in_a_cell, ("ở hàng “Hội nghị”, cột ",)),
        (another_kind, ("“Tiếp 386 lượt công dân",)),
    ],
)
def test_a_card_names_its_place(change: Callable[[Blocks], None], words: tuple[str, ...]) -> None:
    plan = compare(BASE, BASE, SENT, back(change))
    ((_, (entry,)),) = groups_of(plan, Decisions(1), {}, {}, open_only=True)
    for each in words:
        assert each in entry.spoken
