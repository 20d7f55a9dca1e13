"""The dialog "Các phần đã gửi phòng": who has answered, who is late, and what can be done about each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.takeback.contributions.list_dialog import ContributionsDialog
from tests.gui.scenes import TODAY, asked_of_departments

Show = Callable[..., ContributionsDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(*, can_change: bool = True) -> ContributionsDialog:
        made = ContributionsDialog(asked_of_departments(), TODAY, can_change=can_change)
        qtbot.addWidget(made)
        made.show()
        return made

    return shown


def choose(dialog: ContributionsDialog, row: int) -> None:
    dialog.list.setCurrentItem(dialog.list.topLevelItem(row))


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_department_stands_with_its_part_and_whether_it_has_answered(show: Show) -> None:
    listed = show().list
    rows = [listed.topLevelItem(row) for row in range(listed.topLevelItemCount())]
    assert [(row.text(0), row.text(4)) for row in rows] == [
        ("Phòng Tổng hợp", "Đã gửi lại 23/11, còn 3 chỗ chưa quyết"),
        ("Trung tâm Công báo - Tin học", "Chưa gửi lại, quá hạn 2 ngày"),
        ("Phòng Nội chính", "Chưa gửi lại, còn 6 ngày"),
        ("Ban Tiếp công dân", "Không chờ nữa"),
    ]
    assert rows[0].text(1) == "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN"
    assert (rows[0].text(3), rows[3].text(3)) == ("25/11/2026", "")
    assert rows[1].foreground(4) != rows[2].foreground(4), "what is late is red, and says so"


def test_changes_are_shown_of_what_came_back_and_of_nothing_else(qtbot: QtBot, show: Show) -> None:
    dialog = show()
    choose(dialog, 1)
    assert not dialog.changes.isEnabled()
    choose(dialog, 0)
    assert not dialog.settle.isEnabled()
    with qtbot.waitSignal(dialog.changes_wanted) as told:
        click(dialog.changes)
    assert told.args == [1]
    assert not dialog.isVisible()


def test_what_is_awaited_no_longer_can_be_awaited_again(qtbot: QtBot, show: Show) -> None:
    dialog = show()
    for row, text, settled in ((1, "Không chờ nữa", True), (3, "Chờ lại", False)):
        choose(dialog, row)
        assert dialog.settle.text().replace("&", "") == text
        with qtbot.waitSignal(dialog.settled) as told:
            click(dialog.settle)
        assert told.args == [row + 1, settled]


def test_of_an_issued_report_it_is_only_read(show: Show) -> None:
    dialog = show(can_change=False)
    choose(dialog, 1)
    enabled = [each.isEnabled() for each in (dialog.take, dialog.settle, dialog.another, dialog.changes)]
    assert enabled == [False] * 4
    choose(dialog, 0)
    assert dialog.changes.isEnabled()
