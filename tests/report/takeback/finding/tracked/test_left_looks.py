"""Looks that a reader gave are changes, or are named where no report has a place for them."""

from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.model import Report, Run, Table, plain
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.model import (
    ReturnComparison,
    ReturnedBlock,
    Revision,
    TakenLook,
    TrackedStretch,
)
from danvan_desktop.report.walk import every_block
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import as_returned, read_docx, sent_docx

LAW = "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"
REPORT: Report = replace(full_report(), legal_bases=((Run(LAW),),))
SENT = sent_docx(REPORT)
READ = read_docx(SENT)
TABLE = next(block for _, block in every_block(REPORT) if isinstance(block, Table) and block.caption)
CAPTION = plain(TABLE.caption or ())
WHO = "Lê Văn C, 28/11/2025 09:00"
REVISION = Revision("Lê Văn C", "2025-11-28T09:00:00Z")


def restyle(file: WordFile, start: str, *, is_tracked: bool = True, **looks: bool | int) -> None:
    """Give a paragraph other looks."""
    for run in paragraph(file, start).runs:
        for name, wanted in looks.items():
            setattr(run.font, name, Pt(wanted) if name == "size" else wanted)
        if is_tracked:
            change = (
                f'<w:rPrChange {nsdecls("w")} w:id="7" w:author="Lê Văn C" w:date="2025-11-28T09:00:00Z"/>'
            )
            run._r.get_or_add_rPr().append(parse_xml(change))


def told(content: bytes) -> ReturnComparison:
    return compare(REPORT, REPORT, READ, read_docx(content, READ))


def left_of(comparison: ReturnComparison) -> list[tuple[str, str]]:
    assert comparison.changes == ()
    return [(each.kind, each.text.partition(": ")[2]) for each in comparison.left]


def test_the_bold_of_a_law_is_a_change_and_comes_into_the_report() -> None:
    comparison = told(edited(SENT, lambda file: restyle(file, LAW[:20], bold=True)))
    assert [(each.kind, each.author) for each in comparison.changes] == [("look", "Lê Văn C")]
    assert comparison.left == ()
    assert all(run.bold for run in merged(REPORT, REPORT, comparison, frozenset({1})).legal_bases[0])


def test_the_italic_of_a_caption_is_a_change_and_comes_into_the_report() -> None:
    comparison = told(edited(SENT, lambda file: restyle(file, CAPTION, italic=True)))
    assert [(each.kind, each.blocks, each.author) for each in comparison.changes] == [
        ("look", (TABLE.id,), "Lê Văn C")
    ]
    made = merged(REPORT, REPORT, comparison, frozenset({1}))
    table = next(block for _, block in every_block(made) if block.id == TABLE.id)
    assert isinstance(table, Table)
    assert all(run.italic for run in table.caption or ())


def test_the_words_and_the_looks_of_a_caption_are_two_changes() -> None:
    def change(file: WordFile) -> None:
        paragraph(file, CAPTION).add_run(" (sáu tháng)")
        restyle(file, CAPTION, is_tracked=False, italic=True)

    kinds = {each.kind for each in told(edited(SENT, change)).changes}
    assert kinds == {"edit", "look"}


def test_a_caption_that_lost_its_style_is_no_change_of_looks() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, CAPTION)
        restyle(file, CAPTION, is_tracked=False, bold=True)
        for style in target._p.get_or_add_pPr().findall(qn("w:pStyle")):
            target._p.get_or_add_pPr().remove(style)

    assert told(edited(SENT, change)).changes == ()


def test_italic_that_its_kind_has_and_that_was_taken_away_is_named_with_its_words() -> None:
    comparison = told(edited(SENT, lambda file: restyle(file, LAW[:20], is_tracked=False, italic=False)))
    ((kind, text),) = left_of(comparison)
    assert kind == "look"
    assert text.startswith(f"bỏ nghiêng “{LAW[:30]}")
    assert text.endswith("(không theo dõi).")


def test_looks_of_lines_around_the_text_are_named_one_by_one_with_who_gave_them() -> None:
    signer, agency = REPORT.signature.signer or "", REPORT.letterhead.agency or ""

    def change(file: WordFile) -> None:
        restyle(file, signer, bold=False)
        restyle(file, f"- {REPORT.recipients[0]}", bold=True)
        restyle(file, agency, italic=True)

    comparison = told(edited(SENT, change))
    assert sorted(text for _, text in left_of(comparison)) == sorted(
        [
            f"bỏ đậm “{signer}” ({WHO}).",
            f"in đậm “- {REPORT.recipients[0]};” ({WHO}).",
            f"in nghiêng “{agency}” ({WHO}).",
        ]
    )
    assert {each.place for each in comparison.left} == {"signer", "recipient", "agency"}


def test_another_size_under_track_changes_is_named_with_its_author() -> None:
    comparison = told(edited(SENT, lambda file: restyle(file, LAW[:20], size=15)))
    ((kind, text),) = left_of(comparison)
    assert kind == "look"
    assert text.endswith(f"({WHO}).")


def test_bold_that_is_told_as_a_change_is_not_named_again() -> None:
    body = next(each.text for each in READ.blocks if each.role == "body" and len(each.text) > 40)
    comparison = told(edited(SENT, lambda file: restyle(file, body[:30], bold=True)))
    assert [each.kind for each in comparison.changes] == ["look"]
    assert comparison.left == ()


@st.composite
def restyled_blocks(draw: st.DrawFn) -> tuple[int, ReturnedBlock]:
    """A line of the file with other looks of some of its letters, and its number in the file."""
    blocks = as_returned(REPORT).blocks
    number = draw(st.sampled_from([n for n, block in enumerate(blocks) if len(block.text.strip()) > 3]))
    block = blocks[number]
    start = draw(st.integers(0, len(block.text) - 2))
    end = draw(st.integers(start + 1, len(block.text)))
    if not block.text[start:end].strip():
        start, end = 0, len(block.text)
    look = draw(st.sampled_from(["bold", "italic", "size", "-bold", "-italic"]))
    taken: Sequence[TakenLook] = ()
    if look == "-bold":
        taken = (TakenLook(start, end, "bold", REVISION),)
    elif look == "-italic":
        taken = (TakenLook(start, end, "italic", REVISION),)
    runs = []
    at = 0
    for run in block.runs:
        for letter in run.text:
            looked = replace(run, text=letter)
            if start <= at < end and look == "bold":
                looked = replace(looked, bold=not run.bold)
            elif start <= at < end and look == "italic":
                looked = replace(looked, italic=not run.italic)
            runs.append(looked)
            at += 1
    stretch = (TrackedStretch(start, end, REVISION),)
    made: tuple[Run, ...] = tuple(runs)
    return number, replace(block, runs=made, restyled=stretch, unstyled=tuple(taken))


@given(restyled_blocks())
def test_whatever_looks_were_tracked_their_author_is_named_once(found: tuple[int, ReturnedBlock]) -> None:
    number, block = found
    sent = as_returned(REPORT)
    returned = replace(sent, blocks=(*sent.blocks[:number], block, *sent.blocks[number + 1 :]))
    comparison = compare(REPORT, REPORT, sent, returned)
    changes = [each for each in comparison.changes if each.author == REVISION.author]
    left = [each for each in comparison.left if WHO in each.text]
    assert len(changes) + len(left) == 1
    assert len(comparison.changes) == len(changes)
