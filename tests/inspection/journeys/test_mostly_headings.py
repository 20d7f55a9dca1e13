"""A report begun after an outline is mostly headings: its margins are measured, or not judged."""

from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection.sheet import Outcome
from danvan_desktop.layout.settings import default_settings
from danvan_desktop.report.lifecycle.outlines import Outline, new_report, outlines
from danvan_desktop.report.model import Paragraph, Report, Run
from tests.builders.exported_files import as_pdf
from tests.builders.reports import NOW, office_report
from tests.inspection.pdf_defects import measured, moved

GEOMETRY = (5, 6, 10, 22, 23, 24, 30, 36, 43)
"""Margins, what is centred between them, and what begins at them."""
OFFICE = office_report("Hương Giang")


def begun(outline: Outline, left: int = 30, right: int = 20) -> Report:
    """The outline's report with its head filled in."""
    settings = default_settings()
    margins = replace(settings.margins_mm, left=left, right=right)
    return replace(
        new_report(outline, 2025, NOW),
        letterhead=OFFICE.letterhead,
        signature=OFFICE.signature,
        filing=OFFICE.filing,
        settings=replace(settings, margins_mm=margins),
    )


@pytest.mark.parametrize(("left", "right"), [(30, 20), (35, 15)])
@pytest.mark.parametrize("outline", outlines(), ids=lambda outline: outline.id)
def test_the_indent_of_headings_is_not_taken_for_the_margin(
    fonts: FontSet, outline: Outline, left: int, right: int
) -> None:
    found = measured(as_pdf(begun(outline, left, right), fonts))
    wrong = {n: found[n].measured for n in GEOMETRY if found[n].outcome is Outcome.WRONG}
    assert wrong == {}
    assert found[5].measured.startswith(f"{left}")


def test_text_set_too_far_to_the_right_is_still_found(fonts: FontSet) -> None:
    shifted = as_pdf(begun(outlines()[0]), fonts, pages=moved("", right=567))
    assert measured(shifted)[5].outcome is Outcome.WRONG


def test_where_nothing_reaches_the_margin_a_person_has_to_look(fonts: FontSet) -> None:
    report = begun(outlines()[0])
    short = (Paragraph(900, runs=(Run("Văn phòng báo cáo như sau:"),)),)
    report = replace(report, opening=short, closing=(Paragraph(901, runs=(Run("Trên đây là báo cáo."),)),))
    found = measured(as_pdf(report, fonts))
    assert found[5].outcome is Outcome.REVIEW
    assert [n for n in GEOMETRY if found[n].outcome is Outcome.WRONG] == []
