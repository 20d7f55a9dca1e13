"""The menus of a window's menu bar and their entries."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from danvan_desktop.gui.main_window import MainWindow
from tests.gui.visible_texts import inside


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def menus(window: MainWindow) -> dict[str, QMenu]:
    shown = [action.text() for action in window.menuBar().actions()]
    return {
        menu.title().replace("&", ""): menu
        for menu in inside(window.menuBar(), QMenu)
        if menu.title() in shown and entries(menu)
    }
