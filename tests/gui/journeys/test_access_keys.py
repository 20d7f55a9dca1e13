"""Access keys (mnemonics, Alt and a letter) mean one thing each; Tab, Enter and Escape work as usual."""

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.home import BACKUPS, BIN, OFFICES, REPORTS
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.offices.office_form import OfficeForm
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.builders.window import dispose
from tests.gui.menu_bar import entries, menus
from tests.gui.scenes import dialogs
from tests.gui.visible_texts import inside


def letter(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found.group(1).lower() if found else ""


def test_the_letters_of_each_menu_differ(opened: MainWindow) -> None:
    for name, menu in menus(opened).items():
        letters = [letter(action.text()) for action in entries(menu) if action.isVisible()]
        chosen = [each for each in letters if each]
        assert sorted(chosen) == sorted(set(chosen)), f"{name}: {chosen}"
        assert all(each.isascii() for each in chosen), name


def letters_of(root: QWidget) -> Iterator[tuple[str, str]]:
    for widget in inside(root, QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel):
            text = widget.text() if widget.buddy() is not None else ""
        elif isinstance(widget, QAbstractButton):
            text = widget.text()
        elif isinstance(widget, QGroupBox):
            text = widget.title()
        elif isinstance(widget, QTabWidget):
            yield from ((letter(widget.tabText(tab)), widget.tabText(tab)) for tab in range(widget.count()))
            continue
        else:
            continue
        yield letter(text), text


def test_the_letters_of_each_dialog_differ(qtbot: QtBot, window: MainWindow, sample: Report) -> None:
    for dialog in dialogs(window, sample):
        dialog.show()
        qtbot.waitExposed(dialog)
        seen: dict[str, str] = {}
        for key, text in letters_of(dialog):
            if key:
                assert key.isascii(), text
                assert key not in seen, f"{type(dialog).__name__}: “{seen.get(key)}” and “{text}”"
                seen[key] = text
        dispose(dialog)


def doubles(bar: dict[str, str], shown: QWidget) -> list[str]:
    """Give the texts whose letter is that of another one that is shown, or of a menu."""
    seen, found = dict(bar), []
    for key, text in letters_of(shown):
        if key and seen.setdefault(key, text) != text:
            found.append(f"“{seen[key]}” and “{text}”")
    return found


def test_the_letters_on_each_page_beside_the_list_are_no_menus(
    qtbot: QtBot, window: MainWindow, store: Store, sample: Report
) -> None:
    bar = {
        letter(action.text()): action.text() for action in window.menuBar().actions() if action.isVisible()
    }
    assert doubles(bar, window.home) == []
    store.create(sample)
    for name in (REPORTS, BIN, OFFICES, BACKUPS):
        window.home.show_page(name)
        assert doubles(bar, window.home) == [], name
    window.home.show_page(OFFICES)
    (form,) = inside(window.home, OfficeForm)
    for tab in range(form.count()):
        form.setCurrentIndex(tab)
        qtbot.wait(5)
        assert doubles(bar, window.home) == [], form.tabText(tab)


def test_the_letters_on_each_tab_are_no_menus(qtbot: QtBot, opened: MainWindow) -> None:
    bar = {
        letter(action.text()): action.text() for action in opened.menuBar().actions() if action.isVisible()
    }
    workspace = opened.workspace
    for tab in range(workspace.tab_strip.count()):
        workspace.tab_strip.setCurrentIndex(tab)
        qtbot.wait(5)
        seen = dict(bar)
        for key, text in letters_of(workspace):
            if key:
                assert key not in seen, f"“{seen.get(key)}” and “{text}”"
                seen[key] = text


def test_escape_leaves_each_dialog_and_the_keyboard_is_in_it_from_the_start(
    qtbot: QtBot, window: MainWindow, sample: Report
) -> None:
    for dialog in dialogs(window, sample):
        name = type(dialog).__name__
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        assert dialog.isAncestorOf(dialog.focusWidget()), f"{name}: nothing has the keyboard"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
        dispose(dialog)


def by_tab(root: QWidget) -> list[tuple[str, QPoint]]:
    """Press Tab until it comes round; return what had the keyboard: its name and its place in ``root``.

    Not by QWidget.nextInFocusChain: PySide 6.8 takes what it returns for its own and deletes it.
    """
    found: list[tuple[str, QPoint]] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget is None or not root.isAncestorOf(widget):
            break
        here = (widget.accessibleName() or type(widget).__name__, _place_in(root, widget))
        if here in found:
            break
        found.append(here)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found


def _place_in(root: QWidget, widget: QWidget) -> QPoint:
    """Return where ``widget`` stands in ``root``, however far what it lies in has been scrolled."""
    place = widget.mapTo(root, QPoint(0, 0))
    areas = (area for area in inside(root, QScrollArea) if area.isAncestorOf(widget))
    return place + QPoint(0, sum(area.verticalScrollBar().value() for area in areas))


def jumps_back(root: QWidget) -> list[str]:
    """Return where Tab leads up although what comes next is not further to the right.

    A dialog begins where its work begins; coming round from its last row to its top is no jump.
    """
    order = by_tab(root)
    last_row = max((place.y() for _, place in order), default=0) - 30
    return [
        f"{one} -> {other}"
        for (one, here), (other, there) in pairwise(order)
        if there.y() < here.y() - 30 and there.x() <= here.x() + 10 and here.y() < last_row
    ]


def test_tab_goes_through_each_dialog_as_it_is_read(qtbot: QtBot, window: MainWindow, sample: Report) -> None:
    for dialog in dialogs(window, sample):
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        assert jumps_back(dialog) == [], type(dialog).__name__
        dispose(dialog)


def test_enter_does_what_a_dialog_is_for(qtbot: QtBot, window: MainWindow, sample: Report) -> None:
    """Its default button does not throw anything away."""
    for dialog in dialogs(window, sample):
        dialog.show()
        qtbot.waitExposed(dialog)
        by_enter = [button.text() for button in inside(dialog, QPushButton) if button.isDefault()]
        assert len(by_enter) <= 1, type(dialog).__name__
        assert not any("Xóa" in text.replace("&", "") for text in by_enter), by_enter
        dispose(dialog)
