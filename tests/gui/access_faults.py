"""What a screen reader and a keyboard meet in a window: controls without a name, wrong roles, dead ends."""

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from tests.gui.visible_texts import inside

ROWS = 30
"""So many rows of a list are looked at: all are made by one delegate."""
_ROLE = QAccessible.Role
NAMED = {
    *(_ROLE.Button, _ROLE.ButtonMenu, _ROLE.ButtonDropDown, _ROLE.CheckBox, _ROLE.RadioButton),
    *(_ROLE.EditableText, _ROLE.ComboBox, _ROLE.SpinBox, _ROLE.Slider, _ROLE.ProgressBar, _ROLE.Link),
    *(_ROLE.List, _ROLE.Tree, _ROLE.Table, _ROLE.PageTab, _ROLE.MenuItem, _ROLE.ListItem),
}
"""What is named when it is read out; a cell may be empty, a row may not."""
BESIDE_KEYS = {"ExcerptView", "PagesView", "TextPage"}
"""Pictures of what is printed: a click on a place goes to its words, to which keys lead as well.
The page around a text hands a click beside a line on to the text, which has the keys."""
MUTE = {_ROLE.StaticText, _ROLE.NoRole, _ROLE.Client, _ROLE.Grouping, _ROLE.Graphic, _ROLE.Border}
"""Roles of which a screen reader says that nothing can be done with them."""
MOST_TABS = 400
"""Links in a text count too."""


def access_faults(root: QWidget) -> list[str]:
    """Tell of all in ``root`` that cannot be named, is not what it seems, or that no key reaches."""
    return [
        *_tree_faults(root),
        *_mouse_only(root),
        *_double_letters(root),
        *_keys_untold(root),
        *_not_reached(root),
    ]


# ---------------------------------------------------------------------------- the tree of a screen reader


def _tree_faults(root: QWidget) -> Iterator[str]:
    for each, path in _nodes(QAccessible.queryAccessibleInterface(root), type(root).__name__):
        yield from _node_faults(each, path)


def _nodes(interface: QAccessibleInterface, path: str) -> Iterator[tuple[QAccessibleInterface, str]]:
    """Give what can be seen of ``interface`` and below, each with the way to it."""
    yield interface, path
    most = ROWS if interface.role() in {_ROLE.List, _ROLE.Tree, _ROLE.Table} else 10_000
    for index in range(min(interface.childCount(), most)):
        child = interface.child(index)
        if child.isValid() and not _state(child).invisible and not _is_part(child):
            yield from _nodes(child, f"{path} > {_said(child)}")


def _state(interface: QAccessibleInterface) -> Any:  # noqa: ANN401 - PySide's stubs know none of its bits
    return interface.state()


def _is_part(interface: QAccessibleInterface) -> bool:
    """Whether Qt made it as a part of a control that has a name itself, or it is a window of its own."""
    part: QObject | None = interface.object()
    if not isinstance(part, QWidget):
        return False
    if part.isWindow() or not part.isVisible():
        return True
    return part.objectName().startswith("qt_") or isinstance(
        part.parent(), QAbstractSpinBox | QComboBox | QLineEdit
    )


def _said(interface: QAccessibleInterface) -> str:
    part: QObject | None = interface.object()
    kind = interface.role().name if part is None else type(part).__name__
    name = interface.text(QAccessible.Text.Name)
    return f"{kind} “{name}”" if name else kind


def _node_faults(interface: QAccessibleInterface, path: str) -> Iterator[str]:
    name, role = interface.text(QAccessible.Text.Name), interface.role()
    part: QObject | None = interface.object()
    if role in NAMED and not re.search(r"\w", name):
        yield f"no name: {path} ({role.name})"
    if isinstance(part, QTreeView):
        yield from (f"a row without a word: {path}, {row}" for row in _mute_rows(part))
    if isinstance(part, QWidget) and role in MUTE:
        if _state(interface).focusable and not _is_for_reading(part):
            yield f"takes the keyboard as {role.name}: {path}"
        if _takes_clicks(part):
            yield f"takes clicks as {role.name}: {path}"


def _mute_rows(view: QTreeView) -> Iterator[int]:
    model = view.model()
    for row in range(min(model.rowCount(), ROWS)):
        cells = [model.index(row, column) for column in range(model.columnCount())]
        said = (str(cell.data(kind) or "") for cell in cells for kind in _SAID)
        if not any(said):
            yield row


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _is_for_reading(widget: QWidget) -> bool:
    """Whether the keyboard only scrolls it or chooses words in it, or goes on to a part of it."""
    if isinstance(widget, QLabel):
        flag = Qt.TextInteractionFlag
        by_any = flag.TextSelectableByMouse | flag.TextSelectableByKeyboard
        is_all = not any(_controls(widget.window()))  # it has the keyboard so that it is read out
        return is_all or bool(widget.textInteractionFlags() & by_any)
    return isinstance(widget, QAbstractScrollArea) or bool(_proxy_of(widget))


def _takes_clicks(widget: QWidget) -> bool:
    """Whether a class of ours makes a click on a plain widget do something."""
    if any(kind.__name__ in BESIDE_KEYS for kind in type(widget).__mro__):
        return False
    if widget.cursor().shape() == Qt.CursorShape.PointingHandCursor:
        return True
    own = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("danvan_desktop")]
    return any(name in vars(kind) for kind in own for name in ("mousePressEvent", "mouseReleaseEvent"))


# ---------------------------------------------------------------------------- the keyboard


def _controls(root: QWidget) -> Iterator[QWidget]:
    """Give what can be used now; parts of controls are left out."""
    for widget in inside(root, QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not root.window():
            continue
        if isinstance(widget, _CONTROLS) and not widget.objectName().startswith("qt_"):
            parent: Any = widget.parent()
            while parent is not None and not isinstance(parent, _WHOLE):
                parent = parent.parent()
            if parent is None:
                yield widget


_CONTROLS = (
    *(QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit),
    *(QAbstractSpinBox, QComboBox, QAbstractItemView),
)
_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QAbstractItemView)


def _mouse_only(root: QWidget) -> Iterator[str]:
    """Tell of buttons that only a mouse can press: neither Tab nor a key nor a menu leads to them."""
    in_menus = _menu_actions(root)
    for widget in _controls(root):
        if not isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if _is_one_of_several(widget):
            continue
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        has_key = not widget.shortcut().isEmpty() or bool(action and action.shortcuts())
        if not has_key and action not in in_menus and not _says_key(widget):
            yield f"only by mouse: {type(widget).__name__} “{widget.text() or widget.accessibleName()}”"


def _is_one_of_several(button: QAbstractButton) -> bool:
    """Whether arrows lead to it: Tab comes only to the one that is checked."""
    group: QButtonGroup | None = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def _says_key(widget: QWidget) -> bool:
    return bool(re.search(r"\((?:Ctrl|Shift|Alt|F\d|Esc|Enter|Del|Ins)[^)]*\)", widget.toolTip()))


def _menu_actions(root: QWidget) -> list[QAction]:
    bars = inside(root, QMenuBar)
    return [action for bar in bars for menu in inside(bar, QMenu) for action in menu.actions()]


def _double_letters(root: QWidget) -> Iterator[str]:
    """Tell of two places with one Alt letter: the second press goes on to the other, and does nothing."""
    seen: dict[str, str] = {}
    for text in _texts_with_letters(root):
        found = re.search(r"&([^&])", text.replace("&&", ""))
        if found is None:
            continue
        letter = found.group(1).lower()
        if not letter.isascii():
            yield f"Alt+{letter} cannot be typed: “{text}”"
        if letter in seen:
            yield f"Alt+{letter} is “{seen[letter]}” and “{text}”"
        seen[letter] = text


def _texts_with_letters(root: QWidget) -> Iterator[str]:
    for widget in inside(root, QWidget):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        if isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions() if action.isVisible())
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLabel):
            yield widget.text() if _has_buddy(widget) else ""


def _has_buddy(label: QLabel) -> bool:
    buddy: QWidget | None = label.buddy()
    return buddy is not None


def _keys_untold(root: QWidget) -> Iterator[str]:
    """Tell of buttons whose key is said neither on them nor in their tool tip."""
    for button in inside(root, QToolButton):
        action: QAction | None = button.defaultAction()
        if not button.isVisible() or action is None or not action.shortcuts():
            continue
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if key not in button.toolTip() and key not in button.text():
            yield f"{key} is not said: “{action.text()}”, {button.toolTip()!r}"


def _not_reached(root: QWidget) -> Iterator[str]:
    """Tell of what Tab never comes to; where a text takes Tab for itself nothing is told."""
    wanted = [widget for widget in _controls(root) if _waits_for_tab(widget)]
    if not wanted or any(_keeps_tab(widget) for widget in wanted):
        return
    reached = _reached_by_tab(root)
    if not reached:
        yield "nothing has the keyboard"
        return
    groups = [widget.parentWidget() for widget in reached if isinstance(widget, QRadioButton)]
    for widget in wanted:
        if widget in reached or _proxy_of(widget) in reached:
            continue
        if isinstance(widget, QRadioButton) and widget.parentWidget() in groups:
            continue  # arrows lead from one to the next
        yield f"Tab does not come to {type(widget).__name__} “{widget.accessibleName() or _text_of(widget)}”"


def _waits_for_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _keeps_tab(widget: QWidget) -> bool:
    if not isinstance(widget, QTextEdit | QPlainTextEdit):
        return False
    return not widget.tabChangesFocus() and not widget.isReadOnly()


def _proxy_of(widget: QWidget) -> QWidget | None:
    proxy: QWidget | None = widget.focusProxy()
    return proxy


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QCheckBox) else ""


def _reached_by_tab(root: QWidget) -> list[QWidget]:
    """Press Tab until it comes round."""
    found: list[QWidget] = []
    for _ in range(MOST_TABS):
        widget: QWidget | None = QApplication.focusWidget()
        if widget is None or widget.window() is not root.window():
            break
        if widget not in found:
            found.append(widget)
        elif widget is not found[-1] or not isinstance(widget, QTextEdit):  # there Tab goes from link to link
            break
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found
