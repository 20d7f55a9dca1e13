"""Habits of offices in Word: what an eye takes for right is not accused, the true fault beside it is."""

import pytest

from danvan_desktop.inspection.sheet import Outcome
from tests.builders.foreign_paper import BODY, CENTRE, HEADING, NUMBER, PAPER, TEXT, paper, size
from tests.builders.word_file import p, r
from tests.inspection.measurements import measured, numbers

NO_HEADER = PAPER.section.replace('<w:headerReference w:type="default" r:id="rheader"/>', "")
FAULTS = (Outcome.WRONG, Outcome.CUSTOM, Outcome.REVIEW)
INDENTED = '<w:ind w:firstLine="720"/>' + CENTRE
ROOM = tuple(p("", properties=CENTRE) for _ in range(5))


def signing(title: str, name: str) -> tuple[str, ...]:
    return (title, *ROOM, name)


def post(properties: str) -> str:
    return p("CHÁNH VĂN PHÒNG", properties=properties, run=size(14, "b"))


def name(properties: str, text: str = "Nguyễn Văn An") -> str:
    return p(text, properties=properties, run=size(14, "b"))


def date(properties: str, text: str = "Cần Thơ, ngày 05 tháng 3 năm 2026") -> str:
    return p(text, properties='<w:spacing w:before="120"/>' + properties, run=size(14, "i"))


def number(properties: str) -> str:
    return p("Số: 12/BC-VP", properties='<w:spacing w:before="120"/>' + properties, run=size(13))


def closing(*inside: str) -> str:
    return p(*inside, properties="<w:keepNext/>" + TEXT)


def body(*texts: str, properties: str = TEXT) -> tuple[str, ...]:
    return (*PAPER.body, *(p(text, properties=properties) for text in texts))


def indented(twips: int) -> tuple[str, ...]:
    return tuple(part.replace('w:firstLine="720"', f'w:firstLine="{twips}"') for part in PAPER.body)


def test_a_paper_of_another_office_has_no_fault() -> None:
    found = measured(paper())
    assert numbers(found, *FAULTS) == set(), {n: found[n].measured for n in numbers(found, *FAULTS)}


RIGHT: list[tuple[int, str, dict[str, object]]] = [
    (41, "post and name pushed alike", {"signing": signing(post(INDENTED), name(INDENTED))}),
    (41, "name behind blanks", {"signing": signing(post(CENTRE), name("", " " * 19 + "Nguyễn Văn An"))}),
    (41, "a hair aside", {"signing": signing(post('<w:ind w:left="-108"/>' + CENTRE), name(CENTRE))}),
    (21, "date behind blanks", {"date": date("", " " * 9 + "Cần Thơ, ngày 05 tháng 3 năm 2026")}),
    (21, "date pushed a little", {"date": date('<w:ind w:left="142"/>' + CENTRE)}),
    (18, "number pushed a little", {"number": number('<w:ind w:left="142"/>' + CENTRE)}),
    (19, "a province of its time", {"date": date(CENTRE, "Bắc Giang, ngày 05 tháng 3 năm 2025")}),
    (19, "a name of its time", {"date": date(CENTRE, "Thừa Thiên Huế, ngày 05 tháng 12 năm 2024")}),
    (19, "the commune's own", {"date": date(CENTRE, "Hương Giang, ngày 05 tháng 3 năm 2026")}),
    (39, "an italic phrase at the end", {"closing": closing("Trên đây là báo cáo của Văn phòng ",
                                                            r("(có phụ lục kèm theo)", "<w:i/>"), "./.")}),
    (39, "a dotted blank", {"body": body("Đã rà soát ..../.... hộ.")}),
    (10, "one page", {"section": NO_HEADER, "body": PAPER.body[:3]}),
    (29, "a day behind a line break", {"body": body(
        "Thực hiện Kế hoạch số 12/KH-UBND</w:t><w:br/><w:t>ngày 05/3/2026 của tỉnh về tuyên truyền.")}),
    (29, "a symbol behind a line break", {"body": body(
        "Thực hiện Kế hoạch số 12/KH-</w:t><w:br/><w:t>UBND ngày 05/3/2026 của tỉnh về tuyên truyền.")}),
    (53, "the author's own dots", {"body": body("Phòng, chống thiên tai, dịch bệnh, tội phạm, … ở cơ sở.")}),
    (53, "a number to come", {"number": p("Số: …/BC-VP", properties=CENTRE, run=size(13))}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "habit", "parts"), RIGHT, ids=[f"{n}-{habit}" for n, habit, _ in RIGHT])
def test_a_habit_is_not_accused(line: int, habit: str, parts: dict[str, object]) -> None:
    found = measured(paper(**parts))
    assert found[line].outcome is Outcome.RIGHT, (habit, found[line])


WRONG: list[tuple[int, str, dict[str, object]]] = [
    (41, "name far aside", {"signing": signing(post(CENTRE), name(INDENTED))}),
    (41, "name at the left", {"signing": signing(post(CENTRE), name(""))}),
    (41, "too many blanks", {"signing": signing(post(CENTRE), name("", " " * 30 + "Nguyễn Văn An"))}),
    (21, "date at the left", {"date": date("")}),
    (21, "lower than the number by a wrapped name", {"parent": p(
        "ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG", properties=CENTRE, run=size(13))}),
    (21, "date far aside", {"date": date('<w:ind w:left="850"/>' + CENTRE)}),
    (18, "number far aside", {"number": number('<w:ind w:left="850"/>' + CENTRE)}),
    (19, "small letter", {"date": date(CENTRE, "bắc Giang, ngày 05 tháng 3 năm 2025")}),
    (10, "page 1 numbered at its foot", {"first_footer": NUMBER, "body": PAPER.body * 3}),
    (10, "two pages", {"section": NO_HEADER, "body": PAPER.body * 3}),
    (10, "a page break", {"section": NO_HEADER, "body": (
        *PAPER.body[:3], p('<w:r><w:br w:type="page"/></w:r>'))}),
    (31, "no blank behind the number", {"body": (
        p("I.Tổng quan".upper(), properties=HEADING, run="<w:b/>"), *PAPER.body)}),
    (31, "no blank behind the number, small", {"body": (
        p("I.Tổng quan", properties=HEADING, run="<w:b/>"), *PAPER.body)}),
    (33, "no blank behind a khoản", {"body": (
        p("1.Kết quả", properties=HEADING, run="<w:b/>"), *PAPER.body)}),
    (34, "no blank behind a điểm", {"body": body("a)Rà soát các hộ dân trong xã.")}),
    (29, "no day at all", {"body": body("Theo Kế hoạch số 12/KH-UBND</w:t><w:br/><w:t>về tuyên truyền.")}),
    (36, "8 mm", {"body": indented(454)}),
    (36, "12,5 beside 10 mm", {"body": (*indented(709)[:2], *indented(567)[2:])}),
    (39, "italic closing", {"closing": closing(r("Trên đây là báo cáo của Văn phòng./.", "<w:i/>"))}),
    (39, "ended before", {"body": body("Văn phòng đã rà soát xong./.")}),
    (43, "list further in", {"recipients": (
        PAPER.recipients[0], p("- Sở Nội vụ;", properties='<w:ind w:left="284"/>', run=size(11)),
        PAPER.recipients[2])}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fault", "parts"), WRONG, ids=[f"{n}-{fault}" for n, fault, _ in WRONG])
def test_the_true_fault_is_still_found(line: int, fault: str, parts: dict[str, object]) -> None:
    found = measured(paper(**parts))
    assert found[line].outcome is Outcome.WRONG, (fault, found[line])


def test_signing_lines_above_the_recipients_are_no_text() -> None:
    """Without a table: the lines at the right, and "Nơi nhận" below them."""
    aside = '<w:ind w:left="4536"/>' + CENTRE
    signed = (post(aside), *ROOM, name(aside))
    below = "".join(PAPER.recipients)
    found = measured(paper(closing=PAPER.closing + "".join(signed), recipients=(), signing=(), between=below))
    assert found[39].outcome is Outcome.RIGHT
    assert found[40].outcome is Outcome.RIGHT
    assert "Nguyễn Văn An" in found[41].measured


def test_a_head_whose_columns_blanks_part_is_left_to_an_eye() -> None:
    line = "Số: 12/BC-VP" + " " * 12 + "Cần Thơ, ngày 05 tháng 3 năm 2026"
    found = measured(paper(number="", date="", kind=p(line) + PAPER.kind))
    assert {found[n].outcome for n in (18, 19, 20)} == {Outcome.REVIEW}


def test_a_long_name_on_two_bold_lines_is_one() -> None:
    two = [
        p(text, properties=CENTRE, run=size(13, "b")) for text in ("SỞ NỘI VỤ - LIÊN ĐOÀN", "LAO ĐỘNG TỈNH")
    ]
    found = measured(paper(parent=two[0], agency=two[1]))
    assert "SỞ NỘI VỤ" in found[16].measured


def test_the_old_name_of_a_province_is_to_be_looked_at_after_its_time() -> None:
    found = measured(paper(date=date(CENTRE, "Bắc Giang, ngày 05 tháng 3 năm 2026")))
    assert found[19].outcome is Outcome.REVIEW
    assert "từ 01/7/2025 thuộc Bắc Ninh" in found[19].measured


def test_words_own_quarter_centimetre_is_to_be_looked_at_and_no_fault() -> None:
    found = measured(paper(body=indented(709), closing=PAPER.closing.replace('"720"', '"709"')))
    assert found[36].outcome is Outcome.REVIEW, found[36]
    assert "12,5 mm" in found[36].measured


@pytest.mark.parametrize("text", ["Trong năm có … mô hình.", f"{BODY} Đạt …… phần trăm."])
def test_a_blank_in_the_text_is_still_a_leftover(text: str) -> None:
    assert measured(paper(body=body(text)))[53].outcome is Outcome.CUSTOM
