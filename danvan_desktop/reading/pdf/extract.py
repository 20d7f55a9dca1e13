"""Extracts all pages of a PDF with PDFium, one after the other, as plain values."""

from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.reading import progress
from danvan_desktop.reading.limits import PdfLimits
from danvan_desktop.reading.pdf.annotations.appearances import with_appearances
from danvan_desktop.reading.pdf.annotations.of_page import page_annotations
from danvan_desktop.reading.pdf.coordinates import page_frame, page_size
from danvan_desktop.reading.pdf.damage import damaged_pages
from danvan_desktop.reading.pdf.document import open_pdf
from danvan_desktop.reading.pdf.drawing import page_drawing
from danvan_desktop.reading.pdf.glyphs import GlyphReader
from danvan_desktop.reading.pdf.page import ForeignPdf, PdfPage
from danvan_desktop.reading.pdf.structure import page_tags
from danvan_desktop.reading.unreadable import UnreadableFileError


def read_all(content: bytes, limits: PdfLimits, *, tags: bool) -> ForeignPdf:
    """Read the PDF whose bytes are ``content``, as :func:`danvan_desktop.reading.pdf.read_pdf` tells."""
    with open_pdf(content, limits) as document:
        pages = with_appearances(tuple(_pages(document, limits, tags=tags)), content, limits)
        return ForeignPdf(
            pages=pages,
            creator=document.get_metadata_value("Creator"),
            is_encrypted=raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1,
            has_javascript=raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0,
            has_form=document.get_formtype() != raw.FORMTYPE_NONE
            and raw.FPDF_GetSignatureCount(document.raw) <= 0,
            damaged=damaged_pages(content, document),
        )


def _pages(document: pypdfium2.PdfDocument, limits: PdfLimits, *, tags: bool) -> Iterator[PdfPage]:
    """Yield all pages; their letters are counted before they are read."""
    letters = 0
    for number in progress.pages(range(len(document))):
        page = document[number]
        text = page.get_textpage()
        try:
            count = text.count_chars()
            letters += count
            if count > limits.page_letters:
                raise UnreadableFileError("too_much_text", number + 1)
            if letters > limits.letters:
                raise UnreadableFileError("too_much_text")
            yield _page(page, text, number, tags=tags)
        finally:
            text.close()
            page.close()


def _page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int, *, tags: bool) -> PdfPage:
    frame = page_frame(page)
    drawing = page_drawing(page.raw, frame)
    width, height = page_size(page)
    return PdfPage(
        number=number,
        width=width,
        height=height,
        glyphs=tuple(GlyphReader(text.raw, frame)),
        strokes=tuple(drawing.strokes),
        patches=drawing.patches,
        images=drawing.images,
        image_share=min(drawing.image_area / (width * height), 1.0),
        tags=page_tags(page.raw, number) if tags else {},
        annotations=page_annotations(page.raw),
    )
