"""Pages of a PDF as dots, by pypdfium2. PDFium knows no threads: one process, one thread draws."""

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.gui.preview.messages import Draw, Picture

_WHITE = (255, 255, 255, 255)
_SHARP = raw.FPDF_PRINTING | raw.FPDF_RENDER_NO_SMOOTHTEXT | raw.FPDF_RENDER_NO_SMOOTHPATH
_QUARTER_LEFT = 3
"""PDFium counts quarter turns clockwise."""


class Drawing:
    """A PDF open for drawing. Our pages are black on white: grey dots show all of them."""

    def __init__(self, pdf: bytes) -> None:
        """Open ``pdf``."""
        self._file = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._file)

    def draw(self, wanted: Draw) -> Picture:
        """The wanted rows of dots."""
        page = self._file[wanted.page]
        bitmap = pypdfium2.PdfBitmap.new_native(wanted.width, wanted.rows, raw.FPDFBitmap_Gray)
        try:
            bitmap.fill_rect(_WHITE, 0, 0, wanted.width, wanted.rows)
            turn = _QUARTER_LEFT if wanted.turned else 0
            flags = 0 if wanted.smooth else _SHARP
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, -wanted.top, wanted.width, wanted.height, turn, flags)
            return Picture(wanted.width, wanted.rows, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Let go of the PDF."""
        self._file.close()
