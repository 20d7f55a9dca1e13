"""Cards of rich text: headings are no cards, the chosen card is as much higher as its buttons need."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListWidgetItem, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.forms.button_cards import ButtonCards, CardFace, Index
from tests.gui.visible_texts import inside


def face(index: Index) -> CardFace | None:
    """Give a card of its text; one that begins with "#" is a heading."""
    text = str(index.data())
    return None if text.startswith("#") else CardFace(f"<b>{text}</b>")


def has_buttons(item: QListWidgetItem) -> bool:
    return item.text() != "none"


@pytest.fixture
def cards(qtbot: QtBot) -> ButtonCards:
    made = ButtonCards("Thử", face, has_buttons)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.hold_buttons(QPushButton("Một"), QPushButton("Hai"))
    made.add_heading("# (3)")
    made.addItems(["a", "b", "none"])
    made.show()
    return made


def place(cards: ButtonCards, row: int) -> QRect:
    return cards.visualItemRect(cards.item(row))


def buttons(cards: ButtonCards) -> list[QPushButton]:
    return [button for button in inside(cards, QPushButton) if button.isVisible()]


def test_a_heading_cannot_be_chosen(cards: ButtonCards) -> None:
    assert cards.item(0).flags() == Qt.ItemFlag.NoItemFlags
    assert cards.item(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_nearest_card_is_no_heading_and_before_the_end_where_none_follows(cards: ButtonCards) -> None:
    cards.add_heading("# (0)")
    assert [cards.nearest_card(row) for row in (-1, 0, 2, 3, 4, 9)] == [1, 1, 2, 3, 3, 3]
    cards.clear()
    assert cards.nearest_card(0) == -1


def test_the_chosen_card_has_room_for_the_buttons_and_holds_them(cards: ButtonCards) -> None:
    cards.setCurrentRow(1)
    assert place(cards, 1).height() > place(cards, 2).height() + 10
    for button in buttons(cards):
        top = button.mapTo(cards.viewport(), button.rect().topLeft()).y()
        assert place(cards, 1).top() < top < place(cards, 1).bottom() - button.height()
    cards.setCurrentRow(2)
    assert place(cards, 2).height() > place(cards, 1).height() + 10
    assert len(buttons(cards)) == 2


def test_of_a_card_higher_than_the_list_the_buttons_are_seen(qtbot: QtBot, cards: ButtonCards) -> None:
    cards.addItem("dài " * 300)
    cards.setCurrentRow(4)
    cards.reveal_chosen()
    last = buttons(cards)[-1]
    qtbot.waitUntil(lambda: last.geometry().height() > 0 and not last.visibleRegion().isEmpty())
    assert place(cards, 4).height() > cards.viewport().height()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_what_nothing_can_be_done_about_has_no_buttons(cards: ButtonCards) -> None:
    cards.setCurrentRow(3)
    assert place(cards, 3).height() == place(cards, 2).height()
    assert buttons(cards) == []


def test_each_choice_is_told(qtbot: QtBot, cards: ButtonCards) -> None:
    with qtbot.waitSignal(cards.chosen):
        cards.setCurrentRow(2)
