"""The scale of the screen is changed while the program is open: windows and dialogs stay on it, whole."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.shell import window_geometry
from danvan_desktop.gui.shell.window_geometry import ScreenWatch
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Report
from tests.builders.window import dispose

LEFT_AT_150 = QRect(0, 0, 1000, 464)
"""What a task bar leaves of 1500 x 768 at 150 %, in the pixels that Qt then counts in: for wide fonts too."""


@pytest.fixture
def scaled(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ScreenWatch:
    """Let the screen of ``window``, be one at 150 % from the next change on."""
    watch = ScreenWatch(window)
    monkeypatch.setattr(window_geometry, "room_of", lambda _: LEFT_AT_150)
    return watch


def is_inside(widget: QWidget, room: QRect) -> bool:
    return room.contains(widget.frameGeometry())


def test_window_and_dialog_stay_on_the_screen(
    qtbot: QtBot, scaled: ScreenWatch, window: MainWindow, sample: Report
) -> None:
    report = replace(next_year(sample, sample.year + 1, sample.modified, "new"))
    dialog = ExportDialog(report, window.jobs, window._preferences, window, "signing")
    dialog.resize(660, 560)
    dialog.show()
    dialog.move(300, 300)
    window.screen().availableGeometryChanged.emit(LEFT_AT_150)
    qtbot.waitUntil(lambda: is_inside(window, LEFT_AT_150) and is_inside(dialog, LEFT_AT_150))
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.go.mapTo(dialog, dialog.go.rect().bottomRight())))
    dispose(dialog)


def test_a_window_that_fits_stays_where_it_is(qtbot: QtBot, scaled: ScreenWatch, window: MainWindow) -> None:
    window.resize(700, 440)
    window.move(20, 10)
    before = window.frameGeometry()
    scaled._follow(window.screen())
    qtbot.wait(50)
    assert window.frameGeometry() == before


def test_a_maximised_window_is_the_systems(qtbot: QtBot, scaled: ScreenWatch, window: MainWindow) -> None:
    window.showMaximized()
    qtbot.wait(50)
    before = window.size()
    window.screen().availableGeometryChanged.emit(LEFT_AT_150)
    qtbot.wait(50)
    assert (window.isMaximized(), window.size()) == (True, before)
