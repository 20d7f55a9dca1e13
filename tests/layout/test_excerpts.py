"""Excerpts of the paper lie as the whole report has them, and hold their own part alone."""

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.excerpts import ExcerptPart, make_excerpt
from danvan_desktop.layout.typeset.pagination import typeset
from tests.builders import full_report


def test_the_letterhead_lies_as_on_the_first_page_of_the_whole_report(fonts: FontSet) -> None:
    report = full_report.everything()
    excerpt = make_excerpt(report, "letterhead", fonts)
    page = typeset(compose(report, fonts), fonts).pages[0]
    assert excerpt.lines == page.lines[: len(excerpt.lines)]
    assert set(excerpt.strokes) <= set(page.strokes)
    assert excerpt.lines[-1].paragraph.style.name.startswith("address")


@pytest.mark.parametrize(
    ("part", "there", "elsewhere"),
    [("letterhead", "Độc lập - Tự do", "Nơi nhận:"), ("closing", "Nơi nhận:", "Độc lập - Tự do")],
)
def test_an_excerpt_holds_its_own_part_alone(
    fonts: FontSet, part: ExcerptPart, there: str, elsewhere: str
) -> None:
    excerpt = make_excerpt(full_report.everything(), part, fonts)
    assert there in excerpt.text
    assert elsewhere not in excerpt.text
    for line in excerpt.lines:
        assert excerpt.top <= line.top < excerpt.top + excerpt.height
        assert excerpt.left <= line.fragments[0].x <= excerpt.left + excerpt.width


def test_the_signer_stands_on_the_excerpt_of_the_closing(fonts: FontSet) -> None:
    report = full_report.everything()
    assert report.signature.signer
    assert report.signature.signer in make_excerpt(report, "closing", fonts).text
