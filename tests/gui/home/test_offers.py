"""Offers in the banner come one after the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.offers import Offer, Offers
from danvan_desktop.gui.shell.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["act", "dismiss"])
def test_the_next_comes_once_one_is_taken_or_declined(banner: Banner, way: str) -> None:
    taken: list[str] = []

    def offer(name: str) -> Offer:
        def take() -> bool:
            taken.append(name)
            return True

        return Offer(name, "Làm", take)

    Offers(banner).begin(["Đã nhập."], [offer("Một?"), offer("Hai?")])
    assert banner.label.text() == "Đã nhập.\nMột?"
    click(getattr(banner, way))
    assert (banner.label.text(), banner.isHidden()) == ("Hai?", False)
    click(banner.act)
    assert banner.isHidden()
    assert taken == (["Một?", "Hai?"] if way == "act" else ["Hai?"])


def test_one_that_was_not_done_stays(banner: Banner) -> None:
    Offers(banner).begin([], [Offer("Một?", "Làm", lambda: False), Offer("Hai?", "Làm", lambda: True)])
    click(banner.act)
    assert banner.label.text() == "Một?"
    assert not banner.isHidden()


def test_other_news_end_the_offers(banner: Banner) -> None:
    offers = Offers(banner)
    offers.begin([], [Offer("Một?", "Làm", lambda: True), Offer("Hai?", "Làm", lambda: True)])
    banner.say("Hết chỗ trống.")
    click(banner.dismiss)
    assert banner.isHidden()
    offers.begin(["Đã nhập."], [])
    assert (banner.label.text(), banner.act.isVisibleTo(banner)) == ("Đã nhập.", False)
