"""From a line of the compliance sheet to the paragraphs and fields of the report."""

from dataclasses import replace

import pytest

from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.locate import places
from danvan_desktop.inspection.sheet import Outcome, SheetLine, TextSpot
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Paragraph, Report, Run
from tests.builders import samples


@pytest.fixture
def report() -> Report:
    return samples.report()


def line(number: int, *spots: TextSpot) -> SheetLine:
    return SheetLine(LINES[number].requirement, "", Outcome.WRONG, spots)


@pytest.mark.parametrize(
    ("number", "place"),
    [
        (15, "letterhead.parent_agency"),
        (18, "letterhead.symbol"),
        (19, "letterhead.place"),
        (21, "letterhead.issued_on"),
        (23, "subject"),
        (26, "recipients"),
        (36, "presentation"),
        (41, "signature.signer"),
        (44, "filing.unit"),
    ],
)
def test_a_line_about_a_field_leads_to_it(report: Report, number: int, place: str) -> None:
    assert places(line(number), report) == (place,)


def test_words_lead_to_where_they_stand(report: Report) -> None:
    (place,) = places(line(29, TextSpot("2. Các tổ chức đoàn thể phối hợp.", "đoàn thể")), report)
    found = parse(place)
    assert (found.block, found.offset, found.length) == (21, len("Các tổ chức "), len("đoàn thể"))


def test_a_number_before_the_text_does_not_count(report: Report) -> None:
    (place,) = places(line(33, TextSpot("1. Ưu điểm")), report)
    assert (parse(place).block, parse(place).offset, parse(place).length) == (12, 0, len("Ưu điểm"))


def test_signs_and_spaces_of_print_make_no_difference(report: Report) -> None:
    (place,) = places(line(39, TextSpot("Trên\u00a0đây là báo cáo./.")), report)
    assert parse(place).block == 34


def test_a_heading_leads_to_its_tab(report: Report) -> None:
    assert places(line(31, TextSpot("III. ĐÁNH GIÁ")), report) == ("section:3/title",)


def test_a_cell_leads_to_its_table(report: Report) -> None:
    (place,) = places(line(53, TextSpot("được công nhận")), report)
    assert parse(place).block == 17


def test_a_letter_beyond_the_first_plane_counts_as_two_for_qt(report: Report) -> None:
    first = report.opening[0]
    told = "Mẫu \U0001f600 của Uỷ ban"
    assert isinstance(first, Paragraph)
    report = replace(report, opening=(replace(first, runs=(Run(told),)),))
    (place,) = places(line(55, TextSpot(told, "Uỷ")), report)
    assert parse(place).offset == told.index("Uỷ") + 1


def test_each_place_is_named_once_and_in_order(report: Report) -> None:
    spots = (TextSpot("Tình hình chung."), TextSpot("Đoạn văn mở đầu."), TextSpot("Tình hình chung."))
    assert [parse(place).block for place in places(line(35, *spots), report)] == [31, 11]


def test_words_that_are_gone_lead_nowhere(report: Report) -> None:
    assert places(line(29, TextSpot("Đoạn đã xóa.")), report) == ()


def test_a_line_about_paper_leads_nowhere(report: Report) -> None:
    assert places(line(1), report) == ()
