"""The screen "Sao lưu và khôi phục", opened by its command and left by Escape."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.backup.backup_dialog import BackupDialog
from danvan_desktop.gui.main_window import MainWindow
from tests.gui.modal import when_modal

OpenScreen = Callable[[Callable[[BackupDialog], object]], None]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def on_screen(qtbot: QtBot, window: MainWindow) -> OpenScreen:
    """Open the screen, do something in it until nothing is at work any more, and leave it."""

    def open_screen(act: Callable[[BackupDialog], object]) -> None:
        def do(dialog: BackupDialog) -> None:
            act(dialog)
            qtbot.waitUntil(dialog.progress.isHidden, timeout=20_000)
            qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

        when_modal(BackupDialog, do)
        window.commands.backups.trigger()

    return open_screen
