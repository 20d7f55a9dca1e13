"""Headers, footers and page numbers in the margins of the pages."""

import re
from collections import Counter
from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph, FlowPlace
from danvan_desktop.inspection.pdf.footnotes import footnotes_start
from danvan_desktop.inspection.pdf.pages import MeasuredPage
from danvan_desktop.inspection.pdf.paragraphs import plain_format
from danvan_desktop.inspection.pdf.rows import TextSegment
from danvan_desktop.report.text.fold_diacritics import fold_words

_MM = 1440 / 25.4
_NUMBER = re.compile(r"[-–—\s]*(trang\s*)?(\d{1,3}|[ivxlc]{1,6})(\s*/\s*\d{1,3})?[-–—.\s]*", re.IGNORECASE)
_HEAD = 24 * _MM
"""A number above this is a page number: the widest top margin is 25 mm."""
_FOOT = 24.5 * _MM
_RUNNING = 20 * _MM
_SMALL = 12.9
"""Points: address and telephone are set in 11 or 12, the text in 13 or 14."""
_APART = 480.0
"""24 pt: more than the lines of a list of recipients."""


def take_margins(pages: Sequence[MeasuredPage]) -> None:
    """Move page numbers, footnotes and what comes again in the margins out of the rows of ``pages``."""
    repeated = _repeated(pages)
    for page in pages:
        kept: list[list[TextSegment]] = []
        foot = _foot_of(page)
        page.running += (_paragraph(segment) for row in page.rows[foot:] for segment in row)
        page.rows = page.rows[:foot]
        for at, row in enumerate(page.rows):
            edge = at in {0, len(page.rows) - 1}
            if edge and len(row) == 1 and _is_number(row[0], page):
                page.numbers.append(_paragraph(row[0]))
            elif repeated and all(_key(segment, page) in repeated for segment in row):
                page.running += map(_paragraph, row)
            else:
                kept.append(row)
        notes = footnotes_start(kept)
        page.running += (_paragraph(segment) for row in kept[notes:] for segment in row)
        page.rows = kept[:notes]


def _foot_of(page: MeasuredPage) -> int:
    """Return where the foot of a page begins: small lines in its margin, well apart from the text (ô 13)."""
    rows = page.rows
    low = page.height - _RUNNING
    start = len(rows)
    while start and all(
        p.baseline > low and p.size < _SMALL and not _is_number(p, page) for p in rows[start - 1]
    ):
        start -= 1
    apart = 0 < start < len(rows) and rows[start][0].baseline - rows[start - 1][0].baseline > _APART
    return start if apart else len(rows)


def _is_number(segment: TextSegment, page: MeasuredPage) -> bool:
    high = segment.baseline <= _HEAD
    low = segment.baseline >= page.height - _FOOT
    return (high or low) and bool(_NUMBER.fullmatch(segment.text))


def _repeated(pages: Sequence[MeasuredPage]) -> set[tuple[str, int]]:
    """Return what stands at the same place in the margin of several pages."""
    seen = Counter(
        _key(segment, page)
        for page in pages
        for row in (*page.rows[:3], *page.rows[-3:])
        for segment in row
        if segment.baseline < _RUNNING or segment.baseline > page.height - _RUNNING
    )
    return {key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)}


def _key(segment: TextSegment, page: MeasuredPage) -> tuple[str, int]:
    low = segment.baseline > page.height / 2
    return re.sub(r"\d+", "#", fold_words(segment.text)), round(
        page.height - segment.baseline if low else segment.baseline
    )


def _paragraph(segment: TextSegment) -> FlowParagraph:
    return FlowParagraph(
        runs=tuple(segment.runs()),
        format=plain_format("line", 0),
        place=FlowPlace(0, 0),
        mark_size=segment.size,
        printed=(segment.printed(),),
    )
