"""Annexes made from forms: chosen from a list, recalculated when a cell is left, one undo step."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.export.unfinished_items import UnfinishedItems
from danvan_desktop.gui.workspace.commands.annex_dialog import EXAMPLE, AnnexDialog, put_example
from danvan_desktop.gui.workspace.commands.annexes import FORMS_FOLDER
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.paths import resource
from danvan_desktop.report.model import Table, plain
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import cut_off, inside

ANNEXES = 8


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, tmp_path: Path) -> Workspace:
    made = open_workspace(samples.report(), tmp_path)
    made.tab_strip.setCurrentIndex(ANNEXES)
    return made


def add(workspace: Workspace, row: int) -> list[str]:
    """Click on "Thêm phụ lục…" and choose a row with the keyboard; give what was offered."""
    offered: list[str] = []

    def choose(dialog: AnnexDialog) -> None:
        offered.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        for _ in range(row):
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    when_modal(AnnexDialog, choose)
    button = next(each for each in inside(workspace, QPushButton) if each.text() == "Thêm &phụ lục…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return offered


def table(workspace: Workspace) -> Table:
    block = workspace.opened.report().annexes[-1].blocks[0]
    assert isinstance(block, Table)
    return block


def cell(workspace: Workspace, y: int, x: int) -> str:
    found = table(workspace).rows[y][x]
    assert found is not None
    return " ".join(map(plain, found.paragraphs))


def test_the_button_offers_an_empty_annex_and_the_forms(workspace: Workspace) -> None:
    before = len(workspace.opened.report().annexes)
    assert add(workspace, 0) == [
        "Phụ lục trống",
        "Danh mục mô hình “Dân vận khéo”",
        "Biểu số liệu so với cùng kỳ",
        "Bảng tự chấm điểm",
    ]
    assert len(workspace.opened.report().annexes) == before + 1
    assert workspace.opened.report().annexes[-1].blocks == ()


def test_an_annex_after_a_form_is_one_step(workspace: Workspace) -> None:
    before = workspace.opened.report()
    add(workspace, 1)
    assert "2026" in plain(workspace.opened.report().annexes[-1].title)
    workspace.opened.stack.undo()
    assert workspace.opened.report().annexes == before.annexes


def test_leaving_a_cell_computes_the_table_in_the_same_step(workspace: Workspace) -> None:
    add(workspace, 2)
    page = workspace.current_text_page()
    assert page is not None
    editor = page.editor
    grid = editor.document().rootFrame().childFrames()[0]
    first = table(workspace).header_rows
    contents = [
        column.form.content if column.form is not None else None for column in table(workspace).columns
    ]
    figures = [x for x, content in enumerate(contents) if content == "figure"]
    (difference,) = [x for x, content in enumerate(contents) if content == "increase"]
    before = cell(workspace, first, difference)
    for x, text in zip(figures, ("10", "15"), strict=True):
        editor.setTextCursor(grid.cellAt(first, x).firstCursorPosition())  # type: ignore[attr-defined]
        type_text(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert cell(workspace, first, difference) in {"+5", "-5", "+05", "-05"}
    workspace.opened.stack.undo()
    assert cell(workspace, first, figures[1]) == ""
    assert cell(workspace, first, difference) == before
    workspace.opened.stack.redo()
    assert cell(workspace, first, difference) in {"+5", "-5", "+05", "-05"}


def own_form(folder: Path, name: str) -> None:
    form = json.loads((resource("annex-forms") / "danh-muc-mo-hinh.json").read_text(encoding="utf-8"))
    form |= {"id": "rieng", "name": name}
    folder.mkdir(exist_ok=True)
    (folder / "rieng.json").write_text(json.dumps(form), encoding="utf-8")


def in_dialog(workspace: Workspace, act: Callable[[AnnexDialog], None]) -> None:
    """Open "Thêm phụ lục…" by its button, do ``act`` there, and leave with Escape."""

    def run(dialog: AnnexDialog) -> None:
        try:
            act(dialog)
        finally:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_modal(AnnexDialog, run)
    button = next(each for each in inside(workspace, QPushButton) if each.text() == "Thêm &phụ lục…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(dialog: AnnexDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_an_offices_own_form_is_offered_and_a_damaged_one_is_named_beside_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    own_form(tmp_path / FORMS_FOLDER, "Mẫu riêng của cơ quan")
    (tmp_path / FORMS_FOLDER / "hong.json").write_text("{", encoding="utf-8")

    def act(dialog: AnnexDialog) -> None:
        assert "Mẫu riêng của cơ quan" in names(dialog)
        assert len(names(dialog)) == 5
        assert dialog.message.isVisible()
        assert "hong.json" in dialog.message.text()
        assert "sai từ dòng 1" in dialog.message.text()
        assert cut_off(dialog) == []

    in_dialog(workspace, act)


def test_the_button_opens_the_folder_with_an_example_and_forms_are_read_on_coming_back(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    folder = tmp_path / FORMS_FOLDER

    def act(dialog: AnnexDialog) -> None:
        assert not dialog.message.isVisible()
        QTest.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
        assert opened == [folder.as_posix()]
        assert len(names(dialog)) == 4  # the example is none until it is given a form's name
        (folder / EXAMPLE).rename(folder / "mau.json")
        workspace.activateWindow()
        dialog.activateWindow()
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.ActivationChange))
        qtbot.waitUntil(lambda: "Mẫu riêng của cơ quan" in names(dialog))

    in_dialog(workspace, act)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="Không lập được thư mục mẫu"):
        put_example(tmp_path / "tep" / "annex-forms")


def test_an_example_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Không lập được thư mục mẫu"):
        put_example(tmp_path / "annex-forms")
    assert list((tmp_path / "annex-forms").iterdir()) == []


# ------------------------------------------------------------------------------------ what adds up


def test_below_a_table_of_points_stands_what_does_not_add_up(workspace: Workspace, qtbot: QtBot) -> None:
    add(workspace, 3)
    page = workspace.current_text_page()
    assert isinstance(page, AnnexPage)
    assert not page.totals_line.isVisible()
    editor = page.editor
    grid = editor.document().rootFrame().childFrames()[0]
    editor.setTextCursor(grid.cellAt(2, 3).firstCursorPosition())  # type: ignore[attr-defined]
    type_text(editor, "7")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.totals_line.isVisible)
    assert "điểm tự chấm 7 lớn hơn điểm tối đa 5" in page.totals_line.text()
    (entry,) = [text for text in listed(workspace) if "Số liệu chưa khớp" in text]
    assert entry.startswith("Phụ lục: ")
    workspace.opened.stack.undo()
    qtbot.waitUntil(lambda: not page.totals_line.isVisible())
    assert not any("Số liệu chưa khớp" in text for text in listed(workspace))


def listed(workspace: Workspace) -> list[str]:
    """What is named before the signing copy is made; its last entry leads to the table."""
    shown = UnfinishedItems(workspace.opened.report())
    entries = [shown.list.item(row).text() for row in range(shown.list.count())]
    wanted: list[str] = []
    shown.place_wanted.connect(wanted.append)
    if any("Số liệu chưa khớp" in entry for entry in entries):
        assert "1 chỗ số liệu chưa khớp" in shown.title.text()
        shown.list.setCurrentRow(len(entries) - 1)
        QTest.keyClick(shown.list, Qt.Key.Key_Return)
        workspace.go_to(wanted[0])
        page = workspace.current_text_page()
        assert page is not None
        assert page.editor.selected_table() is not None
    shown.deleteLater()
    return entries


def test_writing_begins_in_the_first_empty_cell_of_a_new_annex(workspace: Workspace) -> None:
    add(workspace, 1)
    page = workspace.current_text_page()
    assert isinstance(page, AnnexPage)
    assert QApplication.focusWidget() is page.editor or not workspace.isActiveWindow()
    cursor = page.editor.textCursor()
    grid = page.editor.selected_table()
    assert grid is not None
    assert cursor.block().text() == ""
    assert grid.cellAt(cursor).row() >= 1
    type_text(page.editor, "x")
    assert grid.cellAt(cursor).firstCursorPosition().block().text() == "x"


def test_an_annex_is_kept_as_a_form_and_offered(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 3)

    def name_it(dialog: QInputDialog) -> None:
        assert dialog.textValue() == "Bảng tự chấm điểm kết quả thực hiện công tác dân vận"
        dialog.setTextValue("Chấm điểm của Sở")
        dialog.accept()

    when_modal(QInputDialog, name_it)
    with qtbot.waitSignal(workspace.opened.notice) as said:
        workspace.editor_actions.keep_form.trigger()
    assert "Chấm điểm của Sở" in said.args[0]
    assert "Chấm điểm của Sở" in add(workspace, 0)
    assert [path.name for path in (tmp_path / FORMS_FOLDER).iterdir()] == ["cham-diem-cua-so.json"]


def test_an_annex_without_a_table_is_not_asked_for_a_name(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 0)
    workspace.editor_actions.keep_form.trigger()
    box = inside(workspace.window(), QMessageBox)[0]
    assert "chưa có bảng" in box.text()
    box.close()
    assert not (tmp_path / FORMS_FOLDER).exists()
