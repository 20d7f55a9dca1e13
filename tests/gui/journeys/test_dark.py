"""On a dark ground, and in high contrast, every word is seen: no colour of ours vanishes."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.help.window import HelpWindow, link_colour
from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.look.palette import tokens_in
from danvan_desktop.gui.look.tokens import DARK
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import OpenWindow, dispose
from tests.gui.scenes import dialogs
from tests.gui.unseen_words import LEAST, ROLES, difference, high_contrast, unseen


@pytest.fixture(params=[DARK, tokens_in(high_contrast())], ids=["dark", "high contrast"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    scheme.dress(qapp, request.param)
    yield qapp.palette()
    scheme.dress(qapp, scheme.wanted(qapp))


def test_a_system_in_high_contrast_keeps_its_colours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "setPalette", lambda *_: None)
    monkeypatch.setattr(QApplication, "palette", lambda *_: high_contrast())
    assert scheme.wanted(qapp) == tokens_in(high_contrast())


def test_the_check_notices_colours_that_vanish(qtbot: QtBot, palette: QPalette) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    label, text = QLabel("Hạn gửi", root), QTextEdit(root)
    fixed = label.palette()
    fixed.setColor(ROLES.WindowText, QColor("#333333"))
    label.setPalette(fixed)
    text.setHtml('<p style="color:#101010">Trên đây là báo cáo</p>')
    root.show()
    assert len(unseen(root)) == 2


def test_every_dialog_is_seen(
    qtbot: QtBot, palette: QPalette, open_window: OpenWindow, sample: Report
) -> None:
    window = open_window()
    for dialog in dialogs(window, sample):
        dialog.show()
        qtbot.waitExposed(dialog)
        assert unseen(dialog) == [], type(dialog).__name__
        dispose(dialog)


def test_every_tab_is_seen(
    qtbot: QtBot, palette: QPalette, open_window: OpenWindow, store: Store, sample: Report
) -> None:
    window: MainWindow = open_window()
    draft = store.create(next_year(sample, 2026, sample.modified, "new"))
    window.start_page.refresh()
    window.banner.say("Chưa lưu được.")
    assert unseen(window) == []
    window.open_draft(draft)
    strip = window.workspace.tab_strip
    for tab in range(strip.count()):
        strip.setCurrentIndex(tab)
        qtbot.wait(5)
        assert unseen(window) == [], strip.tabText(tab)


def test_the_links_of_the_help_are_seen(qtbot: QtBot, palette: QPalette) -> None:
    window = HelpWindow("bat-dau")
    window.show()
    anchors = []
    block = window.page.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            if place.fragment().charFormat().isAnchor():
                anchors.append(place.fragment().charFormat().foreground().color())
            place += 1
        block = block.next()
    assert len(anchors) >= 3
    for colour in anchors:
        assert difference(colour, window.page.palette().base().color()) > LEAST
    dispose(window)


@pytest.mark.parametrize("ground", ["#efefef", "#2b2b2b"])
def test_links_are_seen_on_a_light_and_on_a_dark_ground(ground: str) -> None:
    palette = QPalette(QColor(ground))
    assert difference(link_colour(palette), palette.base().color()) > LEAST


def test_on_a_dark_ground_the_card_follows_the_systems_colours(
    qtbot: QtBot, qapp: QApplication, store: Store, window: MainWindow, sample: Report
) -> None:
    scheme.dress(qapp, DARK)
    try:
        store.create(sample)
        window.start_page.refresh()
        qtbot.wait(50)
        card = window.start_page.card
        for label in (card.title, card.caption, card.review):
            ground = label.palette().color(label.backgroundRole()).lightness()
            letters = label.palette().color(label.foregroundRole()).lightness()
            assert letters - ground > 100
        window.banner.say("Chưa lưu được")
        palette = window.banner.label.palette()
        contrast = (
            palette.color(QPalette.ColorRole.WindowText).lightness()
            - palette.color(QPalette.ColorRole.Window).lightness()
        )
        assert abs(contrast) > 100
    finally:
        scheme.dress(qapp, scheme.wanted(qapp))
    assert not isinstance(QApplication.activeModalWidget(), QMessageBox)
