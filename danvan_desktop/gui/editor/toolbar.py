"""Tool bar above the text: the way back, the commands used most, the preview and the one filled button.

Where the window is narrow its groups move, from the right, into the overflow menu "Thêm". The way back and
the filled button never go.
"""

from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.look.style_sheet import PRIMARY
from danvan_desktop.gui.widgets.buttons import follow, menu_button
from danvan_desktop.gui.widgets.style import ICON
from danvan_desktop.report.editing.block_kinds import KINDS, Place, kind_of

_WITH_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


class KindBox(QComboBox):
    """Combo box with the kind (paragraph style) of the paragraph with the cursor."""

    kind_chosen = Signal(int)
    """The place in KINDS of the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kiểu đoạn")
        for index, kind in enumerate(KINDS):
            self.addItem(kind.label)
            if kind.hint:
                self.setItemData(index, kind.hint, Qt.ItemDataRole.ToolTipRole)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setToolTip("Kiểu của đoạn đang soạn")
        self.activated.connect(self.kind_chosen)

    def show_kind(self, place: Place | None) -> None:
        """Show the kind of a paragraph of that role and level; None: it has none."""
        self.setEnabled(place is not None)
        self.setCurrentIndex(-1 if place is None else KINDS.index(kind_of(*place)))


@dataclass(eq=False, slots=True)
class _Group:
    """What leaves the bar together: its places on it, and its entries of the menu "Thêm"."""

    places: list[QAction] = field(default_factory=list)
    entries: list[QAction] = field(default_factory=list)

    def show(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        for place in self.places:
            place.setVisible(shown)


class EditorToolBar(QToolBar):
    """The tool bar of the editor; :meth:`frame` puts the window's own commands at its ends."""

    def __init__(self, actions: EditorActions, parent: QWidget | None = None) -> None:
        super().__init__("Định dạng", parent)
        self.setMovable(False)
        self.setIconSize(ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._own: set[QAction] = set()
        """The bar's own entries, which it shows and hides itself."""
        self._fill(actions)

    def _fill(self, actions: EditorActions) -> None:
        self._first = self._add(_Group(), actions.undo, actions.redo).places[0]
        self._bar_of_first = self.insertSeparator(self._first)
        self.addSeparator()
        self.kinds = KindBox()
        self.addWidget(self.kinds)
        levels = self._add(_Group(), actions.promote, actions.demote)
        letters = self._add(self._parted(), actions.bold, actions.italic, actions.underline)
        table, remarks, check, sheet = self._parted(), _Group(), _Group(), _Group()
        self._add_table_menu(table, actions)
        self._add(remarks, actions.show_notes, style=_WITH_TEXT)
        self._add(check, actions.toggle_check, style=_WITH_TEXT)
        self._add(sheet, actions.toggle_sheet, style=_WITH_TEXT)
        self._add_overflow()
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        preview = self._add(_Group(), actions.toggle_preview, style=_WITH_TEXT)
        self._leaving = [sheet, check, remarks, table, letters, levels, preview]
        """In the order in which they leave: from the right, the preview last."""
        self._own = {place for group in self._leaving for place in group.places} | {self._more_shown}

    def frame(self, back: QAction, export: QAction) -> None:
        """Put the way ``back`` at the left, and ``export`` at the right as the one filled button."""
        self.insertWidget(self._bar_of_first, _button(back, _WITH_TEXT))
        self.export = follow(export, QPushButton())
        self.export.setProperty(PRIMARY, True)
        self.export.setAutoDefault(False)
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self.export)

    def _parted(self) -> _Group:
        """Begin a group with a line before it."""
        return _Group([self.addSeparator()])

    def _add(self, group: _Group, *actions: QAction, style: Qt.ToolButtonStyle = _ICON_ONLY) -> _Group:
        """Add buttons that can be taken off the bar while their commands stay where else they are."""
        group.places += [self.addWidget(_button(action, style)) for action in actions]
        group.entries += actions
        return group

    def _add_table_menu(self, group: _Group, actions: EditorActions) -> None:
        entries = [actions.insert_table, *actions.of_table]
        button = menu_button("Bảng", "Chèn bảng, và các lệnh trong bảng", entries)
        button.setIcon(actions.insert_table.icon())
        button.setToolButtonStyle(_WITH_TEXT)
        group.places.append(self.addWidget(button))
        # Not button.menu(): PySide 6.8 would take it for its own and delete it.
        self._table_menu = QMenu("&Bảng", self)
        self._table_menu.addActions(entries)
        group.entries.append(self._table_menu.menuAction())

    def _add_overflow(self) -> None:
        self._more_menu = QMenu(self)
        self._more = menu_button("Thêm", "Những nút không đủ chỗ trên thanh này", self._more_menu)
        self._more_shown = self.addWidget(self._more)
        self._more_shown.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many groups as there is room for."""
        super().resizeEvent(event)
        self.make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Know only now how wide the buttons are."""
        super().showEvent(event)
        self.make_room()

    def actionEvent(self, event: QActionEvent) -> None:
        """Make room for what came, or was shown."""
        super().actionEvent(event)
        if event.action() not in self._own and self.isVisible():
            self.make_room()

    def event(self, event: QEvent) -> bool:
        """Make room once more where a button has become wider, as when the style sheet reaches it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self._is_too_narrow():
            self.make_room()
        return done

    def _is_too_narrow(self) -> bool:
        """Whether a button that could leave has no room."""
        can_leave = any(group.places[-1].isVisible() for group in self._leaving)
        return can_leave and self._needed() > self.width()

    def make_room(self) -> None:
        """Move what has no room into the menu, group by group from the right."""
        for group in self._leaving:
            group.show(True)
        self._more_shown.setVisible(False)
        moved: list[_Group] = []
        while self._needed() > self.width() and len(moved) < len(self._leaving):
            moved.append(self._leaving[len(moved)])
            moved[-1].show(False)
            self._more_shown.setVisible(True)
        self._more_menu.clear()
        for group in reversed(moved):
            self._more_menu.addActions(group.entries)

    def _needed(self) -> int:
        """The width of all that is to be seen; the bar itself knows only after it was laid out."""
        seen = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        layout = cast("QLayout", self.layout())  # a tool bar has one from the beginning
        margins = layout.contentsMargins()
        around = margins.left() + margins.right() + layout.spacing() * (len(seen) + 1)
        # A widget without a size of its own, the spring, has -1.
        return around + sum(max(0, widget.sizeHint().width()) for widget in seen)


def _button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setToolButtonStyle(style)
    button.setIconSize(ICON)
    button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
