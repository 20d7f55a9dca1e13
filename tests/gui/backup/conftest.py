"""The screen "Sao lưu và khôi phục", opened by its command and left by Escape."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.backup.backup_dialog import BackupDialog
from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.home.home import BACKUPS, REPORTS
from danvan_desktop.gui.main_window import MainWindow
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

OpenScreen = Callable[[Callable[[BackupForm], object]], None]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def on_screen(qtbot: QtBot, window: MainWindow) -> OpenScreen:
    """Open the screen, do something in it until nothing is at work any more, and leave it.

    It is a page of the window, or a dialog over an open report.
    """

    def do(form: BackupForm, act: Callable[[BackupForm], object]) -> None:
        act(form)
        qtbot.waitUntil(form.progress.isHidden, timeout=20_000)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
        QTest.keyClick(form.window() if window.session.draft else form.list, Qt.Key.Key_Escape)

    def open_screen(act: Callable[[BackupForm], object]) -> None:
        if window.session.draft is not None:
            when_modal(BackupDialog, lambda dialog: do(dialog.form, act))
            window.commands.backups.trigger()
            return
        window.commands.backups.trigger()
        assert window.home.shown == BACKUPS
        (form,) = inside(window.home, BackupForm)
        do(form, act)
        assert window.home.shown == REPORTS

    return open_screen
