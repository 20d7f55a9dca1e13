"""Every drawing is of one family, and is painted in the colours of the palette."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.icons import drawings, svg
from danvan_desktop.gui.look.palette import palette_of
from danvan_desktop.gui.look.tokens import DARK, LIGHT
from danvan_desktop.gui.widgets.style import icon
from tests.repository import ROOT

DRAWINGS = pytest.mark.parametrize("name", sorted(drawings()))


@DRAWINGS
def test_a_drawing_is_a_path_within_its_square(name: str, qapp: QApplication) -> None:
    """Nothing of it is cut: what reaches beyond the square of 24 would be."""
    assert re.fullmatch(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+", drawings()[name])
    outside = svg(name, "#000000").replace("0 0 24 24", "-4 -4 32 32")
    image = QImage.fromData(outside.encode()).scaled(96, 96)
    edge = [image.pixelColor(x, y).alpha() for x in range(96) for y in (0, 5, 90, 95)]
    edge += [image.pixelColor(x, y).alpha() for y in range(96) for x in (0, 5, 90, 95)]
    assert max(edge) == 0


def test_every_drawing_is_used_and_there_is_one_for_every_name() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "danvan_desktop" / "gui").rglob("*.py"))
    assert [name for name in drawings() if f'"{name}"' not in code] == []
    assert set(re.findall(r'\bicon\("([a-z-]+)"', code)) <= set(drawings())


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@DRAWINGS
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_is_seen_on_light_and_on_dark(name: str, tokens: object, qapp: QApplication) -> None:
    before = qapp.palette()
    qapp.setPalette(palette_of(tokens))  # type: ignore[arg-type]
    try:
        image = icon(name).pixmap(QSize(48, 48)).toImage()
        assert colours(image) == {QColor(tokens.text).name()}  # type: ignore[attr-defined]
        grey = icon(name).pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
        assert colours(grey) == {QColor(tokens.disabled).name()}  # type: ignore[attr-defined]
    finally:
        qapp.setPalette(before)


def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    pixmap = icon("table").pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_a_copy_of_an_icon_still_paints(qapp: QApplication) -> None:
    copy = QIcon(icon("table"))
    copy.addPixmap(icon("undo").pixmap(16, 16))  # lets the copy go its own way
    assert not copy.pixmap(20, 20).isNull()
