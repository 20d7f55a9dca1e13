"""What on a screen has less room than it needs: cut or shortened words, windows larger than the screen."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QTabBar,
    QToolBar,
    QWidget,
)

from tests.gui.visible_texts import inside

FRAME = 32
"""The title bar of a window takes so much of the screen's height."""
SLACK = 1
"""Sizes at 125 % are rounded."""


def faults(root: QWidget) -> list[str]:
    """Tell of all in ``root`` that has too little room, and whether ``root`` itself has too much."""
    found = list(_larger_than_screen(root))
    for widget in [root, *inside(root, QWidget)]:
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        for kind, check in _CHECKS:
            if isinstance(widget, kind):
                found += [f"{type(widget).__name__}: {told}" for told in check(widget)]
    return found


def _larger_than_screen(root: QWidget) -> Iterator[str]:
    room = QGuiApplication.primaryScreen().availableSize()
    least = root.minimumSizeHint()
    needs = least if isinstance(root, QMainWindow) else root.size().expandedTo(least)
    if needs.width() > room.width() or needs.height() > room.height() - FRAME:
        yield f"the window needs {needs.toTuple()} of {room.toTuple()}"


def _text_cut(widget: QLabel | QAbstractButton) -> Iterator[str]:
    if not widget.text():
        return
    if isinstance(widget, QLabel) and widget.wordWrap():
        least = QFontMetrics(widget.font())
        words = [least.horizontalAdvance(word) for word in widget.text().split()]
        needed = (max(words, default=0), widget.heightForWidth(widget.width()))
    else:
        needed = (widget.sizeHint().width(), widget.sizeHint().height())
    if widget.width() + SLACK < needed[0] or widget.height() + SLACK < needed[1]:
        yield f"“{widget.text()}” has {widget.size().toTuple()}, needs {needed}"
    yield from _covered(widget, widget.text())


def _covered(widget: QWidget, name: str) -> Iterator[str]:
    """Tell what is outside of what is around it; in a sheet that scrolls, only to the side."""
    here = QRect(widget.rect())
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        place = around.pos()
        above = around.parentWidget()
        here.translate(place)
        if above is None:
            return
        scrolls = isinstance(above.parentWidget(), QScrollArea)
        if here.left() < -SLACK or here.right() > above.width() + SLACK:
            yield f"“{name}” is cut at the side"
            return
        if scrolls:
            return
        if here.top() < -SLACK or here.bottom() > above.height() + SLACK:
            yield f"“{name}” is cut above or below"
            return
        around = above


def _field_cut(field: QLineEdit) -> Iterator[str]:
    hint = field.placeholderText()
    room = field.contentsRect().width() - 4
    if not field.text() and hint and QFontMetrics(field.font()).horizontalAdvance(hint) > room:
        yield f"hint “{hint}” needs more than {room}"
    yield from _covered(field, field.accessibleName() or hint)


def _choice_cut(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    needed = QFontMetrics(box.font()).horizontalAdvance(box.currentText())
    if needed > room + SLACK:
        yield f"“{box.currentText()}” needs {needed}, has {room}"
    yield from _covered(box, box.accessibleName())


def _tabs_cut(bar: QTabBar) -> Iterator[str]:
    margin = bar.style().pixelMetric(QStyle.PixelMetric.PM_TabBarTabHSpace, None, bar)
    for index in filter(bar.isTabVisible, range(bar.count())):
        text = bar.tabText(index).replace("&&", "&")
        needed = QFontMetrics(bar.font()).horizontalAdvance(text) + margin // 2
        tab = bar.tabRect(index)
        if tab.width() < needed:
            yield f"tab “{text}” has {tab.width()}, needs {needed}"
        if not bar.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(tab):
            yield f"tab “{text}” is outside of the bar"


def _header_cut(header: QHeaderView) -> Iterator[str]:
    for index in range(header.count()):
        if not header.isSectionHidden(index) and header.sectionSize(index) < header.sectionSizeHint(index):
            yield f"header {header.model().headerData(index, header.orientation())!r} is cut"


def _rows_cut(view: QListView) -> Iterator[str]:
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        text, rect = str(index.data() or ""), view.visualRect(index)
        if text in str(index.data(Qt.ItemDataRole.ToolTipRole) or ""):
            continue  # words of the person's own: all of them are in the tool tip
        if not view.wordWrap() and type(view.itemDelegate()) is QStyledItemDelegate:
            if QFontMetrics(view.font()).horizontalAdvance(text) > view.viewport().width():
                yield f"row “{text}” is wider than the list"
        elif rect.height() < view.sizeHintForIndex(index).height():
            yield f"row “{text}” has {rect.height()}, needs {view.sizeHintForIndex(index).height()}"


def _bar_cut(bar: QToolBar) -> Iterator[str]:
    for button in inside(bar, QWidget):
        if button.objectName() == "qt_toolbar_ext_button" and button.isVisible():
            yield "buttons are hidden behind “»”"


def _group_cut(box: QGroupBox) -> Iterator[str]:
    if QFontMetrics(box.font()).horizontalAdvance(box.title()) > box.width() - 8:
        yield f"title “{box.title()}” is cut"


def _sheet_cut(area: QScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways by {area.horizontalScrollBar().maximum()}"


def _menu_cut(menu: QMenu) -> Iterator[str]:
    room = QGuiApplication.primaryScreen().availableSize()
    if menu.sizeHint().height() > room.height():
        yield f"menu “{menu.title()}” is higher than the screen"


_CHECKS: tuple[tuple[Any, Callable[[Any], Iterator[str]]], ...] = (
    (QLabel, _text_cut),
    (QAbstractButton, _text_cut),
    (QLineEdit, _field_cut),
    (QComboBox, _choice_cut),
    (QTabBar, _tabs_cut),
    (QHeaderView, _header_cut),
    (QListView, _rows_cut),
    (QToolBar, _bar_cut),
    (QGroupBox, _group_cut),
    (QScrollArea, _sheet_cut),
)


def menu_faults(root: QWidget) -> list[str]:
    """Tell of the menus of ``root`` that are higher than the screen: Qt would hide some behind arrows."""
    return [told for menu in cast("list[QMenu]", inside(root, QMenu)) for told in _menu_cut(menu)]
