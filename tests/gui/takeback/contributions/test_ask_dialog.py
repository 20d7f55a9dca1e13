"""The dialog "Gửi phòng viết một phần": what is ticked goes out, and nothing without a department."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.takeback.contributions.ask_dialog import AskDialog
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.contribution import PartRequest

TODAY = date(2025, 11, 24)
IMPLEMENTATION, MODELS, MODEL_STORIES = 13, 21, 24


@pytest.fixture
def dialog(qtbot: QtBot, sample: Report) -> AskDialog:
    made = AskDialog(sample, TODAY, ("Phòng Nội chính",), IMPLEMENTATION)
    qtbot.addWidget(made)
    made.show()
    return made


def item(dialog: AskDialog, text: str) -> QTreeWidgetItem:
    (found,) = dialog.tree.findItems(text, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return found


def press_space(dialog: AskDialog, text: str) -> None:
    """Tick or untick as the keyboard does."""
    dialog.tree.setCurrentItem(item(dialog, text))
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)


def test_the_section_under_way_is_ticked_with_all_in_it(dialog: AskDialog) -> None:
    assert dialog.name() == "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN"
    assert {IMPLEMENTATION, MODELS, 34} <= dialog.ids()
    assert item(dialog, "3.2. Một số mô hình").checkState(0) == Qt.CheckState.Checked


def test_what_is_ticked_by_keys_is_what_goes_out(dialog: AskDialog) -> None:
    press_space(dialog, "II. CÔNG TÁC")
    assert dialog.ids() == frozenset()
    press_space(dialog, "3.2. Một số mô hình")
    press_space(dialog, "III. ĐÁNH GIÁ")
    assert dialog.name() == "3.2. Một số mô hình tiêu biểu; III. ĐÁNH GIÁ CHUNG"
    assert dialog.ids() == {24, 25, 26, 27, *range(35, 48)}


def test_it_goes_on_only_with_a_department_a_part_and_a_whole_day(dialog: AskDialog) -> None:
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.department, "Phong Tong hop")
    assert dialog.go.isEnabled()
    QTest.keyClicks(dialog.due, "31/11")
    assert not dialog.go.isEnabled()
    assert "Hạn gửi lại chưa đúng" in dialog.message.text()
    dialog.due.setText("12/2025")
    assert not dialog.go.isEnabled()
    dialog.due.setText("5/12")
    assert dialog.go.isEnabled()
    press_space(dialog, "II. CÔNG TÁC")
    assert not dialog.go.isEnabled()


def test_the_request_is_what_was_typed(dialog: AskDialog) -> None:
    dialog.department.setEditText("  Phòng   Tổng hợp ")
    dialog.due.setText("5/12")
    dialog.instruction.setPlainText("Nêu số liệu.\n")
    assert dialog.request() == PartRequest("Phòng Tổng hợp", date(2025, 12, 5), "Nêu số liệu.")
