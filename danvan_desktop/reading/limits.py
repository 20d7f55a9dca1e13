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


WORD_LIMITS = WordLimits()
