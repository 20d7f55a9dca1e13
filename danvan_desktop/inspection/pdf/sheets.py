"""One page of a PDF as plain rows and strokes; the only module besides glyphs and strokes to ask pdfium."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.errors import UserError
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.pdf.glyphs import UNREADABLE, Letters, frame_of
from danvan_desktop.inspection.pdf.line_numbers import without_line_numbers
from danvan_desktop.inspection.pdf.opening import damaged
from danvan_desktop.inspection.pdf.rows import Piece, rows_of
from danvan_desktop.inspection.pdf.strokes import Stroke, read_drawing

if TYPE_CHECKING:
    from danvan_desktop.inspection.pdf.fonts import Font

LETTER_LIMIT = 20_000
"""Letters of one page that are measured: a full page has 3,000."""
_COMMENTS = {
    raw.FPDF_ANNOT_TEXT,
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_STRIKEOUT,
    raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_CARET,
}


@dataclass(slots=True)
class Sheet:
    """A page as read; twips from the paper's top left corner."""

    index: int
    width: float
    height: float
    rows: list[list[Piece]]
    """Of the text; what lies in the margins is taken out of them."""
    strokes: list[Stroke]
    images: int
    patches: int
    """Coloured areas, and marks of readers."""
    comments: int
    unreadable: int
    numbers: list[FlowParagraph] = field(default_factory=list)
    running: list[FlowParagraph] = field(default_factory=list)
    """Heads and feet that come again on other pages."""
    section: int = 0


def read_sheets(document: pypdfium2.PdfDocument, name: str) -> tuple[list[Sheet], "list[Font]"]:
    """Return all pages and the fonts of their letters.

    Raises:
        UserError: a page cannot be read, or holds nothing but a picture.
    """
    letters = Letters()
    try:
        sheets = [_sheet(document[index], index, letters, name) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UserError(damaged(name)) from error
    if not any(sheet.rows for sheet in sheets):
        if any(sheet.images for sheet in sheets):
            raise UserError(
                f"Tệp “{name}” là bản quét (ảnh chụp trang giấy), không có chữ để đo. "
                "Hãy kiểm tra tệp PDF xuất từ báo cáo, không phải bản quét."
            )
        raise UserError(f"Tệp “{name}” không có chữ nào để đo. Hãy chọn tệp PDF của báo cáo.")
    return sheets, list(letters.fonts.values())


def _sheet(page: pypdfium2.PdfPage, index: int, letters: Letters, name: str) -> Sheet:
    frame = frame_of(page.get_cropbox(), page.get_rotation())
    text = page.get_textpage()
    try:
        if text.count_chars() > LETTER_LIMIT:
            raise UserError(
                f"Trang {index + 1} của tệp “{name}” có quá nhiều chữ để là một trang báo cáo. "
                "Hãy chọn đúng tệp PDF của báo cáo."
            )
        glyphs = without_line_numbers(list(letters.read(text.raw, frame)))
        drawing = read_drawing(page.raw, frame)
        kinds = list(_annotations(page.raw))
        width, height = page.get_size()
        return Sheet(
            index=index,
            width=width * 20,
            height=height * 20,
            rows=rows_of(index, glyphs, drawing.strokes),
            strokes=drawing.strokes,
            images=drawing.images,
            patches=drawing.patches + kinds.count(raw.FPDF_ANNOT_HIGHLIGHT),
            comments=sum(kind in _COMMENTS for kind in kinds),
            unreadable=sum(glyph.text == UNREADABLE for glyph in glyphs),
        )
    finally:
        text.close()
        page.close()


def _annotations(page: ctypes.c_void_p) -> Iterator[int]:
    for index in range(min(max(raw.FPDFPage_GetAnnotCount(page), 0), LETTER_LIMIT)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            yield raw.FPDFAnnot_GetSubtype(note)
            raw.FPDFPage_CloseAnnot(note)
