"""Last year's tasks beside the text: confirmed, pointed elsewhere, moved on, made an annex."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.commands.point_dialog import PointDialog
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Paragraph, Report, Run, TaskAnswer, plain
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.modal import when_modal

IMPLEMENTATION = 3
TASKS = (
    Paragraph(90, "clause", numbering="auto", runs=(Run("Tổ chức 12 hội nghị tuyên truyền về dân vận."),)),
    Paragraph(91, "clause", numbering="auto", runs=(Run("Xây dựng 05 mô hình ở các xã vùng xa."),)),
)
WRITTEN = (
    Paragraph(95, runs=(Run("Đã tổ chức 14 hội nghị tuyên truyền về dân vận, vượt kế hoạch."),)),
    Paragraph(96, runs=(Run("Đoàn Thanh niên giúp dân làm đường."),)),
)


def this_year() -> Report:
    old = samples.report()
    sections = tuple(replace(each, blocks=TASKS) if each.key == "tasks" else each for each in old.sections)
    moment = datetime(2027, 11, 20, tzinfo=UTC)
    new = next_year(replace(old, sections=sections, next_id=99), old.year + 1, moment, "n")
    written = tuple(
        replace(each, blocks=WRITTEN) if each.key == "implementation" else each for each in new.sections
    )
    return renumber(replace(new, sections=written))


@pytest.fixture
def workspace(qtbot: QtBot, open_workspace: OpenWorkspace) -> Workspace:
    shown = open_workspace(this_year())
    shown.tab_strip.setCurrentIndex(IMPLEMENTATION)
    qtbot.waitUntil(lambda: bool(shown.last_tasks.list.result(0)))
    return shown


def test_who_asks_for_them_sees_them_beside_any_tab(workspace: Workspace) -> None:
    toggle, panel = workspace.editor_actions.toggle_last_tasks, workspace.last_tasks
    workspace.tab_strip.setCurrentIndex(0)
    assert not panel.isVisible()
    toggle.trigger()
    assert panel.isVisible()
    assert toggle.isChecked()
    toggle.trigger()
    assert not panel.isVisible()
    assert not toggle.isChecked()
    toggle.trigger()
    workspace.tab_strip.setCurrentIndex(1)
    assert not panel.isVisible(), "beside other tabs nobody has asked"
    workspace.tab_strip.setCurrentIndex(IMPLEMENTATION)
    assert panel.isVisible()


def results(workspace: Workspace) -> list[str]:
    table = workspace.last_tasks.list
    return [table.result(row) for row in range(table.rowCount())]


def choose(workspace: Workspace, row: int) -> None:
    workspace.last_tasks.list.setFocus()
    workspace.last_tasks.list.selectRow(row)


def answers(workspace: Workspace) -> tuple[TaskAnswer, ...]:
    return workspace.opened.report().attachments.answers


def test_each_task_has_its_target_and_what_words_and_numbers_tell(workspace: Workspace) -> None:
    table = workspace.last_tasks.list

    assert [table.words(row) for row in range(2)] == [
        "Tổ chức 12 hội nghị tuyên truyền về dân vận.",
        "Xây dựng 05 mô hình ở các xã vùng xa.",
    ]
    assert table._at(0, 1).text() == "12 hội nghị"
    assert results(workspace) == ["? có lẽ đã nêu ở II", "✕ chưa có kết quả"]
    assert workspace.last_tasks.open_ones.text() == "1 chưa có kết quả"


def test_enter_confirms_and_undo_asks_again(workspace: Workspace) -> None:
    choose(workspace, 0)
    QTest.keyClick(workspace.last_tasks.list, Qt.Key.Key_Return)

    assert results(workspace)[0] == "✓ đã nêu ở II"
    assert answers(workspace) == (TaskAnswer(90, 95),)
    assert not workspace.last_tasks.confirm.isEnabled()
    workspace.opened.stack.undo()
    assert results(workspace)[0] == "? có lẽ đã nêu ở II"
    assert answers(workspace) == ()


def test_another_place_is_pointed_to(workspace: Workspace) -> None:
    def choose_the_second(dialog: PointDialog) -> None:
        QTest.keyClicks(dialog.filter, "duong")
        answer = dialog.answer()
        assert answer is not None
        assert answer.block == 96
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    choose(workspace, 1)
    when_modal(PointDialog, choose_the_second)
    workspace.last_tasks.point.click()

    assert results(workspace)[1] == "✓ đã nêu ở II"
    assert answers(workspace) == (TaskAnswer(91, 96),)


def test_a_dialog_whose_filter_finds_nothing_points_nowhere(workspace: Workspace) -> None:
    def find_nothing(dialog: PointDialog) -> None:
        QTest.keyClicks(dialog.filter, "zzz")
        assert not dialog.go.isEnabled()
        dialog.reject()

    choose(workspace, 1)
    when_modal(PointDialog, find_nothing)
    workspace.last_tasks.point.click()
    assert answers(workspace) == ()


def test_a_task_goes_on_next_year_or_has_no_result(workspace: Workspace) -> None:
    choose(workspace, 1)
    workspace.last_tasks.move_on.click()
    choose(workspace, 0)
    workspace.last_tasks.open_again.click()

    assert results(workspace) == ["✕ chưa có kết quả", "→ chuyển sang năm sau"]
    assert set(answers(workspace)) == {TaskAnswer(91, 0, "moved"), TaskAnswer(90, 0, "open")}


def test_the_table_leads_to_the_answer(workspace: Workspace) -> None:
    choose(workspace, 0)
    workspace.last_tasks.go.click()

    page = workspace.current_text_page()
    assert page is not None
    assert page.editor.hasFocus()
    assert page.editor.place()[0] == 95


def test_the_annex_of_results_is_one_step_to_undo(workspace: Workspace) -> None:
    before = workspace.opened.report().annexes
    workspace.last_tasks.annex.click()

    annex = workspace.opened.report().annexes[-1]
    assert plain(annex.title) == f"KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐÃ ĐỀ RA NĂM {this_year().year}"
    workspace.opened.stack.undo()
    assert workspace.opened.report().annexes == before


def test_what_may_only_be_read_takes_no_answer(workspace: Workspace) -> None:
    workspace.opened.set_read_only(True)
    choose(workspace, 0)
    panel = workspace.last_tasks
    buttons = (panel.confirm, panel.point, panel.move_on, panel.open_again, panel.copy, panel.annex)

    assert not any(button.isEnabled() for button in buttons)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert answers(workspace) == ()
