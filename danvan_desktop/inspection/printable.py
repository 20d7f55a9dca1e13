"""The sheet on paper: a Document of two A4 pages with places for the two names, for any writer of those."""

from collections.abc import Iterator
from dataclasses import replace

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.inspection.clauses import SECTIONS
from danvan_desktop.inspection.sheet import SIGNERS, TITLE, Line, Outcome, Sheet, heading
from danvan_desktop.layout.document import (
    Cell,
    Document,
    Flow,
    Metadata,
    PageSetup,
    Paragraph,
    Part,
    Span,
    Style,
    Table,
)
from danvan_desktop.layout.nd30 import PAPER_HEIGHT, PAPER_WIDTH, mm, pt, single_pitch
from danvan_desktop.layout.typeset import typeset

_SIZE = 20
"""Half-points: 10 pt, the smallest that is read with ease on paper."""
_PITCH = pt(11.1)
"""The letters' own height."""
_MARGIN = mm(9)
_COLUMNS = (
    *(("TT", 8), ("Nội dung kiểm tra", 35), ("Quy định", 68)),
    *(("Đo được trong tệp", 37), ("Kết quả", 14), ("Căn cứ", 30)),
)
"""Heads, and widths in mm."""
_PAGES = 2
_LENGTHS = ((120, 150), (92, 150), (84, 110), (76, 80), (70, 60), (60, 40), (50, 24), (40, 16))
"""Characters of a rule and of a measurement that are printed, longest first; the screen has all of them."""
_RIGHT_LENGTH = 40
"""… and of a measurement that found nothing wrong."""
_SIGNING_ROOM = pt(44)
_SHORT = {Outcome.WRONG: "Không đúng", Outcome.NOT_APPLICABLE: "Không áp dụng"}

_PLAIN = Style("sheet_text", "Phiếu", _SIZE, pitch=_PITCH)
_BOLD = replace(_PLAIN, name="sheet_bold", title="Phiếu, chữ đậm", bold=True)
_CENTRED = replace(_BOLD, name="sheet_head", title="Phiếu, đầu cột", align="center")
_TITLE = replace(
    _CENTRED, name="sheet_title", title="Phiếu, tên", size=24, pitch=single_pitch(24), after=pt(4)
)
_NUMBER = replace(_PLAIN, name="sheet_number", title="Phiếu, số trang", align="center")
_SIGNER = replace(_CENTRED, name="sheet_signer", title="Phiếu, người ký", before=pt(6), after=_SIGNING_ROOM)


def sheet_document(sheet: Sheet, fonts: FontSet | None = None) -> Document:
    """Return the filled sheet ready to be set and printed, with as much of the words as two pages hold.

    Raises:
        UserError: ``fonts`` is None and the system has none to measure with.
    """
    fonts = fonts or find_fonts()
    documents = (_document(sheet, lengths) for lengths in _LENGTHS)
    shortest = _document(sheet, _LENGTHS[-1])
    return next((d for d in documents if len(typeset(d, fonts).pages) <= _PAGES), shortest)


def _document(sheet: Sheet, lengths: tuple[int, int]) -> Document:
    setup = PageSetup(
        PAPER_WIDTH, PAPER_HEIGHT, top=_MARGIN, bottom=_MARGIN, left=_MARGIN, right=_MARGIN, header=mm(4)
    )
    metadata = Metadata(f"{TITLE}: {sheet.source.name}", "", sheet.source.sha256[:32], sheet.checked_at)
    return Document((Part(setup, tuple(_flow(sheet, lengths)), _NUMBER),), metadata)


def _flow(sheet: Sheet, lengths: tuple[int, int]) -> Iterator[Flow]:
    yield _says(TITLE, _TITLE)
    for text in heading(sheet):
        yield _says(text, _PLAIN)
    yield _says("PL I: Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP.", replace(_PLAIN, after=pt(3)))
    heads = tuple(Cell((_says(head, _CENTRED),), header=True) for head, _ in _COLUMNS)
    widths = tuple(mm(width) for _, width in _COLUMNS)
    rows = (heads, *_rows(sheet, lengths))
    yield Table("body", widths, rows, header_rows=1, borders=True, padding=mm(0.8))
    names = tuple(Cell((_says(name, _SIGNER),)) for name in SIGNERS)
    half = sum(widths) // 2
    yield Table("closing", (half, half), (names,), keep_together=True)


def _rows(sheet: Sheet, lengths: tuple[int, int]) -> Iterator[tuple[Cell | None, ...]]:
    for section, (first, last) in SECTIONS.items():
        yield (Cell((_says(section, _BOLD),), cols=len(_COLUMNS)), *[None] * (len(_COLUMNS) - 1))
        for line in sheet.lines:
            if first <= line.number <= last:
                yield tuple(Cell((paragraph,)) for paragraph in _cells(line, lengths))


def _cells(line: Line, lengths: tuple[int, int]) -> Iterator[Paragraph]:
    """Yield the six cells of a line."""
    clause, (rule, measured) = line.clause, lengths
    if line.outcome is Outcome.RIGHT:
        measured = min(measured, _RIGHT_LENGTH)
    yield _says(str(line.number), _NUMBER)
    yield _says(clause.subject, _PLAIN)
    yield _says(_cut(clause.rule, rule), _PLAIN)
    yield _says(_cut(line.measured, measured), _PLAIN)
    stands_out = line.outcome in {Outcome.WRONG, Outcome.REVIEW}
    yield _says(_SHORT.get(line.outcome, line.outcome.value), _BOLD if stands_out else _PLAIN)
    yield _says(clause.short, _PLAIN)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _says(text: str, style: Style) -> Paragraph:
    return Paragraph(style, (Span(text, bold=style.bold, italic=style.italic),))
