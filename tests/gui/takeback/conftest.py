"""A window with a report of which a Word file went out, and the file that came back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.takeback.panel import TakeBackPanel
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.takeback_scenes import send_and_get_back, settled, the_panel

TakeBack = Callable[[Path], TakeBackPanel]


@pytest.fixture
def consulting(window: MainWindow, store: Store, sample: Report) -> MainWindow:
    """Return the window with a report open whose first draft went out."""
    marks = replace(sample.marks, draft=1)
    attachments = replace(sample.attachments, rounds=1)
    window.open_draft(store.create(replace(sample, state="consulting", marks=marks, attachments=attachments)))
    return window


@pytest.fixture
def returned(consulting: MainWindow, store: Store, tmp_path: Path) -> Path:
    """Return the file that came back."""
    return send_and_get_back(consulting, store, tmp_path)


@pytest.fixture
def take_back(qtbot: QtBot, consulting: MainWindow) -> TakeBack:
    """Return a function that takes a file back and waits for its changes."""

    def take(path: Path) -> TakeBackPanel:
        consulting.take_back.take(path)
        qtbot.waitUntil(lambda: settled(consulting), timeout=20_000)
        return the_panel(consulting)

    return take
