"""Whatever an office may choose, our own files are not accused: letters, lines, margins, stamps, annexes."""

from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.exporters import export
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import inspect
from danvan_desktop.inspection.sheet import Outcome
from danvan_desktop.report.model import Letterhead, Margins, PartialDate, Report, Settings, Signature

LONG_SUBJECT = (
    "Kết quả thực hiện công tác dân vận và Quy chế dân chủ ở cơ sở của các cơ quan hành chính nhà nước "
    "trên địa bàn tỉnh năm 2025"
)
FONT = 7
"""A PDF in Liberation Serif fails it by design."""
CHOICES = {
    "14 pt, narrow margins": Settings(14, 10, 6, 17, Margins(20, 20, 30, 15)),
    "14 pt, wide margins": Settings(14, 12.7, 12, 24, Margins(25, 25, 35, 20)),
    "13 pt, single spacing": Settings(13, 10, 6, 15, Margins(22, 20, 32, 18)),
    "13 pt, 1,5 lines": Settings(13, 12.7, 8, 22.4, Margins(20, 25, 35, 20)),
}


def accused(report: Report, folder: Path) -> dict[tuple[str, int], str]:
    """What the sheets of both files call wrong or otherwise than custom."""
    files = [folder / "BC.docx", folder / "BC.pdf"]
    export(report, files)
    return {
        (file.suffix, line.number): line.measured
        for file in files
        for line in inspect(file).lines
        if line.outcome in {Outcome.WRONG, Outcome.CUSTOM} and line.number != FONT
    }


@pytest.mark.parametrize("name", CHOICES)
def test_lawful_settings_are_never_accused(sample: Report, fonts: FontSet, tmp_path: Path, name: str) -> None:
    assert accused(replace(sample, settings=CHOICES[name]), tmp_path) == {}


@pytest.mark.parametrize("name", CHOICES)
def test_long_names_stamps_and_an_annex_across_are_never_accused(
    sample: Report, fonts: FontSet, tmp_path: Path, name: str
) -> None:
    head = replace(
        sample.letterhead,
        agency="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH",
        number="5",
        issued_on=PartialDate(2025, 2, 3),
    )
    report = replace(
        sample,
        settings=CHOICES[name],
        subject=LONG_SUBJECT,
        letterhead=head,
        signature=replace(sample.signature, lines=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        medium="electronic",
        marks=replace(sample.marks, urgency="THƯỢNG KHẨN"),
        addressees=("Sở Nội vụ", "Ban Dân vận Tỉnh ủy"),
        annexes=tuple(replace(annex, orientation="landscape") for annex in sample.annexes),
    )
    assert accused(report, tmp_path) == {}


SIGNED = {
    "another post": Signature(("TRƯỞNG BAN",), "CHÁNH VĂN PHÒNG", "Nguyễn Văn A"),
    "by order and for": Signature(
        ("TL. CHÁNH VĂN PHÒNG", "KT. TRƯỞNG PHÒNG TỔNG HỢP", "PHÓ TRƯỞNG PHÒNG TỔNG HỢP"),
        None,
        "Nguyễn Văn A",
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_the_ways_to_sign_are_never_accused(
    sample: Report, fonts: FontSet, tmp_path: Path, name: str
) -> None:
    head = replace(sample.letterhead, place="Thành phố Hồ Chí Minh")
    assert accused(replace(sample, signature=SIGNED[name], letterhead=head), tmp_path) == {}


def test_the_longest_names_of_offices_and_signers_are_never_accused(
    sample: Report, fonts: FontSet, tmp_path: Path
) -> None:
    office = "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"
    head = Letterhead(
        office.removeprefix("VĂN PHÒNG "), office, None, "BC-VPĐĐBQH&HĐND", "Thành phố Hồ Chí Minh"
    )
    signed = Signature(
        (f"TL. CHÁNH {office}", "KT. TRƯỞNG PHÒNG TỔNG HỢP", "PHÓ TRƯỞNG PHÒNG"), None, "Nguyễn Văn A"
    )
    report = replace(
        sample,
        letterhead=replace(head, issued_on=sample.letterhead.issued_on),
        recipients=("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân Thành phố", *sample.recipients),
        signature=signed,
    )
    assert accused(report, tmp_path) == {}
