"""Every drawing is of one family, and is painted in the colours of the palette."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.palette import palette_of
from danvan_desktop.gui.look.tokens import DARK, LIGHT
from danvan_desktop.gui.widgets.style import icon
from tests.repository import ROOT

OWN_COLOURS = {"danvan-desktop.svg"}
DRAWINGS = [
    path for path in sorted((ROOT / "resources" / "icons").glob("*.svg")) if path.name not in OWN_COLOURS
]


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_of_the_one_family(path: Path) -> None:
    drawing = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert set(re.findall(r'stroke="([^"]+)"', drawing)) <= {"currentColor", "none"}
    assert set(re.findall(r'fill="([^"]+)"', drawing)) <= {"currentColor", "none"}
    assert set(re.findall(r'stroke-width="([^"]+)"', drawing)) <= {"1.6", "2.2"}


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_is_seen_on_light_and_on_dark(path: Path, tokens: object, qapp: QApplication) -> None:
    before = qapp.palette()
    qapp.setPalette(palette_of(tokens))  # type: ignore[arg-type]
    try:
        image = icon(path.stem).pixmap(QSize(48, 48)).toImage()
        assert colours(image) == {QColor(tokens.text).name()}  # type: ignore[attr-defined]
        grey = icon(path.stem).pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
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
