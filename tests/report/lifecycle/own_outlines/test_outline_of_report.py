"""A finished report becomes an outline: headings stay, what belonged to its year and office does not."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.codec.verify import verified
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.lifecycle.outlines import Slot, new_report
from danvan_desktop.report.lifecycle.own_outlines.outline_files import OwnOutlines
from danvan_desktop.report.lifecycle.own_outlines.outline_of_report import FILL_IN, LOOK_AGAIN, outline_of
from danvan_desktop.report.model import Block, Paragraph, Part, Report, Run, Section, plain
from tests.builders import reports, strategies

NOW = datetime(2027, 11, 24, 10, 32, 5, tzinfo=UTC)
OPENING = (
    "Thực hiện Công văn số … ngày … của Sở Nội vụ về việc báo cáo kết quả công tác dân vận năm {year}, "
    "{agency} báo cáo kết quả như sau:"
)
AGENCY = "Văn phòng Ủy ban nhân dân tỉnh An Bình"


def heading(identity: int, text: str, level: int = 1) -> Paragraph:
    return Paragraph(identity, "heading", level, numbering="auto", runs=(Run(text),))


def finished(*blocks: Block, title: str = "KẾT QUẢ NĂM 2025") -> Report:
    opening = (
        "Thực hiện Công văn số 4512/SNV-CCVC ngày 03/11/2025 của Sở Nội vụ về việc báo cáo kết quả công tác "
        f"dân vận năm 2025, {AGENCY} báo cáo kết quả như sau:"
    )
    closing = f"Trên đây là báo cáo kết quả năm 2025, {AGENCY} kính báo cáo."
    return replace(
        reports.report(),
        year=2025,
        subject="Kết quả công tác Dân vận năm 2025; nhiệm vụ năm 2026",
        opening=(reports.block(2, opening),),
        sections=(Section(1, "situation", title=(Run(title),), blocks=blocks),),
        closing=(reports.block(3, closing),),
    )


def slots(*blocks: Block) -> tuple[Slot, ...]:
    return outline_of(finished(*blocks), "Mẫu", "mau").sections[0].blocks


def test_titles_name_the_years_and_the_outline_bears_its_name() -> None:
    outline = outline_of(finished(), "Báo cáo năm của phòng", "cua-phong")
    assert outline.subject == "Kết quả công tác Dân vận năm {year}; nhiệm vụ năm {next_year}"
    assert [(section.key, section.title) for section in outline.sections] == [
        ("situation", "KẾT QUẢ NĂM {year}")
    ]
    assert (outline.id, outline.name) == ("cua-phong", "Báo cáo năm của phòng")


def test_the_opening_and_the_closing_stay_without_number_date_and_office() -> None:
    outline = outline_of(finished(), "Mẫu", "mau")
    assert [(slot.text, slot.note) for slot in (*outline.opening, *outline.closing)] == [
        (
            OPENING,
            FILL_IN,
        ),
        ("Trên đây là báo cáo kết quả năm {year}, {agency} kính báo cáo.", None),
    ]


def test_text_below_a_heading_becomes_its_hint_without_figures_and_dates() -> None:
    text = "Tổng số có 125 công chức, tính đến ngày 15/11/2025, tăng 12,5% so với năm 2024."
    made = slots(heading(4, "Tổ chức bộ máy"), reports.block(5, text), reports.block(6, "Đoàn kết tốt"))
    assert [(slot.role, slot.text) for slot in made] == [("heading", "Tổ chức bộ máy")]
    hint = made[0].hint or ""
    assert hint.startswith("Lần trước nêu: Tổng số có … công chức")
    assert "{last_year}" in hint
    assert hint.endswith("Đoàn kết tốt.")
    assert not re.search(r"\d", hint)


def test_levels_of_headings_and_text_before_the_first_one_stay_in_place() -> None:
    made = slots(
        reports.block(3, "Mở đầu mục."), heading(4, "Một"), heading(5, "Hai", 2), reports.block(6, "Chữ.")
    )
    assert [(slot.role, slot.level, slot.text, bool(slot.hint)) for slot in made] == [
        ("body", 1, "", True),
        ("heading", 1, "Một", False),
        ("heading", 2, "Hai", True),
    ]


def test_a_heading_with_a_figure_of_that_year_is_to_be_looked_at_again() -> None:
    made = slots(heading(4, "Kết quả thực hiện 12 mô hình"), heading(5, "Ưu điểm"))
    assert [slot.note for slot in made] == [LOOK_AGAIN, None]


def test_a_part_that_begins_with_a_section_stays() -> None:
    report = finished()
    part = Part("Phần I", (Run("ĐÁNH GIÁ NĂM 2025"),))
    report = replace(report, sections=(replace(report.sections[0], part=part),))
    section = outline_of(report, "Mẫu", "mau").sections[0]
    assert (section.part_number, section.part_title) == ("Phần I", "ĐÁNH GIÁ NĂM {year}")


def test_what_belongs_to_the_office_and_its_signer_is_not_in_it() -> None:
    report = finished(heading(4, "Việc"), reports.block(5, f"{AGENCY} đã ban hành kế hoạch."))
    outline = outline_of(report, "Mẫu", "mau")
    assert (outline.recipients, outline.signature.signer, outline.symbol) == ((), None, None)
    begun = all_text(new_report(outline, 2027, NOW))
    assert "An Bình" not in begun
    assert "2025" not in begun
    assert "An Bình" in all_text(new_report(outline, 2027, NOW, AGENCY))


def test_braces_that_were_typed_are_no_names_of_years() -> None:
    outline = outline_of(finished(title="MỤC {year} LẠ"), "Mẫu", "mau")
    assert plain(new_report(outline, 2027, NOW).sections[0].title) == "MỤC (year) LẠ"


def test_a_report_without_a_named_section_is_refused() -> None:
    with pytest.raises(UserError, match="chưa có mục nào có tên"):
        outline_of(replace(finished(), sections=()), "Mẫu", "mau")
    with pytest.raises(UserError, match="chưa có mục nào có tên"):
        outline_of(finished(title="  "), "Mẫu", "mau")


@given(report=strategies.reports())
@settings(max_examples=60, deadline=None)
def test_any_report_makes_an_outline_that_is_stored_and_begins_a_report(
    report: Report, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        outline = outline_of(report, "Mẫu", "mau")
    except UserError:
        return
    own = OwnOutlines(Path(tmp_path_factory.mktemp("data")))
    own.keep(outline)
    assert own.read().problems == ()
    assert outline in own.read().all
    begun = verified(new_report(outline, min(2999, report.year + 1), NOW))
    assert from_json(to_json(begun)) == begun
    assert len(begun.sections) == len(report.sections)
