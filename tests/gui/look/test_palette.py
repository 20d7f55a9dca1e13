"""In the colours of a system in high contrast every word is read, and what is chosen is seen."""

import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.palette import tokens_in
from danvan_desktop.gui.look.tokens import LEAST_CONTRAST_OF_TEXT, contrast

OF_WINDOWS = {
    "Aquatic": ("#202020", "#ffffff", "#8ee3f0", "#263b50"),
    "Desert": ("#fffaef", "#3d3d3d", "#903909", "#fff5e3"),
    "black": ("#000000", "#ffffff", "#1aebff", "#000000"),
    "white": ("#ffffff", "#000000", "#37006e", "#ffffff"),
    "number 2": ("#000000", "#00ff00", "#0000ff", "#ffffff"),
}
"""Ground, text, what is chosen and the text on it, as the themes of Windows have them."""


@pytest.fixture(params=OF_WINDOWS)
def palette(request: pytest.FixtureRequest) -> QPalette:
    ground, text, chosen, on_chosen = map(QColor, OF_WINDOWS[request.param])
    role, palette = QPalette.ColorRole, QPalette(ground)
    for each in (role.Window, role.Base, role.AlternateBase, role.Button):
        palette.setColor(each, ground)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(each, text)
    palette.setColor(role.Highlight, chosen)
    palette.setColor(role.HighlightedText, on_chosen)
    return palette


def test_every_tone_is_read_on_every_ground(palette: QPalette) -> None:
    tokens = tokens_in(palette)
    tones = (tokens.text, tokens.muted, tokens.accent, tokens.amber, tokens.red, tokens.green)
    grounds = (tokens.ground, tokens.card, tokens.hover, tokens.accent_soft, tokens.note)
    for tone, ground in itertools.product(tones, grounds):
        assert contrast(tone, ground) >= LEAST_CONTRAST_OF_TEXT
    assert contrast(tokens.on_accent, tokens.accent) >= LEAST_CONTRAST_OF_TEXT
    assert contrast(tokens.on_float, tokens.float) >= LEAST_CONTRAST_OF_TEXT


def test_the_row_that_is_chosen_is_seen(qtbot: QtBot, qapp: QApplication, palette: QPalette) -> None:
    scheme.dress(qapp, tokens_in(palette))
    try:
        rows = QListWidget()
        qtbot.addWidget(rows)
        rows.addItems(["Năm 2025", "Năm 2024"])
        rows.setCurrentRow(0)
        rows.show()
        seen = rows.viewport().grab().toImage()
        chosen, other = (rows.visualItemRect(rows.item(row)).center().y() for row in (0, 1))
        right = rows.viewport().width() - 8
        one, two = (seen.pixelColor(QPoint(right, y)).name() for y in (chosen, other))
        assert contrast(one, two) >= 3
    finally:
        scheme.dress(qapp, scheme.wanted(qapp))
