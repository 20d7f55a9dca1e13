"""Annotations of a page: comments, marks, stamps and form fields that people have put onto it."""

import ctypes
from collections.abc import Iterator

from pypdfium2 import raw

from danvan_desktop.reading.pdf.page import Annotation

_KINDS = {
    raw.FPDF_ANNOT_TEXT: "Text",
    raw.FPDF_ANNOT_FREETEXT: "FreeText",
    raw.FPDF_ANNOT_INK: "Ink",
    raw.FPDF_ANNOT_HIGHLIGHT: "Highlight",
    raw.FPDF_ANNOT_UNDERLINE: "Underline",
    raw.FPDF_ANNOT_SQUIGGLY: "Squiggly",
    raw.FPDF_ANNOT_STRIKEOUT: "StrikeOut",
    raw.FPDF_ANNOT_CARET: "Caret",
    raw.FPDF_ANNOT_STAMP: "Stamp",
    raw.FPDF_ANNOT_WIDGET: "Widget",
}
_SIGNED = frozenset({raw.FPDF_OBJECT_DICTIONARY, raw.FPDF_OBJECT_REFERENCE})
"""The value of a signature is a dictionary; that of a field to fill in is text."""
_MOST = 20_000
"""On one page."""
_LONGEST = 1024 * 1024
"""Bytes of one comment."""


def page_annotations(page: ctypes.c_void_p) -> tuple[Annotation, ...]:
    """Return the annotations of ``page`` that a reader sees; links, attachments and the like are left out."""
    count = min(max(raw.FPDFPage_GetAnnotCount(page), 0), _MOST)
    return tuple(annotation for index in range(count) for annotation in _at(page, index))


def _at(page: ctypes.c_void_p, index: int) -> Iterator[Annotation]:
    handle = raw.FPDFPage_GetAnnot(page, index)
    if not handle:
        return
    try:
        kind = kind_of(handle)
        if kind is not None:
            yield Annotation(kind, _string(handle, b"V" if kind == "Widget" else b"Contents"))
    finally:
        raw.FPDFPage_CloseAnnot(handle)


def kind_of(annotation: "ctypes._Pointer[ctypes.Structure]") -> str | None:
    """Return the kind of ``annotation``; None for one that is left out."""
    kind = _KINDS.get(raw.FPDFAnnot_GetSubtype(annotation))
    signs = kind == "Widget" and raw.FPDFAnnot_GetValueType(annotation, b"V") in _SIGNED
    return "Signature" if signs and not _string(annotation, b"V") else kind


def _string(annotation: "ctypes._Pointer[ctypes.Structure]", key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_uint16 * ((length + 1) // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
