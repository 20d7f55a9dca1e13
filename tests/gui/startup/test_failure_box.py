"""The box of a failed start says whether the reports are safe, where they are and what to do."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.startup.failure_box import failure_box
from danvan_desktop.paths import LOG_NAME
from tests.gui.visible_texts import inside


def shown(qtbot: QtBot, box: QMessageBox) -> QMessageBox:
    qtbot.addWidget(box)
    box.show()
    return box


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(each for each in inside(box, QPushButton) if each.text().replace("&", "") == text)


def test_what_the_user_can_act_on_stands_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    box = shown(qtbot, failure_box("Danvan", UserError("Hãy cài bản mới nhất."), tmp_path))
    assert box.text() == "Hãy cài bản mới nhất."
    assert "Không có báo cáo nào bị xóa" in box.informativeText()
    assert str(tmp_path) in box.informativeText()
    assert not (tmp_path / LOG_NAME).exists()
    button(box, "Đóng").click()
    assert not box.isVisible()


def test_a_defect_is_ours_is_logged_and_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    box = shown(qtbot, failure_box("Danvan", ZeroDivisionError("lý do"), tmp_path))
    assert "không phải do người soạn" in box.text()
    assert "Hãy mở lại phần mềm" in box.informativeText()
    assert "ZeroDivisionError: lý do" in (tmp_path / LOG_NAME).read_text("utf-8")
    button(box, "Chép chi tiết").click()
    assert "ZeroDivisionError: lý do" in QGuiApplication.clipboard().text()
    assert box.isVisible()


def test_too_little_memory_is_said_as_such(qtbot: QtBot, tmp_path: Path) -> None:
    assert "bộ nhớ" in shown(qtbot, failure_box("Danvan", MemoryError(), tmp_path)).text()


def test_the_folder_opens_and_what_was_typed_is_written_while_the_box_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    saved: list[bool] = []
    box = shown(qtbot, failure_box("Danvan", UserError("x"), tmp_path, lambda: saved.append(True)))
    button(box, "Mở thư mục dữ liệu").click()
    button(box, "Lưu ra tệp…").click()
    assert (opened, saved, box.isVisible()) == ([tmp_path.as_posix()], [True], True)
