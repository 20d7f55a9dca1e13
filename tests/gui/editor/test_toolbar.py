"""The one tool bar: its groups leave it from the right, the filled button and the way back never do."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.look.style_sheet import PRIMARY
from danvan_desktop.gui.main_window import MainWindow
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside


def shown(window: MainWindow) -> list[str]:
    """Give the names of what is seen on the bar, from left to right."""
    bar = window.workspace.tool_bar
    buttons = [each for each in inside(bar, QToolButton) if each.isVisible() and each.accessibleName()]
    return [each.accessibleName() for each in sorted(buttons, key=lambda each: each.x())]


def in_overflow(window: MainWindow) -> list[str]:
    entries = window.workspace.tool_bar._more_menu.actions()
    return [action.text().replace("&", "").rstrip("…") for action in entries]


def at_width(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.workspace.tool_bar.width() == width)
    qtbot.wait(20)  # the bar lays out what came and went a moment later


def test_with_room_everything_stands_in_one_row_and_nothing_in_the_overflow(
    qtbot: QtBot, opened: MainWindow
) -> None:
    at_width(qtbot, opened, 1366)
    assert shown(opened) == [
        *("Về Trang đầu", "Hoàn tác", "Làm lại", "Nâng cấp đề mục", "Hạ cấp đề mục"),
        *("Đậm", "Nghiêng", "Gạch chân", "Bảng", "Việc còn thiếu", "Soát lỗi nội dung và chính tả"),
        *("Phiếu kiểm tra thể thức", "Xem trang in"),
    ]
    assert in_overflow(opened) == []


def test_one_button_of_the_window_is_filled_and_exports(opened: MainWindow) -> None:
    filled = [each for each in inside(opened, QPushButton) if each.property(PRIMARY) and each.isVisible()]
    assert [each.text() for each in filled] == ["Xuất tệp"]
    asked: list[str] = []

    def look(dialog: ExportDialog) -> None:
        asked.append(dialog.paper)
        dialog.reject()

    when_modal(ExportDialog, look)
    QTest.mouseClick(filled[0], Qt.MouseButton.LeftButton)
    assert asked == ["draft"]


@pytest.mark.parametrize("width", [1100, 1000, 911, 860])
def test_what_has_no_room_is_in_the_overflow_from_the_right(
    qtbot: QtBot, opened: MainWindow, width: int
) -> None:
    at_width(qtbot, opened, 1366)
    whole = shown(opened)
    at_width(qtbot, opened, width)
    bar = opened.workspace.tool_bar
    left = [name for name in shown(opened) if name != "Thêm"]
    gone = [name for name in whole if name not in left]
    assert gone == in_overflow(opened)
    assert not gone or whole[: len(left) - 1] == left[:-1], "all but the preview leave from the right"
    assert left[0] == "Về Trang đầu"
    assert bar.export.isVisible()
    assert bar.export.geometry().right() < bar.width()


def test_a_group_leaves_where_a_single_pixel_lacks(qtbot: QtBot, opened: MainWindow) -> None:
    at_width(qtbot, opened, 1366)
    bar = opened.workspace.tool_bar
    hidden_by_qt = cast("QToolButton", bar.findChild(QToolButton, "qt_toolbar_ext_button"))
    for width in (1366, 1100, 1000):
        at_width(qtbot, opened, width)
        at_width(qtbot, opened, bar.sizeHint().width() - 1)
        assert bar.sizeHint().width() <= bar.width()
        assert hidden_by_qt.isHidden()


def test_the_way_back_is_named_by_where_it_leads(opened: MainWindow) -> None:
    (back,) = (each for each in inside(opened.workspace.tool_bar, QToolButton) if each.text() == "Trang đầu")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert opened.session.draft is None


def test_the_box_of_kinds_is_flat_and_holds_its_longest_word(qtbot: QtBot, opened: MainWindow) -> None:
    opened.workspace.tab_strip.setCurrentIndex(3)
    box = opened.workspace.tool_bar.kinds
    qtbot.waitUntil(box.isEnabled)
    picture = box.grab().toImage()
    column = box.width() - 40
    shades = {picture.pixelColor(column, y).name() for y in range(4, box.height() - 4)}
    assert len(shades) == 1, "no gradient"
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
    assert longest + 30 <= box.width()
