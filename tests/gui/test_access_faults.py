"""The check of what keys and screen readers come to notices each kind of fault, and no other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.access_faults import access_faults


def dialog_with(*parts: QWidget) -> QDialog:
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    for part in parts:
        column.addWidget(part)
    return dialog


def shown_faults(qtbot: QtBot, dialog: QDialog) -> list[str]:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return access_faults(dialog)


def clickable_label() -> QWidget:
    label = QLabel("Xem tất cả")
    label.setCursor(Qt.CursorShape.PointingHandCursor)
    return label


class Clicked(QLabel):
    """A label that is pressed like a button."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setText("pressed")


Clicked.__module__ = "danvan_desktop.gui.made_up"


def focusable_label() -> QWidget:
    label = QLabel("Xem tất cả")
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def button_for_the_mouse() -> QWidget:
    button = QPushButton("Xem tất cả")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def button_that_hides_its_key() -> QWidget:
    button = QToolButton()
    action = QAction("In", button)
    action.setShortcut("Ctrl+P")
    action.setToolTip("In báo cáo")
    button.setDefaultAction(action)
    return button


def empty_row() -> QWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Báo cáo")
    tree.setColumnCount(2)
    tree.addTopLevelItems([QTreeWidgetItem(["", "2025"]), QTreeWidgetItem(["", ""])])
    return tree


def nameless_row() -> QWidget:
    rows = QListWidget()
    rows.setAccessibleName("Báo cáo")
    rows.addItems(["Năm 2025", " "])
    return rows


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (QLineEdit, "no name"),
        (lambda: QPushButton("×"), "no name"),
        (nameless_row, "no name"),
        (empty_row, "a row without a word: QDialog > QTreeWidget “Báo cáo”, 1"),
        (clickable_label, "takes clicks"),
        (lambda: Clicked("Xem tất cả"), "takes clicks"),
        (focusable_label, "takes the keyboard"),
        (button_for_the_mouse, "only by mouse"),
        (button_that_hides_its_key, "Ctrl+P is not said"),
        (lambda: dialog_with(QPushButton("&Lưu"), QCheckBox("&Luôn luôn")), ""),
    ],
)
def test_each_kind_of_fault_is_told(qtbot: QtBot, make: Callable[[], QWidget], told: str) -> None:
    part = make()
    if isinstance(part, QDialog):
        assert shown_faults(qtbot, part) == ["Alt+l is “&Lưu” and “&Luôn luôn”"]
        return
    found = shown_faults(qtbot, dialog_with(part, QPushButton("Đóng")))
    assert any(fault.startswith(told) for fault in found), found


class Trap(QPushButton):
    """A button that Tab does not leave."""

    def event(self, event: QEvent) -> bool:
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        return is_tab or super().event(event)


def test_what_tab_never_comes_to_is_told(qtbot: QtBot) -> None:
    trap = Trap("Lưu")
    dialog = dialog_with(trap, QPushButton("In"))
    trap.setFocus()
    assert shown_faults(qtbot, dialog) == ["Tab does not come to QPushButton “In”"]


def test_a_sound_dialog_has_no_fault(qtbot: QtBot) -> None:
    name, field, rows = QLabel("&Tên"), QLineEdit(), QListWidget()
    name.setBuddy(field)
    rows.setAccessibleName("Báo cáo")
    rows.addItem("Năm 2025")
    choices = QRadioButton("Word"), QRadioButton("&PDF")
    choices[0].setChecked(True)
    dialog = dialog_with(name, field, rows, *choices, QPushButton("&Lưu"))
    assert shown_faults(qtbot, dialog) == []
