"""Pictures of pages: an edit has only the pages drawn anew that it changes."""

from PySide6.QtGui import QImage

from danvan_desktop.gui.preview.page_geometry import PageGeometry
from danvan_desktop.gui.preview.page_images import PageImages
from danvan_desktop.gui.preview.renderer import PageImage, PageSet
from danvan_desktop.gui.worker.messages import PageMap


def pages(serial: int, *looks: int) -> PageSet:
    return PageSet(serial, tuple(PageMap(11906, 16838, (), look) for look in looks))


def drawn(sheets: PageImages, shown: PageSet) -> None:
    """Draw what is missing of ``shown``."""
    geometry = PageGeometry(shown.pages, 1.0)
    for draw in sheets.missing(geometry, range(len(shown.pages))):
        image = QImage(geometry.dots(draw.page)[0], 1, QImage.Format.Format_Grayscale8)
        assert sheets.keep(PageImage(shown.serial, draw.page, image))


def missing(sheets: PageImages, shown: PageSet) -> list[int]:
    wanted = sheets.missing(PageGeometry(shown.pages, 1.0), range(len(shown.pages)))
    return [draw.page for draw in wanted]


def test_a_page_that_looks_as_before_keeps_its_picture() -> None:
    sheets, first, second = PageImages(), pages(1, 11, 22, 33), pages(2, 11, 99, 33, 44)
    sheets.turn_to(first)
    drawn(sheets, first)
    sheets.turn_to(second)
    assert missing(sheets, second) == [1, 3]


def test_a_picture_that_never_came_is_still_wanted_when_the_page_looks_the_same() -> None:
    sheets, first, second, third = PageImages(), pages(1, 11), pages(2, 99), pages(3, 99)
    sheets.turn_to(first)
    drawn(sheets, first)
    sheets.turn_to(second)
    sheets.turn_to(third)
    assert missing(sheets, third) == [0]


def test_a_late_picture_of_older_pages_is_not_taken() -> None:
    sheets = PageImages()
    sheets.turn_to(pages(2, 11))
    assert not sheets.keep(PageImage(1, 0, QImage(1, 1, QImage.Format.Format_Grayscale8)))


def test_another_report_begins_without_pictures() -> None:
    sheets, shown = PageImages(), pages(1, 11)
    sheets.turn_to(shown)
    drawn(sheets, shown)
    sheets.clear()
    sheets.turn_to(pages(2, 11))
    assert missing(sheets, pages(2, 11)) == [0]
