"""Paragraphs outside the body text: the two columns of letterhead and closing, and table cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from danvan_desktop.inspection.flow import (
    DrawnLine,
    FlowParagraph,
    FlowPlace,
    ParagraphFormat,
)
from danvan_desktop.inspection.pdf.paragraphs import CENTRED, pitch_of, plain_format, rules_under, runs_of
from danvan_desktop.inspection.pdf.rows import TextSegment
from danvan_desktop.inspection.pdf.strokes import MeasuredStroke
from danvan_desktop.inspection.pdf.text_area import Area
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
    aside = not right or median(segment.centre for segment in right) > paper_width * _MIDDLE
    columns = [(left, 0), (right, 1 if aside else 0)]
    for segments, column in columns:
        axis = _axis(segments)
        for row, lines in enumerate(_whole_number(segments)):
            place = FlowPlace(0, _OPEN, HEAD, row, column, splits=False)
            drawn = rules_under(lines[-1], rules.get(lines[-1], ()))
            found = _single(lines, place, _column_look(lines[0], axis), drawn)
            yield replace(found, runs=tuple(run for line in lines for run in line.runs()))


def _whole_number(segments: Sequence[TextSegment]) -> Iterator[list[TextSegment]]:
    """Yield the lines of a column; a symbol too long for its line goes on in the next, behind a hyphen."""
    group: list[TextSegment] = []
    for segment in segments:
        if group and not _OPEN_NUMBER.fullmatch(group[-1].text):
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def closing_paragraphs(rows: Sequence[Row], area: Area, section: int) -> Iterator[FlowParagraph]:
    """Yield Nơi nhận with its list, then the signing column."""
    segments = [segment for row in rows for segment in row]
    right = [segment for segment in segments if is_signing(segment, area.left, area.width)]
    left = [segment for segment in segments if not is_signing(segment, area.left, area.width)]
    for lines in _listed(left):
        paragraph_format = plain_format("line", pitch_of(lines), first_line=lines[0].left - area.left)
        yield _single(lines, FlowPlace(section, _OPEN, CLOSING, 0, 0, splits=False), paragraph_format)
    axis = _axis(right)
    for segment in right:
        place = FlowPlace(section, _OPEN, CLOSING, 0, 1, splits=False)
        yield _single([segment], place, _column_look(segment, axis))


def _listed(segments: Sequence[TextSegment]) -> Iterator[list[TextSegment]]:
    """Yield the recipients, each with the lines it takes."""
    group: list[TextSegment] = []
    for segment in segments:
        if group and not _goes_on_listed(group, segment):
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _goes_on_listed(group: Sequence[TextSegment], segment: TextSegment) -> bool:
    """Whether ``segment`` belongs to the recipient above; the drafter's code follows its full stop."""
    if segment.text.startswith(_DASHES) or not group[0].text.startswith(_DASHES):
        return False
    is_code = _FILING.match(group[0].text) is not None and _CODE.fullmatch(segment.text) is not None
    return is_code or not group[-1].text.endswith((";", "."))


def table_paragraphs(
    cells: Sequence[tuple[tuple[int, int], TextSegment]], number: int, section: int
) -> Iterator[FlowParagraph]:
    """Yield the cells of a table, row by row."""
    found: dict[tuple[int, int], list[TextSegment]] = {}
    for cell, segment in cells:
        found.setdefault(cell, []).append(segment)
    for (row, column), segments in sorted(found.items()):
        place = FlowPlace(section, _OPEN, number, row, column)
        yield _single(segments, place, plain_format("line", pitch_of(segments)))


def _axis(segments: Sequence[TextSegment]) -> float:
    """Return the middle that a column is centred on: of most lines, of two the longer one's."""
    if not segments:
        return 0.0
    if len(segments) < 3:
        return max(segments, key=lambda segment: segment.width).centre
    return median(segment.centre for segment in segments)


def _column_look(segment: TextSegment, axis: float) -> ParagraphFormat:
    return plain_format("center" if abs(segment.centre - axis) <= CENTRED else "left", 0)


def _single(
    lines: Sequence[TextSegment],
    place: FlowPlace,
    paragraph_format: ParagraphFormat,
    drawn: tuple[DrawnLine, ...] = (),
) -> FlowParagraph:
    return FlowParagraph(
        runs=runs_of(lines),
        format=paragraph_format,
        place=place,
        mark_size=lines[0].size,
        drawn=drawn,
        printed=tuple(line.printed() for line in lines),
    )
