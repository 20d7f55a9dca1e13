"""The drop zone over the window: it says when files come over it no more, let go or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.drop_zone import DropZone
from tests.builders.window import dispose


@pytest.fixture
def zone() -> Iterator[DropZone]:
    window = QWidget()
    window.resize(800, 500)
    window.show()
    made = DropZone(window)
    made.cover(QRect(0, 0, 800, 500), "")
    yield made
    dispose(window)


def test_files_that_are_dragged_out_again_are_told(qtbot: QtBot, zone: DropZone) -> None:
    with qtbot.waitSignal(zone.gone):
        QApplication.sendEvent(zone, QDragLeaveEvent())
    assert not zone.isVisible()


def test_files_that_are_let_go_are_told_after_they_are_gone(zone: DropZone) -> None:
    told: list[object] = []
    zone.gone.connect(lambda: told.append("gone"))
    zone.dropped.connect(told.append)
    zone.dropped_on_text.connect(told.append)
    zone.let_go([Path("a.docx")], QPoint(400, 100))
    assert told == ["gone", [Path("a.docx")]]
