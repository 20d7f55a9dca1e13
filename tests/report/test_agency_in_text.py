"""The office is found in the sentences that say who reports, and put into them."""

from datetime import UTC, datetime

import pytest

from danvan_desktop.report.agency_in_text import NAME_WANTED, agency_in_text, with_agency_named
from danvan_desktop.report.model import Letterhead, Origin, Paragraph, Report, Run, plain

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def report(opening: str, closing: str = "", head: Letterhead | None = None) -> Report:
    return Report(
        "r",
        NOW,
        2026,
        "Kết quả",
        letterhead=head or Letterhead(),
        opening=(Paragraph(1, runs=(Run(opening),)),),
        closing=(Paragraph(2, runs=(Run(closing),), note=NAME_WANTED),),
    )


def sentences(made: Report) -> list[str]:
    return [plain(block.runs) for block in (*made.opening, *made.closing) if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "name",
    [
        "Văn phòng Uỷ ban nhân dân tỉnh",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Ủy ban nhân dân xã Sông Hạ",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ],
)
@pytest.mark.parametrize("words", ["báo cáo kết quả như sau:", "xin trân trọng báo cáo như sau:"])
def test_who_reports_stands_before_the_colon(name: str, words: str) -> None:
    assert agency_in_text(report(f"Thực hiện Công văn số 1/SNV của Sở Nội vụ, {name} {words}")) == name


def test_the_letterhead_names_the_office_where_the_opening_does_not() -> None:
    assert agency_in_text(report("", head=Letterhead(agency="VĂN  PHÒNG"))) == "Văn phòng"
    open_yet = report("Thực hiện …, … báo cáo như sau:", head=Letterhead(agency="SỞ Y TẾ"))
    assert agency_in_text(open_yet) == "Sở Y tế"
    assert agency_in_text(report("", head=Letterhead(agency="Sở Y tế"))) == "Sở Y tế"
    assert agency_in_text(report("")) == ""


@pytest.mark.parametrize(
    "closing",
    [
        "{} trân trọng báo cáo.",
        "Trên đây là báo cáo năm 2026, {} kính báo cáo Ủy ban nhân dân tỉnh.",
        "Trên đây là báo cáo năm 2026. {} xin trân trọng báo cáo.",
    ],
)
@pytest.mark.parametrize("before", ["…", "Văn phòng Uỷ ban nhân dân tỉnh", "Văn phòng UBND tỉnh"])
def test_both_sentences_name_the_office_alike(closing: str, before: str) -> None:
    old = report(f"Thực hiện Công văn số …, {before} báo cáo kết quả như sau:", closing.format(before))
    new = with_agency_named(old, "Văn phòng Ủy ban nhân dân tỉnh", before)
    assert sentences(new) == [
        "Thực hiện Công văn số …, Văn phòng Ủy ban nhân dân tỉnh báo cáo kết quả như sau:",
        closing.format("Văn phòng Ủy ban nhân dân tỉnh"),
    ]
    closed = new.closing[0]
    assert isinstance(closed, Paragraph)
    assert closed.note is None
    assert with_agency_named(new, "Văn phòng Ủy ban nhân dân tỉnh") == new


def test_another_office_stays_where_only_one_is_meant() -> None:
    made = report("Thực hiện …, Sở Y tế báo cáo như sau:", "Ban Chỉ đạo trân trọng báo cáo.")
    assert (
        sentences(with_agency_named(made, "Sở Y tế tỉnh", "Sở Y tế"))[1] == "Ban Chỉ đạo trân trọng báo cáo."
    )
    assert with_agency_named(made, "Sở Tài chính", "") == made
    assert sentences(with_agency_named(made, "Sở Tài chính"))[1] == "Sở Tài chính trân trọng báo cáo."


@pytest.mark.parametrize(
    "closing", ["Xin trân trọng báo cáo.", "Trân trọng báo cáo.", "Trên đây là báo cáo năm 2026."]
)
def test_a_closing_that_names_nobody_stays(closing: str) -> None:
    assert sentences(with_agency_named(report("Như sau:", closing), "Sở Y tế"))[1] == closing


def test_what_came_over_from_last_year_is_still_to_be_reviewed() -> None:
    old = Paragraph(2, runs=(Run("Sở A trân trọng báo cáo."),), origin=Origin(2025))
    made = with_agency_named(Report("r", NOW, 2026, "", closing=(old,)), "Sở B")
    assert [block.origin for block in made.closing if isinstance(block, Paragraph)] == [Origin(2025)]
