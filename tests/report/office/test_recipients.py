"""Nơi nhận as they are typed or copied from paper."""

import pytest

from danvan_desktop.report.model import Filing
from danvan_desktop.report.office.recipients import filed, places


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("- Sở Nội vụ (để báo cáo);", ("Sở Nội vụ (để báo cáo)",)),
        ("– Tỉnh ủy.", ("Tỉnh ủy",)),
        ("• VPUB: LĐVP, VP1;", ("VPUB: LĐVP, VP1",)),
        ("Kính gửi: Sở Nội vụ.", ("Sở Nội vụ",)),
        ("Nơi nhận:", ()),
        ("- Như trên; - Tỉnh ủy; - Lưu: VT, VP1.", ("Như trên", "Tỉnh ủy")),
        ("Lưu trữ tỉnh", ("Lưu trữ tỉnh",)),
        ("- Lưu VT.", ()),
        (" ", ()),
    ],
)
def test_a_place_has_no_dash_and_no_end_sign(line: str, found: tuple[str, ...]) -> None:
    assert places([line]) == found


@pytest.mark.parametrize(
    ("lines", "filing"),
    [
        (["- Sở Nội vụ;", "- Lưu: VT, VP1."], Filing(unit="VP1")),
        (["Lưu: VT, VP1. NVA (05)."], Filing(unit="VP1", copies=5, drafter="NVA")),
        (["- Lưu: VT."], Filing()),
        (["Lưu trữ tỉnh"], None),
    ],
)
def test_the_filing_line_is_read(lines: list[str], filing: Filing | None) -> None:
    assert filed(lines) == filing
