"""The outlines of new reports: their sections, hints and automatic numbers."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.agency_in_text import NAME_WANTED
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.lifecycle.outlines import Outline, new_report, outlines, read_outline, tab_name
from danvan_desktop.report.model import Paragraph, Report, Run, Section, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.walk import every_block
from tests.repository import ROOT

NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)
SHIPPED = outlines()


def outline(identity: str) -> Outline:
    return next(found for found in SHIPPED if found.id == identity)


def shape(report: Report) -> list[tuple[str | None, str, list[tuple[str, str | None, str]]]]:
    return [
        (
            section.number,
            plain(section.title),
            [(b.role, b.number, plain(b.runs)) for b in section.blocks if isinstance(b, Paragraph)],
        )
        for section in report.sections
    ]


def hints(report: Report) -> list[Paragraph]:
    return [block for _, block in every_block(report) if isinstance(block, Paragraph) and block.hint]


def test_two_outlines_are_shipped_in_their_order() -> None:
    assert [found.id for found in SHIPPED] == ["danvan-nam", "danvan-he-thong-chinh-tri"]


def test_the_yearly_report_begins_with_its_four_sections() -> None:
    report = new_report(outline("danvan-nam"), 2025, NOW)

    assert report.subject == "Kết quả thực hiện công tác Dân vận năm 2025"
    assert (report.letterhead.symbol, report.letterhead.issued_on.year) == (None, 2025)
    assert [(number, title) for number, title, _ in shape(report)] == [
        ("I.", "ĐẶC ĐIỂM TÌNH HÌNH"),
        ("II.", "CÔNG TÁC TRIỂN KHAI THỰC HIỆN"),
        ("III.", "ĐÁNH GIÁ CHUNG"),
        ("IV.", "NHIỆM VỤ TRỌNG TÂM NĂM 2026"),
    ]
    headings = [(number, text) for _, number, text in shape(report)[1][2] if number]
    assert [number for number, _ in headings] == ["1.", "2.", "3.", "3.1.", "3.2."]


def test_the_other_outline_has_two_parts_and_proposals_before_the_tasks() -> None:
    report = new_report(outline("danvan-he-thong-chinh-tri"), 2025, NOW)

    parts = [section.part.number for section in report.sections if section.part]
    assert parts == ["Phần I", "Phần II"]
    assert [number for number, _, _ in shape(report)] == ["I.", "II.", "III.", "IV.", "I.", "II."]
    titles = [title for _, title, _ in shape(report)]
    assert titles.index("KIẾN NGHỊ, ĐỀ XUẤT") < titles.index("NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM")


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_every_heading_leads_to_an_empty_paragraph_with_a_hint_or_to_a_lower_heading(found: Outline) -> None:
    for section in new_report(found, 2025, NOW).sections:
        blocks = [block for block in section.blocks if isinstance(block, Paragraph)]
        assert blocks[-1].role != "heading"
        for block, follower in pairwise(blocks):
            if block.role == "heading":
                assert follower.level > block.level or (follower.hint and not follower.runs)


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_hints_stand_in_empty_blocks_and_are_whole_sentences(found: Outline) -> None:
    for block in hints(new_report(found, 2025, NOW)):
        assert block.hint
        assert not block.runs
        assert block.hint[0].isupper()
        assert block.hint.endswith(".")


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_a_new_report_is_numbered_valid_and_new_each_time(found: Outline) -> None:
    report = new_report(found, 2025, NOW)

    assert from_json(to_json(report)) == report
    assert renumber(report) is report
    assert report.id != new_report(found, 2025, NOW).id
    assert (report.outline, report.modified, report.year) == (found.id, NOW, 2025)


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_years_are_computed_in_every_text(found: Outline) -> None:
    report = new_report(found, 2031, NOW)
    text = all_text(report) + " ".join(block.hint or "" for block in hints(report))

    assert set(re.findall(r"\b(?:19|20)\d\d\b", text)) <= {"2030", "2031", "2032"}
    assert not re.search(r"[{}]", text)


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_an_outline_belongs_to_no_office(found: Outline) -> None:
    report = new_report(found, 2026, NOW)
    text = all_text(report)
    assert "Văn phòng" not in text
    assert (report.signature.lines, report.recipients, report.filing.unit) == ((), (), None)
    assert "năm 2026, … báo cáo kết quả như sau:" in text
    assert "… trân trọng báo cáo." in text
    (closing,) = [block for block in report.closing if isinstance(block, Paragraph) and block.note]
    assert closing.note == NAME_WANTED


@pytest.mark.parametrize("found", SHIPPED, ids=lambda found: found.id)
def test_opening_and_closing_name_the_office_alike(found: Outline) -> None:
    name = "Văn phòng Uỷ ban nhân dân tỉnh"
    report = new_report(found, 2026, NOW, name)
    assert f", {name} báo cáo kết quả như sau:" in all_text(report)
    assert f"{name} trân trọng báo cáo." in all_text(report)
    assert not [block for block in report.closing if isinstance(block, Paragraph) and block.note]


@pytest.mark.parametrize("path", sorted(ROOT.glob("resources/outlines/*.json")), ids=lambda path: path.name)
def test_no_outline_has_a_year_or_a_key_that_is_not_understood(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"(19|20)\d\d", text)
    assert not re.search(r"unknown='[^']", repr(outline(json.loads(text)["id"])))


def test_a_new_outline_costs_a_file_only(tmp_path: Path) -> None:
    content = {
        "id": "nhanh",
        "name": "Báo cáo nhanh",
        "subject": "Báo cáo nhanh năm {year}",
        "sections": [{"title": "KẾT QUẢ", "blocks": [{"role": "clause", "hint": "Nêu kết quả."}]}],
    }
    (tmp_path / "nhanh.json").write_text(json.dumps(content), "utf-8")

    found = read_outline(tmp_path / "nhanh.json")

    assert shape(new_report(found, 2025, NOW)) == [("I.", "KẾT QUẢ", [("clause", "1.", "")])]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"id": 1}', "[" * 100_000], ids=range(5))
def test_a_damaged_outline_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "hỏng.json").write_text(text, "utf-8")
    with pytest.raises(UserError, match=r"Đề cương hỏng\.json không dùng được"):
        read_outline(tmp_path / "hỏng.json")


def test_tabs_bear_the_short_names_of_the_trade() -> None:
    report = new_report(outline("danvan-nam"), 2025, NOW)
    assert [tab_name(section, report) for section in report.sections] == [
        "I. Tình hình",
        "II. Triển khai thực hiện",
        "III. Đánh giá",
        "IV. Nhiệm vụ năm 2026",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("KIẾN NGHỊ, ĐỀ XUẤT", "V. Kiến nghị"),
        ("Kiến nghị với Ủy ban nhân dân tỉnh", "V. Kiến nghị với Ủy ban…"),
        ("", "V. Mục chưa có tên"),
        ("KIẾNNGHỊKIẾNNGHỊKIẾNNGHỊKIẾNNGHỊ", "V. Kiếnnghịkiếnnghịkiếnnghị…"),
    ],
)
def test_another_section_is_named_by_its_own_heading_shortened(title: str, name: str) -> None:
    extra = Section(900, "other", "V.", title=(Run(title),))
    report = new_report(outline("danvan-nam"), 2025, NOW)
    assert tab_name(extra, replace(report, sections=(*report.sections, extra))) == name


def test_a_second_section_of_a_key_is_told_apart_by_its_heading() -> None:
    extra = Section(900, "tasks", "V.", title=(Run("GIẢI PHÁP THỰC HIỆN"),))
    report = new_report(outline("danvan-nam"), 2025, NOW)
    report = replace(report, sections=(*report.sections, extra))

    assert [tab_name(section, report) for section in report.sections[3:]] == [
        "IV. Nhiệm vụ năm 2026",
        "V. Giải pháp thực hiện",
    ]
