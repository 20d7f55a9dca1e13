"""The real report, as its text came out of a PDF, becomes exactly what its author meant."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest

from danvan_desktop.importers import read
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import Paragraph, PartialDate, Report, Section, plain

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
Outline = list[tuple[str, str | None, int]]


@pytest.fixture(scope="module")
def lines(real_samples: Path) -> list[str]:
    """The lines of the file that are not blank, with single spaces."""
    text = (real_samples / "bao-cao-dan-van-2025.txt").read_text(encoding="utf-8")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def report(real_samples: Path) -> Report:
    return read(real_samples / "bao-cao-dan-van-2025.txt", NOW)


def outline(section: Section) -> Outline:
    """Each numbered block with the number of plain ones below it; (role, None, n) for those by themselves."""
    result: Outline = []
    for block in section.blocks:
        assert isinstance(block, Paragraph)
        if block.number is not None:
            result.append((block.role, block.number, 0))
        elif not result:
            result.append((block.role, None, 1))
        else:
            role, number, count = result[-1]
            result[-1] = (role, number, count + 1)
    return result


def roles(section: Section) -> list[tuple[str, int]]:
    kinds = [block.role for block in section.blocks if isinstance(block, Paragraph)]
    return [(role, len(list(group))) for role, group in groupby(kinds)]


def test_year_kind_and_subject_are_read(report: Report, lines: list[str]) -> None:
    assert report.year == 2025
    assert report.kind == "BÁO CÁO"
    assert report.subject == lines[1]


def test_there_is_one_opening_paragraph_in_one_piece(report: Report, lines: list[str]) -> None:
    (block,) = report.opening
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == " ".join(lines[2:5])


def test_the_four_sections_are_recognised_and_numbered_in_the_decrees_form(report: Report) -> None:
    assert [(s.number, s.numbering, s.key) for s in report.sections] == [
        ("I.", "auto", "situation"),
        ("II.", "auto", "implementation"),
        ("III.", "auto", "assessment"),
        ("IV.", "auto", "tasks"),
    ]


def test_the_situation_has_three_paragraphs(report: Report) -> None:
    assert roles(report.sections[0]) == [("body", 3)]


def test_the_implementation_has_its_headings_and_paragraphs(report: Report) -> None:
    assert outline(report.sections[1]) == [
        ("heading", "1.", 2),
        ("heading", "2.", 4),
        ("heading", "3.", 0),
        ("heading", "3.1.", 2),
        ("heading", "3.2.", 5),
    ]
    levels = [b.level for b in report.sections[1].blocks if isinstance(b, Paragraph) and b.number]
    assert levels == [1, 1, 1, 2, 2]


def test_the_assessment_has_a_paragraph_and_three_items(report: Report) -> None:
    assert outline(report.sections[2]) == [("heading", "1.", 1), ("heading", "2.", 3)]
    assert roles(report.sections[2]) == [("heading", 1), ("body", 1), ("heading", 1), ("item", 3)]


def test_the_tasks_mix_clauses_and_headings_with_items(report: Report) -> None:
    assert outline(report.sections[3]) == [
        ("clause", "1.", 0),
        ("clause", "2.", 0),
        ("heading", "3.", 2),
        ("heading", "4.", 2),
        ("heading", "5.", 2),
        ("clause", "6.", 0),
        ("clause", "7.", 0),
    ]


def test_a_heading_over_two_lines_is_whole(report: Report, lines: list[str]) -> None:
    fifth = next(b for b in report.sections[3].blocks if isinstance(b, Paragraph) and b.number == "5.")
    first = next(index for index, line in enumerate(lines) if line.startswith("5. "))
    assert "5. " + plain(fifth.runs) == " ".join(lines[first : first + 2])


def test_every_number_would_be_given_again(report: Report) -> None:
    blocks = [b for s in report.sections for b in s.blocks if isinstance(b, Paragraph)]
    assert {b.numbering for b in blocks} == {"auto", "none"}


def test_the_closing_recipients_and_signature_are_read(report: Report, lines: list[str]) -> None:
    assert len(report.closing) == 2
    last = report.closing[1]
    assert isinstance(last, Paragraph)
    label = lines.index("Nơi nhận:")
    assert plain(last.runs) + "./." == lines[label - 1]
    assert [f"- {name};" for name in report.recipients] == lines[label + 1 : label + 3]
    assert f"- Lưu: VT, {report.filing.unit}." == lines[label + 3]
    assert report.signature.lines == ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")
    assert report.signature.signer == lines[-1]


def test_the_lost_letterhead_is_unknown_and_named(report: Report) -> None:
    head = report.letterhead
    assert (head.parent_agency, head.agency, head.symbol, head.place) == (None,) * 4
    assert head.issued_on == PartialDate()
    places = {note.place for note in report.import_notes if note.kind == "unknown"}
    assert places == {f"letterhead.{name}" for name in ("parent_agency", "agency", "symbol", "place")}


def test_the_notes_are_few_and_say_that_the_numbers_were_rewritten(report: Report) -> None:
    assert len(report.import_notes) <= 6
    (note,) = (note.text for note in report.import_notes if note.kind == "number")
    assert "“I-” → “I.”" in note
    assert "“IV-” → “IV.”" in note


def test_the_report_survives_its_own_file(report: Report, tmp_path: Path) -> None:
    assert from_json(to_json(report)) == report
    path = tmp_path / "a.danvan"
    path.write_text(to_json(report), encoding="utf-8")
    assert read(path, NOW) == report


def test_two_imports_differ_in_nothing_but_the_identity(real_samples: Path, report: Report) -> None:
    again = read(real_samples / "bao-cao-dan-van-2025.txt", NOW)
    assert again.id != report.id
    assert replace(again, id=report.id) == report
