"""Limits on what a foreign file may hold: what no report needs is refused with a sentence that names it.

One table for import and inspection. These are not what keeps memory and time in bounds: the reader process
does that (``file_reader/limits.py``), whatever a file is made of.
"""

from danvan_desktop.frozen import frozen

MEBIBYTE = 1024 * 1024

FILE_BYTES = 50 * MEBIBYTE
"""Of a Word file or PDF on disk: it may hold pictures."""
WORD_BLOCKS = 20_000
"""Paragraphs and tables of the body that a report can hold: import asks for it, inspection does not."""
WORD_PARAGRAPHS = 150_000
"""Of a Word file, those in cells counted: a table of 2,500 rows and 60 columns takes half a minute."""


@frozen
class PdfLimits:
    """How much a PDF may hold."""

    pages: int = 500
    letters: int = 1_400_000
    """On all pages together: 500 full pages hold as many, in 360 MB of memory."""
    page_letters: int = 1_400_000
    """On one page: a full one has 3,000."""
    drawn_objects: int = 20_000
    """Drawn things of one page that are looked at: a map has more, a table does not."""


PDF = PdfLimits()
MEASURED_PDF = PdfLimits(page_letters=20_000)
"""For inspection, which compares the letters and strokes of a page with one another."""


@frozen
class HtmlLimits:
    """How much formatted text the window lays out, within a second; of more the bare words are taken."""

    characters: int = 5_000_000
    """Of pages without the data of pictures."""
    with_pictures: int = 50 * MEBIBYTE
    """Characters among which the data of pictures is looked for."""
    tags: int = 100_000
    """Beginnings and ends."""
    tags_read: int = 500_000
    """Of which the bare words are read."""
    depth: int = 200
    """Elements in one another: programs make some thirty."""
    items: int = 5_000
    """Of lists: Qt's time grows with their square."""
    typed_lines: int = 20_000
    """Line ends in a page that keeps them as they were typed."""
    places: int = 60_000
    """Of the grids of all tables together, merged cells counted as often as they have places."""
    rules_by_tags: int = 20_000_000
    """Rules of style times tags: each is tried on each."""


HTML = HtmlLimits()
