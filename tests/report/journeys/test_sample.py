"""The built-in sample report: complete, invented, within the decree."""

import json
import re
import unicodedata
from pathlib import Path

import jsonschema
import pytest

from danvan_desktop.report.codec.danvan_file import from_json, to_dict, to_json
from danvan_desktop.report.full_text import all_text, count_words, printed_texts
from danvan_desktop.report.lifecycle.outlines import new_report, outlines, tab_name
from danvan_desktop.report.model import Annex, Cell, Paragraph, Report, Section, Table, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.walk import every_block


@pytest.fixture
def text(resources: Path) -> str:
    return (resources / "samples" / "bao-cao-mau.danvan").read_text("utf-8")


@pytest.fixture
def report(text: str) -> Report:
    return from_json(text)


def paragraphs(report: Report) -> list[Paragraph]:
    return [block for _, block in every_block(report) if isinstance(block, Paragraph)]


def tables(container: Section | Annex) -> list[Table]:
    return [block for block in container.blocks if isinstance(block, Table)]


def figures(table: Table, column: int) -> list[int]:
    cells = [row[column] for row in table.rows[table.header_rows :]]
    found = [plain(cell.paragraphs[0]) for cell in cells if isinstance(cell, Cell)]
    return [int(figure.replace(".", "")) for figure in found]


def test_the_sample_is_written_as_the_program_writes_it(text: str, report: Report) -> None:
    assert to_json(report) == text


def test_the_sample_fits_the_schema(report: Report, resources: Path) -> None:
    schema = json.loads((resources / "danvan.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(to_dict(report))


def test_its_numbers_are_automatic_and_right(report: Report) -> None:
    assert renumber(report) is report
    assert "fixed" not in {paragraph.numbering for paragraph in paragraphs(report)}
    assert {"1.", "3.1.", "6.", "a)", "c)"} <= {paragraph.number for paragraph in paragraphs(report)}


def test_it_shows_everything_a_report_can_hold(report: Report) -> None:
    assert [tab_name(section, report) for section in report.sections] == [
        "I. Tình hình",
        "II. Triển khai thực hiện",
        "III. Đánh giá",
        "IV. Nhiệm vụ năm 2026",
    ]
    kinds = {(paragraph.role, paragraph.level) for paragraph in paragraphs(report)}
    assert kinds == {
        *(("body", 1), ("heading", 1), ("heading", 2), ("clause", 1), ("point", 1), ("item", 1), ("item", 2)),
    }
    looks = [run for paragraph in paragraphs(report) for run in paragraph.runs]
    assert any(run.bold for run in looks)
    assert any(run.italic for run in looks)
    assert any(run.text == "2" and run.vertical == "super" for run in looks)
    (table,) = tables(report.sections[1])
    assert table.header_rows == 2
    assert any(cell is not None and cell.cols == 2 for cell in table.rows[0])
    assert tables(report.annexes[0])
    assert report.recipients
    assert report.filing.unit


def test_it_is_as_long_as_a_real_one(report: Report) -> None:
    assert 1900 <= count_words(report) <= 2400


def test_its_figures_add_up(report: Report) -> None:
    (table,) = tables(report.sections[1])
    differences = [now - before for before, now in zip(figures(table, 3), figures(table, 4), strict=True)]
    assert figures(table, 5) == differences

    *models, total = figures(tables(report.annexes[0])[0], 3)
    assert sum(models) == total

    whole = " ".join(printed_texts(report))
    for sentence in (
        "168 người",  # 118 + 32 + 18
        "248 triệu đồng",  # 96 + 112 + 40
        "386 lượt công dân",  # 298 + 88
        "137 kiến nghị",  # 101 + 36
    ):
        assert sentence in whole
    for part, of, percent in ((142, 168, "84,5%"), (19, 21, "90,5%"), (268, 312, "85,9%"), (246, 251, "98%")):
        assert f"{part / of * 100:.1f}".replace(".", ",").removesuffix(",0") + "%" == percent
        assert percent in whole


def test_it_is_spelled_one_way(report: Report) -> None:
    text = all_text(report)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[uU][ỷỳýỹỵ]\b(?<![qQ]..)|o[àáảãạ]\b", text), "new-style tone marks"
    assert not re.search(r"  |\s[.,;:!?)]|\(\s|\.\.|\"|–", text)
    assert text.count("“") == text.count("”")
    assert not re.search(r"\b(nhân dân)\b(?<!Ủy ban nhân dân)(?<!Thanh tra nhân dân)", text)


def test_it_is_a_report_of_the_outline_it_names(report: Report) -> None:
    outline = next(outline for outline in outlines() if outline.id == report.outline)
    begun = new_report(outline, report.year, report.modified)
    assert [(s.key, s.number, plain(s.title)) for s in report.sections] == [
        (s.key, s.number, plain(s.title)) for s in begun.sections
    ]


def test_it_names_no_real_body_or_person(report: Report) -> None:
    assert report.letterhead.parent_agency == "UBND TỈNH HƯƠNG GIANG"
    assert report.letterhead.place == "Hương Giang"
    assert report.signature.signer == "Nguyễn Văn A"
