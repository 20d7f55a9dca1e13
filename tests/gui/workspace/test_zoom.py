"""The text is enlarged by wheel, keys and a button of the status bar: all of it, kept, and never an edit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.builders.window import OpenWindow, report_editor_of
from tests.gui.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = 2, 3


def page_of(window: MainWindow, tab: int = SECOND) -> SectionPage:
    window.workspace.tab_strip.setCurrentIndex(tab)
    page = window.workspace.current_page()
    assert isinstance(page, SectionPage)
    return page


def percent(window: MainWindow) -> int:
    return report_editor_of(window.workspace).zoom.percent


def line_height(editor: BlockEditor) -> float:
    editor.document().documentLayout().documentSize()
    return editor.document().begin().layout().lineAt(0).height()


def indent(editor: BlockEditor) -> float:
    """How far the first line of the first plain paragraph begins behind its second."""
    block = editor.document().begin()
    while block.layout().lineCount() < 2:
        block = block.next()
    lines = block.layout()
    return lines.lineAt(0).x() - lines.lineAt(1).x()


def turn_wheel(editor: BlockEditor, angle: int) -> None:
    middle = QPointF(editor.viewport().rect().center())
    event = QWheelEvent(
        *(middle, editor.viewport().mapToGlobal(middle), QPoint(), QPoint(0, angle)),
        *(Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(editor.viewport(), event)


def wheel(window: MainWindow) -> None:
    turn_wheel(page_of(window).editor, 120)


def key(window: MainWindow) -> None:
    QTest.keyClick(page_of(window).editor, Qt.Key.Key_Plus, CTRL)


def button(window: MainWindow) -> None:
    report_editor_of(window.workspace).zoom.button.choices[110].trigger()


@pytest.mark.parametrize("enlarge", [wheel, key, button])
def test_letters_lines_indents_and_the_heading_become_larger_and_it_is_no_edit(
    qtbot: QtBot, opened: MainWindow, enlarge: Callable[[MainWindow], None]
) -> None:
    page = page_of(opened)
    before = (line_height(page.editor), indent(page.editor), page.title.height(), page.editor.page_width())
    report = opened.workspace.opened.report()
    enlarge(opened)
    assert percent(opened) == 110
    line, first, heading, width = before
    assert line_height(page.editor) == pytest.approx(1.1 * line, rel=0.05)
    assert indent(page.editor) == pytest.approx(1.1 * first, rel=0.03)
    assert page.title.height() > heading
    assert page.editor.page_width() >= width
    assert opened.workspace.opened.report() == report
    assert not opened.workspace.opened.stack.can_undo
    assert report_editor_of(opened.workspace).zoom.button.text() == "110 %"


def test_less_than_a_notch_of_a_touch_pad_adds_up(opened: MainWindow) -> None:
    editor = page_of(opened).editor
    for _ in range(4):
        assert percent(opened) == 100
        turn_wheel(editor, -30)
    assert percent(opened) == 90


def test_the_wheel_without_ctrl_scrolls(opened: MainWindow) -> None:
    editor = page_of(opened).editor
    middle = QPointF(editor.viewport().rect().center())
    event = QWheelEvent(
        *(middle, editor.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(editor.viewport(), event)
    assert editor.verticalScrollBar().value() > 0
    assert percent(opened) == 100


def test_ctrl_0_leads_back_and_ctrl_minus_makes_smaller(opened: MainWindow) -> None:
    editor = page_of(opened).editor
    line = line_height(editor)
    QTest.keyClick(editor, Qt.Key.Key_Minus, CTRL)
    assert percent(opened) == 90
    assert line_height(editor) < line
    QTest.keyClick(editor, Qt.Key.Key_0, CTRL)
    assert percent(opened) == 100
    assert line_height(editor) == line


def test_the_key_of_word_for_superscript_stays_the_texts_own(opened: MainWindow) -> None:
    editor = page_of(opened).editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Plus, CTRL | SHIFT)
    assert percent(opened) == 100
    assert opened.workspace.editor_actions.superscript.isChecked()


def test_typing_undo_and_redo_go_on_at_every_size(opened: MainWindow) -> None:
    editor = page_of(opened).editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, " Một")
    before = opened.workspace.opened.report()
    QTest.keyClick(editor, Qt.Key.Key_Plus, CTRL)
    type_text(editor, " hai")
    after = opened.workspace.opened.report()
    assert after != before
    actions = opened.workspace.editor_actions
    while actions.undo.isEnabled():
        actions.undo.trigger()
    assert percent(opened) == 110, "how large it is shown is nothing to undo"
    while actions.redo.isEnabled():
        actions.redo.trigger()
    assert opened.workspace.opened.report() == after


def test_it_holds_for_every_report_and_the_next_start(
    opened: MainWindow, open_window: OpenWindow, store: Store
) -> None:
    report_editor_of(opened.workspace).zoom.set_zoom(150)
    first = opened.session.draft
    assert opened.open_draft(store.create(samples.report()))
    assert page_of(opened).editor.zoom == 1.5
    report_editor_of(opened.workspace).zoom.set_zoom(125)
    assert first is not None
    assert opened.open_draft(store.draft(first.id))
    assert page_of(opened).editor.zoom == 1.25, "its pages were laid aside at 150 %"
    opened.close()
    again = open_window()
    assert again.open_draft(store.draft(first.id))
    assert page_of(again).editor.zoom == 1.25
    assert report_editor_of(again.workspace).zoom.button.text() == "125 %"


def test_what_is_read_stays_in_sight(qtbot: QtBot, opened: MainWindow) -> None:
    editor = page_of(opened).editor
    bar = editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = editor.viewport().rect().center()
    read = editor.cursorForPosition(middle)
    report_editor_of(opened.workspace).zoom.set_zoom(150)
    qtbot.wait(20)
    assert abs(editor.cursorRect(read).top() - middle.y()) < editor.viewport().height() // 4


def test_the_button_is_there_beside_a_report_only(opened: MainWindow) -> None:
    shown = report_editor_of(opened.workspace).zoom.button
    assert shown.isVisible()
    assert shown.accessibleName() == "Cỡ chữ trên màn hình: 100 %"
    opened.leave_report("test")
    assert not shown.isVisible()
