"""Every text that is visible in a window, and whether it is Vietnamese."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from danvan_desktop.gui.widgets.file_dialog import FileKinds

Q = TypeVar("Q", bound=QObject)


def inside(root: QObject, kind: type[Q]) -> list[Q]:
    """Return all of ``kind`` in ``root``, with their type."""
    return [each for each in cast("list[Q]", root.findChildren(kind)) if isinstance(each, kind)]


_KEYS = "alt backspace ctrl del end enter esc home ins pgdn pgdown pgup shift tab"
_THINGS = "danvan desktop word pdf docx txt times new roman liberation serif mit qt lgpl python unicode utf"
_FORMS = "json libreoffice notepad pyside windows kb mb usb"
_SIGNS = "menu doc pl ts excel tcvn vni ubnd snv xdcq mm cm pt ok nđ cp kt tl tuq tm vt vp bc tw nq qđ kl"
NAMES = frozenset(f"{_KEYS} {_THINGS} {_FORMS} {_SIGNS}".split())
"""Words that are no Vietnamese and may stand on the screen."""
ENGLISH = {"no", "on", "he", "me"}
"""English that could pass as Vietnamese syllables without marks."""

_ONSET = r"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?"
_RIME = (
    r"(?:[iy]|[ie]u|[iy]?[eo]o|a[iouy]?|o[ai]|oa[iy]|o|u[aiy]?|u[uo]|e|i[ae]|y[e]|ao|eo|ia|uo[iu]|uy[au]?"
    r"|(?:a|e|i|o|u|y|ia|ie|ye|oa|oe|uo|ua|ue|uy|uye)(?:m|n|ng|nh))"
)
_PLAIN_SYLLABLE = re.compile(_ONSET + _RIME)
"""A Vietnamese syllable as it looks without any mark; one that ends in c, ch, p or t always has one."""
_ENTITY = re.compile(
    r"<[^>]+>|&(?=\w)|%\w*|https?://\S+|[\w.*-]*\.(?:docx|pdf|txt|danvan|sqlite3)\b|[A-Z]:[\\/]\S*|/\S+"
)


def english_words(text: str) -> list[str]:
    """Return the words of ``text`` that are neither Vietnamese nor a name that may stand."""
    plain = unicodedata.normalize("NFC", _ENTITY.sub("", text))
    words = re.findall(r"[^\W\d_]+", plain)
    return [word for word in words if not _is_fine(word)]


def _is_fine(word: str) -> bool:
    lower = word.lower()
    if lower in NAMES or len(word) == 1 or re.fullmatch(r"[IVXLC]+|F\d+", word):
        return True
    if lower in ENGLISH:
        return False
    return not word.isascii() or bool(_PLAIN_SYLLABLE.fullmatch(lower))


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text of ``root`` and of all that is in it, each with where it stands."""
    for widget in [root, *inside(root, QWidget)]:
        where = f"{type(root).__name__} > {type(widget).__name__} {widget.objectName()}"
        for text in _of_widget(widget):
            if text:
                yield where, text
    for action in inside(root, QAction):
        yield f"{type(root).__name__} > QAction", action.text()
        yield f"{type(root).__name__} > QAction", action.toolTip()
        for key in action.shortcuts():
            yield f"{type(root).__name__} > key", key.toString(QKeySequence.SequenceFormat.NativeText)


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for kinds, own in _OWN_TEXTS:
        if isinstance(widget, kinds):
            yield from own(widget)


_OWN_TEXTS: tuple[tuple[Any, Callable[[Any], Iterable[str]]], ...] = (
    ((QLabel, QAbstractButton), lambda it: [it.text()]),
    (QMessageBox, lambda it: [it.text(), it.informativeText()]),
    ((QGroupBox, QMenu), lambda it: [it.title()]),
    ((QLineEdit, QTextEdit, QPlainTextEdit), lambda it: [it.placeholderText()]),
    (QProgressBar, lambda it: [it.text()] if it.isTextVisible() else []),
    (QSpinBox, lambda it: [it.prefix(), it.suffix(), it.specialValueText()]),
    (
        QComboBox,
        lambda it: (
            [] if isinstance(it.window(), QFileDialog) else [it.itemText(row) for row in range(it.count())]
        ),
    ),
    (
        QTabBar,
        lambda it: [text for tab in range(it.count()) for text in (it.tabText(tab), it.tabToolTip(tab))],
    ),
    (QAbstractItemView, lambda it: _of_model(it.model(), QModelIndex()) if it.model() is not None else []),
)


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if isinstance(model, QFileSystemModel | FileKinds):
            continue  # the names of the user's files
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.data(index, role) or "")
            yield from _of_model(model, index)


def controls_without_name(root: QWidget) -> list[str]:
    """Return the controls of ``root`` that a screen reader could not name."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in inside(root, QWidget)
        if isinstance(widget, _CONTROLS) and not _part_of_another(widget) and not _spoken_name(root, widget)
    ]


_CONTROLS = (
    *(QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit),
    *(QAbstractSpinBox, QComboBox, QAbstractItemView),
)


def _part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a control that has a name itself."""
    if widget.objectName().startswith("qt_"):
        return True
    parent: QObject | None = widget.parent()
    while parent is not None and not isinstance(parent, _WHOLE):
        parent = parent.parent()
    return parent is not None


_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QAbstractItemView)


def _spoken_name(root: QWidget, widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    buddies = [label.text() for label in inside(root, QLabel) if label.buddy() is widget]
    return buddies[0] if buddies else ""


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of labels and buttons in ``root`` that have less room than they need."""
    short = []
    for widget in inside(root, QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        needs = widget.minimumSizeHint() if _wraps(widget) else widget.sizeHint()
        if widget.width() < needs.width() or widget.height() < needs.height():
            short.append(f"{widget.text()}: {widget.size().toTuple()} for {needs.toTuple()}")
    return short


def _wraps(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.wordWrap()
