"""A PDF with text becomes a report: letters with their places, then lines, paragraphs, tables, parts."""

from datetime import datetime
from threading import Lock

from danvan_desktop.importers.input_file import InputFile, Mint
from danvan_desktop.importers.pdf.page import Page
from danvan_desktop.report.model import Block, ImportNote, Report

__all__ = ["read", "read_blocks"]

_PDFIUM = Lock()
"""PDFium may be asked by one thread at a time."""
_OWN = "Danvan Desktop"


def read(source: InputFile, now: datetime) -> Report:
    """Read a ``.pdf`` file.

    Raises:
        UserError: it is no PDF, damaged, too large, has a password, or has no text to take.
    """
    from danvan_desktop.importers.pdf.reader import report_from_pages

    pages, own = _readable(source)
    return report_from_pages(pages, now, own=own)


def read_blocks(source: InputFile, mint: Mint) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of a ``.pdf`` file, with ids from ``mint``, and notes on what was not taken.

    The title of a Mục becomes a numbered heading: an insertion makes no section.

    Raises:
        UserError: as :func:`read`.
    """
    from danvan_desktop.importers.pdf.reader import blocks_from_pages

    pages, own = _readable(source)
    return blocks_from_pages(pages, mint, own=own)


def _readable(source: InputFile) -> tuple[list[Page], bool]:
    """All pages, and whether they are those of a PDF of this program, with its tags."""
    from danvan_desktop.importers.pdf.remarks import refuse_without_text

    with _PDFIUM:
        pages, own = _pages(source)
    refuse_without_text(source.path.name, pages)
    return pages, own and all(page.tags for page in pages if page.has_text)


def _pages(source: InputFile) -> tuple[list[Page], bool]:
    """Read all pages, and whether this program made the file."""
    import pypdfium2

    from danvan_desktop.importers.pdf.extract import count_letters, read_page
    from danvan_desktop.importers.pdf.opening import MOST_LETTERS, damaged, open_pdf, too_much_text

    document = open_pdf(source)
    try:
        numbers = range(len(document))
        if sum(count_letters(document, number) for number in numbers) > MOST_LETTERS:
            raise too_much_text(source.path.name)
        pages = [read_page(document, number) for number in numbers]
        return pages, document.get_metadata_value("Creator").startswith(_OWN)
    except pypdfium2.PdfiumError as error:
        raise damaged(source.path.name) from error
    finally:
        document.close()
