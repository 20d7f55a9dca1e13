"""Rows of lists break and are as high as their lines."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.wrapped_list import WrappedList

NAME = "Phụ lục: DANH MỤC MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2025"


@pytest.mark.parametrize("width", [120, 160, 190, 230, 400])
def test_every_line_of_a_row_has_room(qtbot: QtBot, width: int) -> None:
    rows = WrappedList("Danh sách phụ lục")
    qtbot.addWidget(rows)
    rows.setFixedWidth(width)
    rows.addItems([NAME, "Phụ lục II: BIỂU SỐ LIỆU"])
    rows.show()
    room = rows.visualItemRect(rows.item(0))
    wraps = Qt.TextFlag.TextWordWrap
    needed = rows.fontMetrics().boundingRect(QRect(0, 0, room.width() - 8, 1000), wraps, NAME)
    assert needed.height() <= room.height()
    assert needed.width() <= room.width()


def test_a_row_is_as_high_as_the_list_is_narrow(qtbot: QtBot) -> None:
    rows = WrappedList("Danh sách phụ lục")
    qtbot.addWidget(rows)
    rows.addItem(NAME)
    rows.resize(500, 200)
    rows.show()
    one_line = rows.visualItemRect(rows.item(0)).height()
    rows.resize(150, 200)
    qtbot.waitUntil(lambda: rows.visualItemRect(rows.item(0)).height() > one_line)
