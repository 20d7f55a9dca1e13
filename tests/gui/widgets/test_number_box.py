"""A number field: what is typed replaces the number that stands there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.tables.new_table_dialog import TableDialog
from tests.gui.keyboard import type_text


def shown(qtbot: QtBot) -> TableDialog:
    dialog = TableDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def type_number(number: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QSpinBox)
    type_text(focus, number)


def test_four_typed_into_a_new_tables_rows_is_four(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    type_number("4")
    QTest.keyClick(dialog.rows, Qt.Key.Key_Tab)
    type_number("5")
    assert (dialog.rows.value(), dialog.columns.value()) == (4, 5)


@pytest.mark.parametrize("reason", [Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason])
def test_the_key_of_a_field_selects_its_number(qtbot: QtBot, reason: Qt.FocusReason) -> None:
    dialog = shown(qtbot)
    dialog.columns.setFocus(reason)
    type_number("7")
    assert dialog.columns.value() == 7


def test_a_click_into_a_number_selects_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    QTest.mouseClick(dialog.columns, Qt.MouseButton.LeftButton)
    assert not dialog.columns.lineEdit().hasSelectedText()
