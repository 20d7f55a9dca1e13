"""A window with a report open that has slips, checked."""

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.checking.beside import CheckBeside
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.checking_scenes import is_checked, open_beside, with_slips


@pytest.fixture
def tired(qtbot: QtBot, window: MainWindow, store: Store, sample: Report) -> MainWindow:
    """Return the window with a report that has slips, which were found."""
    window.open_draft(store.create(with_slips(sample)))
    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)
    return window


@pytest.fixture
def beside(tired: MainWindow) -> CheckBeside:
    """Return the controller of the panel, which is shown."""
    tired.workspace.editor_actions.toggle_check.trigger()
    return open_beside(tired)
