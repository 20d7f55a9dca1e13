"""Windows and workspaces for tests: constructed here and nowhere else, shown, and deleted after use."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report
from danvan_desktop.store import Store

WINDOW_SIZE = (1366, 768)
WORKSPACE_SIZE = (1366, 660)
"""What menu bar and status bar leave of the window."""


class OpenWindow(Protocol):
    """Shows a main window; the fixture of this name closes it after the test."""

    def __call__(self) -> MainWindow: ...


class OpenWorkspace(Protocol):
    """Shows a workspace with ``report``; the fixture of this name deletes it after the test."""

    def __call__(self, report: Report | None = None, folder: Path | None = None) -> Workspace: ...


def make_window(store: Store, folder: Path) -> MainWindow:
    """Construct a main window on the data folder ``folder``."""
    return MainWindow(store, folder)


def show_window(qtbot: QtBot, window: MainWindow) -> None:
    """Show ``window`` at a common size and wait until keys go to it."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*WINDOW_SIZE)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def make_workspace(report: Report | None = None, folder: Path | None = None) -> Workspace:
    """Construct a workspace, not shown, with ``report`` open in it; ``folder`` holds its preferences."""
    made = Workspace(kept=None if folder is None else Preferences(folder))
    made.resize(*WORKSPACE_SIZE)
    if report is not None:
        made.open_report(report)
    return made


def show_workspace(qtbot: QtBot, workspace: Workspace) -> None:
    """Show ``workspace`` and wait until keys go to it."""
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)


def dispose(widget: QWidget) -> None:
    """Close ``widget`` and have it deleted now, while the test can still be blamed."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
