"""Words and rules of an office are shown, added, deleted and switched off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.offices.words_form import WordsForm
from danvan_desktop.report.office.office import Office
from tests.builders.window import dispose
from tests.gui.keyboard import type_text


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[WordsForm]:
    made = WordsForm()
    made.load(Office(words=("Pờ Sì Ngài", "tiệt"), rules_off=("spaces-doubled", "of-a-later-release")))
    made.show()
    qtbot.waitExposed(made)
    yield made
    dispose(made)


def test_words_and_rules_are_given_back_as_they_came(form: WordsForm) -> None:
    assert set(form.known()) == {"Pờ Sì Ngài", "tiệt"}
    assert form.rules_off() == ("spaces-doubled", "of-a-later-release")


def test_a_word_is_typed_and_added_once(qtbot: QtBot, form: WordsForm) -> None:
    form.new.setFocus()
    with qtbot.waitSignal(form.edited):
        type_text(form.new, "  Bản   Phố ")
        QTest.keyClick(form.new, Qt.Key.Key_Return)
    assert "Bản Phố" in form.known()
    assert form.new.text() == ""
    type_text(form.new, "Bản Phố")
    form.add.click()
    assert form.known().count("Bản Phố") == 1


@pytest.mark.parametrize("by_key", [True, False])
def test_a_word_is_deleted(qtbot: QtBot, form: WordsForm, *, by_key: bool) -> None:
    assert not form.delete.isEnabled()
    (item,) = form.words.findItems("tiệt", Qt.MatchFlag.MatchExactly)
    form.words.setCurrentItem(item)
    with qtbot.waitSignal(form.edited):
        if by_key:
            QTest.keyClick(form.words, Qt.Key.Key_Delete)
        else:
            form.delete.click()
    assert form.known() == ("Pờ Sì Ngài",)


def test_a_rule_is_switched_on_again_with_the_keyboard(qtbot: QtBot, form: WordsForm) -> None:
    (item,) = form.rules.findItems("Nhiều dấu cách liền nhau", Qt.MatchFlag.MatchExactly)
    form.rules.setCurrentItem(item)
    with qtbot.waitSignal(form.edited):
        QTest.keyClick(form.rules, Qt.Key.Key_Space)
    assert form.rules_off() == ("of-a-later-release",)
