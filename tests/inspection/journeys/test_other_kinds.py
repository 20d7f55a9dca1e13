"""Papers of every kind are measured by that kind's form; what only a report has is not asked of them."""

import pytest

from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.measure import measure
from danvan_desktop.inspection.sheet import Outcome
from tests.builders.foreign_paper import BODY, CENTRE, PAPER, TEXT, drawn_rule, paper, size
from tests.builders.word_file import p, r
from tests.inspection.measurements import measured, numbers

FAULTS = (Outcome.WRONG, Outcome.CUSTOM)
PLACED = '<w:spacing w:before="120"/>' + CENTRE


def number(text: str) -> str:
    return p(text, properties=PLACED, run=size(13))


def kind(text: str) -> str:
    return p(text, properties='<w:spacing w:before="240"/>' + CENTRE, run=size(14, "b"))


def subject(text: str) -> str:
    return p(text, drawn_rule(25, down_pt=18), properties=CENTRE, run=size(14, "b"))


def letter_subject(text: str, *marks: str, points: float = 12) -> str:
    return p(text, properties=PLACED, run=size(points, *marks))


def to(text: str) -> str:
    return p(f"Kính gửi: {text}.", properties='<w:spacing w:before="120" w:after="120"/>' + CENTRE)


def closing(text: str) -> str:
    return p(text, properties="<w:keepNext/>" + TEXT)


AS_ABOVE = (PAPER.recipients[0], p("- Như trên;", run=size(11)), PAPER.recipients[2])
LISTED = tuple(p(f"{index}. {BODY}", properties=TEXT) for index in (1, 2))
LETTER: dict[str, object] = {
    "number": number("Số: 45/VP-TH")
    + letter_subject("V/v đăng ký việc làm tốt")
    + letter_subject("năm 2026"),
    "kind": "",
    "subject": "",
    "under_subject": to("Ủy ban nhân dân các xã, phường"),
    "body": (p(BODY, properties=TEXT), *LISTED),
    "closing": closing("Đề nghị các cơ quan quan tâm thực hiện./."),
    "recipients": AS_ABOVE,
}
PROPOSAL: dict[str, object] = {
    "number": number("Số: 45/TTr-VP"),
    "kind": kind("TỜ TRÌNH"),
    "subject": subject("Về việc sửa chữa nhà kho lưu trữ"),
    "under_subject": p("", properties=CENTRE) + to("Ủy ban nhân dân tỉnh"),
    "body": (p(BODY, properties=TEXT), *LISTED),
    "closing": closing("Văn phòng kính trình Ủy ban nhân dân tỉnh xem xét./."),
    "recipients": AS_ABOVE,
}
PLAN: dict[str, object] = {
    "number": number("Số: 45/KH-VP"),
    "kind": kind("KẾ HOẠCH"),
    "subject": subject("Tổ chức ngày hội đọc sách năm 2026"),
    "closing": closing("Văn phòng yêu cầu các đơn vị thực hiện./."),
}
DECISION: dict[str, object] = {
    "number": number("Số: 45/QĐ-VP"),
    "kind": kind("QUYẾT ĐỊNH"),
    "subject": subject("Về việc thành lập Tổ giúp việc"),
    "under_subject": p("", properties=CENTRE),
    "body": (
        p("CHÁNH VĂN PHÒNG", properties=PLACED, run=size(14, "b")),
        p("Căn cứ Quy chế làm việc của Văn phòng;", properties=TEXT, run="<w:i/>"),
        p("Theo đề nghị của Trưởng phòng Tổng hợp.", properties=TEXT, run="<w:i/>"),
        p("QUYẾT ĐỊNH:", properties=PLACED, run=size(14, "b")),
        p(r("Điều 1. ", "<w:b/>"), BODY, properties=TEXT),
        *LISTED,
        p(r("Điều 2. ", "<w:b/>"), BODY, properties=TEXT),
        *LISTED,
    ),
    "closing": closing("Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
}
NOTICE: dict[str, object] = {
    "number": number("Số: 45/TB-VP"),
    "kind": kind("THÔNG BÁO"),
    "subject": subject("Lịch tiếp công dân tháng 4"),
    "body": (p(BODY, properties=TEXT), *LISTED),
    "closing": closing("Văn phòng thông báo để các đơn vị biết./."),
}
PROGRAMME: dict[str, object] = {
    **PLAN,
    "number": number("Số: 45/CTr-VP"),
    "kind": kind("CHƯƠNG TRÌNH"),
}
KINDS = {
    "công văn": LETTER,
    "tờ trình": PROPOSAL,
    "kế hoạch": PLAN,
    "quyết định": DECISION,
    "thông báo": NOTICE,
    "chương trình": PROGRAMME,
}


@pytest.mark.parametrize("name", KINDS)
def test_a_paper_of_another_kind_is_not_accused_of_being_none(name: str) -> None:
    found = measured(paper(**KINDS[name]))
    assert {n: found[n].measured for n in numbers(found, *FAULTS)} == {}
    assert {n: found[n].measured for n in numbers(found, Outcome.REVIEW)} == {}


def test_what_only_a_report_has_does_not_apply_to_a_letter() -> None:
    found = measured(paper(**LETTER))
    assert {22, 24, 31} <= numbers(found, Outcome.NOT_APPLICABLE)
    assert "V/v đăng ký" in found[23].measured


FAULTY: list[tuple[str, int, str, dict[str, object]]] = [
    ("tờ trình", 18, "symbol of another kind", {"number": number("Số: 45/BC-VP")}),
    ("kế hoạch", 18, "symbol in small letters", {"number": number("Số: 45/KH-vp")}),
    ("kế hoạch", 22, "not bold", {"kind": p("KẾ HOẠCH", properties=CENTRE, run=size(14))}),
    ("kế hoạch", 22, "size", {"kind": p("KẾ HOẠCH", properties=CENTRE, run=size(16, "b"))}),
    ("tờ trình", 25, "addressed to nobody", {"under_subject": p("", properties=CENTRE)}),
    ("công văn", 26, "nobody answered", {"recipients": PAPER.recipients}),
    ("công văn", 23, "bold", {"number": number("Số: 45/VP-TH") + letter_subject("V/v đăng ký", "b")}),
    ("công văn", 23, "size", {"number": number("Số: 45/VP-TH") + letter_subject("V/v đăng ký", points=14)}),
    ("công văn", 23, "none", {"number": number("Số: 45/VP-TH")}),
    ("quyết định", 28, "căn cứ without its end", {"body": tuple(
        str(part).replace("của Văn phòng;", "của Văn phòng.") for part in DECISION["body"])}),  # type: ignore[attr-defined]
    ("quyết định", 33, "numbers skip within an article", {"body": tuple(
        str(part).replace("2. Văn phòng", "3. Văn phòng") for part in DECISION["body"])}),  # type: ignore[attr-defined]
    ("thông báo", 39, "no end mark", {"closing": closing("Văn phòng thông báo để các đơn vị biết.")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line", "fault", "parts"), FAULTY, ids=[f"{name}-{n}-{fault}" for name, n, fault, _ in FAULTY]
)
def test_a_fault_of_another_kind_is_told(name: str, line: int, fault: str, parts: dict[str, object]) -> None:
    found = measured(paper(**{**KINDS[name], **parts}))
    assert found[line].outcome is Outcome.WRONG, (fault, found[line])


def test_the_name_of_a_letter_is_its_subject() -> None:
    title, _ = measure(read_docx(paper(**LETTER), "cv.docx"))
    assert title == "Công văn V/v đăng ký việc làm tốt năm 2026"


def test_a_heading_right_below_the_subject_is_no_part_of_it() -> None:
    first = p("I. TÌNH HÌNH CHUNG", properties="<w:keepNext/>" + CENTRE, run="<w:b/>")
    found = measured(paper(under_subject="", body=(first, *PAPER.body)))
    assert "TÌNH HÌNH" not in found[23].measured
    assert found[31].measured.startswith("3 mục")
