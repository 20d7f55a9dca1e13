"""Opens a PDF with PDFium, which knows no threads: a process reads one file at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from danvan_desktop.reading.limits import PdfLimits
from danvan_desktop.reading.unreadable import UnreadableFileError

_LOCKED = frozenset({4, 5})
"""FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY; a file that only may not be changed opens without a password."""


@contextmanager
def open_pdf(content: bytes, limits: PdfLimits) -> Iterator[pypdfium2.PdfDocument]:
    """Open the PDF whose bytes are ``content``.

    Raises:
        UnreadableFileError: it is no PDF, damaged, has a password, no page or too many; or it turns out
            damaged while it is read.
    """
    if not content:
        raise UnreadableFileError("empty")
    if b"%PDF-" not in content[:1024]:
        raise UnreadableFileError("other_kind")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in _LOCKED
        raise UnreadableFileError("encrypted" if locked else "damaged") from error
    try:
        _check_pages(len(document), limits)
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError("damaged") from error
    finally:
        document.close()


def _check_pages(count: int, limits: PdfLimits) -> None:
    if count == 0:
        raise UnreadableFileError("damaged")
    if count > limits.pages:
        raise UnreadableFileError("too_many_pages", count)
