"""Thu gọn cho vừa trang: only lawful means, in order, and only where they save a page."""

from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.fit_to_pages import FEW_LINES, fitting, is_slipped, ways_to_fit
from danvan_desktop.layout.pages import Pages, TableSlice
from danvan_desktop.layout.settings import settings_problems
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Annex, Margins, Report, Run, Section, Settings
from tests.builders import set_pages
from tests.builders.documents import CLOSING
from tests.builders.reports import SENTENCE, block, report

LOOSE = Settings(14, 10, 10, 20, Margins(25, 25, 35, 20))


def made(paragraphs: int, settings: Settings | None = LOOSE) -> Report:
    blocks = tuple(block(10 + n, SENTENCE * 3) for n in range(paragraphs))
    section = Section(2, number="I.", title=(Run("Tình hình"),), blocks=blocks)
    closing = (block(900, SENTENCE), block(901, "Văn phòng trân trọng báo cáo."))
    return report((block(1, SENTENCE),), (section,), closing=closing, settings=settings)


def page_count(one: Report, fonts: FontSet) -> int:
    return sum(page.part == 0 for page in typeset(compose(one, fonts), fonts).pages)


@pytest.fixture(scope="module")
def slipped(fonts: FontSet) -> Report:
    """A report whose last page holds little but the signing block."""
    return next(one for one in map(made, range(3, 40)) if ways_to_fit(one, fonts))


def test_the_means_come_in_order_each_lawful_and_each_saving_a_page(slipped: Report, fonts: FontSet) -> None:
    ways = ways_to_fit(slipped, fonts)
    order = [
        "Khoảng cách giữa các đoạn 6 pt",
        "Giãn dòng đơn",
        "Lề trang nhỏ nhất theo quy định",
        "Bộ cỡ chữ 13",
    ]
    labels = [way.label for way in ways]
    assert labels == [label for label in order if label in labels]
    for way in ways:
        assert settings_problems(way.settings) == ()
        assert way.pages_before == page_count(slipped, fonts)
        assert way.pages_after == page_count(replace(slipped, settings=way.settings), fonts)
        assert way.pages_after < way.pages_before


def test_each_means_takes_the_gentler_ones_along(slipped: Report, fonts: FontSet) -> None:
    *_, last = ways_to_fit(slipped, fonts)
    assert last.settings.size_set == 13
    assert last.settings.space_before_pt == 6
    assert last.settings.line_pitch_pt == 14.95
    assert last.settings.margins_mm == Margins(20, 20, 30, 15)
    assert last.settings.first_line_mm == LOOSE.first_line_mm


def test_nothing_is_offered_for_one_page_or_a_last_page_well_filled(fonts: FontSet) -> None:
    assert ways_to_fit(made(1), fonts) == ()
    full = next(
        one
        for one in map(made, range(5, 40))
        if page_count(one, fonts) > 1
        and len(
            [
                p
                for p in typeset(compose(one, fonts), fonts).pages[-1].lines
                if p.paragraph.style.name == "body"
            ]
        )
        > 12
    )
    assert ways_to_fit(full, fonts) == ()


@pytest.mark.parametrize(("lines", "is_so"), [(FEW_LINES, True), (FEW_LINES + 1, False)])
def test_so_many_lines_beside_the_signing_block_are_few(lines: int, is_so: bool) -> None:
    text = set_pages.paragraph("Văn phòng báo cáo.")
    signing = replace(CLOSING, name="closing")
    end = lines + 1
    signed = set_pages.line(set_pages.paragraph("CHÁNH VĂN PHÒNG"), (0, end, 0, 1, 0), 9000)
    beside = [set_pages.line(text, (0, at), 2000 + 400 * at) for at in range(1, end)]
    first = set_pages.page([set_pages.line(text, (0, 0), 2000)])
    last = replace(
        set_pages.page([*beside, signed], number=2), tables=(TableSlice((0, end), signing, 0, 0, 0),)
    )
    document = set_pages.document(*[text] * end, signing)
    assert is_slipped(Pages(document, (first, last))) is is_so


def test_annexes_are_not_counted(slipped: Report, fonts: FontSet) -> None:
    with_annex = replace(slipped, annexes=(Annex(990, blocks=(block(991, "Nội dung."),)),))
    assert ways_to_fit(with_annex, fonts) == ways_to_fit(slipped, fonts)


def test_a_report_without_settings_of_its_own_starts_from_our_defaults(fonts: FontSet) -> None:
    default = next((one for one in (made(n, None) for n in range(3, 40)) if ways_to_fit(one, fonts)), None)
    assert default is not None
    assert "Khoảng cách giữa các đoạn 6 pt" not in [way.label for way in ways_to_fit(default, fonts)]


def test_any_time_every_means_is_tried_also_those_that_save_nothing(fonts: FontSet) -> None:
    short = fitting(made(1), fonts)
    assert (short.pages, short.slipped) == (1, False)
    assert short.ways[0].label == "Khoảng cách giữa các đoạn 6 pt"
    assert [way.pages_after for way in short.ways] == [1, 1, 1, 1]
    assert not any(way.saves for way in short.ways)
    least = Settings(13, 10, 6, 14.95, Margins(20, 20, 30, 15))
    assert fitting(made(1, least), fonts).ways == ()
