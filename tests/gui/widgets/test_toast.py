"""A toast says what was done, offers to take it back, moves nothing and goes by itself."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.widgets import toast
from danvan_desktop.gui.widgets.toast import Toasts


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("Soạn tiếp"))
    window.resize(800, 400)
    window.show()
    qtbot.addWidget(window)
    yield window
    window.close()


def test_it_lies_above_the_lower_edge_and_moves_nothing(window: QWidget) -> None:
    button = cast("QPushButton", window.findChild(QPushButton))
    before = button.geometry()
    toasts = Toasts(window)
    toasts.say("Đã lưu ra tệp.")
    assert toasts.isVisible()
    assert button.geometry() == before
    assert 300 < toasts.geometry().bottom() < 400
    assert abs(toasts.geometry().center().x() - 400) <= 1


def test_its_button_does_it_once_and_takes_it_away(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    toasts = Toasts(window)
    toasts.say("Đã xóa.", "Hoàn tác", lambda: done.append("back"))
    QTest.mouseClick(toasts.act, Qt.MouseButton.LeftButton)
    assert done == ["back"]
    assert not toasts.isVisible()


def test_it_goes_by_itself(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast, "SHORT_MS", 30)
    toasts = Toasts(window)
    toasts.say("Đã lưu ra tệp.")
    qtbot.waitUntil(lambda: not toasts.isVisible(), timeout=2000)


def test_it_stays_while_the_pointer_is_on_it(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "LONG_MS", 30)
    toasts = Toasts(window)
    toasts.say("Đã xóa.", "Hoàn tác", lambda: None)
    QTest.mouseMove(toasts, QPoint(5, 5))
    qtbot.waitUntil(lambda: not toasts._leave.isActive(), timeout=2000)
    qtbot.wait(60)
    assert toasts.isVisible()


def test_a_long_message_is_wrapped_within_the_window(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.say("Đã lưu ra tệp " + "thư mục rất dài " * 20)
    assert window.rect().contains(toasts.geometry())
    assert toasts.label.height() >= 2 * toasts.label.fontMetrics().lineSpacing()


def test_it_follows_the_window(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.say("Đã lưu ra tệp.")
    window.resize(600, 300)
    qtbot.waitUntil(lambda: abs(toasts.geometry().center().x() - 300) <= 1)
