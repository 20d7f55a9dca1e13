"""An annex is referred to where the text names it; an annex of another document is none of ours."""

from dataclasses import replace

import pytest

from danvan_desktop.report.annexes.references import (
    reference_place,
    reference_to,
    without_reference,
)
from danvan_desktop.report.model import Annex, Block, Cell, Column, Paragraph, Report, Run, Section, Table
from danvan_desktop.report.numbering import renumber
from tests.builders import reports


def with_text(text: str, count: int) -> Report:
    """A report of one paragraph ``text`` and ``count`` annexes."""
    annexes = tuple(Annex(100 + at, title=(Run(f"Biểu {at}"),)) for at in range(count))
    section = Section(1, blocks=(reports.block(2, text),))
    return renumber(replace(reports.report(), opening=(), sections=(section,), closing=(), annexes=annexes))


def missing(text: str, count: int) -> list[str | None]:
    return [annex.number for annex in without_reference(with_text(text, count))]


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu cụ thể (xem Phụ lục).",
        "Chi tiết tại Phụ lục kèm theo Báo cáo này.",
        "Có phụ lục kèm theo",
        "(Phụ lục I kèm theo Báo cáo này)",
        "Có phụ lục ban hành kèm theo Báo cáo này.",
    ],
)
def test_one_annex_is_referred_to_with_or_without_a_number(text: str) -> None:
    assert missing(text, 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Đã triển khai 12 mô hình.",
        "Trình bày theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
        "Theo Phụ lục ban hành kèm theo Thông tư số 01/2020/TT-BNV của Bộ Nội vụ.",
        "Theo mẫu tại Phụ lục II, III kèm theo Hướng dẫn số 12-HD/BDVTU.",
        "Theo Phụ lục II của Kế hoạch số 5/KH-UBND.",
    ],
)
def test_an_annex_of_another_document_is_no_reference(text: str) -> None:
    assert missing(text, 1) == [None]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(xem Phụ lục I)", ["II", "III"]),
        ("Chi tiết tại Phụ lục II và Phụ lục III.", ["I"]),
        ("Chi tiết tại các Phụ lục I, II và III.", []),
        ("Số liệu tại phụ lục I - III.", []),
        ("Số liệu tại phụ lục số I đến III kèm theo.", []),
        ("Chi tiết tại Phụ lục kèm theo.", ["I", "II", "III"]),
        ("Phụ lục IV của Nghị định số 30/2020/NĐ-CP; số liệu ở PHỤ LỤC II.", ["I", "III"]),
        ("Phụ lục III kèm theo Kế hoạch này", ["I", "II"]),
    ],
)
def test_of_several_annexes_each_is_named(text: str, left: list[str]) -> None:
    assert missing(text, 3) == left


def test_a_table_refers_to_an_annex_too() -> None:
    table = Table(5, (Column(),), ((Cell(((Run("xem Phụ lục I"),),)),),))
    report = with_text("", 2)
    section = replace(report.sections[0], blocks=(table,))
    assert [annex.number for annex in without_reference(replace(report, sections=(section,)))] == ["II"]


def test_an_annex_does_not_refer_to_itself() -> None:
    report = with_text("", 1)
    annex = replace(report.annexes[0], blocks=(reports.block(200, "Tiếp theo Phụ lục I"),))
    assert without_reference(replace(report, annexes=(annex,))) == (annex,)


def place(*blocks: Block, at: int) -> tuple[int, str] | None:
    report = with_text("", 2)
    report = replace(report, sections=(replace(report.sections[0], blocks=blocks),))
    found = reference_place(report, report.annexes[1], at)
    if found is None:
        return None
    return found.block, f"{found.paragraph[: found.offset]}{found.words}{found.paragraph[found.offset :]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Đã xây dựng 12 mô hình.", "Đã xây dựng 12 mô hình (xem Phụ lục II)."),
        ("Đã xây dựng 12 mô hình; ", "Đã xây dựng 12 mô hình (xem Phụ lục II); "),
        ("Kết quả như sau:", "Kết quả như sau (xem Phụ lục II):"),
        ("Gồm nhiều mô hình…", "Gồm nhiều mô hình (xem Phụ lục II)…"),
        ("Không có dấu", "Không có dấu (xem Phụ lục II)"),
    ],
)
def test_the_reference_stands_before_what_closes_the_sentence(before: str, after: str) -> None:
    assert place(reports.block(2, before), at=2) == (2, after)


def test_a_heading_a_table_and_an_empty_paragraph_leave_it_to_the_text_near_them() -> None:
    heading = Paragraph(1, "heading", 1, runs=(Run("Ưu điểm"),))
    table = Table(4, (Column(),), ((Cell(),),))
    blocks = (heading, reports.block(2, "Trên."), reports.block(3, ""), table, reports.block(5, "Dưới."))
    assert place(*blocks, at=1) == (2, "Trên (xem Phụ lục II).")
    assert place(*blocks, at=4) == (2, "Trên (xem Phụ lục II).")
    assert place(*blocks, at=5) == (5, "Dưới (xem Phụ lục II).")


def test_where_there_is_no_text_there_is_no_place() -> None:
    assert place(reports.block(2, " …"), at=2) is None
    assert place(reports.block(2, "Có."), at=77) is None


def test_the_words_bear_the_number_that_the_annex_has() -> None:
    assert reference_to(Annex(1)) == "(xem Phụ lục)"
    assert reference_to(Annex(1, number="III")) == "(xem Phụ lục III)"
