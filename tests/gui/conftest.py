"""A window on a data folder of its own, in Vietnamese, closed properly after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.startup import translation
from danvan_desktop.gui.startup.interface_font import ensure_readable
from danvan_desktop.gui.startup.translation import VietnameseTranslator
from danvan_desktop.store import Store, open_store
from tests.gui.modal import never_came


@pytest.fixture(scope="session")
def translator(qapp: QApplication) -> VietnameseTranslator:
    """Return what answers for Qt; it remembers what it could not answer."""
    ensure_readable(qapp)
    return translation.install(qapp)


@pytest.fixture(autouse=True)
def vietnamese(translator: VietnameseTranslator) -> None:
    """Have every test see what the user sees."""


@pytest.fixture(autouse=True)
def no_dialog_is_still_awaited() -> Iterator[None]:
    """Fail the test whose dialog never came."""
    yield
    assert never_came() == []


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    opened = open_store(data_dir)
    yield opened
    opened.close()


OpenWindow = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, store: Store, data_dir: Path) -> Iterator[OpenWindow]:
    """Return a function that shows a window; whatever it opened is closed after the test."""
    windows: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = MainWindow(store, data_dir)
        windows.append(window)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)  # keys go to the active window
        return window

    yield open_one
    for window in windows:
        window.session.close_report()  # a test that failed must not end in a question
        dispose(window)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()


def dispose(widget: QWidget) -> None:
    """Close ``widget`` and have it deleted now, while the test can still be blamed."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
