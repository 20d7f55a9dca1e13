"""The page of text lies as a white sheet on the ground, with air around it, and keys paint the text alone."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import SHEET_AIR
from danvan_desktop.gui.look.tokens import LIGHT
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.workspace.pages.text_page import SectionPage
from tests.gui.keyboard import type_text


def page_of(window: MainWindow) -> SectionPage:
    window.workspace.tab_strip.setCurrentIndex(3)
    page = window.workspace.current_page()
    assert isinstance(page, SectionPage)
    return page


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_sheet_is_white_and_the_ground_is_seen_around_it(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    qtbot.wait(20)
    picture = page.grab().toImage()
    left, width = page.editor.page_margins()[0], page.editor.page_width()
    assert 16 <= SHEET_AIR <= 20
    assert left >= 16

    def at(x: int, y: int) -> str:
        return picture.pixelColor(QPoint(x, y)).name()

    middle = left + width // 2
    assert at(middle, SHEET_AIR + 4) == QColor(LIGHT.card).name()
    assert at(middle, 4) == QColor(LIGHT.ground).name()
    assert at(4, page.height() // 2) == QColor(LIGHT.ground).name()
    assert at(left + 8, page.height() - 4) == QColor(LIGHT.card).name(), "the sheet goes on below"
    ring = QColor(at(left - 2, page.height() // 2))
    assert ring.lightness() < QColor(LIGHT.ground).lightness(), "its shadow"


def test_a_key_paints_the_text_and_not_the_frame(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    page.editor.setFocus()
    qtbot.wait(50)
    of_page, of_text = Paints(), Paints()
    page.installEventFilter(of_page)
    page.editor.viewport().installEventFilter(of_text)
    for letter in "mot hai":
        type_text(page.editor, letter)
        qtbot.wait(5)
    assert of_text.count > 0
    assert of_page.count == 0
