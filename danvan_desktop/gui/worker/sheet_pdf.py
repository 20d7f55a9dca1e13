"""PDF of a compliance sheet: one or two A4 pages with places for the two signatures. Nothing of Qt here."""

from pathlib import Path

from danvan_desktop.atomic_files import write_all
from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.fonts import find_fonts
from danvan_desktop.inspection.printable import sheet_document
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.layout.pages import ChoosePages, Pages
from danvan_desktop.layout.typeset.pagination import typeset


def sheet_pdf(sheet: ComplianceSheet, choose: ChoosePages | None = None) -> tuple[bytes, Pages]:
    """Return ``sheet`` as a PDF, and its pages; those that ``choose`` takes.

    Raises:
        UserError: the system has no font to set it with.
    """
    fonts = find_fonts()
    pages = typeset(sheet_document(sheet), fonts).chosen(choose)
    return pdf_bytes(pages, fonts), pages


def save_sheet(sheet: ComplianceSheet, path: Path, choose: ChoosePages | None = None) -> None:
    """Write ``sheet``, or the pages that ``choose`` takes, as the PDF ``path`` in the place of what is there.

    Raises:
        UserError: it cannot be set or written.
    """
    pdf, _ = sheet_pdf(sheet, choose)
    write_all({path: pdf}, force=True)


def sheet_name(sheet: ComplianceSheet) -> str:
    """Propose a file name: that of the file it speaks of, with what it is."""
    stem, _, suffix = sheet.source.name.rpartition(".")
    return f"{stem or sheet.source.name}-{suffix.lower()}-phieu-kiem-tra.pdf"
