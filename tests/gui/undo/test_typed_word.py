"""Letters that an input method selects and types over are of the word; what a hand does to them is not."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.undo import document_tracker
from danvan_desktop.gui.undo.stack import UndoStack
from tests.gui.keyboard import type_text


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[UndoableTextEdit]:
    made = UndoableTextEdit(UndoStack())
    qtbot.addWidget(made)
    made.reset_undo()
    yield made
    made.stack.clear()


def select(edit: UndoableTextEdit, letters: int) -> None:
    for _ in range(letters):
        QTest.keyClick(edit, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)


def undone(edit: UndoableTextEdit) -> str:
    edit.stack.undo()
    return edit.toPlainText()


@pytest.mark.parametrize(("selected", "over"), [(1, "ê"), (2, "ue"), (3, "y")])
def test_letters_typed_over_at_once_are_one_step_with_their_word(
    edit: UndoableTextEdit, selected: int, over: str
) -> None:
    type_text(edit, "chính quye")
    select(edit, selected)
    type_text(edit, over + "n ")
    assert edit.toPlainText() == "chính quye"[:-selected] + over + "n "
    assert undone(edit) == "chính "
    assert undone(edit) == ""


def test_letters_that_are_selected_and_deleted_come_back_alone(edit: UndoableTextEdit) -> None:
    type_text(edit, "quyet")
    select(edit, 2)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert undone(edit) == "quyet"


def test_letters_that_are_made_bold_are_a_step_of_their_own(edit: UndoableTextEdit) -> None:
    type_text(edit, "quyet")
    select(edit, 2)
    edit.setFontWeight(700)
    assert undone(edit) == "quyet"
    assert undone(edit) == ""


def test_what_a_hand_selects_later_and_types_over_comes_back(
    edit: UndoableTextEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_tracker, "_BURST_SECONDS", 0.01)
    type_text(edit, "quyet")
    time.sleep(0.02)
    select(edit, 2)
    type_text(edit, "nh")
    assert undone(edit) == "quyet"


def test_a_selection_that_reaches_beyond_the_word_ends_it(edit: UndoableTextEdit) -> None:
    type_text(edit, "mot hai")
    select(edit, 5)
    type_text(edit, "x")
    assert undone(edit) == "mot hai"
