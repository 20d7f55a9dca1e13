"""The pages of a PDF as inspection measures them: rows of text and strokes, in twips."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.errors import UserError
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.pdf.rows import TWIPS, TextSegment, rows_of
from danvan_desktop.inspection.pdf.strokes import MeasuredStroke, measured_stroke
from danvan_desktop.reading.pdf.line_numbers import without_line_numbers
from danvan_desktop.reading.pdf.page import UNMAPPED, PdfPage
from danvan_desktop.reading.progress import stepped

_COMMENTS = frozenset({"Text", "FreeText", "Ink", "StrikeOut", "Underline", "Squiggly", "Caret"})


@dataclass(slots=True)
class MeasuredPage:
    """One page: rows of text, strokes, counts of pictures and comments; twips from the top left corner."""

    index: int
    width: float
    height: float
    rows: list[list[TextSegment]]
    """Of the text; what lies in the margins is taken out of them."""
    strokes: list[MeasuredStroke]
    images: int
    patches: int
    """Coloured areas, and marks of readers."""
    comments: int
    unreadable: int
    numbers: list[FlowParagraph] = field(default_factory=list)
    running: list[FlowParagraph] = field(default_factory=list)
    """Heads and feet that come again on other pages."""
    section: int = 0


def measured_pages(pages: Sequence[PdfPage], name: str) -> list[MeasuredPage]:
    """Convert ``pages``, those of the file called ``name``.

    Raises:
        UserError: there is no text in them.
    """
    measured = [_measured(page) for page in stepped(pages)]
    if not any(page.rows for page in measured):
        if any(page.images for page in measured):
            raise UserError(
                f"Tệp “{name}” là ảnh quét, không có chữ để đo. Hãy kiểm tra tệp PDF xuất từ báo cáo."
            )
        raise UserError(f"Tệp “{name}” không có chữ nào để đo. Hãy chọn tệp PDF của báo cáo.")
    return measured


def _measured(page: PdfPage) -> MeasuredPage:
    seen, _ = without_line_numbers(page.glyphs)
    glyphs = [glyph if glyph.text else replace(glyph, text=UNMAPPED) for glyph in seen]
    kinds = [annotation.kind for annotation in page.annotations]
    return MeasuredPage(
        index=page.number,
        width=page.width * TWIPS,
        height=page.height * TWIPS,
        rows=rows_of(page.number, glyphs, page.strokes),
        strokes=[measured_stroke(stroke) for stroke in page.strokes],
        images=page.images,
        patches=page.patches + kinds.count("Highlight"),
        comments=sum(kind in _COMMENTS for kind in kinds),
        unreadable=[glyph.text for glyph in glyphs].count(UNMAPPED),
    )
