"""Table of contents (mục lục): its rows are found by their text, whatever columns they stand in."""

from collections.abc import Sequence
from itertools import groupby

from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.pages.page_content import PageContent
from danvan_desktop.importers.recognition.parts.table_of_contents import find_contents
from danvan_desktop.reading.progress import stepped
from danvan_desktop.report.text.normalise import one_line


def contents_of(pages: Sequence[PageContent]) -> list[list[PdfRow]]:
    """The lines of the mục lục, each with the rows on its baseline; empty where there is none."""
    rows = [row for page in stepped(pages) for row in page.rows]
    lines = [list(line) for _, line in groupby(rows, lambda row: (row.page, row.y))]
    places = find_contents([text_of(line) for line in lines])
    return lines[places.start : places.stop]


def text_of(line: Sequence[PdfRow]) -> str:
    """All that stands on one baseline, from left to right."""
    return one_line(" ".join(row.text for row in sorted(line, key=lambda row: row.x0)))
