"""Annexes made after forms: chosen from a list, computed when a cell is left, in one step to undo."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.dialogs.annex import AnnexDialog
from danvan_desktop.gui.parts import FORMS_FOLDER
from danvan_desktop.gui.preferences import Preferences
from danvan_desktop.gui.workspace import Workspace
from danvan_desktop.paths import resource
from danvan_desktop.report.model import Table, plain
from tests.gui import samples
from tests.gui.keyboard import type_text
from tests.gui.visible import inside

ANNEXES = 8


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(kept=Preferences(tmp_path))
    made.resize(1366, 660)
    made.open_report(samples.report())
    made.show()
    qtbot.waitExposed(made)
    made.tab_strip.setCurrentIndex(ANNEXES)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def add(workspace: Workspace, row: int) -> list[str]:
    """Click on "Thêm phụ lục…" and choose a row with the keyboard; give what was offered."""
    offered: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AnnexDialog)
        offered.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        for _ in range(row):
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    button = next(each for each in inside(workspace, QPushButton) if each.text() == "Thêm &phụ lục…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return offered


def table(workspace: Workspace) -> Table:
    block = workspace.report().annexes[-1].blocks[0]
    assert isinstance(block, Table)
    return block


def cell(workspace: Workspace, y: int, x: int) -> str:
    found = table(workspace).rows[y][x]
    assert found is not None
    return " ".join(map(plain, found.paragraphs))


def test_the_button_offers_an_empty_annex_and_the_forms(workspace: Workspace) -> None:
    before = len(workspace.report().annexes)
    assert add(workspace, 0) == [
        "Phụ lục trống",
        "Danh mục mô hình “Dân vận khéo”",
        "Biểu số liệu so với cùng kỳ",
        "Bảng tự chấm điểm",
    ]
    assert len(workspace.report().annexes) == before + 1
    assert workspace.report().annexes[-1].blocks == ()


def test_an_annex_after_a_form_is_one_step(workspace: Workspace) -> None:
    before = workspace.report()
    add(workspace, 1)
    assert "2026" in plain(workspace.report().annexes[-1].title)
    workspace.stack.undo()
    assert workspace.report().annexes == before.annexes


def test_leaving_a_cell_computes_the_table_in_the_same_step(workspace: Workspace) -> None:
    add(workspace, 2)
    page = workspace.current_text_page()
    assert page is not None
    editor = page.editor
    grid = editor.document().rootFrame().childFrames()[0]
    first = table(workspace).header_rows
    contents = [
        json.loads(column.unknown)["form"].get("content", "text") for column in table(workspace).columns
    ]
    figures = [x for x, content in enumerate(contents) if content == "figure"]
    (difference,) = [x for x, content in enumerate(contents) if content == "increase"]
    before = cell(workspace, first, difference)
    for x, text in zip(figures, ("10", "15"), strict=True):
        editor.setTextCursor(grid.cellAt(first, x).firstCursorPosition())  # type: ignore[attr-defined]
        type_text(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert cell(workspace, first, difference) in {"+5", "-5", "+05", "-05"}
    workspace.stack.undo()
    assert cell(workspace, first, figures[1]) == ""
    assert cell(workspace, first, difference) == before
    workspace.stack.redo()
    assert cell(workspace, first, difference) in {"+5", "-5", "+05", "-05"}


def test_an_offices_own_form_is_offered_and_a_damaged_one_is_named(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / FORMS_FOLDER
    own.mkdir()
    form = json.loads((resource("annex-forms") / "danh-muc-mo-hinh.json").read_text(encoding="utf-8"))
    form |= {"id": "rieng", "name": "Mẫu riêng của cơ quan"}
    (own / "rieng.json").write_text(json.dumps(form), encoding="utf-8")
    assert "Mẫu riêng của cơ quan" in add(workspace, 0)
    (own / "hong.json").write_text("{", encoding="utf-8")
    said: list[str] = []
    monkeypatch.setattr("danvan_desktop.gui.parts.show_problem", lambda _, text, __: said.append(text))
    assert len(add(workspace, 0)) == 4
    assert "hong.json" in said[0]
