"""The compliance sheet as a Document for print: all its words, and room for two signatures."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome, SheetLine
from danvan_desktop.inspection.sheet_text import DATED, SIGNERS, TITLE, heading
from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    Flow,
    GridCell,
    GridTable,
    Metadata,
    NamedStyle,
    PageSetup,
    Span,
    StyledParagraph,
)
from danvan_desktop.layout.nd30 import LINES_WITH_CLOSING, PAPER_HEIGHT, PAPER_WIDTH, mm, pt, single_pitch

_SIZE = 20
"""Half-points: 10 pt, the smallest that is read with ease on paper."""
_PITCH = pt(11.1)
"""The letters' own height."""
_MARGIN = mm(9)
_HEADS = ("TT", "Nội dung kiểm tra", "Quy định", "Đo được trong tệp", "Kết quả", "Căn cứ")
_WIDTHS = (8, 30, 68, 42, 14, 30)
"""Millimetres: with these the sheet takes the fewest lines."""
_ROW_LENGTH = 45
"""A longer measurement of a fault stands in a row of its own below its line."""
_SIGNING_ROOM = pt(44)
_SHORT = {Outcome.WRONG: "Không đúng", Outcome.NOT_APPLICABLE: "Không áp dụng"}

_AT_FAULT = {Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM}
_BELOW = "ghi ở dòng dưới"

_PLAIN = NamedStyle("sheet_text", "Phiếu", _SIZE, pitch=_PITCH)
_BOLD = replace(_PLAIN, name="sheet_bold", title="Phiếu, chữ đậm", bold=True)
_CENTRED = replace(_BOLD, name="sheet_head", title="Phiếu, đầu cột", align="center")
_TITLE = replace(
    _CENTRED, name="sheet_title", title="Phiếu, tên", size=24, pitch=single_pitch(24), after=pt(4)
)
_NUMBER = replace(_PLAIN, name="sheet_number", title="Phiếu, số trang", align="center")
_DATED = replace(
    _PLAIN, name="sheet_dated", title="Phiếu, ngày ký", align="center", italic=True, before=pt(6)
)
_SIGNER = replace(_CENTRED, name="sheet_signer", title="Phiếu, người ký", after=_SIGNING_ROOM)


def sheet_document(sheet: ComplianceSheet) -> Document:
    """Return the filled sheet ready to be set and printed: no rule and no measurement is cut."""
    setup = PageSetup(
        PAPER_WIDTH, PAPER_HEIGHT, top=_MARGIN, bottom=_MARGIN, left=_MARGIN, right=_MARGIN, header=mm(4)
    )
    metadata = Metadata(f"{TITLE}: {sheet.source.name}", "", sheet.source.sha256[:32], sheet.checked_at)
    return Document((DocumentPart(setup, tuple(_flow(sheet)), _NUMBER),), metadata)


def _flow(sheet: ComplianceSheet) -> Iterator[Flow]:
    yield _paragraph(TITLE, _TITLE)
    for text in heading(sheet):
        yield _paragraph(text, _PLAIN)
    yield _paragraph("PL I: Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP.", replace(_PLAIN, after=pt(3)))
    heads = tuple(GridCell((_paragraph(head, _CENTRED),), header=True) for head in _HEADS)
    widths = tuple(map(mm, _WIDTHS))
    rows, titles = _rows(sheet)
    yield GridTable(
        "body",
        widths,
        (heads, *rows),
        header_rows=1,
        borders=True,
        padding=mm(0.8),
        keep_next=True,
        last_rows=LINES_WITH_CLOSING,
        kept=frozenset(row + 1 for row in titles),
    )
    names = tuple(GridCell((_paragraph(DATED, _DATED), _paragraph(name, _SIGNER))) for name in SIGNERS)
    half = sum(widths) // 2
    yield GridTable("closing", (half, half), (names,), keep_together=True)


def _rows(sheet: ComplianceSheet) -> tuple[list[tuple[GridCell | None, ...]], list[int]]:
    """Return the rows of all sections, and which of them are titles."""
    rows: list[tuple[GridCell | None, ...]] = []
    titles = []
    for section in SECTIONS:
        titles.append(len(rows))
        title = GridCell((_paragraph(section.title, _BOLD),), cols=len(_HEADS))
        rows.append((title, *[None] * (len(_HEADS) - 1)))
        for line in section.lines_of(sheet):
            rows.extend(_rows_of(line))
    return rows, titles


def _rows_of(line: SheetLine) -> Iterator[tuple[GridCell | None, ...]]:
    """Yield the row of a line, and one below it for a fault that takes many words."""
    requirement = line.requirement
    long = line.outcome in _AT_FAULT and len(line.measured) > _ROW_LENGTH
    outcome = _SHORT.get(line.outcome, line.outcome.value)
    stands_out = line.outcome in {Outcome.WRONG, Outcome.REVIEW}
    yield (
        GridCell((_paragraph(str(line.number), _NUMBER),), rows=1 + long),
        GridCell((_paragraph(requirement.subject, _PLAIN),)),
        GridCell((_paragraph(requirement.rule, _PLAIN),)),
        GridCell((_paragraph(_BELOW if long else line.measured, _PLAIN),)),
        GridCell((_paragraph(outcome, _BOLD if stands_out else _PLAIN),)),
        GridCell((_paragraph(requirement.short_citation, _PLAIN),)),
    )
    if long:
        yield (
            None,
            GridCell((_paragraph(line.measured, _PLAIN),), cols=len(_HEADS) - 1),
            *[None] * (len(_HEADS) - 2),
        )


def _paragraph(text: str, style: NamedStyle) -> StyledParagraph:
    return StyledParagraph(style, (Span(text, bold=style.bold, italic=style.italic),))
