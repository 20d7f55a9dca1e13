"""Rows of lists break and are as high as their lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.wrapped_list import WrappedList

NAME = "Phụ lục: DANH MỤC MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2025"


def test_every_line_of_a_row_has_room_at_every_width(qtbot: QtBot) -> None:
    rows = WrappedList("Danh sách phụ lục")
    qtbot.addWidget(rows)
    rows.addItems([NAME, "Phụ lục II: BIỂU SỐ LIỆU"])
    rows.show()
    wraps = Qt.TextFlag.TextWordWrap
    # What the style leaves free on both sides of the words of a row.
    beside = 2 * (rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, rows) + 1)
    for width in range(120, 400):
        rows.setFixedWidth(width)
        rows.doItemsLayout()
        room = rows.visualItemRect(rows.item(0))
        needed = rows.fontMetrics().boundingRect(QRect(0, 0, room.width() - beside, 1000), wraps, NAME)
        assert needed.height() <= room.height(), width
        assert needed.width() <= room.width(), width


def test_a_row_is_as_high_as_the_list_is_narrow(qtbot: QtBot) -> None:
    rows = WrappedList("Danh sách phụ lục")
    qtbot.addWidget(rows)
    rows.addItem(NAME)
    rows.resize(500, 200)
    rows.show()
    one_line = rows.visualItemRect(rows.item(0)).height()
    rows.resize(150, 200)
    qtbot.waitUntil(lambda: rows.visualItemRect(rows.item(0)).height() > one_line)
