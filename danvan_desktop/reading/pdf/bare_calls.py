"""PDFium's functions that are called for each letter and each tag, at half the price.

A page has 3,000 letters, of each of which several things are asked. Half of the time went into what ctypes
does for a typed function: it wraps each structure in a pointer, makes an object of each pointer that comes
back, and hands the interpreter to other threads and takes it back. Here addresses are numbers, and calls of a
few nanoseconds keep the interpreter.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

_Page, _Index, _Address = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p


def _bare(function: object, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401 - types of ctypes
    """Return ``function`` of PDFium as it lies in memory."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


is_generated: Callable[[int, int], int] = _bare(raw.FPDFText_IsGenerated, ctypes.c_int, _Page, _Index)
"""1 where PDFium has added the character: a space or a line end."""
text_object: Callable[[int, int], int | None] = _bare(
    raw.FPDFText_GetTextObject, ctypes.c_void_p, _Page, _Index
)
"""The address of the text object that draws a letter."""
loose_box: Callable[[int, int, int], int] = _bare(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, _Page, _Index, _Address
)
"""Writes the box of a letter, an ``FS_RECTF``, to an address."""
pen: Callable[[int, int, int, int], int] = _bare(
    raw.FPDFText_GetCharOrigin, ctypes.c_int, _Page, _Index, _Address, _Address
)
"""Writes where the pen stood, two doubles, to their addresses."""
has_no_code: Callable[[int, int], int] = _bare(raw.FPDFText_HasUnicodeMapError, ctypes.c_int, _Page, _Index)
"""1 where the file does not say which letter it is."""
kid_at: Callable[[int, int], int | None] = _bare(
    raw.FPDF_StructElement_GetChildAtIndex, ctypes.c_void_p, _Address, _Index
)
"""The address of an element's kid; None where it is marked content, or on another page."""
marked_content_at: Callable[[int, int], int] = _bare(
    raw.FPDF_StructElement_GetChildMarkedContentID, ctypes.c_int, _Address, _Index
)
"""The MCID of an element's kid; -1 where it has none here."""
code_of: Callable[[int, int], int] = _bare(raw.FPDFText_GetUnicode, ctypes.c_uint, _Page, _Index)
