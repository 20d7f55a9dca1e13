"""What annotations show (their appearance streams): signing software prints number and day by them.

PDFium gives the letters of a page's own contents alone. In a second copy of the file the annotations in
question are made part of those contents; the letters that the page then has more of are theirs.
"""

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.limits import PdfLimits
from danvan_desktop.reading.pdf.annotations.blanks import fill_blanks, lines_of
from danvan_desktop.reading.pdf.annotations.of_page import kind_of
from danvan_desktop.reading.pdf.coordinates import Matrix, page_frame, transformed
from danvan_desktop.reading.pdf.glyphs import GlyphReader
from danvan_desktop.reading.pdf.page import Annotation, Glyph, PdfPage

_SHOWN = frozenset({"Signature", "Widget", "FreeText", "Stamp"})
"""What else is put onto a page marks what stands there, or opens when it is asked for."""
_MOST = 200
"""On one page: a signed one has five; one of more is a form to fill in."""
_NEAR = 1.0
"""Points by which letters may reach out of the box that an annotation says it has."""


@frozen
class _Box:
    """Where an annotation lies on the paper."""

    index: int
    """Among the annotations of its page."""
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether ``glyph`` stands in it."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.3 * glyph.size
        near = _NEAR if glyph.style.level else glyph.size
        return self.left - near <= x <= self.right + near and self.top - near <= y <= self.bottom + near

    @property
    def area(self) -> float:
        """Square points."""
        return (self.right - self.left) * (self.bottom - self.top)


def with_appearances(pages: Sequence[PdfPage], content: bytes, limits: PdfLimits) -> tuple[PdfPage, ...]:
    """Return ``pages``, of the file ``content``, with what their annotations show.

    A number or a day that stands in a blank of the text belongs to the text; any other words to the
    annotation.
    """
    bearing = [page.number for page in pages if any(each.kind in _SHOWN for each in page.annotations)]
    if not bearing:
        return tuple(pages)
    made = list(pages)
    document = pypdfium2.PdfDocument(content)
    try:
        for number in bearing:
            letters = _shown_on(document, pages[number], limits)
            if letters:
                made[number] = _with(pages[number], letters)
    finally:
        document.close()
    return tuple(made)


def _with(page: PdfPage, shown: dict[int, list[Glyph]]) -> PdfPage:
    glyphs: Sequence[Glyph] = page.glyphs
    annotations: list[Annotation] = []
    for index, annotation in enumerate(page.annotations):
        letters = shown.get(index, [])
        filled = fill_blanks(glyphs, letters)
        if filled is not None:
            glyphs = filled
        elif letters and not annotation.text.strip():
            annotations.append(replace(annotation, text=_words(letters)))
        else:
            annotations.append(annotation)
    return replace(page, glyphs=tuple(glyphs), annotations=tuple(annotations))


def _words(letters: Sequence[Glyph]) -> str:
    """What ``letters`` say, line by line; in the order of the file where they do not run to the right."""
    lines = lines_of(letters) if all(glyph.style.level for glyph in letters) else [letters]
    return " ".join("".join(glyph.text for glyph in line) for line in lines)


def _shown_on(document: pypdfium2.PdfDocument, page: PdfPage, limits: PdfLimits) -> dict[int, list[Glyph]]:
    """The letters that each annotation of ``page`` shows, by its index."""
    handle = document[page.number]
    try:
        boxes = _keep_shown(handle.raw, page_frame(handle))
        if not 0 < len(boxes) <= _MOST:
            return {}
        if raw.FPDFPage_Flatten(handle.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
            return {}
    finally:
        handle.close()
    return _sorted(_more_than(page, document, limits), boxes)


def _keep_shown(page: ctypes.c_void_p, frame: Matrix) -> list[_Box]:
    """Take all annotations off ``page`` that show nothing of their own; give the boxes of the others."""
    boxes: list[_Box] = []
    index = known = 0
    while index < raw.FPDFPage_GetAnnotCount(page):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = kind_of(annotation) if annotation else None
        shown = kind in _SHOWN and raw.FPDFAnnot_HasKey(annotation, b"AP")
        if shown:
            boxes.append(_box(annotation, known, frame))
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
        known += kind is not None
        if shown:
            index += 1
        elif not raw.FPDFPage_RemoveAnnot(page, index):
            return []
    return boxes


def _box(annotation: "ctypes._Pointer[ctypes.Structure]", index: int, frame: Matrix) -> _Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    (x0, y0), (x1, y1) = (
        transformed(frame, x, y) for x, y in ((rect.left, rect.bottom), (rect.right, rect.top))
    )
    return _Box(index, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _more_than(page: PdfPage, document: pypdfium2.PdfDocument, limits: PdfLimits) -> list[Glyph]:
    """The letters of the page in ``document`` that ``page`` has not."""
    known = Counter(map(_place, page.glyphs))
    handle = document[page.number]
    text = handle.get_textpage()
    try:
        if text.count_chars() > limits.page_letters:
            return []
        letters = list(GlyphReader(text.raw, page_frame(handle)))
    finally:
        text.close()
        handle.close()
    more: list[Glyph] = []
    for glyph in letters:
        if known[_place(glyph)]:
            known[_place(glyph)] -= 1
        elif glyph.text and glyph.style.visible:
            more.append(glyph)
    return more


def _place(glyph: Glyph) -> tuple[str, float, float]:
    return glyph.text, round(glyph.origin, 1), round(glyph.y, 1)


def _sorted(glyphs: Sequence[Glyph], boxes: Sequence[_Box]) -> dict[int, list[Glyph]]:
    """``glyphs`` by the annotation in whose box they stand, the smallest of several."""
    shown: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        box = min((box for box in boxes if box.holds(glyph)), key=lambda box: box.area, default=None)
        if box is not None:
            shown.setdefault(box.index, []).append(glyph)
    return shown
