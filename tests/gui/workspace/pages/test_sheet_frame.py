"""The page of text lies as a white sheet on the ground, with air around it, and keys paint the text alone."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import SHEET_AIR, BlockEditor
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


def share_of_text(editor: BlockEditor) -> float:
    """How much of the sheet's width the lines may take."""
    frame = editor.document().rootFrame().frameFormat()
    lines = editor.document().textWidth() - (frame.leftMargin() + frame.rightMargin()) * editor.zoom
    return lines / editor.page_width()


def test_a_narrow_sheet_gives_its_margins_to_the_words(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    qtbot.wait(20)
    roomy = page.editor.page_width() * (1 - share_of_text(page.editor)) / 2
    opened.workspace.editor_actions.toggle_preview.trigger()
    qtbot.wait(50)
    assert page.editor.page_width() < 560, "the pages stand beside the text"
    assert share_of_text(page.editor) > 0.86
    assert 24 <= page.editor.page_width() * (1 - share_of_text(page.editor)) / 2 < roomy
    words = [line_of_words(page.editor, at) for at in (300, 600)]
    assert min(words) >= 8


def line_of_words(editor: BlockEditor, position: int) -> int:
    """The number of words in the line at ``position``."""
    cursor = editor.textCursor()
    cursor.setPosition(position)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    return len(cursor.selectedText().split())


def test_a_heading_stands_over_its_text_also_on_a_narrow_sheet(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    for _ in range(2):
        qtbot.wait(20)
        text = page.editor.viewport().mapTo(page, QPoint()).x()
        text += round(page.editor.document().rootFrame().frameFormat().leftMargin())
        assert page.number.mapTo(page, QPoint()).x() == text
        opened.workspace.editor_actions.toggle_preview.trigger()


def test_a_click_and_a_drag_beside_the_lines_are_in_the_lines(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    editor = page.editor
    qtbot.wait(20)
    edge = editor.viewport().x()
    assert edge > editor.page_margins()[0], "a part of the sheet's margin is beside the viewport"
    page.title.setFocus()
    height = editor.cursorRect().center().y() + 120
    wanted = editor.cursorForPosition(QPoint(0, height)).position()
    beside = QPoint(edge - 6, height)
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=beside)
    assert editor.hasFocus()
    assert editor.textCursor().position() == wanted > 0
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=beside)
    drag = beside + QPoint(0, 60)
    QTest.mouseMove(page, editor.mapTo(page, drag))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=editor.mapTo(page, drag))
    assert editor.textCursor().selectionStart() == wanted
    assert editor.textCursor().selectionEnd() > wanted


def test_the_right_button_in_the_lines_and_beside_them_is_for_the_menu_alone(
    qtbot: QtBot, opened: MainWindow
) -> None:
    page = page_of(opened)
    editor = page.editor
    qtbot.wait(20)
    height = editor.cursorRect().center().y() + 120
    before = editor.textCursor().position()
    for widget, at in (
        (editor.viewport(), QPoint(100, height)),
        (editor, QPoint(editor.viewport().x() - 6, height)),
    ):
        QTest.mousePress(widget, Qt.MouseButton.RightButton, pos=at)
        QTest.mouseMove(widget, at + QPoint(3, 3))
        QTest.mouseRelease(widget, Qt.MouseButton.RightButton, pos=at)
        assert editor.textCursor().position() == before


def test_the_wheel_beside_the_lines_scrolls_them(qtbot: QtBot, opened: MainWindow) -> None:
    page = page_of(opened)
    qtbot.wait(20)
    at = QPointF(6, page.height() / 2)
    turned = QWheelEvent(
        at,
        QPointF(page.mapToGlobal(at)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page, turned)
    assert page.editor.verticalScrollBar().value() > 0
