"""Round trip of our own Word file: text, structure, numbers, formatting and block ids are the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from hypothesis import assume, given, settings

from danvan_desktop.importers import read
from danvan_desktop.importers.docx.roundtrip.styles import STYLES
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Document, Flow, HorizontalRule
from danvan_desktop.layout.document import GridCell as LaidOutCell
from danvan_desktop.layout.document import GridTable as LaidOutTable
from danvan_desktop.layout.document import StyledParagraph as LaidOutParagraph
from danvan_desktop.layout.typeset.line_breaking import NO_BREAK_HYPHEN
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import (
    Block,
    Filing,
    Marks,
    Paragraph,
    Report,
    Run,
    Runs,
    Section,
    Signature,
    Table,
    plain,
)
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.text.normalise import normalise, one_line
from danvan_desktop.report.walk import every_block
from tests.builders import full_report, strategies
from tests.builders.exported_files import as_docx, edited, paragraph
from tests.importers.docx.moments import NOW
from tests.importers.docx.shape import imported, shape

FORMERLY_WITH_A_COMMA = ("Số và ký hiệu", "Địa danh và ngày tháng", "Quyền hạn và chức vụ")
Change = Callable[[WordFile], None]


def paper(report: Report) -> Document:
    """All that is printed, and the bookmarks that tie it to its blocks; the clock apart.

    Columns are compared apart: the layout widens them for long words, by a little more each time.
    """
    document = compose(report)
    metadata = document.metadata
    parts = tuple(replace(part, flow=tuple(map(_columns_apart, part.flow))) for part in document.parts)
    return Document(parts, replace(metadata, modified=NOW))


def _columns_apart(flow: Flow) -> Flow:
    """Without the columns of a table and what follows from them: where a document number must not break."""
    if not isinstance(flow, LaidOutTable) or flow.name != "body":
        return flow
    return replace(flow, columns=(), rows=tuple(tuple(map(_breaking, row)) for row in flow.rows))


def _breaking(cell: LaidOutCell | None) -> LaidOutCell | None:
    if cell is None:
        return None
    return replace(cell, content=tuple(map(_with_hyphens, cell.content)))


def _with_hyphens(item: LaidOutParagraph | HorizontalRule) -> LaidOutParagraph | HorizontalRule:
    if isinstance(item, HorizontalRule):
        return item
    spans = tuple(replace(span, text=span.text.replace(NO_BREAK_HYPHEN, "-")) for span in item.spans)
    return replace(item, spans=spans)


def columns(report: Report) -> list[int]:
    flows = [flow for part in compose(report).parts for flow in part.flow]
    return [width for flow in flows if isinstance(flow, LaidOutTable) for width in flow.columns]


# ------------------------------------------------------------- reports without what no paper can tell


def _line(text: str | None) -> str | None:
    """A field as the window keeps it; one without a letter or a digit says nothing."""
    text = one_line(text or "").strip(";.,:- ")
    return text if any(sign.isalnum() for sign in text) else None


def _runs(runs: Runs) -> Runs:
    """Normalised, and not beginning like a number: the paper cannot tell a typed one from the block's own."""
    tidy = tuple(
        Run(normalise(r.text).replace("\n", " "), r.bold, r.italic, r.underline, r.vertical) for r in runs
    )
    text = plain(tidy)
    assume(parse_mark(" ".join(text.split())) is None and not text.startswith(("-", "+")))
    assume(normalise(text) == text)
    return tidy


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                None if cell is None else replace(cell, paragraphs=tuple(map(_runs, cell.paragraphs)))
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, caption=_runs(block.caption or ()), rows=rows)
    if isinstance(block, Paragraph):
        number = block.number
        if number in {"", "*"}:
            number = None
        if block.role == "point" and block.numbering == "fixed" and not (number or "").endswith(")"):
            number = "b)"
        if block.role in {"heading", "clause"} and number and number.endswith(")"):
            number = "4."
        return replace(block, runs=_runs(block.runs), number=number)
    return block


def _section(section: Section) -> Section:
    number = "V." if section.number == "phần đầu" else section.number
    part = section.part
    if part is not None:
        part = replace(part, number=_line(part.number) or "", title=_runs(part.title))
    title = _runs(section.title)
    return replace(section, number=number, part=part, title=title, blocks=tuple(map(_block, section.blocks)))


def tidy(report: Report) -> Report:
    head = report.letterhead
    head = replace(
        head,
        parent_agency=_line(head.parent_agency),
        agency=_line(head.agency),
        symbol=_line(head.symbol),
        place=_line(head.place),
    )
    signature = report.signature
    lines = tuple(filter(None, map(_line, signature.lines)))
    return renumber(
        replace(
            report,
            subject=_line(report.subject) or "",
            letterhead=head,
            marks=Marks(
                _line(report.marks.urgency) if report.medium == "electronic" else None,  # struck with a stamp
                report.marks.draft,
                _line(report.marks.circulation),
            ),
            addressees=tuple(filter(None, map(_line, report.addressees))),
            legal_bases=tuple(map(_runs, report.legal_bases)),
            opening=tuple(map(_block, report.opening)),
            sections=tuple(map(_section, report.sections)),
            closing=tuple(map(_block, report.closing)),
            recipients=tuple(filter(None, map(_line, report.recipients))),
            filing=Filing(
                _line(report.filing.unit), report.filing.copies, "NVA" if report.filing.drafter else None
            ),
            signature=Signature(lines, _line(signature.other_position), _line(signature.signer)),
            annexes=tuple(
                replace(a, title=_runs(a.title), blocks=tuple(map(_block, a.blocks))) for a in report.annexes
            ),
        )
    )


def outline(report: Report) -> list[tuple[Any, ...]]:
    """Id, place, role and number of all that prints."""
    found: list[tuple[Any, ...]] = [(s.id, s.number) for s in report.sections if plain(s.title).strip()]
    found += [(a.id, a.number, a.orientation) for a in report.annexes]
    for _, block in every_block(report):
        if isinstance(block, Paragraph) and plain(block.runs).strip():
            level = 0 if block.role in {"clause", "body", "point"} else block.level
            found.append((block.id, block.role, level, block.number))
        elif isinstance(block, Table):
            spans = tuple((c.rows, c.cols) if c else None for row in block.rows for c in row)
            found.append((block.id, block.header_rows, spans))
    return found


# ------------------------------------------------------------------------------------- the properties


@settings(max_examples=60)
@given(strategies.reports().map(tidy))
def test_whatever_is_printed_comes_back(report: Report) -> None:
    again = imported(as_docx(report))
    assert paper(again) == paper(report)
    assert columns(again) == pytest.approx(columns(report), abs=20)
    assert outline(again) == outline(report)
    assert again.import_notes == ()
    assert again.id == report.id


@settings(max_examples=15)
@given(strategies.reports().map(tidy))
def test_a_second_way_there_and_back_changes_nothing(report: Report) -> None:
    once = imported(as_docx(report))
    again = imported(as_docx(once))
    assert paper(again) == paper(once)
    assert outline(again) == outline(once)
    assert replace(again, opening=(), sections=(), closing=(), annexes=()) == replace(
        once, opening=(), sections=(), closing=(), annexes=()
    )


def test_the_sample_report_comes_back(resources: Path) -> None:
    report = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    again = imported(as_docx(report))
    assert paper(again) == paper(report)
    assert outline(again) == outline(report)
    assert [section.key for section in again.sections] == [section.key for section in report.sections]
    assert {section.numbering for section in again.sections} == {"auto"}
    assert len(again.closing) == len(report.closing)


def _forgotten(data: bytes) -> bytes:
    """The same file, which no longer says who wrote it."""

    def forget(file: WordFile) -> None:
        package = file.part.package
        for identifier, relation in list(package.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
                del package.rels[identifier]

    return edited(data, forget)


def test_the_sample_report_is_recognised_by_its_words_alone(resources: Path) -> None:
    report = from_json((resources / "samples" / "bao-cao-mau.danvan").read_text(encoding="utf-8"))
    again = imported(_forgotten(as_docx(report)))
    assert again.id != report.id
    assert shape(again) == shape(imported(as_docx(report)))
    assert (again.letterhead, again.recipients, again.filing) == (
        report.letterhead,
        report.recipients,
        report.filing,
    )
    assert again.signature == report.signature


def test_the_real_report_is_recognised_by_its_words_alone(real_samples: Path) -> None:
    report = read(real_samples / "bao-cao-dan-van-2025.txt", NOW)
    again = imported(_forgotten(as_docx(report)))
    assert shape(again) == shape(report)
    assert again.signature == report.signature
    assert (again.recipients, again.filing) == (report.recipients, report.filing)


def test_letters_come_back_as_they_were_typed_where_the_paper_has_capitals() -> None:
    report = full_report.report()
    again = imported(as_docx(report))
    assert paper(again) == paper(report)
    assert plain(again.sections[0].title) == "Đặc điểm tình hình"
    assert (again.letterhead.parent_agency, again.letterhead.agency) == ("UBND tỉnh An Bình", "Văn phòng")
    assert plain(again.annexes[0].title) == "Danh mục mô hình"


def test_all_that_print_writes_around_the_text_brings_no_note() -> None:
    everything = full_report.everything()
    for report in (everything, replace(everything, medium="paper")):
        assert imported(as_docx(report)).import_notes == ()


def test_an_unknown_letterhead_comes_back_as_unknown() -> None:
    again = imported(as_docx(full_report.unknown_letterhead()))
    head = again.letterhead
    assert (head.parent_agency, head.agency, head.symbol, head.place) == (None, None, None, None)


# ------------------------------------------------------------------------- what somebody did in Word


def reimported(report: Report, change: Change) -> Report:
    """The report after ``change`` was done to its Word file."""
    return imported(edited(as_docx(report), change))


def test_a_changed_word_keeps_its_block() -> None:
    def change(file: WordFile) -> None:
        paragraph(file, "Thực hiện Công văn").runs[0].text = "Thực hiện yêu cầu, Văn phòng báo cáo:"

    again = reimported(full_report.report(), change)
    (opening,) = again.opening
    assert isinstance(opening, Paragraph)
    assert (opening.id, plain(opening.runs)) == (1, "Thực hiện yêu cầu, Văn phòng báo cáo:")


def test_new_paragraphs_get_new_ids_whatever_their_style() -> None:
    def change(file: WordFile) -> None:
        below = paragraph(file, "II. ")
        below.insert_paragraph_before("Đoạn chen vào.", style=file.styles["Normal"])
        below.insert_paragraph_before("c) Điểm chen vào;", style=file.styles["Normal"])
        paragraph(file, "1. Ban hành").insert_paragraph_before(
            "Đoạn dưới tên mục.", style=file.styles["Body Text"]
        )

    report = full_report.report()
    again = reimported(report, change)
    first, second = again.sections
    added = [block for block in first.blocks[-2:] if isinstance(block, Paragraph)]
    assert [(b.role, b.number, plain(b.runs)) for b in added] == [
        ("body", None, "Đoạn chen vào."),
        ("point", "c)", "Điểm chen vào;"),
    ]
    used = {b.id for b in report.sections[0].blocks}
    assert not used & {b.id for b in added}
    top = second.blocks[0]
    assert isinstance(top, Paragraph)
    assert plain(top.runs) == "Đoạn dưới tên mục."
    ids = [block.id for _, block in every_block(again)]
    assert len(set(ids)) == len(ids)
    assert again.next_id > max(ids)


def test_a_split_paragraph_keeps_its_id_once() -> None:
    def change(file: WordFile) -> None:
        whole = paragraph(file, "Thực hiện Công văn")
        whole.insert_paragraph_before("Câu đầu.", style=whole.style)

    again = reimported(full_report.report(), change)
    assert [block.id for block in again.opening].count(1) == 1
    assert len(again.opening) == 2


def test_a_deleted_closing_word_leaves_the_rest_of_the_closing() -> None:
    report = full_report.report()
    thanks = Paragraph(61, runs=(Run("Văn phòng trân trọng báo cáo."),))
    report = replace(report, closing=(*report.closing, thanks))

    def change(file: WordFile) -> None:
        closing = paragraph(file, "Trên đây")
        closing.insert_paragraph_before("Trên đây là báo cáo của Văn phòng.", style=closing.style)
        parent = closing._p.getparent()
        assert parent is not None
        parent.remove(closing._p)

    again = reimported(report, change)
    assert [plain(b.runs) for b in again.closing if isinstance(b, Paragraph)] == [
        "Trên đây là báo cáo của Văn phòng.",
        "Văn phòng trân trọng báo cáo",
    ]


def test_words_typed_into_the_letterhead_in_another_style_are_named() -> None:
    def change(file: WordFile) -> None:
        file.tables[0].cell(0, 0).add_paragraph("Phòng Tổng hợp Đặc biệt", style=file.styles["Normal"])

    again = reimported(full_report.report(), change)
    kept = " ".join(note.text for note in again.import_notes) + str(again.opening)
    assert "Đặc biệt" in kept


@pytest.mark.parametrize("cut", [False, True], ids=["as they were", "as Word cuts them"])
def test_names_of_styles_of_earlier_releases_are_known(cut: bool) -> None:
    """They had a comma, behind which Word takes the rest for another name."""

    def change(file: WordFile) -> None:
        for style in file.styles:
            name = style.element.find(qn("w:name"))
            if name.get(qn("w:val")).partition(" (")[0] in FORMERLY_WITH_A_COMMA:
                old = name.get(qn("w:val")).replace(" và ", ", ")
                name.set(qn("w:val"), old.partition(",")[0] if cut else old)
                renamed.append(old)

    renamed: list[str] = []
    again = reimported(full_report.report(), change)
    assert len(renamed) == len(FORMERLY_WITH_A_COMMA)
    assert again == replace(reimported(full_report.report(), lambda _: None), modified=again.modified)


def test_no_name_of_a_style_has_a_comma() -> None:
    assert not [style.title for style in STYLES.all() if "," in style.title]


def test_without_our_styles_the_words_decide() -> None:
    def change(file: WordFile) -> None:
        for style in file.styles:
            if not style.builtin:
                parent = style.element.getparent()
                assert parent is not None
                parent.remove(style.element)

    again = reimported(full_report.report(), change)
    assert [section.number for section in again.sections] == ["I.", "II."]
    assert again.letterhead.symbol == "BC-VP"


@pytest.mark.parametrize("identity", ["", "x" * 65, "a b", "../a"])
def test_an_odd_report_id_is_not_taken(identity: str) -> None:
    report = replace(full_report.report(), id=identity)
    assert imported(as_docx(report)).id != identity
