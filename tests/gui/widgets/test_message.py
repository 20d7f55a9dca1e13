"""Message boxes: a warning waits for nobody, a question gives the button that was clicked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets.message import call_with_answer, question, show_problem, wait_for_answer
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def asked(window: QWidget) -> tuple[QMessageBox, QPushButton, QPushButton]:
    box = question(window, "Tiêu đề", "Câu hỏi?", "Chi tiết.")
    yes = box.addButton("&Có", QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton("&Không", QMessageBox.ButtonRole.RejectRole)
    return box, yes, no


def clicking(button: QPushButton) -> Callable[[QMessageBox], None]:
    return lambda _: button.click()


def test_a_warning_is_shown_at_once_and_goes_when_it_is_closed(qtbot: QtBot, window: QWidget) -> None:
    show_problem("Không mở được", "Tệp đã hỏng.", window)
    (box,) = inside(window, QMessageBox)
    assert box.isVisible()
    assert (box.icon(), box.text()) == (QMessageBox.Icon.Warning, "Tệp đã hỏng.")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not inside(window, QMessageBox))


def test_a_question_tells_what_was_clicked_and_leaves_nothing_behind(qtbot: QtBot, window: QWidget) -> None:
    for at in (1, 2):
        parts = asked(window)
        button = parts[at]
        assert isinstance(button, QPushButton)
        when_modal(QMessageBox, clicking(button))
        assert wait_for_answer(parts[0]) is button
    qtbot.waitUntil(lambda: not inside(window, QMessageBox))


def test_escape_is_the_answer_no(qtbot: QtBot, window: QWidget) -> None:
    box, _, no = asked(window)
    when_modal(QMessageBox, lambda shown: QTest.keyClick(shown, Qt.Key.Key_Escape))
    assert wait_for_answer(box) is no


@pytest.mark.parametrize("choose", [lambda yes, _: yes, lambda _, no: no], ids=["yes", "no"])
def test_a_later_answer_is_called_back(
    qtbot: QtBot, window: QWidget, choose: Callable[[QPushButton, QPushButton], QPushButton]
) -> None:
    answers: list[QAbstractButton | None] = []
    box, yes, no = asked(window)
    call_with_answer(box, answers.append)
    assert answers == []
    assert QApplication.activeModalWidget() is box
    assert (box.text(), box.informativeText(), box.icon()) == (
        "Câu hỏi?",
        "Chi tiết.",
        QMessageBox.Icon.Question,
    )
    choose(yes, no).click()
    assert answers == [choose(yes, no)]
    qtbot.waitUntil(lambda: not inside(window, QMessageBox))
