"""How a person finds and replaces: keys, clicks, and what is read on the bar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.workspace.find.find_bar import FindBar
from danvan_desktop.gui.workspace.find.hit_list import HitListPanel
from danvan_desktop.gui.workspace.pages.form_fields import LineField
from danvan_desktop.gui.workspace.workspace import Workspace
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import inside

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(
    workspace: Workspace, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in whatever has the keyboard."""
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else workspace, key, modifier)


def bar_of(workspace: Workspace) -> FindBar:
    (bar,) = inside(workspace, FindBar)
    return bar


def panel_of(workspace: Workspace) -> HitListPanel:
    (panel,) = inside(workspace, HitListPanel)
    return panel


def find(qtbot: QtBot, workspace: Workspace, words: str, *, replacing: bool = False) -> FindBar:
    """Press Ctrl+F or Ctrl+H, type ``words`` in the place of what stood there, and wait for the count."""
    trigger = workspace.editor_actions.replace if replacing else workspace.editor_actions.find
    trigger.trigger()
    bar = bar_of(workspace)
    assert bar.words.hasFocus()
    bar.words.clear()
    type_text(bar.words, words)
    settle(qtbot, workspace)
    return bar


def settle(qtbot: QtBot, workspace: Workspace) -> None:
    """Wait until what is asked for is what is listed."""
    bar, panel = bar_of(workspace), panel_of(workspace)
    wanted = f"“{bar.words.text()}”"
    qtbot.waitUntil(lambda: wanted in panel.counts.text())


def click(button: QWidget) -> None:
    """Click a button of the bar."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def selected(workspace: Workspace) -> str:
    """What is selected on the page that is shown, in the text used last."""
    page = workspace.current_page()
    assert page is not None
    texts = [edit.textCursor().selectedText() for edit in inside(page, UndoableTextEdit) if edit.isVisible()]
    texts += [line.selectedText() for line in inside(page, LineField) if line.isVisible()]
    return "|".join(filter(None, texts))


def rows(workspace: Workspace) -> list[str]:
    """The rows of the list."""
    model = panel_of(workspace).rows
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
