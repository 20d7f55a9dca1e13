"""Việc còn thiếu, last year's tasks beside the text, and files put into a section."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.workspace.commands import insert_file
from danvan_desktop.gui.workspace.notes.remark_dialog import RemarkDialog
from danvan_desktop.gui.workspace.notes.remark_panel import RemarkPanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Paragraph, Report, plain
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import OpenWorkspace, dispose, make_workspace, report_editor_of
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

IMPLEMENTATION, ASSESSMENT, TASKS = 3, 4, 5


def this_year() -> Report:
    return renumber(next_year(samples.report(), 2027, datetime(2027, 11, 20, tzinfo=UTC), "r2"))


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, tmp_path: Path) -> Workspace:
    return open_workspace(this_year(), tmp_path)


def editor(workspace: Workspace) -> BlockEditor:
    page = workspace.current_text_page()
    assert page is not None
    return page.editor


def paragraphs(workspace: Workspace, section: int) -> list[str]:
    blocks = workspace.opened.report().sections[section].blocks
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def write_remark(workspace: Workspace, text: str) -> None:
    """Ask for the remark of the cursor's paragraph and write it as a person does."""

    def write(dialog: RemarkDialog) -> None:
        dialog.text.selectAll()
        QTest.keyClick(dialog.text, Qt.Key.Key_Delete)
        type_text(dialog.text, text + "\n")

    when_modal(RemarkDialog, write)
    workspace.editor_actions.edit_note.trigger()


# ---------------------------------------------------------------------- Việc còn thiếu


def test_a_remark_is_written_counted_undone_and_never_part_of_the_text(workspace: Workspace) -> None:
    workspace.go_to("block:31")
    write_remark(workspace, "chờ số liệu của Trung tâm")
    (block,) = workspace.opened.report().sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.note == "chờ số liệu của Trung tâm"
    assert plain(block.runs) == "Tình hình chung."
    assert [count.missing for count in report_editor_of(workspace).review.counts] == [0, 1, 0, 0, 0, 0, 0]
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == replace(this_year(), next_id=workspace.opened.report().next_id)


def test_a_remark_on_a_table_is_kept_with_the_table(workspace: Workspace) -> None:
    workspace.go_to("block:17")
    write_remark(workspace, "chờ Phòng A")
    assert workspace.opened.report().sections[1].blocks[6].note == "chờ Phòng A"  # type: ignore[union-attr]


def test_an_empty_remark_takes_it_away(workspace: Workspace) -> None:
    workspace.go_to("block:31")
    write_remark(workspace, "chờ")
    write_remark(workspace, "")
    assert workspace.opened.report().sections[0].blocks[0].note is None  # type: ignore[union-attr]


def accessible(panel: RemarkPanel) -> list[str]:
    """What a screen reader says of each row."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(panel.list.item(row).data(role)) for row in range(panel.list.count())]


def test_the_list_leads_to_a_remark_and_takes_away_what_is_done(workspace: Workspace) -> None:
    for place, text in (("block:31", "một"), ("block:34", "hai")):
        workspace.go_to(place)
        write_remark(workspace, text)
    workspace.editor_actions.show_notes.trigger()
    (panel,) = inside(workspace, RemarkPanel)
    assert panel.isVisible()
    assert workspace.focusWidget() is panel.list
    assert accessible(panel) == ["I. Tình hình: một", "Kết thúc: hai"]
    QTest.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert workspace.place().startswith("section:1/31")
    QTest.mouseClick(panel.finish, Qt.MouseButton.LeftButton)
    assert accessible(panel) == ["Kết thúc: hai"]
    assert workspace.opened.report().sections[0].blocks[0].note is None  # type: ignore[union-attr]
    workspace.opened.stack.undo()
    workspace.refresh()
    assert panel.list.count() == 2


def test_a_report_that_may_only_be_read_takes_no_remarks(workspace: Workspace) -> None:
    workspace.opened.set_read_only(True)
    workspace.go_to("block:31")
    assert not workspace.editor_actions.edit_note.isEnabled()


# ---------------------------------------------------------------------- last year's tasks


def test_last_years_tasks_stand_beside_the_sections_that_report_on_them(workspace: Workspace) -> None:
    shown = []
    for index in range(workspace.tab_strip.count()):
        workspace.tab_strip.setCurrentIndex(index)
        shown += [index] if workspace.last_tasks.isVisible() else []
    assert shown == [IMPLEMENTATION, ASSESSMENT]
    assert workspace.last_tasks.list.words(0) == "1. Nhiệm vụ một"


def copy_first_task(workspace: Workspace) -> None:
    panel = workspace.last_tasks
    QTest.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.list.visualRect(panel.list.model().index(0, 0)).center(),
    )
    QTest.mouseClick(panel.copy, Qt.MouseButton.LeftButton)


def test_a_task_is_copied_below_the_cursor(workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    workspace.go_to("block:11")
    copy_first_task(workspace)
    assert paragraphs(workspace, 1)[:3] == ["Đoạn văn mở đầu.", "Nhiệm vụ một", "Ưu điểm"]
    copied = workspace.opened.report().sections[1].blocks[1]
    assert isinstance(copied, Paragraph)
    assert copied.origin is None
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == replace(this_year(), next_id=workspace.opened.report().next_id)


def test_a_task_whose_words_stand_in_the_report_says_where(qtbot: QtBot, workspace: Workspace) -> None:
    long = "Tổ chức ít nhất 12 hội nghị tại các xã vùng xa"
    old = samples.report()
    tasks = replace(old.sections[3], blocks=(samples.paragraph(35, long),))
    report = next_year(
        replace(old, sections=(*old.sections[:3], tasks)), 2027, datetime(2027, 11, 20, tzinfo=UTC), "r3"
    )
    workspace.opened.replace(renumber(report))
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    table = workspace.last_tasks.list
    qtbot.waitUntil(lambda: table.result(0) == "✕ chưa có kết quả")
    workspace.go_to("block:11")
    copy_first_task(workspace)
    qtbot.waitUntil(lambda: table.result(0) == "? có lẽ đã nêu ở II")
    workspace.editor_actions.undo.trigger()
    qtbot.waitUntil(lambda: table.result(0) == "✕ chưa có kết quả")


def test_a_task_copied_at_a_heading_is_plain_text_below_what_stands_under_it(workspace: Workspace) -> None:
    """As a khoản it would stand between the heading and its text, and all numbers below would change."""
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    before = workspace.opened.report().sections[1].blocks
    (following,) = [at for at, block in enumerate(before) if block.id == 21]  # the khoản after 1.1.
    workspace.go_to("block:13")
    copy_first_task(workspace)
    after = workspace.opened.report().sections[1].blocks
    copied = after[following]
    assert isinstance(copied, Paragraph)
    assert (plain(copied.runs), copied.role, copied.number) == ("Nhiệm vụ một", "body", None)
    assert (*after[:following], *after[following + 1 :]) == before, "no number and no text beside it changed"
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report().sections[1].blocks == before


def test_hiding_the_tasks_is_remembered(workspace: Workspace, tmp_path: Path) -> None:
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    workspace.editor_actions.toggle_last_tasks.trigger()
    assert not workspace.last_tasks.isVisible()
    again = make_workspace(this_year(), tmp_path)
    assert not again.editor_actions.toggle_last_tasks.isChecked()
    dispose(again)


# ---------------------------------------------------------------------- a file into a section


def test_a_file_comes_below_the_cursor_as_one_step(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "phong.txt"
    path.write_text("1. Công tác tuyên truyền\nĐã mở 05 lớp.\n- Một việc;\n", encoding="utf-8")
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: path)
    workspace.tab_strip.setCurrentIndex(2)
    workspace.go_to("block:31")
    workspace.editor_actions.insert_file.trigger()
    qtbot.waitUntil(lambda: len(paragraphs(workspace, 0)) > 1, timeout=10_000)
    assert paragraphs(workspace, 0) == [
        "Tình hình chung.",
        "Công tác tuyên truyền",
        "Đã mở 05 lớp.",
        "Một việc;",
    ]
    workspace.editor_actions.undo.trigger()
    assert workspace.opened.report() == replace(this_year(), next_id=workspace.opened.report().next_id)


def test_a_file_that_cannot_be_read_says_why(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so.xls"
    path.write_bytes(b"x")
    said: list[str] = []
    monkeypatch.setattr(
        insert_file,
        "show_problem",
        lambda _, text, __: said.append(text),
    )
    workspace.go_to("block:31")
    monkeypatch.setattr(file_dialog, "ask_open", lambda *_: path)
    workspace.editor_actions.insert_file.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "so.xls" in said[0]
    assert workspace.editor_actions.insert_file.isEnabled()
