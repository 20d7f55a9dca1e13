"""Place and date of the letterhead, as far as they are written."""

import pytest

from danvan_desktop.importers.recognition.parts.letterhead import read_date
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
