"""The tên loại is found where a title stands, in every spelling, and nowhere else."""

import pytest

from danvan_desktop.importers.recognition.lines.text_lines import split_lines
from danvan_desktop.importers.recognition.parts.kind_line import KindLine, find_kind, is_kind, read_kind
from danvan_desktop.report.document_kinds import NAMES

HEAD = """UBND TỈNH HƯƠNG GIANG
SỞ NỘI VỤ
Số: 12/XX-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Giang, ngày 05 tháng 12 năm 2025
"""
AT = 6
LONG = "Căn cứ chương trình công tác năm 2025, Sở Nội vụ đề nghị các cơ quan thực hiện " + "đầy đủ " * 10


def found(text: str) -> KindLine | None:
    return find_kind(split_lines(text))


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_is_found_below_its_letterhead(kind: str) -> None:
    assert found(f"{HEAD}\n{kind}\nVề công tác năm 2025\n") == KindLine(AT, kind)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("T Ờ T R Ì N H", "TỜ TRÌNH"),
        ("KẾ  HOẠCH", "KẾ HOẠCH"),
        ("B Á O C Á O", "BÁO CÁO"),
        ("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"),
        ("GIẤY UỶ QUYỀN", "GIẤY ỦY QUYỀN"),
        ("BẢN THOẢ THUẬN", "BẢN THỎA THUẬN"),
        ("Tờ trình", "TỜ TRÌNH"),
    ],
)
def test_a_kind_is_known_however_it_is_typed(typed: str, kind: str) -> None:
    assert found(f"{HEAD}\n{typed}\nVề công tác năm 2025\n") == KindLine(AT, kind)


def test_a_title_on_one_line_is_parted() -> None:
    assert found(f"{HEAD}KẾ HOẠCH Tuyên truyền năm 2025\n\n{LONG}.") == KindLine(
        AT, "KẾ HOẠCH", "Tuyên truyền năm 2025"
    )


@pytest.mark.parametrize(
    "agencies",
    ["BAN QUẢN LÝ\nDỰ ÁN\n", "BAN CHỈ ĐẠO CÁC\nCHƯƠNG TRÌNH MỤC TIÊU\n", "SỞ\nKẾ HOẠCH VÀ ĐẦU TƯ\n"],
)
def test_the_name_of_an_agency_is_no_kind(agencies: str) -> None:
    head = HEAD.removeprefix("UBND TỈNH HƯƠNG GIANG\nSỞ NỘI VỤ\n")
    assert found(f"{agencies}{head}\nTHÔNG BÁO\nVề lịch trực\n") == KindLine(
        4 + agencies.count("\n"), "THÔNG BÁO"
    )


@pytest.mark.parametrize(
    "below",
    [
        f"Kính gửi: Các sở, ban, ngành\n\nKẾ HOẠCH\n{LONG}.",
        f"{LONG}.\n\nBÁO CÁO\n",
        "I. MỤC ĐÍCH\n\nKẾ HOẠCH\n",
        "HƯỚNG DẪN việc này cho các phòng.\n",
    ],
)
def test_what_stands_in_the_text_is_no_kind(below: str) -> None:
    assert found(f"{HEAD}\n{below}") is None


@pytest.mark.parametrize("text", ["TỜ TRÌNHS", "KẾ HOẠCH VÀ ĐẦU TƯ", "Kế hoạch năm", "BÁO"])
def test_other_words_are_no_kind(text: str) -> None:
    assert read_kind(text) is None
    assert not is_kind(text)
