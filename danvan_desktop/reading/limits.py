"""Resource limits for foreign files: how much of one is read before it is refused as too large.

One table for import and inspection. A real report comes near none of them; they stand against files made
to fill the memory (decompression bombs) and against the wrong file picked by mistake. How deep elements of
XML may lie within one another is the parser's own limit (libxml2: 256).
"""

from danvan_desktop.frozen import frozen

MEBIBYTE = 1024 * 1024

FILE_BYTES = 50 * MEBIBYTE
"""Of a Word file or PDF on disk: it may hold pictures."""


@frozen
class WordLimits:
    """How much a Word file may hold."""

    unpacked_bytes: int = 200 * MEBIBYTE
    """Of all parts together, as the archive states them."""
    part_bytes: int = 48 * MEBIBYTE
    """Of one part of XML once unpacked, whatever the archive states: a thousand pages need 10 MiB."""
    parts: int = 5_000
    """Entries of the archive."""
    tags: int = 1_500_000
    """In one part: what can be held in 400 MB of memory."""
    attributes: int = 1_200_000
    """In one part; they weigh more than tags. A thousand pages, as Word writes them, need 400,000."""
    blocks: int = 20_000
    """Paragraphs and tables of the body that a report can hold: import asks for it, inspection does not."""


WORD = WordLimits()


@frozen
class PdfLimits:
    """How much a PDF may hold."""

    objects: int = 300_000
    """Numbered objects in the file: 500 tagged pages need 60,000."""
    pages: int = 500
    letters: int = 1_400_000
    """On all pages together: 500 full pages hold as many, in 360 MB of memory."""
    page_letters: int = 1_400_000
    """On one page: a full one has 3,000."""
    drawing_bytes: int = 8 * MEBIBYTE
    """Of the content streams of one page once unpacked, each form XObject in its place: a full page of text
    needs 50 KB, and 8 MB of nothing but letters cost PDFium 1.6 GB of memory and 12 s, 32 MB 5.6 GB."""
    font_bytes: int = 64 * MEBIBYTE
    """Of one font or colour profile once unpacked."""
    unpacked_bytes: int = 512 * MEBIBYTE
    """Of all streams that are unpacked to be measured: this limits the time it takes."""
    encrypted_bytes: int = 96 * MEBIBYTE
    """Of an encrypted stream if deflate had packed it at its best: it cannot be measured before PDFium."""
    drawn_objects: int = 20_000
    """Drawn things of one page that are looked at: a map has more, a table does not."""


PDF = PdfLimits()
MEASURED_PDF = PdfLimits(page_letters=20_000)
"""For inspection, which compares the letters and strokes of a page with one another."""
