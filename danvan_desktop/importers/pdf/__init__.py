"""PDF importer: glyphs with their positions become rows, paragraphs and tables, these a report."""

from datetime import datetime

from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.importers.input_file import InputFile, Mint
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage, imported_page
from danvan_desktop.reading.pdf import read_pdf
from danvan_desktop.reading.progress import stepped
from danvan_desktop.reading.unreadable import UnreadableFileError
from danvan_desktop.report.model import Block, ImportNote, Report

__all__ = ["read", "read_blocks"]

_OWN = "Danvan Desktop"


@gc_paused()
def read(source: InputFile, now: datetime) -> Report:
    """Read a ``.pdf`` file.

    Raises:
        UserError: it is no PDF, damaged, too large, has a password, or has no text to take.
    """
    from danvan_desktop.importers.pdf.assemble import report_from_pages

    pages, own = _readable(source)
    return report_from_pages(pages, now, own=own)


@gc_paused()
def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of a ``.pdf`` file, with ids from ``mint``, and notes on what was not taken.

    The title of a Mục becomes a numbered heading: an insertion makes no section.

    Raises:
        UserError: as :func:`read`.
    """
    from danvan_desktop.importers.pdf.assemble import blocks_from_pages

    pages, own = _readable(source)
    return blocks_from_pages(pages, mint, own=own)


def _readable(source: InputFile) -> tuple[list[ImportedPage], bool]:
    """All pages, and whether they are those of a PDF of this program, with its tags."""
    from danvan_desktop.importers.pdf.error_messages import refusal, refuse_without_text

    name = source.path.name
    try:
        file = read_pdf(source.data)
    except UnreadableFileError as error:
        raise refusal(error, name) from error
    pages = [imported_page(page, damaged=page.number in file.damaged) for page in stepped(file.pages)]
    refuse_without_text(name, pages)
    own = file.creator.startswith(_OWN) and all(page.tags for page in pages if page.has_text)
    return pages, own
