"""Line 57: a report that still names another office at its end is told, and says where."""

import pytest

from danvan_desktop.inspection.sheet import Outcome
from tests.builders.foreign_paper import CENTRE, PAPER, TEXT, drawn_rule, paper, size
from tests.builders.word_file import p
from tests.inspection.measurements import measured


def agency(text: str) -> str:
    return p(text, drawn_rule(15, down_pt=16), properties=CENTRE, run=size(13, "b"))


def signing(*lines: str) -> tuple[str, ...]:
    room = tuple(p("", properties=CENTRE) for _ in range(5))
    return tuple(p(line, properties=CENTRE, run=size(14, "b")) for line in lines[:-1]) + room + (
        p(lines[-1], properties=CENTRE, run=size(14, "b")),
    )  # fmt: skip


def closing(text: str) -> str:
    return p(text, properties="<w:keepNext/>" + TEXT)


def recipients(*names: str) -> tuple[str, ...]:
    return (PAPER.recipients[0], *(p(name, run=size(11)) for name in names), PAPER.recipients[-1])


DEPARTMENT: dict[str, object] = {
    "agency": agency("SỞ Y TẾ"),
    "number": PAPER.number.replace("BC-VP", "BC-SYT"),
    "closing": closing("Trên đây là báo cáo kết quả năm 2025 của Sở Y tế./."),
    "signing": signing("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An"),
    "recipients": recipients("- Sở Nội vụ;", "- Lãnh đạo Sở;"),
}


@pytest.mark.parametrize(
    "parts",
    [
        {},
        DEPARTMENT,
        {**DEPARTMENT, "signing": signing("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Nguyễn Văn An")},
        {**DEPARTMENT, "closing": closing("Trên đây là báo cáo thực hiện Chỉ thị của UBND tỉnh./.")},
    ],
)
def test_a_paper_of_one_office_is_one(parts: dict[str, object]) -> None:
    assert measured(paper(**parts))[57].outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("câu kết ghi “Văn phòng”", {"closing": closing("Trên đây là báo cáo kết quả của Văn phòng./.")}),
        ("người ký là “KT. CHÁNH VĂN PHÒNG /", {"signing": signing(
            "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Nguyễn Văn An")}),
        ("Nơi nhận ghi “- Lãnh đạo Văn phòng;”", {"recipients": recipients("- Lãnh đạo Văn phòng;")}),
        ("câu kết ghi “Sở Tài chính”", {"closing": closing("Trên đây là báo cáo của Sở Tài chính./.")}),
    ],
)  # fmt: skip
def test_what_is_left_of_another_office_is_told(told: str, parts: dict[str, object]) -> None:
    found = measured(paper(**{**DEPARTMENT, **parts}))[57]
    assert found.outcome is Outcome.CUSTOM
    assert told in found.measured
    assert found.spots
