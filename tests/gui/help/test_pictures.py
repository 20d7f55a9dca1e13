"""The pictures in "Giới thiệu": both pages in both schemes, sharp on dense screens, and small as files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.pictures import FOLDER, NAMES, SHOWN, file_name, pictures
from danvan_desktop.gui.look.palette import palette_of
from danvan_desktop.gui.look.tokens import DARK, LIGHT, Tokens
from danvan_desktop.paths import resource

MOST_BYTES = 150_000
"""Of all pictures: each installation carries them."""
SCHEMES = (LIGHT, DARK)


def files() -> list[str]:
    return [file_name(name, dark=dark) for name in NAMES for dark in (False, True)]


def test_there_is_a_picture_of_each_page_in_both_schemes_for_screens_of_twice_the_dots() -> None:
    for name in files():
        image = QImage(str(resource(FOLDER, name)))
        assert image.size() == SHOWN * 2, name
        at_its_middle = image.copy(0, SHOWN.height(), image.width(), 8).scaled(
            1, 1, mode=Qt.TransformationMode.SmoothTransformation
        )
        is_dark = at_its_middle.pixelColor(0, 0).lightness() < 128
        assert is_dark == name.endswith("dark.png"), name


def test_they_are_small_files_and_there_are_no_others() -> None:
    there = sorted(resource(FOLDER).iterdir())
    assert [path.name for path in there] == sorted(files())
    assert sum(path.stat().st_size for path in there) < MOST_BYTES


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_they_are_shown_as_dark_as_the_window_is(qtbot: QtBot, tokens: Tokens, ratio: float) -> None:
    palette = palette_of(tokens)
    shown = pictures(palette, ratio)
    assert shown.deviceIndependentSize().width() == pytest.approx(SHOWN.width(), abs=1)
    assert shown.deviceIndependentSize().height() > 2 * SHOWN.height()
    ground = palette.color(QPalette.ColorRole.Window)
    corner = QColor(shown.toImage().pixelColor(shown.width() // 2, shown.height() // 4))
    assert abs(corner.lightness() - ground.lightness()) < 100
