"""A folder that takes no writing: the reports are read, copied and exported; nothing seems to be saved."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.home import BACKUPS, OFFICES
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.rescue import opening
from danvan_desktop.report.model import Report
from danvan_desktop.store import opening as store_opening
from danvan_desktop.store.connection import lock
from danvan_desktop.store.connection.lock import DataFolderInUse
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.builders.window import dispose, make_window, show_window
from tests.gui.keyboard import type_text

REASON = "Không ghi được vào thư mục dữ liệu: hãy kiểm tra quyền ghi."


@pytest.fixture
def folder(tmp_path: Path, sample: Report) -> Path:
    with closing(open_store(tmp_path / "data")) as store:
        store.create(sample)
    return tmp_path / "data"


@pytest.fixture
def frame(qtbot: QtBot) -> Iterator[QWidget]:
    """Stand for the window before its list is there."""
    window = QWidget()
    yield window
    dispose(window)


def refuse(*_: object, **__: object) -> None:
    raise UserError(REASON)


def opened(folder: Path, frame: QWidget) -> Store:
    way = opening.way_to_open(folder, (), frame)
    assert way is not None
    return way.open()


@pytest.mark.parametrize(
    ("module", "name"), [(lock, "lock_folder"), (store_opening, "open_store")], ids=["lock", "database"]
)
def test_what_cannot_be_written_is_opened_to_be_read(
    folder: Path, frame: QWidget, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, refuse)
    with closing(opened(folder, frame)) as store:
        assert store.read_only_reason == REASON
        assert len(store.drafts()) == 1


def test_where_nothing_can_be_read_either_the_refusal_stands(
    tmp_path: Path, frame: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_opening, "open_store", refuse)
    with pytest.raises(UserError, match="quyền ghi"):
        opened(tmp_path / "data", frame)


def test_a_folder_in_use_is_not_opened_to_be_read(
    folder: Path, frame: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("danvan_desktop.gui.startup.single_instance.ANSWER_SECONDS", 0.0)
    with closing(open_store(folder)), pytest.raises(DataFolderInUse):
        opening.way_to_open(folder, (), frame)


@pytest.fixture
def window(
    qtbot: QtBot, folder: Path, frame: QWidget, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    with monkeypatch.context() as patch:
        patch.setattr(store_opening, "open_store", refuse)
        store = opened(folder, frame)
    made = make_window(store, folder)
    show_window(qtbot, made)
    yield made
    dispose(made)
    store.close()


def test_the_window_says_so_and_offers_nothing_that_would_have_to_be_written(window: MainWindow) -> None:
    assert window.read_only.label.text().startswith(f"CHỈ ĐỌC. {REASON}")
    assert not window.read_only.dismiss.isVisible()
    commands, page = window.commands, window.start_page
    for action in (commands.new, commands.bring_in, commands.next_year, commands.paste_in, commands.backups):
        assert not action.isEnabled()
    do = page.commands
    for action in (do.rename, do.duplicate, do.delete, do.next_year):
        assert not action.isEnabled()
    assert do.open.isEnabled()
    assert not window.home.rail.buttons[OFFICES].isEnabled()
    assert not window.home.rail.buttons[BACKUPS].isEnabled()
    assert page.card.resume.text() == "Mở &xem"


def is_open(window: MainWindow) -> bool:
    return window.session.draft is not None


def test_a_report_is_read_and_left_without_a_question(
    qtbot: QtBot, window: MainWindow, folder: Path, sample: Report
) -> None:
    before = (folder / "drafts.sqlite3").read_bytes()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_Return)
    assert is_open(window)
    window.workspace.tab_strip.setCurrentIndex(3)
    page = window.workspace.current_text_page()
    assert page is not None
    type_text(page.editor, "không vào được")
    assert window.workspace.opened.report().sections[1] == sample.sections[1]
    assert window.workspace.review_bar.label.text() == "Chỉ đọc: chưa ghi được vào thư mục dữ liệu"
    for action in (window.commands.to_issued, window.commands.to_signing, window.commands.request):
        assert not action.isVisible()
    assert window.commands.export.isEnabled()
    window.commands.save.trigger()
    assert window.status.saved.text() == "Chỉ đọc"
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not is_open(window)
    assert not window.unsaved.isVisible()
    assert window.close()
    assert (folder / "drafts.sqlite3").read_bytes() == before


def test_an_export_changes_nothing_of_the_report(window: MainWindow) -> None:
    window.open_draft(window.start_page._store.drafts()[0])
    window.report_commands.change(lambda _: pytest.fail("it was changed"))
    assert window.read_only.isVisible()
