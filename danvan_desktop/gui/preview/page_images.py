"""Cache of page images: which there are, which are missing, and how a page is painted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.tokens import TONES
from danvan_desktop.gui.preview.page_geometry import PageGeometry
from danvan_desktop.gui.preview.renderer import PageImage, PageSet
from danvan_desktop.gui.worker.messages import DrawPage

_SHADOWS = ((1, 40), (2, 24), (3, 12), (4, 6))
"""How far each veil of a page's shadow reaches, in pixels, and how dark it is."""
_FINE = 1400
"""A page of so many dots across looks even as PDFium draws it."""
_KEPT = 12
"""Pictures of pages out of sight that are kept."""


class PageImages:
    """Caches the newest image of each page; an old one is shown until the new one comes."""

    def __init__(self) -> None:
        """Keep none."""
        self._sheets: dict[int, PageImage] = {}
        self._set = PageSet(0, ())

    def clear(self) -> None:
        """Another report comes."""
        self._sheets.clear()
        self._set = PageSet(0, ())

    def turn_to(self, pages: PageSet) -> None:
        """Pictures are wanted of ``pages`` now; those of pages that look as before stay good."""
        before, self._set = self._set, pages
        for page, sheet in self._sheets.items():
            if sheet.serial == before.serial and _look(before, page) == _look(pages, page):
                self._sheets[page] = replace(sheet, serial=pages.serial)

    def keep(self, sheet: PageImage) -> bool:
        """Keep ``sheet``; False: it is of an older set."""
        if sheet.serial != self._set.serial:
            return False
        self._sheets[sheet.page] = sheet
        return True

    def missing(self, geometry: PageGeometry, seen: Sequence[int]) -> list[DrawPage]:
        """What must be drawn to show the pages that are ``seen``."""
        missing = []
        for page in seen:
            width, height = geometry.dots(page)
            sheet = self._sheets.get(page)
            if sheet is None or sheet.serial != self._set.serial or sheet.image.width() != width:
                missing.append(_whole_page(page, width, height))
        return missing

    def evict(self, seen: Sequence[int], count: int) -> None:
        """Keep the pictures near what is ``seen``, of ``count`` pages."""
        first = seen[0] if seen else 0
        by_distance = sorted(self._sheets, key=lambda page: abs(page - first))
        for page in [*by_distance[_KEPT:], *[page for page in by_distance[:_KEPT] if page >= count]]:
            del self._sheets[page]

    def paint(self, painter: QPainter, page: int, room: QRectF) -> None:
        """Paint a page with its shadow into ``room``."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for reach, darkness in _SHADOWS:
            painter.setPen(QPen(tone(TONES.shade, darkness), 1))
            painter.drawRect(room.adjusted(-reach + 1, -reach + 2, reach - 1, reach))
        sheet = self._sheets.get(page)
        if sheet is None:
            painter.fillRect(room, Qt.GlobalColor.white)
        else:
            painter.drawImage(room, sheet.image)


def _look(pages: PageSet, page: int) -> int | None:
    return pages.pages[page].look if page < len(pages.pages) else None


def _whole_page(page: int, width: int, height: int) -> DrawPage:
    if width >= _FINE:
        return DrawPage(page, width, height, 0, height)
    return DrawPage(page, 2 * width, height, 0, height, shown=width)
