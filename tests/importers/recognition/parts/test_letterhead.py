"""Place and date of the letterhead, as far as they are written."""

import pytest

from danvan_desktop.importers.recognition.lines.text_lines import split_lines
from danvan_desktop.importers.recognition.parts.letterhead import read_date, read_letterhead
from danvan_desktop.report.model import Letterhead, PartialDate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hương Giang, ngày 31 tháng 12 năm 2025", PartialDate(2025, 12, 31)),
        ("Hương Giang, ngày 01 tháng 01 năm 2026", PartialDate(2026, 1, 1)),
        ("Hương Giang, ngày 32 tháng 13 năm 2025", PartialDate(2025)),
        ("Hương Giang, ngày    tháng    năm 2025", PartialDate(2025)),
    ],
)
def test_place_and_date_are_taken_out_of_their_line(text: str, date: PartialDate) -> None:
    letterhead, rest = read_date(text, Letterhead())
    assert (letterhead.place, letterhead.issued_on) == ("Hương Giang", date)
    assert rest.strip() == ""


def test_a_second_date_is_left_as_text() -> None:
    known = Letterhead(place="Hương Giang", issued_on=PartialDate(2025, 12, 31))
    assert read_date("An Bình, ngày 01 tháng 02 năm 2024", known)[0] == known


@pytest.mark.parametrize(
    ("typed", "number", "symbol"),
    [
        ("Số: 12/2025/QĐ-UBND", "12", "2025/QĐ-UBND"),
        ("Số:      /QyĐ-SNV", None, "QyĐ-SNV"),
        ("Số 512-CV/VPTU", "512", "CV/VPTU"),
        ("Số: 05/TTr-SNV", "05", "TTr-SNV"),
    ],
)
def test_number_and_symbol_of_every_kind(typed: str, number: str | None, symbol: str) -> None:
    letterhead = read_letterhead(list(split_lines(typed))).letterhead
    assert (letterhead.number, letterhead.symbol) == (number, symbol)


def test_an_office_of_the_party_has_a_star_for_its_rule() -> None:
    head = read_letterhead(
        list(split_lines("TỈNH ỦY HƯƠNG GIANG\nVĂN PHÒNG\n*\nSố 512-CV/VPTU\nV/v gửi số liệu"))
    )
    assert (head.letterhead.parent_agency, head.letterhead.agency) == ("TỈNH ỦY HƯƠNG GIANG", "VĂN PHÒNG")
    assert (head.about, head.others) == (["V/v gửi số liệu"], [])


def test_two_issuers_on_two_lines_are_one_name() -> None:
    head = read_letterhead(list(split_lines("SỞ NỘI VỤ - LIÊN ĐOÀN\nLAO ĐỘNG TỈNH\n")))
    assert head.letterhead.agency == "SỞ NỘI VỤ - LIÊN ĐOÀN LAO ĐỘNG TỈNH"
