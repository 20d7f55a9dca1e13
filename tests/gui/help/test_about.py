""" "Giới thiệu" tells whose work the program contains, under which licence, and where its source is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.about import PYSIDE_SOURCE, QT_SOURCE, about_box
from danvan_desktop.gui.help.licences import licences_folder
from tests.repository import ROOT


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[QMessageBox]:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened = about_box(Path("D:/"), parent)
    opened.open()
    yield opened
    parent.close()


def test_qt_and_pyside_are_named_with_their_licence_and_their_source(box: QMessageBox) -> None:
    told = box.informativeText()
    for words in (f"Qt {qVersion()}", "PySide6", "LGPL-3.0", "giấy phép MIT", QT_SOURCE, PYSIDE_SOURCE):
        assert words in told


def test_the_addresses_of_the_source_are_those_of_the_list_of_libraries() -> None:
    listed = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert QT_SOURCE in listed
    assert PYSIDE_SOURCE in listed


def test_a_button_opens_the_folder_of_licences(box: QMessageBox, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    (button,) = (button for button in box.buttons() if button.text() == "Các &giấy phép")
    button.click()
    assert opened == [QUrl.fromLocalFile(str(licences_folder()))]


def test_enter_closes_the_box(box: QMessageBox) -> None:
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
