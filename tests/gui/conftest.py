"""A window on a data folder of its own, in Vietnamese, closed properly after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.startup import translation
from danvan_desktop.gui.startup.interface_font import set_interface_font
from danvan_desktop.gui.startup.interface_style import STYLE
from danvan_desktop.gui.startup.translation import VietnameseTranslator
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.builders.window import (
    OpenWindow,
    OpenWorkspace,
    dispose,
    make_window,
    make_workspace,
    show_window,
    show_workspace,
)
from tests.gui.modal import never_came
from tests.gui.visible_texts import inside

_AWAY = QPoint(0, 0)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Have the application of the tests made in the style of the program."""
    QApplication.setStyle(STYLE)
    return QApplication


@pytest.fixture(scope="session")
def translator(qapp: QApplication) -> VietnameseTranslator:
    """Return what answers for Qt; it remembers what it could not answer."""
    set_interface_font(qapp)
    scheme.follow_system(qapp)
    return translation.install(qapp)


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard: "offscreen" deletes it when Python is gone, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def pointer_away(qapp: QApplication) -> None:
    """Leave the pointer where no window of a test is: a note that comes below it takes no click at once."""
    QCursor.setPos(_AWAY)


@pytest.fixture(autouse=True)
def vietnamese(translator: VietnameseTranslator) -> None:
    """Have every test see what the user sees."""


@pytest.fixture(autouse=True)
def no_dialog_is_still_awaited() -> Iterator[None]:
    """Fail the test whose dialog never came."""
    yield
    assert never_came() == []


@pytest.fixture(autouse=True)
def a_printer_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the print dialog come up on every machine, also on a Windows without a printer."""
    monkeypatch.setattr("danvan_desktop.gui.printing.print_job._ON_WINDOWS", False)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    opened = open_store(data_dir)
    yield opened
    opened.close()


@pytest.fixture
def open_window(qtbot: QtBot, store: Store, data_dir: Path) -> Iterator[OpenWindow]:
    """Return a function that shows a window; whatever it opened is closed after the test."""
    windows: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = make_window(store, data_dir)
        windows.append(window)
        show_window(qtbot, window)
        return window

    yield open_one
    for window in windows:
        window.session.close_report()  # a test that failed must not end in a question
        dispose(window)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()


@pytest.fixture
def opened(window: MainWindow, store: Store, sample: Report) -> MainWindow:
    """Return the window with the sample report open."""
    window.open_draft(store.create(sample))
    return window


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    """Return a report as plain text, to be brought in."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(
        "BÁO CÁO\nKết quả công tác Dân vận năm 2025\n\nI. TÌNH HÌNH\nĐoạn một.\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def open_workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWorkspace]:
    """Return a function that shows a workspace; whatever it opened is deleted after the test."""
    workspaces: list[Workspace] = []

    def open_one(report: Report, folder: Path | None = None) -> Workspace:
        workspace = make_workspace(report, folder or tmp_path)
        workspaces.append(workspace)
        show_workspace(qtbot, workspace)
        return workspace

    yield open_one
    for workspace in workspaces:
        for jobs in inside(workspace, Jobs):
            jobs.wait()
        dispose(workspace)
