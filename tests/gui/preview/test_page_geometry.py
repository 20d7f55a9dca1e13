"""Pages lie on whole dots of the screen at every zoom, scale and place scrolled to: letters are sharp."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from danvan_desktop.gui.preview.page_geometry import PageGeometry, on_whole_dots
from danvan_desktop.gui.preview.page_images import PageImages
from danvan_desktop.gui.preview.renderer import PageImage, PageSet
from danvan_desktop.gui.worker.messages import PageMap

RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0)
PAGES = PageSet(1, (PageMap(11906, 16838, (), 1),) * 2)


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_place_moves_by_less_than_a_dot_onto_a_whole_one(ratio: float) -> None:
    for origin, shift in product(range(-3, 12), range(-40, 0)):
        moved = on_whole_dots(origin, shift, ratio)
        dots = (origin + moved) * ratio
        assert dots == pytest.approx(round(dots), abs=1e-6)
        assert abs(moved - shift) < 1 / ratio


def striped(width: int, height: int) -> QImage:
    """Draw what a blur would turn grey: every other line and column of dots is black."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    for y, x in product(range(height), range(width)):
        image.setPixel(x, y, 0xFF000000 if (x + y) % 2 else 0xFFFFFFFF)
    return image


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("zoom", [0.25, 0.33])
def test_the_dots_of_a_page_are_those_of_the_screen(ratio: float, zoom: float) -> None:
    geometry = PageGeometry(PAGES.pages, zoom, ratio)
    width, height = geometry.dots(0)
    drawn = striped(width, height)
    images = PageImages()
    images.turn_to(PAGES)
    assert images.keep(PageImage(1, 1, drawn))
    for scrolled in (0, 3, 17):
        screen = QImage(round(400 * ratio), round(700 * ratio), QImage.Format.Format_RGB32)
        screen.fill(0xFFFFFFFF)
        screen.setDevicePixelRatio(ratio)
        painter = QPainter(screen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(on_whole_dots(0, -3, ratio), on_whole_dots(0, -scrolled, ratio))
        left, top = geometry.left(1, 380), geometry.tops[1]
        images.paint(painter, 1, QRectF(left, top, *geometry.sizes[1]))
        painter.end()
        x = round((left + on_whole_dots(0, -3, ratio)) * ratio)
        y = round((top + on_whole_dots(0, -scrolled, ratio)) * ratio)
        seen = min(height, screen.height() - y)
        assert seen > 50
        part = screen.copy(x, y, width, seen).convertToFormat(QImage.Format.Format_Grayscale8)
        part.setDevicePixelRatio(1)
        assert part == drawn.copy(0, 0, width, seen)
