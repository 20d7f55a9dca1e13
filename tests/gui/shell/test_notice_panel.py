"""Notices about the stored reports stand until they were read, and leave the list its room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.shell.notice_panel import NoticePanel


@pytest.fixture
def panel(qtbot: QtBot) -> NoticePanel:
    made = NoticePanel()
    qtbot.addWidget(made)
    made.resize(700, 100)
    return made


def test_nothing_to_read_shows_nothing(panel: NoticePanel) -> None:
    panel.add(["", ""])
    assert not panel.isVisible()


def test_lines_are_added_each_once_and_go_when_they_were_read(qtbot: QtBot, panel: NoticePanel) -> None:
    panel.add(["Một.", "Hai."])
    panel.add(["Hai.", "Ba."])
    assert panel.isVisible()
    assert panel.label.text() == "Một.\nHai.\nBa."
    panel.seen.setFocus()
    with qtbot.waitSignal(panel.read):
        QTest.keyClick(panel.seen, Qt.Key.Key_Space)
    assert not panel.isVisible()
    panel.add(["Bốn."])
    assert panel.label.text() == "Bốn."


def test_many_lines_are_scrolled_to(qtbot: QtBot, panel: NoticePanel) -> None:
    panel.add(["Một dòng."])
    panel.show()
    qtbot.waitExposed(panel)
    low = panel.sizeHint().height()
    panel.add(f"Dòng thứ {number} về một báo cáo." for number in range(60))
    qtbot.wait(10)
    assert low < panel.sizeHint().height() < 14 * panel.fontMetrics().lineSpacing()
    assert panel.label.height() > panel.text.height(), "the rest is scrolled to"
