"""Which offices stand alone at the head of a paper."""

import pytest

from danvan_desktop.report.agency_names import has_no_parent


@pytest.mark.parametrize(
    ("agency", "alone"),
    [
        ("ỦY BAN NHÂN DÂN XÃ HƯƠNG GIANG", True),
        ("Uỷ ban nhân dân tỉnh Hương Giang", True),
        ("UBND  PHƯỜNG 1", True),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH", True),
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH", True),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", False),
        ("SỞ NỘI VỤ", False),
        ("", False),
        (None, False),
    ],
)
def test_a_peoples_committee_or_council_has_none_above_it(agency: str | None, alone: bool) -> None:
    assert has_no_parent(agency) is alone
