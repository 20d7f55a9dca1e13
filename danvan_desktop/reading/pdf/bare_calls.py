"""PDFium's functions that are called for each letter and each tag, at a quarter of the price.

A page has 3,000 letters, of each of which several things are asked. Most of the time went into what ctypes
does for a typed function: it makes an object of each argument and of each pointer that comes back, and hands
the interpreter to other threads and takes it back. Here functions have no types: a whole number is passed as
an ``int`` of C, and what is an address as :func:`at` or ``ctypes.byref`` made it, once. Calls of a few
nanoseconds keep the interpreter.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

Address = Any
"""What ctypes passes on as an address without looking at it; it has no name for that."""


def at(address: int) -> Address:
    """Return ``address``, at which something of PDFium lies, as the functions here take it."""
    return ctypes.byref(ctypes.c_char.from_address(address))


def _bare(function: object, result: Any) -> Callable[..., Any]:  # noqa: ANN401 - types of ctypes
    """Return ``function`` of PDFium as it lies in memory."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(result)(address or 0)


is_generated: Callable[[Address, int], int] = _bare(raw.FPDFText_IsGenerated, ctypes.c_int)
"""1 where PDFium has added the character: a space or a line end."""
matrix_of: Callable[[Address, int, Address], int] = _bare(raw.FPDFText_GetMatrix, ctypes.c_int)
"""Writes how a letter is turned and scaled, an ``FS_MATRIX``, to an address."""
font_size: Callable[[Address, int], float] = _bare(raw.FPDFText_GetFontSize, ctypes.c_double)
"""The size of a letter before it is scaled."""
fill_color: Callable[[Address, int, Address, Address, Address, Address], int] = _bare(
    raw.FPDFText_GetFillColor, ctypes.c_int
)
"""Writes red, green, blue and opacity of a letter, an ``unsigned int`` each, to their addresses."""
text_object: Callable[[Address, int], int | None] = _bare(raw.FPDFText_GetTextObject, ctypes.c_void_p)
"""The address of the text object that draws a letter."""
loose_box: Callable[[Address, int, Address], int] = _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int)
"""Writes the box of a letter, an ``FS_RECTF``, to an address."""
pen: Callable[[Address, int, Address, Address], int] = _bare(raw.FPDFText_GetCharOrigin, ctypes.c_int)
"""Writes where the pen stood, two doubles, to their addresses."""
has_no_code: Callable[[Address, int], int] = _bare(raw.FPDFText_HasUnicodeMapError, ctypes.c_int)
"""1 where the file does not say which letter it is."""
font_of: Callable[[Address], int | None] = _bare(raw.FPDFTextObj_GetFont, ctypes.c_void_p)
"""The address of the font of a text object."""
render_mode: Callable[[Address], int] = _bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
"""How a text object is drawn: filled, stroked, both or not at all."""
marked_content_of: Callable[[Address], int] = _bare(raw.FPDFPageObj_GetMarkedContentID, ctypes.c_int)
"""The MCID of an object of a page; -1 where it has none."""
kid_at: Callable[[Address, int], int | None] = _bare(raw.FPDF_StructElement_GetChildAtIndex, ctypes.c_void_p)
"""The address of an element's kid; None where it is marked content, or on another page."""
marked_content_at: Callable[[Address, int], int] = _bare(
    raw.FPDF_StructElement_GetChildMarkedContentID, ctypes.c_int
)
"""The MCID of an element's kid; -1 where it has none here."""
code_of: Callable[[Address, int], int] = _bare(raw.FPDFText_GetUnicode, ctypes.c_uint)
