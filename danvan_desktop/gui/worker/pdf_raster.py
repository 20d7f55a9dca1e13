"""Rasterises pages of our own PDF with pypdfium2. PDFium knows no threads: one process, one thread draws.

Only what ``exporters.pdf`` has just made comes here, never a file from elsewhere: those are read by
``reading.pdf`` in a process of their own.
"""

from collections.abc import Collection

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.gui.worker.messages import DrawPage, Picture

_WHITE = (255, 255, 255, 255)
_SHARP = raw.FPDF_PRINTING | raw.FPDF_RENDER_NO_SMOOTHTEXT | raw.FPDF_RENDER_NO_SMOOTHPATH
_MARGIN = 16
"""Rows drawn above and below and cut off: PDFium leaves out letters of which only faint edges are wanted."""
_QUARTER_LEFT = 3
"""PDFium counts quarter turns clockwise."""


class PdfRaster:
    """A PDF open for drawing. Most pages are black on white: grey dots, a third of the memory, show them."""

    def __init__(self, pdf: bytes, coloured: Collection[int] = ()) -> None:
        """Open ``pdf``, in which the pages ``coloured`` are not only black."""
        self._file, self._coloured = pypdfium2.PdfDocument(pdf), coloured

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._file)

    def draw(self, wanted: DrawPage) -> Picture:
        """The wanted rows of dots."""
        page = self._file[wanted.page]
        coloured = wanted.page in self._coloured
        rows = wanted.rows + 2 * _MARGIN
        bitmap = pypdfium2.PdfBitmap.new_native(
            wanted.width, rows, raw.FPDFBitmap_BGR if coloured else raw.FPDFBitmap_Gray
        )
        try:
            bitmap.fill_rect(_WHITE, 0, 0, wanted.width, rows)
            turn = _QUARTER_LEFT if wanted.turned else 0
            flags = 0 if wanted.smooth else _SHARP
            top = _MARGIN - wanted.top
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, top, wanted.width, wanted.height, turn, flags)
            first = _MARGIN * bitmap.stride
            dots = memoryview(bitmap.buffer)[first : first + wanted.rows * bitmap.stride]
            return Picture(wanted.width, wanted.rows, bitmap.stride, bytes(dots), coloured)
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Let go of the PDF."""
        self._file.close()
