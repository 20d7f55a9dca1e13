"""The measure of cut-off words notices each kind of them."""

from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.clipped_widgets import faults


def cut_widgets() -> list[tuple[QWidget, str]]:
    """Make one of each kind with less room than its words need."""
    words = "Công tác dân vận của Văn phòng năm 2026"
    label, button, field, box = QLabel(words), QPushButton(words), QLineEdit(), QComboBox()
    field.setPlaceholderText(words)
    box.addItem(words)
    group, rows, tabs = QGroupBox(words), QListWidget(), QTabBar()
    rows.addItem(words)
    for _ in range(3):
        tabs.addTab(words)
    tabs.setElideMode(tabs.elideMode().ElideRight)
    tabs.setUsesScrollButtons(False)
    made = [(label, "needs"), (button, "needs"), (field, "hint"), (box, "needs"), (group, "title")]
    return [*made, (rows, "wider than the list"), (tabs, "tab")]


def test_the_measure_notices_each_kind_of_cut_words(qtbot: QtBot) -> None:
    for widget, told in cut_widgets():
        qtbot.addWidget(widget)
        widget.setFixedWidth(90)
        widget.show()
        qtbot.waitExposed(widget)
        assert any(told in fault for fault in faults(widget)), type(widget).__name__


def test_the_measure_notices_what_stands_outside_and_a_window_too_large(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("Nơi nhận", window)
    label.move(380, 10)
    window.resize(400, 100)
    window.show()
    qtbot.waitExposed(window)
    assert any("at the side" in fault for fault in faults(window))
    window.resize(5000, 100)
    assert any("the window needs" in fault for fault in faults(window))
