"""A message that comes while one works moves nothing of what one types or is about to click."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import inside

LONG = "Tên cơ quan trong báo cáo này chưa có trong danh sách “Cơ quan và người ký”. " * 4


def places(window: MainWindow) -> dict[str, QRect]:
    """Where everything stands that can be clicked or typed into, all notes left out."""
    QApplication.processEvents()
    found = {}
    for kind in (QAbstractButton, QLineEdit, QTextEdit):
        for at, widget in enumerate(inside(window, kind)):
            if widget.isVisible() and not window.floating.isAncestorOf(widget):
                corner = widget.mapTo(window, QPoint(0, 0))
                found[f"{kind.__name__} {at} {widget.accessibleName()}"] = QRect(corner, widget.size())
    return found


def say_unsaved(window: MainWindow) -> None:
    window.unsaved.show_failure("Đĩa đã đầy.")


SAYINGS: dict[str, Callable[[MainWindow], None]] = {
    "banner": lambda window: window.banner.say("Chưa làm được.", "Đi tới", lambda: None),
    "long banner": lambda window: window.banner.say(LONG),
    "unsaved": say_unsaved,
    "notices": lambda window: window.notices.add(["Tệp dữ liệu đã được ghi lại.", "Một báo cáo hỏng."]),
}


@pytest.mark.parametrize("name", SAYINGS)
@pytest.mark.parametrize("tab", [0, 3, 7])
def test_over_an_open_report_nothing_moves(opened: MainWindow, name: str, tab: int) -> None:
    opened.resize(1366, 728)
    opened.workspace.tab_strip.setCurrentIndex(tab)
    before = places(opened)
    assert len(before) > 5
    SAYINGS[name](opened)
    assert places(opened) == before
    assert opened.floating.isVisible()
    opened.banner.hide()
    opened.unsaved.withdraw()
    opened.notices.seen.click()
    assert places(opened) == before
    assert not opened.floating.isVisible()


@pytest.mark.parametrize("name", SAYINGS)
def test_over_the_list_nothing_moves(opened: MainWindow, name: str) -> None:
    opened.leave_report("test")
    opened.resize(1366, 728)
    before: dict[str, QRect] = {}
    while before != (before := places(opened)):  # the card of the report has another height now
        QApplication.processEvents()
    SAYINGS[name](opened)
    assert places(opened) == before


def line_of(edit: QTextEdit, window: MainWindow) -> QRect:
    line = edit.cursorRect()
    return QRect(edit.viewport().mapTo(window, line.topLeft()), line.size())


def note_of(window: MainWindow) -> QRect:
    return QRect(window.floating.mapTo(window, QPoint(0, 0)), window.floating.size())


def test_it_is_never_over_the_line_that_is_typed(qtbot: QtBot, opened: MainWindow) -> None:
    opened.resize(1366, 728)
    opened.workspace.tab_strip.setCurrentIndex(3)
    page = opened.workspace.current_text_page()
    assert page is not None
    page.editor.setFocus()
    opened.banner.say(LONG)
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.End)
    type_text(page.editor, "\nMột.\nHai.\nBa.\nBốn.\nNăm.\nSáu.\nBảy.\nTám.\nChín.\nMười.")
    qtbot.waitUntil(lambda: not note_of(opened).intersects(line_of(page.editor, opened)), timeout=1000)
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.Start)
    page.editor.ensureCursorVisible()
    qtbot.waitUntil(lambda: note_of(opened).top() > line_of(page.editor, opened).bottom(), timeout=1000)


def test_it_leaves_the_review_bar_free(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    window.open_draft(store.create(next_year(sample, sample.year + 1, sample.modified, "nay")))
    window.resize(1366, 728)
    bar = window.workspace.review_bar
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    window.banner.say("Chưa làm được.")
    QApplication.processEvents()
    shown = QRect(bar.mapTo(window, QPoint(0, 0)), bar.size())
    assert not note_of(window).intersects(shown)


def test_notes_stand_one_below_the_other_and_are_whole(opened: MainWindow) -> None:
    opened.resize(1366, 728)
    for say in SAYINGS.values():
        say(opened)
    QApplication.processEvents()
    shown = [opened.unsaved, opened.notices, opened.banner]
    for above, below in pairwise(shown):
        assert above.geometry().bottom() < below.geometry().top()
    label = opened.banner.label
    assert label.height() >= label.heightForWidth(label.width())
    assert opened.rect().contains(note_of(opened))


def test_a_toast_stands_above_it(opened: MainWindow) -> None:
    opened.resize(1366, 728)
    opened.banner.say(LONG)
    opened.toasts.say("Đã xong.")
    assert not opened.toasts.geometry().intersects(note_of(opened))


def under_the_pointer(window: MainWindow, act: Callable[[], None]) -> QWidget:
    """Let a note come where the pointer is, above a button of it."""
    window.banner.say("Ghi nhận?", "Ghi nhận", act)
    QApplication.processEvents()
    middle = window.banner.act.mapToGlobal(window.banner.act.rect().center())
    window.banner.hide()
    QCursor.setPos(middle)
    window.banner.say("Ghi nhận?", "Ghi nhận", act)
    return window.banner.act


def test_a_click_that_was_meant_for_what_lay_below_does_nothing(qtbot: QtBot, opened: MainWindow) -> None:
    opened.resize(1366, 728)
    done: list[bool] = []
    button = under_the_pointer(opened, lambda: done.append(True))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == []
    qtbot.waitUntil(lambda: not opened.floating.is_guarded, timeout=2000)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]


def test_what_is_always_so_keeps_its_room_above(opened: MainWindow) -> None:
    opened.read_only.say("CHỈ ĐỌC.")
    QApplication.processEvents()
    assert not opened.floating.isAncestorOf(opened.read_only)
