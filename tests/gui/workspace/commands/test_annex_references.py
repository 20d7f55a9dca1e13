"""A new annex to which nothing refers: the reference is offered at once, and put where one wrote."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.workspace.commands.annex_dialog import AnnexDialog
from danvan_desktop.gui.workspace.pages.annexes import AnnexPage
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.annexes.references import without_reference
from danvan_desktop.report.model import Paragraph, Run, plain
from tests.builders import samples
from tests.builders.window import OpenWorkspace
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside

SECTION, CLOSING, ANNEXES = 3, 6, 8
BOLD = Run("Đã có 12 mô hình.", bold=True)


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, tmp_path: Path) -> Workspace:
    report = samples.report()
    sections = list(report.sections)
    blocks = (samples.paragraph(11, "Trên."), Paragraph(12, runs=(BOLD,)), samples.paragraph(13, "Dưới."))
    sections[1] = replace(sections[1], blocks=blocks)
    made = open_workspace(replace(report, sections=tuple(sections), annexes=()), tmp_path)
    made.resize(1366, 700)
    return made


def stand_in(workspace: Workspace, block: int) -> None:
    """Click into a paragraph of the section."""
    workspace.tab_strip.setCurrentIndex(SECTION)
    page = workspace.current_text_page()
    assert page is not None
    page.editor.go_to(block)
    where = page.editor.cursorRect().center()
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.mouseClick(page.editor.viewport(), Qt.MouseButton.LeftButton, pos=where)


def add(workspace: Workspace, row: int = 0) -> AnnexPage:
    """Go to the annexes with the keyboard and add one."""
    while workspace.tab_strip.currentIndex() != ANNEXES:
        workspace.editor_actions.next_tab.trigger()
    when_modal(AnnexDialog, lambda dialog: choose(dialog, row))
    button = next(each for each in inside(workspace, QPushButton) if each.text() == "Thêm &phụ lục…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page = workspace.opened.pages.annexes.current()
    assert page is not None
    return page


def choose(dialog: AnnexDialog, row: int) -> None:
    dialog.list.setCurrentRow(row)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)


def texts(workspace: Workspace) -> list[str]:
    blocks = workspace.opened.report().sections[1].blocks
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def take(page: AnnexPage) -> None:
    QTest.mouseClick(page.reference_line.insert, Qt.MouseButton.LeftButton)


def test_it_is_offered_at_once_and_goes_to_the_paragraph_one_wrote_in(
    qtbot: QtBot, workspace: Workspace
) -> None:
    said: list[str] = []
    workspace.opened.done.connect(lambda text, _: said.append(text))
    stand_in(workspace, 12)
    page = add(workspace)
    qtbot.waitUntil(page.reference_line.insert.isVisible, timeout=1000)
    assert page.reference_line.insert.text().startswith("Chèn “(xem Phụ lục)” vào thẻ “II")
    take(page)
    assert texts(workspace) == ["Trên.", "Đã có 12 mô hình (xem Phụ lục).", "Dưới."]
    assert said == ["Đã chèn “(xem Phụ lục)” vào cuối đoạn “Đã có 12 mô hình.”."]
    assert not page.reference_line.isVisible()
    assert workspace.opened.pages.annexes.current() is page  # one goes on writing the annex


def test_the_reference_is_plain_among_bold_words(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 12)
    page = add(workspace)
    qtbot.waitUntil(page.reference_line.insert.isVisible, timeout=1000)
    take(page)
    block = workspace.opened.report().sections[1].blocks[1]
    assert isinstance(block, Paragraph)
    assert [(run.text, run.bold) for run in block.runs] == [
        ("Đã có 12 mô hình", True),
        (" (xem Phụ lục)", False),
        (".", True),
    ]


def test_it_is_one_step_to_undo_and_is_offered_again(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 11)
    page = add(workspace, 1)
    qtbot.waitUntil(page.reference_line.insert.isVisible, timeout=1000)
    take(page)
    assert texts(workspace)[0] == "Trên (xem Phụ lục)."
    workspace.editor_actions.undo.trigger()
    assert texts(workspace)[0] == "Trên."
    assert len(workspace.opened.report().annexes) == 1
    workspace.tab_strip.setCurrentIndex(ANNEXES)
    qtbot.waitUntil(page.reference_line.isVisible, timeout=1000)
    workspace.editor_actions.redo.trigger()
    assert texts(workspace)[0] == "Trên (xem Phụ lục)."


def test_of_two_annexes_each_is_asked_by_its_number(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 11)
    first, second = add(workspace), add(workspace)
    qtbot.waitUntil(second.reference_line.insert.isVisible, timeout=1000)
    assert "(xem Phụ lục II)" in second.reference_line.insert.text()
    take(second)
    assert texts(workspace)[0] == "Trên (xem Phụ lục II)."
    assert [annex.number for annex in without_reference(workspace.opened.report())] == ["I"]
    workspace.opened.pages.annexes.show_page(first)
    assert "(xem Phụ lục I)" in first.reference_line.insert.text()


def test_where_the_text_names_the_annex_nothing_is_offered(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 13)
    page = workspace.current_text_page()
    assert page is not None
    QTest.keyClick(page.editor, Qt.Key.Key_End)
    type_text(page.editor, " Chi tiết tại Phụ lục kèm theo.")
    shown = add(workspace)
    with qtbot.waitSignal(workspace.rested, timeout=2000):
        type_text(shown.title, "Biểu số liệu")
    workspace.refresh()
    assert not shown.reference_line.isVisible()


def test_typing_the_reference_oneself_ends_the_offer(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 13)
    shown = add(workspace)
    qtbot.waitUntil(shown.reference_line.isVisible, timeout=1000)
    stand_in(workspace, 13)
    page = workspace.current_text_page()
    assert page is not None
    type_text(page.editor, "(xem Phụ lục) ")
    qtbot.waitUntil(shown.reference_line.isHidden, timeout=2000)


def test_passing_the_closing_on_the_way_does_not_choose_it(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 11)
    page = add(workspace)
    assert CLOSING < ANNEXES
    qtbot.waitUntil(page.reference_line.insert.isVisible, timeout=1000)
    take(page)
    assert "xem Phụ lục" in texts(workspace)[0]


def test_with_no_place_known_it_says_what_to_do(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.tab_strip.setCurrentIndex(ANNEXES)
    page = add(workspace)
    qtbot.waitUntil(page.reference_line.isVisible, timeout=1000)
    assert "đặt con trỏ" in page.reference_line.label.text()
    assert not page.reference_line.insert.isVisible()
    stand_in(workspace, 11)
    workspace.tab_strip.setCurrentIndex(ANNEXES)
    QApplication.processEvents()
    workspace.refresh()
    assert page.reference_line.insert.isVisible()


def test_in_a_report_that_may_only_be_read_nothing_is_offered(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 11)
    page = add(workspace)
    qtbot.waitUntil(page.reference_line.isVisible, timeout=1000)
    workspace.opened.set_read_only(True)
    assert not page.reference_line.isVisible()
    workspace.opened.set_read_only(False)
    assert page.reference_line.isVisible()


def test_the_offer_moves_nothing_above_it(qtbot: QtBot, workspace: Workspace) -> None:
    stand_in(workspace, 11)
    page = add(workspace)
    QApplication.processEvents()
    assert not page.reference_line.isVisible()
    before = page.title.mapTo(workspace, page.title.rect().topLeft()), page.editor.pos()
    qtbot.waitUntil(page.reference_line.isVisible, timeout=1000)
    assert (page.title.mapTo(workspace, page.title.rect().topLeft()), page.editor.pos()) == before
