"""A pill says a state in words on a soft ground; a list paints the same one."""

from typing import get_args

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look.tokens import LIGHT
from danvan_desktop.gui.widgets.pill import Pill, Tone, paint_pill, pill_size


def test_a_pill_without_words_is_hidden(qtbot: QtBot) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_state("Trình ký", "amber")
    assert pill.isVisible()
    pill.show_state("", "amber")
    assert not pill.isVisible()


@pytest.mark.parametrize("tone", get_args(Tone))
def test_a_list_paints_words_on_their_soft_ground(tone: Tone, qapp: QApplication) -> None:
    size = pill_size("Đã ban hành", qapp.font())
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_pill(painter, QRect(image.rect()), "Đã ban hành", tone, LIGHT)
    painter.end()
    ground = LIGHT.pressed if tone == "quiet" else getattr(LIGHT, f"{tone}_soft")
    assert image.pixelColor(4, size.height() // 2) == QColor(ground)
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.white), "its corners are rounded"
