"""Windows and workspaces for tests: constructed here and nowhere else, shown, and deleted after use."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.report_editor import ReportEditor
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.visible_texts import inside

WINDOW_SIZE = (1366, 768)
WORKSPACE_SIZE = (1366, 660)
"""What menu bar and status bar leave of the window."""


class OpenWindow(Protocol):
    """Shows a main window; the fixture of this name closes it after the test."""

    def __call__(self) -> MainWindow: ...


class OpenWorkspace(Protocol):
    """Shows a workspace with ``report``; the fixture of this name deletes it after the test."""

    def __call__(self, report: Report, folder: Path | None = None) -> Workspace: ...


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


def make_workspace(report: Report, folder: Path) -> Workspace:
    """Construct a workspace, not shown, with ``report`` open in it; ``folder`` holds its preferences."""
    jobs = Jobs()
    made = ReportEditor(OpenReport(report), Preferences(folder), jobs).workspace
    jobs.setParent(made)
    made.resize(*WORKSPACE_SIZE)
    made.show_report()
    return made


def report_editor_of(workspace: Workspace) -> ReportEditor:
    """The editor that ``workspace`` was made with, and its commands."""
    (found,) = inside(workspace, ReportEditor)
    return found


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
