"""A foreign PDF: what it *holds*, as plain values.

All lengths are PDF points (1/72 inch) from the top left corner of the paper as it is looked at, y downwards:
the file's own unit, so that nothing is lost by rounding, and the way in which people read. Inspection, which
compares with the twips of Word files, converts where it takes the values over.

Bytes go in, values come out: nobody else holds anything of PDFium, which may be asked by one thread only.
"""

from danvan_desktop.reading.limits import PDF, PdfLimits
from danvan_desktop.reading.pdf.page import ForeignPdf


def read_pdf(content: bytes, limits: PdfLimits = PDF, *, tags: bool = True) -> ForeignPdf:
    """Read the PDF whose bytes are ``content``; ``tags``: with its structure tree, which takes a while.

    Raises:
        UnreadableFileError: it is no PDF, damaged, has a password or no page, or holds more than ``limits``
            allow; it says which.
    """
    from danvan_desktop.reading.pdf.extract import read_all  # PDFium takes a while to load

    return read_all(content, limits, tags=tags)
