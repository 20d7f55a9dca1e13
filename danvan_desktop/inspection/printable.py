"""The compliance sheet as a Document for print: two A4 pages with room for two signatures."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.sheet import ComplianceSheet, Outcome, SheetLine
from danvan_desktop.inspection.sheet_text import SIGNERS, TITLE, heading
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
from danvan_desktop.layout.typeset.pagination import typeset

_SIZE = 20
"""Half-points: 10 pt, the smallest that is read with ease on paper."""
_PITCH = pt(11.1)
"""The letters' own height."""
_MARGIN = mm(9)
_HEADS = ("TT", "Nội dung kiểm tra", "Quy định", "Đo được trong tệp", "Kết quả", "Căn cứ")
_WIDTHS = (8, 35, 68, 37, 14, 30)
"""Millimetres."""
_TIGHT = (8, 42, 42, 29, 23, 48)
"""… with which most lines that are right take one row."""
_PAGES = 2
_ROW_LENGTH = 45
"""A longer measurement of a fault stands in a row of its own below its line."""
_WHOLE = 10_000


@frozen
class _Lengths:
    """How many characters are printed; the screen has all of them."""

    rule: int
    measured: int
    """… of lines without a fault."""
    faulty_rule: int
    fault: int = _WHOLE
    """… of what was measured in the other lines: it is what the sheet is for."""
    widths: tuple[int, ...] = _WIDTHS


_LENGTHS = (
    *(_Lengths(*sizes) for sizes in ((120, 40, 120), (92, 40, 120), (84, 40, 92), (60, 40, 84))),
    *(_Lengths(*sizes, widths=_TIGHT) for sizes in ((50, 34, 100), (27, 34, 75), (27, 18, 50), (27, 18, 27))),
    *(_Lengths(27, 18, 27, fault, _TIGHT) for fault in (360, 280, 220, 180, 150, 125, 105, 90, 75)),
    _Lengths(60, 20, 60, 45),
    _Lengths(40, 16, 40, 40),
)
"""Longest first."""
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
_SIGNER = replace(_CENTRED, name="sheet_signer", title="Phiếu, người ký", before=pt(6), after=_SIGNING_ROOM)


def sheet_document(sheet: ComplianceSheet, fonts: FontSet | None = None) -> Document:
    """Return the filled sheet ready to be set and printed, with as much of the words as two pages hold.

    Raises:
        UserError: ``fonts`` is None and the system has none to measure with.
    """
    fonts = fonts or find_fonts()
    documents = (_document(sheet, lengths) for lengths in _LENGTHS)
    shortest = _document(sheet, _LENGTHS[-1])
    return next((d for d in documents if len(typeset(d, fonts).pages) <= _PAGES), shortest)


def _document(sheet: ComplianceSheet, lengths: _Lengths) -> Document:
    setup = PageSetup(
        PAPER_WIDTH, PAPER_HEIGHT, top=_MARGIN, bottom=_MARGIN, left=_MARGIN, right=_MARGIN, header=mm(4)
    )
    metadata = Metadata(f"{TITLE}: {sheet.source.name}", "", sheet.source.sha256[:32], sheet.checked_at)
    return Document((DocumentPart(setup, tuple(_flow(sheet, lengths)), _NUMBER),), metadata)


def _flow(sheet: ComplianceSheet, lengths: _Lengths) -> Iterator[Flow]:
    yield _paragraph(TITLE, _TITLE)
    for text in heading(sheet):
        yield _paragraph(text, _PLAIN)
    yield _paragraph("PL I: Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP.", replace(_PLAIN, after=pt(3)))
    heads = tuple(GridCell((_paragraph(head, _CENTRED),), header=True) for head in _HEADS)
    widths = tuple(map(mm, lengths.widths))
    rows = (heads, *_rows(sheet, lengths))
    yield GridTable(
        "body",
        widths,
        rows,
        header_rows=1,
        borders=True,
        padding=mm(0.8),
        keep_next=True,
        last_rows=LINES_WITH_CLOSING,
    )
    names = tuple(GridCell((_paragraph(name, _SIGNER),)) for name in SIGNERS)
    half = sum(widths) // 2
    yield GridTable("closing", (half, half), (names,), keep_together=True)


def _rows(sheet: ComplianceSheet, lengths: _Lengths) -> Iterator[tuple[GridCell | None, ...]]:
    for section in SECTIONS:
        yield (GridCell((_paragraph(section.title, _BOLD),), cols=len(_HEADS)), *[None] * (len(_HEADS) - 1))
        for line in section.lines_of(sheet):
            yield from _rows_of(line, lengths)


def _rows_of(line: SheetLine, lengths: _Lengths) -> Iterator[tuple[GridCell | None, ...]]:
    """Yield the row of a line, and one below it for a fault that takes many words."""
    requirement = line.requirement
    at_fault = line.outcome in _AT_FAULT
    measured = _cut(line.measured, lengths.fault if at_fault else lengths.measured)
    long = len(measured) > _ROW_LENGTH
    outcome = _SHORT.get(line.outcome, line.outcome.value)
    stands_out = line.outcome in {Outcome.WRONG, Outcome.REVIEW}
    yield (
        GridCell((_paragraph(str(line.number), _NUMBER),), rows=1 + long),
        GridCell((_paragraph(requirement.subject, _PLAIN),)),
        GridCell(
            (_paragraph(_cut(requirement.rule, lengths.faulty_rule if at_fault else lengths.rule), _PLAIN),)
        ),
        GridCell((_paragraph(_BELOW if long else measured, _PLAIN),)),
        GridCell((_paragraph(outcome, _BOLD if stands_out else _PLAIN),)),
        GridCell((_paragraph(requirement.short_citation, _PLAIN),)),
    )
    if long:
        yield (
            None,
            GridCell((_paragraph(measured, _PLAIN),), cols=len(_HEADS) - 1),
            *[None] * (len(_HEADS) - 2),
        )


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _paragraph(text: str, style: NamedStyle) -> StyledParagraph:
    return StyledParagraph(style, (Span(text, bold=style.bold, italic=style.italic),))
