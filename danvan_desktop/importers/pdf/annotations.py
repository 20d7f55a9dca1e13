"""What people have put onto the pages of a PDF: remarks, filled fields, stamps. None of it is the text."""

import ctypes
from collections.abc import Iterator

from pypdfium2 import raw

from danvan_desktop.report.text.normalise import one_line

_SAYS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
        raw.FPDF_ANNOT_STAMP,
    }
)
_MOST = 1_000
"""On one page."""
_LONGEST = 20_000


def remarks_on_page(page: ctypes.c_void_p) -> tuple[str, ...]:
    """The words of all remarks and fields on ``page``; one without words is "" (a stamp, a signature)."""
    count = max(raw.FPDFPage_GetAnnotCount(page), 0)
    return tuple(text for index in range(min(count, _MOST)) for text in _at(page, index))


def _at(page: ctypes.c_void_p, index: int) -> Iterator[str]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return
    try:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_WIDGET:
            yield from filter(None, [_string(annotation, b"V")])
        elif kind in _SAYS and (text := _string(annotation, b"Contents") or _lone(kind)) is not None:
            yield text
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _lone(kind: int) -> str | None:
    """What stands for a remark without words: a stamp is seen, a coloured line says nothing."""
    return "" if kind == raw.FPDF_ANNOT_STAMP else None


def _string(annotation: "ctypes._Pointer[ctypes.Structure]", key: bytes) -> str:
    buffer = (ctypes.c_uint16 * _LONGEST)()
    length = raw.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer))
    data = bytes(buffer)[: max(min(length, ctypes.sizeof(buffer)) - 2, 0)]
    return one_line(data.decode("utf-16-le", "replace"))
