"""Paragraphs of what is not running text: the two columns of letterhead and closing block, table cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from danvan_desktop.inspection.flow import DrawnLine, FlowParagraph, FlowPlace, ParagraphFormat
from danvan_desktop.inspection.pdf.area import Area
from danvan_desktop.inspection.pdf.glyphs import MeasuredStroke
from danvan_desktop.inspection.pdf.paragraphs import CENTRED, pitch_of, plain_look, rules_under, runs_of
from danvan_desktop.inspection.pdf.rows import Piece
from danvan_desktop.inspection.pdf.zones import Row, head_columns, is_signing, rules_below

HEAD, CLOSING, FIRST_TABLE = 0, 1, 2
"""Numbers of the tables: a letterhead and a closing block are set as tables whatever they are made of."""
_OPEN = 1_000_000
"""Room of a column whose edges nothing shows."""
_OPEN_NUMBER = re.compile(r"Số\s*:.*[-/]")
_DASHES = ("-", "–")
_FILING = re.compile(r"[-–]\s*Lưu\b")
_CODE = re.compile(r"[A-ZĐÂÔƠƯ.]{1,10}\s*(?:\(\d{1,3}\))?\.?")
"""The drafter and the number of copies: "NVA (05)." (PL I, IV, ô 12)."""
_MIDDLE = 0.55
"""Of the paper's width: a Quốc hiệu centred left of it does not stand on the right."""


def head_paragraphs(
    rows: Sequence[Row], strokes: Sequence[MeasuredStroke], paper_width: float
) -> Iterator[FlowParagraph]:
    """Yield the letterhead: the left column, then the right one."""
    left, right = head_columns(rows)
    rules = rules_below([left, right], strokes)
    aside = not right or median(piece.centre for piece in right) > paper_width * _MIDDLE
    columns = [(left, 0), (right, 1 if aside else 0)]
    for pieces, column in columns:
        axis = _axis(pieces)
        for row, lines in enumerate(_whole_number(pieces)):
            place = FlowPlace(0, _OPEN, HEAD, row, column, splits=False)
            drawn = rules_under(lines[-1], rules.get(lines[-1], ()), axis)
            found = _single(lines, place, _column_look(lines[0], axis), drawn)
            yield replace(found, runs=tuple(run for line in lines for run in line.runs()))


def _whole_number(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines of a column; a symbol too long for its line goes on in the next, behind a hyphen."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not _OPEN_NUMBER.fullmatch(group[-1].text):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def closing_paragraphs(rows: Sequence[Row], area: Area, section: int) -> Iterator[FlowParagraph]:
    """Yield Nơi nhận with its list, then the signing column."""
    pieces = [piece for row in rows for piece in row]
    right = [piece for piece in pieces if is_signing(piece, area.left, area.width)]
    left = [piece for piece in pieces if not is_signing(piece, area.left, area.width)]
    for lines in _listed(left):
        look = plain_look("line", pitch_of(lines), first_line=lines[0].left - area.left)
        yield _single(lines, FlowPlace(section, _OPEN, CLOSING, 0, 0, splits=False), look)
    axis = _axis(right)
    for piece in right:
        place = FlowPlace(section, _OPEN, CLOSING, 0, 1, splits=False)
        yield _single([piece], place, _column_look(piece, axis))


def _listed(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the recipients, each with the lines it takes."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not _goes_on_listed(group, piece):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _goes_on_listed(group: Sequence[Piece], piece: Piece) -> bool:
    """Whether ``piece`` belongs to the recipient above; the drafter's code follows a full stop of its own."""
    if piece.text.startswith(_DASHES) or not group[0].text.startswith(_DASHES):
        return False
    is_code = _FILING.match(group[0].text) is not None and _CODE.fullmatch(piece.text) is not None
    return is_code or not group[-1].text.endswith((";", "."))


def table_paragraphs(
    cells: Sequence[tuple[tuple[int, int], Piece]], number: int, section: int
) -> Iterator[FlowParagraph]:
    """Yield the cells of a table, row by row."""
    found: dict[tuple[int, int], list[Piece]] = {}
    for cell, piece in cells:
        found.setdefault(cell, []).append(piece)
    for (row, column), pieces in sorted(found.items()):
        place = FlowPlace(section, _OPEN, number, row, column)
        yield _single(pieces, place, plain_look("line", pitch_of(pieces)))


def _axis(pieces: Sequence[Piece]) -> float:
    """Return the middle that a column is centred on: of most lines, of two the longer one's."""
    if not pieces:
        return 0.0
    if len(pieces) < 3:
        return max(pieces, key=lambda piece: piece.width).centre
    return median(piece.centre for piece in pieces)


def _column_look(piece: Piece, axis: float) -> ParagraphFormat:
    return plain_look("center" if abs(piece.centre - axis) <= CENTRED else "left", 0)


def _single(
    lines: Sequence[Piece], place: FlowPlace, look: ParagraphFormat, drawn: tuple[DrawnLine, ...] = ()
) -> FlowParagraph:
    return FlowParagraph(
        runs=runs_of(lines),
        look=look,
        place=place,
        mark_size=lines[0].size,
        drawn=drawn,
        printed=tuple(line.printed() for line in lines),
    )
