"""One undo over many texts: word by word, in the order things were done."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.undo.document_tracker import CHANGES_AT_ONCE
from danvan_desktop.gui.undo.stack import FunctionStep, UndoStack
from tests.gui.keyboard import compose, type_text


class Desk:
    """Two texts on one stack."""

    def __init__(self, qtbot: QtBot) -> None:
        self.stack = UndoStack()
        self.first, self.second = QTextEdit(), QTextEdit()
        for edit in (self.first, self.second):
            qtbot.addWidget(edit)
            self.stack.watch(edit.document(), edit.textCursor, edit.setTextCursor)

    @property
    def texts(self) -> tuple[str, str]:
        return self.first.toPlainText(), self.second.toPlainText()

    def undone(self) -> list[tuple[str, str]]:
        """What stands in both texts after each step back."""
        states = []
        while self.stack.can_undo:
            self.stack.undo()
            states.append(self.texts)
        return states

    def redone(self) -> list[tuple[str, str]]:
        """What stands in both texts after each step forward."""
        states = []
        while self.stack.can_redo:
            self.stack.redo()
            states.append(self.texts)
        return states


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_five_words_are_five_steps(desk: Desk) -> None:
    type_text(desk.first, "một hai ba bốn năm")
    assert [first for first, _ in desk.undone()] == ["một hai ba bốn ", "một hai ba ", "một hai ", "một ", ""]


def test_texts_are_undone_in_the_order_they_were_typed(desk: Desk) -> None:
    type_text(desk.first, "a1")
    type_text(desk.second, "b1")
    type_text(desk.first, "a2")
    states = desk.undone()
    assert states == [("a1", "b1"), ("a1", ""), ("", "")]
    assert desk.redone() == [("a1", ""), ("a1", "b1"), ("a1a2", "b1")]


def test_letters_put_right_by_backspaces_belong_to_their_word(desk: Desk) -> None:
    type_text(desk.first, "công taa\b\bác daa\b\bân")
    assert desk.texts[0] == "công tác dân"
    assert [first for first, _ in desk.undone()] == ["công tác ", "công ", ""]


def test_a_word_of_one_letter_put_right_is_one_step(desk: Desk) -> None:
    type_text(desk.first, "có o\bô\bở đây")
    assert desk.texts[0] == "có ở đây"
    assert [first for first, _ in desk.undone()] == ["có ở ", "có ", ""]


def test_an_older_word_put_right_is_one_step(desk: Desk) -> None:
    type_text(desk.first, "xin o")
    desk.stack.close()
    type_text(desk.first, "\bô")
    assert [first for first, _ in desk.undone()] == ["xin o", "xin ", ""]


def test_composed_words_are_steps(desk: Desk) -> None:
    compose(desk.first, "d", "da", "dân", commit="dân ")
    compose(desk.first, "v", "vâ", "vận", commit="vận")
    assert desk.texts[0] == "dân vận"
    assert [first for first, _ in desk.undone()] == ["dân ", ""]


def test_composing_alone_is_no_step(desk: Desk) -> None:
    compose(desk.first, "d", "dâ", commit="")
    assert not desk.stack.can_undo


def test_words_taken_back_come_again_one_by_one(desk: Desk) -> None:
    type_text(desk.first, "một hai ba")
    desk.stack.close()
    type_text(desk.first, "\b" * 6)
    assert desk.texts[0] == "một "
    desk.stack.undo()
    assert desk.texts[0] == "một hai "
    desk.stack.undo()
    assert desk.texts[0] == "một hai ba"


def test_typing_elsewhere_in_the_same_text_is_a_step_of_its_own(desk: Desk) -> None:
    type_text(desk.first, "đầu")
    desk.first.moveCursor(desk.first.textCursor().MoveOperation.Start)
    type_text(desk.first, "x")
    assert [first for first, _ in desk.undone()] == ["đầu", ""]


def test_what_was_undone_is_lost_once_something_new_is_typed(desk: Desk) -> None:
    type_text(desk.first, "a ")
    type_text(desk.second, "b ")
    desk.stack.undo()
    type_text(desk.first, "c")
    assert not desk.stack.can_redo
    assert not desk.second.document().isRedoAvailable()
    assert desk.undone() == [("a ", ""), ("", "")]


def test_steps_together_are_one(desk: Desk) -> None:
    with desk.stack.macro():
        desk.first.insertPlainText("một hai")
        desk.second.insertPlainText("ba bốn")
    assert desk.undone() == [("", "")]
    assert desk.redone() == [("một hai", "ba bốn")]


def test_what_is_done_in_one_step_is_undone_last_first_and_done_again_in_order(desk: Desk) -> None:
    done: list[str] = []

    def named(name: str) -> FunctionStep:
        return FunctionStep(lambda: done.append(name), lambda: done.append(f"bỏ {name}"))

    with desk.stack.macro():
        desk.stack.push(named("thêm mục"))
        desk.stack.push(named("đặt tên"))
    desk.stack.undo()
    desk.stack.redo()
    assert done == ["bỏ đặt tên", "bỏ thêm mục", "thêm mục", "đặt tên"]


def test_of_many_things_done_in_one_step_others_hear_once(desk: Desk) -> None:
    heard: list[bool] = []
    desk.stack.changed.connect(lambda: heard.append(desk.stack.is_in_step))
    with desk.stack.macro():
        for word in ("một", "hai", "ba"):
            desk.first.insertPlainText(word)
            desk.stack.close()
    assert heard == [False]
    desk.stack.undo()
    desk.stack.redo()
    assert heard == [False, False, False]
    assert desk.texts == ("mộthaiba", "")


def test_a_text_is_shown_once_where_many_of_its_places_are_undone(desk: Desk) -> None:
    shown: list[int] = []
    type_text(desk.first, "một hai ba bốn")
    desk.stack.watch(
        desk.first.document(), desk.first.textCursor, lambda cursor: shown.append(cursor.position())
    )
    with desk.stack.macro():
        for place in (11, 8, 4):
            cursor = desk.first.textCursor()
            cursor.setPosition(place)
            cursor.insertText("x")
            desk.stack.close()
    desk.stack.undo()
    assert len(shown) == 1
    desk.stack.redo()
    assert len(shown) == 2
    assert desk.texts[0] == "một xhai xba xbốn"


def test_of_several_texts_of_a_step_the_one_changed_last_is_shown(desk: Desk) -> None:
    shown: list[QTextDocument] = []
    for edit in (desk.first, desk.second):
        desk.stack.watch(edit.document(), edit.textCursor, lambda cursor: shown.append(cursor.document()))
    with desk.stack.macro():
        desk.first.insertPlainText("một")
        desk.second.insertPlainText("hai")
    desk.stack.undo()
    desk.stack.redo()
    assert shown == [desk.first.document(), desk.second.document()]


MANY = 2 * CHANGES_AT_ONCE + 5


def insert_in_many_places(desk: Desk) -> None:
    with desk.stack.macro():
        for number in range(MANY):
            cursor = QTextCursor(desk.second.document())
            cursor.beginEditBlock()
            cursor.insertText(f"{number % 10}\n")
            cursor.endEditBlock()
        desk.first.insertPlainText("cuối")


def test_much_is_undone_in_slices_and_is_one_step(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.first, "trước ")
    insert_in_many_places(desk)
    states = [desk.texts]
    for replay in (desk.stack.undo, desk.stack.redo):
        replay()
        assert desk.stack.is_in_step
        assert desk.texts not in {states[0], ("trước ", "")}, "a part of it"
        qtbot.waitUntil(lambda: not desk.stack.is_in_step)
        states.append(desk.texts)
    assert states[1:] == [("trước ", ""), states[0]]


@pytest.mark.parametrize("turns", range(4))
def test_who_asks_while_it_is_undone_finds_it_whole(qtbot: QtBot, desk: Desk, turns: int) -> None:
    insert_in_many_places(desk)
    desk.stack.undo()
    for _ in range(turns):
        QCoreApplication.processEvents()
    desk.stack.finish()
    assert desk.texts == ("", "")
    assert desk.stack.can_redo
    assert not desk.stack.can_undo


def test_a_letter_typed_while_it_is_undone_is_a_step_behind_it(qtbot: QtBot, desk: Desk) -> None:
    insert_in_many_places(desk)
    desk.first.show()
    desk.stack.undo()
    type_text(desk.first, "x")
    assert desk.texts == ("x", "")
    assert not desk.stack.can_redo
    assert desk.undone() == [("", "")]


def test_undo_again_while_it_is_undone_takes_back_the_step_before(desk: Desk) -> None:
    type_text(desk.first, "trước ")
    insert_in_many_places(desk)
    desk.stack.undo()
    desk.stack.undo()
    assert desk.texts == ("", "")
    desk.stack.redo()
    desk.stack.redo()
    desk.stack.finish()
    assert desk.texts[0] == "trước cuối"
    assert len(desk.texts[1]) == 2 * MANY


def test_an_act_is_undone_between_texts(desk: Desk) -> None:
    done: list[str] = []
    type_text(desk.first, "a")
    desk.stack.push(FunctionStep(lambda: done.append("làm"), lambda: done.append("bỏ")))
    type_text(desk.first, "b")
    assert desk.undone() == [("a", ""), ("a", ""), ("", "")]
    assert done == ["bỏ"]
    assert desk.redone()[-1] == ("ab", "")
    assert done == ["bỏ", "làm"]


def test_nothing_is_left_to_undo_after_clear(desk: Desk) -> None:
    type_text(desk.first, "a")
    desk.stack.clear()
    type_text(desk.first, "b")
    assert not desk.stack.can_undo
