"""Safe fixes change the words that were found, and nothing beside them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks import Finding, apply, check, fix
from danvan_desktop.checks.fixes import edited, least_edit
from danvan_desktop.report.find.texts import TextPlace
from danvan_desktop.report.lifecycle.review import open_marks
from danvan_desktop.report.model import Cell, Column, Origin, Paragraph, Report, Run, Section, Table
from tests.builders.example_reports import example_report

BOLD = Run("chính  ", bold=True)
RUNS = (Run("Hành "), BOLD, Run("và , số.", italic=True))
MENDED = (Run("Hành "), Run("chính ", bold=True), Run("và, số.", italic=True))


def report(**fields: object) -> Report:
    return replace(example_report(""), **fields)  # type: ignore[arg-type]


def fixed(value: Report) -> Report:
    return apply(value, check(value))


def test_formatting_and_ids_stay() -> None:
    table = Table(9, (Column(),), ((Cell((RUNS, RUNS)),),), caption=RUNS)
    before = report(
        subject="Kết  quả ; năm",
        legal_bases=(RUNS,),
        opening=(Paragraph(4, runs=RUNS), table),
        sections=(Section(7, title=RUNS),),
    )
    mended = Table(9, (Column(),), ((Cell((MENDED, MENDED)),),), caption=MENDED)
    assert fixed(before) == report(
        subject="Kết quả; năm",
        legal_bases=(MENDED,),
        opening=(Paragraph(4, runs=MENDED), mended),
        sections=(Section(7, title=MENDED),),
    )


def test_a_paragraph_nobody_has_looked_at_stays_so() -> None:
    origin = Origin(2024, found=("2024",))
    before = report(opening=(Paragraph(4, runs=(Run("Kết  quả"),), origin=origin),))
    assert fixed(before).opening == (Paragraph(4, runs=(Run("Kết quả"),), origin=origin),)


def test_what_is_marked_to_be_reviewed_is_left() -> None:
    origin = Origin(2024, found=("năm  2024",))
    before = report(opening=(Paragraph(4, runs=(Run("Bằng năm  2024, kết  quả"),), origin=origin),))
    (after,) = fixed(before).opening
    assert isinstance(after, Paragraph)
    assert after.runs == (Run("Bằng năm  2024, kết quả"),)
    assert open_marks(after) == open_marks(before.opening[0]) != ()


@given(st.text("abc -", max_size=6), st.text("abc -", min_size=1, max_size=6), st.text("abc -", max_size=6))
def test_the_least_edit_makes_the_suggestion(before: str, found: str, suggestion: str) -> None:
    text = before + found + "z"
    finding = Finding(
        "warning", "x", "", "", found, suggestion, safe=True, start=len(before), end=len(text) - 1
    )
    start, end, new = least_edit(finding)
    assert len(before) <= start < end <= len(text) - 1
    assert edited(text, [(start, end, new)]) == before + suggestion + "z"


def test_what_a_person_chose_is_set_right_also_where_it_is_not_safe() -> None:
    before = report(subject="Công tác tham mư", opening=(Paragraph(4, runs=(Run("tham mư"),)),))
    slips = (
        Finding(
            "misspelt",
            "proof",
            "subject",
            "?",
            "mư",
            "mưu",
            at=TextPlace("general", field="subject"),
            start=14,
            end=16,
        ),
        Finding("misspelt", "proof", "block:4", "?", "mư", "mưu", at=TextPlace("opening", 4), start=5, end=7),
        Finding("misspelt", "proof", "block:4", "?", "tham", "", at=TextPlace("opening", 4), end=4),
    )

    assert apply(before, slips) == before
    after = fix(before, slips)
    assert after.subject == "Công tác tham mưu"
    assert after.opening == (Paragraph(4, runs=(Run("tham mưu"),)),)
