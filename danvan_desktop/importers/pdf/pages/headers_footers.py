"""Headers, footers and page numbers: found at the edges of pages and taken out of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.rows import PdfRow

_NUMBER = re.compile(r"[-–—]?\s*(?:[Tt]rang\s*:?)?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\s*[-–—.]?")
_EDGE = 0.12
"""The share of the page, at its top and at its foot, in which they stand."""
_MOST_LINES = 2
_MARGIN = 0.3
"""The share of the page's width in which a line of text begins."""
_CLOSE = 1.1
_APART = 1.7
"""Ems to the nearest line of text: of a number away from the margin, and of one at it."""
_LONGEST = 160
_FEWEST_PAGES = 2


@dataclass(slots=True)
class HeadersFooters:
    """Texts of the headers, footers and page numbers taken out, for the import notes."""

    numbers: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    numbered_lines: int = 0


def split_headers_footers(
    pages: Sequence[ImportedPage], rows: Sequence[list[PdfRow]]
) -> tuple[list[list[PdfRow]], HeadersFooters]:
    """Part ``rows``, those of each page from top to bottom, from headers, footers and page numbers."""
    headers_footers = HeadersFooters()
    repeated = _repeated(pages, rows)
    kept: list[list[PdfRow]] = []
    for page, lines in zip(pages, rows, strict=True):
        rest = list(lines)
        for at_top in (True, False):
            for _ in range(_MOST_LINES):
                edge = _edge(page, rest, at_top=at_top)
                if edge and _is_number(edge, page, rest):
                    headers_footers.numbers.append(edge[0].text)
                elif edge and (_key(edge) in repeated or _is_untagged(edge, page)):
                    headers_footers.heads += [row.text for row in edge]
                else:
                    break
                rest = [row for row in rest if row not in edge]
        kept.append(rest)
    return kept, headers_footers


def _edge(page: ImportedPage, rows: list[PdfRow], *, at_top: bool) -> list[PdfRow]:
    """The rows of the first or last line, where it stands in the margin."""
    if not rows:
        return []
    y = rows[0].y if at_top else rows[-1].y
    inside = y <= page.height * _EDGE if at_top else y >= page.height * (1 - _EDGE)
    return [row for row in rows if row.y == y] if inside else []


def _is_number(edge: list[PdfRow], page: ImportedPage, rows: list[PdfRow]) -> bool:
    """Whether the line is a page number: alone and set apart from the text."""
    match = _NUMBER.fullmatch(edge[0].text)
    if match is None or len(edge) > 1 or not 0 < int(match[1]) <= 999:
        return False
    others = [abs(row.y - edge[0].y) for row in rows if row not in edge]
    gap = min(others, default=page.height) / edge[0].size
    away = edge[0].x0 > _MARGIN * page.width
    return gap > (_CLOSE if away else _APART) and (page.number > 0 or int(match[1]) <= _MOST_LINES)


def _repeated(pages: Sequence[ImportedPage], rows: Sequence[list[PdfRow]]) -> set[tuple[str, int]]:
    """The lines at the pages' edges that stand on most of the pages."""
    found: Counter[tuple[str, int]] = Counter()
    for page, lines in zip(pages, rows, strict=True):
        keys = {_key(edge) for at_top in (True, False) if (edge := _edge(page, lines, at_top=at_top))}
        found.update(keys)
    fewest = max(_FEWEST_PAGES, round(0.6 * len(pages)))
    return {key for key, count in found.items() if count >= fewest and len(key[0]) <= _LONGEST}


def _key(edge: Sequence[PdfRow]) -> tuple[str, int]:
    """The line with its numbers left out, and its height."""
    return re.sub(r"\d+", "#", " ".join(row.text for row in edge)), round(edge[0].y / 2)


def _is_untagged(edge: list[PdfRow], page: ImportedPage) -> bool:
    """In a tagged file what belongs to no block is no text of the author's."""
    return page.is_tagged and all(row.tag is None for row in edge)
