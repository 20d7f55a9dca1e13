"""Layout zones of a page: which rows are letterhead, table or closing block, by text and position."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.rows import TextSegment, cut, joined
from danvan_desktop.inspection.pdf.strokes import MeasuredStroke
from danvan_desktop.inspection.recognition.closing import is_annex_label
from danvan_desktop.report.text.fold_diacritics import fold_words

Row = list[TextSegment]

HEAD_ROWS = 14
"""Rows from the top of page 1 among which the letterhead is looked for."""
_NATION = re.compile(r"\bC[ỘO]NG\s+H(ÒA|OÀ|OA)\b", re.IGNORECASE)
_MOTTO = re.compile(r"\bĐ[ộo]c\s+l[ậa]p\b", re.IGNORECASE)
_DATE = re.compile(r"(?P<number>Số\s*:.*?/\s*\S+(?:\s*-\s*\S+)*)\s+(?P<date>\S.*\bngày\b.*)", re.IGNORECASE)
_IS_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_OPEN_SYMBOL = re.compile(r"Số\s*:[\s\d]*/\s*[A-ZĐ]+-(?=\s|$)")
_IS_NUMBER = re.compile(r"Số\s*:", re.IGNORECASE)
_LETTER_SUBJECT = re.compile(r"V/v\b|Về việc\b", re.IGNORECASE)
_LETTER_ROWS = 6
_LETTER_PITCH = 1.7
"""Ems from line to line of a V/v, at most."""
_LABEL = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
_RIGHT_SHARE = 0.3
"""What begins further right than this part of the text's width belongs to the signing column."""
_SIGNING_ABOVE = 6
"""Rows that may stand above "Nơi nhận" where the columns are not level: all of the signing column at most."""
_LIST_SIZE, _LARGER = 12.5, 1.5
"""Points: the list of Nơi nhận is smaller, the signing lines are larger by so much."""
_SMALL = 40.0
"""2 pt: lines nearer than this are one."""


def head_rows(rows: Sequence[Row]) -> int:
    """Return how many rows of page 1 make the letterhead; 0 where there is none."""
    near = (" ".join(segment.text for segment in row) for row in rows[:HEAD_ROWS])
    texts = [*takewhile(lambda text: not fold_words(text).startswith("bao cao"), near)]
    if not any("cong hoa xa hoi" in fold_words(text) for text in texts):
        return 0
    # Of each the first: dates come in the text below too, numbers perhaps.
    last = (
        next((i for i, text in enumerate(texts) if is_it(text)), 0)
        for is_it in (_IS_DATE.search, _IS_NUMBER.match, _MOTTO.search)
    )
    end = max(last) + 1
    end += 1 if _goes_on(rows[end - 1 : end + 1]) else 0
    return end + _letter_subject(rows, end)


def _letter_subject(rows: Sequence[Row], end: int) -> int:
    """Return how many rows below the number are "V/v …" of a công văn: they stand in the left column."""
    nation = next((p for row in rows[:end] for p in row if _NATION.search(p.text)), None)
    if nation is None or end >= len(rows) or not _LETTER_SUBJECT.match(rows[end][0].text):
        return 0
    count = 0
    for above, row in pairwise(rows[end - 1 : end + _LETTER_ROWS]):
        near = row[0].baseline - above[0].baseline <= _LETTER_PITCH * row[0].size * 20 or not count
        if len(row) > 1 or row[0].right > nation.centre or not near:
            break
        count += 1
    return count


def _goes_on(rows: Sequence[Row]) -> bool:
    """Whether the symbol at the left of the first of two rows was too long and ends in the second."""
    if len(rows) < 2 or len(rows[1]) > 1 or not _OPEN_SYMBOL.match(joined(rows[0]).text):
        return False
    rest = rows[1][0]
    return rest.text.isupper() and " " not in rest.text and rest.right < rows[0][-1].centre


def head_columns(rows: Sequence[Row]) -> tuple[list[TextSegment], list[TextSegment]]:
    """Return the segments left and right in the letterhead."""
    parted = [segment for row in rows for segment in _parted(row)]
    nation = next((segment for segment in parted if _NATION.search(segment.text)), None)
    edge = nation.left if nation else 0.0
    left = [segment for segment in parted if segment.centre < edge]
    return left, [segment for segment in parted if segment.centre >= edge]


def _parted(row: Row) -> Iterator[TextSegment]:
    """Yield the two columns of a row, however wide the gaps in and between them are."""
    whole = joined(row)
    if match := _DATE.fullmatch(whole.text):
        yield from cut(whole, match.start("date"))
        return
    if _IS_DATE.search(whole.text):
        yield whole
        return
    for pattern in (_NATION, _MOTTO):
        match = pattern.search(whole.text)
        if match and match.start() > 0:
            yield from (segment for segment in cut(whole, match.start()) if segment.glyphs)
            return
    yield from [whole] if _IS_NUMBER.match(whole.text) else row


# ------------------------------------------------------------------------------------- tables


@frozen
class RuledArea:
    """The grid of a ruled table: its edges, and where its columns and rows end."""

    left: float
    top: float
    right: float
    bottom: float
    columns: tuple[float, ...]
    """Where its standing lines are."""
    rows: tuple[float, ...]
    """Where its lying lines are."""

    def holds(self, segment: TextSegment) -> bool:
        """Whether ``segment`` stands in it."""
        within = self.left - _SMALL <= segment.centre <= self.right + _SMALL
        return within and self.top <= segment.baseline <= self.bottom + _SMALL

    def cell(self, segment: TextSegment) -> tuple[int, int]:
        """Return row and column of ``segment``."""
        return (
            sum(y < segment.baseline - _SMALL for y in self.rows),
            sum(x < segment.left + _SMALL for x in self.columns),
        )


def grids_of(strokes: Sequence[MeasuredStroke]) -> list[RuledArea]:
    """Return the ruled tables: standing lines that overlap or follow one another."""
    standing = sorted((s for s in strokes if not s.is_level), key=lambda s: s.y1)
    groups: list[list[MeasuredStroke]] = []
    for stroke in standing:
        if groups and stroke.y1 <= max(s.y2 for s in groups[-1]) + 2 * _SMALL:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    found = []
    for group in groups:
        columns = _apart(sorted(s.x for s in group))
        if len(columns) > 1:
            top, bottom = min(s.y1 for s in group), max(s.y2 for s in group)
            lying = [s.y for s in strokes if s.is_level and top - _SMALL <= s.y <= bottom + _SMALL]
            found.append(RuledArea(columns[0], top, columns[-1], bottom, columns, _apart(sorted(lying))))
    return found


def _apart(places: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] > _SMALL:
            kept.append(place)
    return tuple(kept)


def whole_rows(rows: Sequence[Row], grids: Sequence[RuledArea]) -> list[Row]:
    """Return ``rows`` with wide gaps closed that are blanks to fill in, and no columns of a table."""
    return [
        row if len(row) == 1 or _in_columns(rows, index) or _is_ruled(row, grids) else [joined(row)]
        for index, row in enumerate(rows)
    ]


def _is_ruled(row: Row, grids: Sequence[RuledArea]) -> bool:
    return any(grid.holds(segment) for grid in grids for segment in row)


def _in_columns(rows: Sequence[Row], index: int) -> bool:
    """Whether a neighbour of the row is parted at the same places."""
    edges = [segment.left for segment in rows[index][1:]]
    near = [*rows[max(0, index - 1) : index], *rows[index + 1 : index + 2]]
    return any(abs(segment.left - edge) <= _SMALL for row in near for segment in row[1:] for edge in edges)


def rules_below(
    rows: Sequence[Row], strokes: Sequence[MeasuredStroke]
) -> dict[TextSegment, list[MeasuredStroke]]:
    """Return the lying strokes that are no part of a table, each with the letters right above it."""
    grids = grids_of(strokes)
    found: dict[TextSegment, list[MeasuredStroke]] = {}
    for stroke in strokes:
        if not stroke.is_level:
            continue
        ruled = any(g.top - _SMALL <= stroke.y <= g.bottom + _SMALL for g in grids)
        above = [
            segment
            for row in rows
            for segment in row
            if segment.baseline < stroke.y and segment.left < stroke.x2 and segment.right > stroke.x1
        ]
        if above and not ruled:
            found.setdefault(max(above, key=lambda segment: segment.baseline), []).append(stroke)
    return found


# ------------------------------------------------------------------------------------- closing


def is_closing_label(row: Row) -> bool:
    """Whether "Nơi nhận:" stands at the left of ``row``."""
    return bool(_LABEL.fullmatch(row[0].text.strip()))


def closing_start(rows: Sequence[Row], label: int, left: float, width: float) -> int:
    """Return the first row of the closing block whose label is row ``label``."""
    start = label
    while start > max(0, label - _SIGNING_ABOVE) and all(is_signing(p, left, width) for p in rows[start - 1]):
        start -= 1
    # The signing column begins with quyền hạn, chức vụ; what else stands at the right is of the text.
    return next((i for i in range(start, label) if all(p.text.isupper() for p in rows[i])), label)


def closing_columns(row: Row) -> Row:
    """Part small letters of Nơi nhận from a signing line right beside them, which is larger."""
    return [part for segment in row for part in _parted_by_size(segment)]


def _parted_by_size(segment: TextSegment) -> Iterator[TextSegment]:
    smallest = segment.glyphs[0].style.size
    larger = [index for index, glyph in enumerate(segment.glyphs) if glyph.style.size >= smallest + _LARGER]
    if not larger or smallest > _LIST_SIZE:
        yield segment
        return
    yield from cut(segment, sum(len(glyph.text) for glyph in segment.glyphs[: larger[0]]))


def is_signing(segment: TextSegment, left: float, width: float) -> bool:
    """Whether ``segment`` stands in the signing column."""
    return segment.left > left + width * _RIGHT_SHARE


def ends_closing(row: Row, left: float, width: float) -> bool:
    """Whether ``row``, on a page after the closing block's first, belongs to it no more."""
    first = row[0]
    listed = first.text.startswith(("-", "–")) and first.size < 12.5
    return is_annex_label(joined(row).text) or not (is_signing(first, left, width) or listed)
