"""A report that cannot be saved: the text is said to be there still, and can be written to a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside


@pytest.fixture
def refused(window: MainWindow, store: Store, sample: Report) -> MainWindow:
    """The window with a report open that was edited, on a disk that takes nothing."""
    window.open_draft(store.create(sample))
    store.file.database.pragma("query_only", 1)
    subject = window.workspace.opened.pages.general.subject
    subject.setFocus()
    QTest.keyClick(subject, Qt.Key.Key_End)
    type_text(subject, ", sửa thêm")
    return window


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was proposed as a file's name; the answer is the folder "giữ", without a suffix."""
    proposed: list[str] = []

    def answer(_: object, __: str, name: str, ___: str) -> Path:
        proposed.append(Path(name).name)
        return tmp_path / "giữ"

    monkeypatch.setattr(file_dialog, "ask_save", answer)
    return proposed


def press(box: QMessageBox, text: str) -> None:
    button = next(each for each in inside(box, QPushButton) if each.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def written(tmp_path: Path) -> Report:
    return from_json((tmp_path / "giữ.danvan").read_text("utf-8"))


def test_the_banner_writes_a_file_and_says_where(
    qtbot: QtBot, refused: MainWindow, store: Store, asked: list[str], tmp_path: Path
) -> None:
    qtbot.waitUntil(refused.unsaved.isVisible, timeout=5000)
    QTest.mouseClick(refused.unsaved.to_file, Qt.MouseButton.LeftButton)
    assert asked[0].endswith(".danvan")
    assert written(tmp_path).subject.endswith(", sửa thêm")
    told = refused.unsaved.label.text()
    assert str(tmp_path / "giữ.danvan") in told
    assert told.startswith("Báo cáo chưa lưu được. Chữ vẫn còn đây, phần mềm tự thử lại.")
    store.file.database.pragma("query_only", 0)
    qtbot.waitUntil(lambda: not refused.unsaved.isVisible(), timeout=20_000)
    assert refused.status.saved.text().startswith("✓ Đã lưu ")


def test_a_file_that_cannot_be_written_either_is_said(
    qtbot: QtBot, refused: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: tmp_path / "absent" / "absent" / "a.danvan")
    when_modal(QMessageBox, lambda box: box.close())
    refused.to_file.ask()
    qtbot.wait(50)
    store.file.database.pragma("query_only", 0)


def test_who_calls_off_the_file_has_none(
    refused: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialog, "ask_save", lambda *_: None)
    assert refused.to_file.ask() is None
    store.file.database.pragma("query_only", 0)


@pytest.mark.parametrize(("answer", "closed"), [("Đóng", True), ("Ở lại", False)])
def test_closing_offers_the_file_too_and_loses_nothing(
    refused: MainWindow, store: Store, asked: list[str], tmp_path: Path, answer: str, closed: bool
) -> None:
    told: list[str] = []

    def second(box: QMessageBox) -> None:
        told.append(box.text())
        press(box, answer)

    def first(box: QMessageBox) -> None:
        assert "Báo cáo chưa lưu được." in box.text()
        when_modal(QMessageBox, second)
        press(box, "Lưu ra tệp…")

    when_modal(QMessageBox, first)
    assert refused.close() is closed
    assert str(tmp_path / "giữ.danvan") in told[0]
    assert written(tmp_path).subject.endswith(", sửa thêm")
    assert len(asked) == 1
    store.file.database.pragma("query_only", 0)


def test_with_no_report_open_it_is_the_file_that_is_in_danger(window: MainWindow) -> None:
    window.session.failed.emit("Ổ đĩa không đọc được.")
    assert (window.unsaved.isVisible(), window.banner.label.text()) == (False, "Ổ đĩa không đọc được.")
