"""Margins are measured to less than a tenth of a millimetre: a twip more or less is no fault, half one is."""

from collections.abc import Callable

import pytest
from docx.document import Document as WordFile
from docx.shared import Mm

from danvan_desktop.inspection.sheet import Outcome
from tests.builders.exported_files import edited
from tests.inspection.measurements import measured

LINES = {"top": (3, 20, 25), "bottom": (4, 20, 25), "left": (5, 30, 35), "right": (6, 15, 20)}
"""The line of each margin and the bounds of the decree in millimetres (PL I, Mục I, khoản 3)."""


def with_margin(side: str, millimetres: float) -> Callable[[WordFile], None]:
    def change(file: WordFile) -> None:
        for section in file.sections:
            setattr(section, f"{side}_margin", Mm(millimetres))

    return change


@pytest.mark.parametrize("side", LINES)
def test_a_margin_is_right_at_its_bounds_and_wrong_a_third_of_a_millimetre_beyond(
    good: bytes, side: str
) -> None:
    line, low, high = LINES[side]
    for millimetres, outcome in (
        (low, Outcome.RIGHT),
        (high, Outcome.RIGHT),
        (low - 0.3, Outcome.WRONG),
        (high + 0.3, Outcome.WRONG),
    ):
        found = measured(edited(good, with_margin(side, millimetres)))[line]
        assert found.outcome is outcome, f"{millimetres} mm: {found.measured}"
