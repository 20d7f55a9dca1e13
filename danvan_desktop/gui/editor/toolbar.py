"""Tool bar above the text: the paragraph style box and the commands used most, with an overflow menu."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLayout, QMenu, QToolBar, QToolButton, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.widgets.style import ICON
from danvan_desktop.report.editing.block_kinds import KINDS, Place, kind_of


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


class EditorToolBar(QToolBar):
    """The tool bar: where it is narrow, what is used least moves into the overflow menu "Thêm"."""

    def __init__(self, actions: EditorActions, parent: QWidget | None = None) -> None:
        super().__init__("Định dạng", parent)
        self.setMovable(False)
        self.setIconSize(ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._movable: dict[QAction, QAction] = {}
        self._own: set[QAction] = set()
        """The bar's own entries, which it shows and hides itself."""
        self._fill(actions)
        self._own = {*self._movable.values(), self._more_shown}
        self._leaving = [actions.superscript, actions.underline, actions.move_up, actions.move_down]
        self._leaving += [actions.promote, actions.demote, actions.italic, actions.bold]
        buttons = cast("list[QToolButton]", self.findChildren(QToolButton))
        for button in buttons:
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _fill(self, actions: EditorActions) -> None:
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.kinds = KindBox()
        self.addWidget(self.kinds)
        self._add(actions.promote, actions.demote, actions.move_up, actions.move_down)
        self.addSeparator()
        self._add(actions.bold, actions.italic, actions.underline, actions.superscript)
        self.addSeparator()
        self.addWidget(_menu_button("Bảng", actions.insert_table, [actions.insert_table, *actions.of_table]))
        sections = [actions.add_section, actions.delete_section, actions.section_left, actions.section_right]
        annexes = [actions.add_annex, actions.add_annex_form, actions.delete_annex]
        self.addWidget(_menu_button("Mục", None, [*sections, *annexes]))
        self._more = _menu_button("Thêm", None, [])
        self._more.setToolTip("Những nút không đủ chỗ trên thanh này")
        self._more_shown = self.addWidget(self._more)
        self._more_shown.setVisible(False)
        self.addSeparator()
        self.addAction(actions.toggle_preview)

    def _add(self, *actions: QAction) -> None:
        """Add buttons that can be taken off the bar while their commands stay where else they are."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            self._movable[action] = self.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
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
        can_leave = any(place.isVisible() for place in self._movable.values())
        return can_leave and self._needed() > self.width()

    def make_room(self) -> None:
        """Move what has no room into the menu, what is used least first."""
        for place in self._movable.values():
            place.setVisible(True)
        self._more_shown.setVisible(False)
        moved: list[QAction] = []
        while self._needed() > self.width() and len(moved) < len(self._leaving):
            moved.append(self._leaving[len(moved)])
            self._movable[moved[-1]].setVisible(False)
            self._more_shown.setVisible(True)
        self._more.menu().clear()
        self._more.menu().addActions([action for action in self._movable if action in moved])

    def _needed(self) -> int:
        """The width of all that is to be seen; the bar itself knows only after it was laid out."""
        seen = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        layout = cast("QLayout", self.layout())  # a tool bar has one from the beginning
        margins = layout.contentsMargins()
        around = margins.left() + margins.right() + layout.spacing() * (len(seen) + 1)
        return around + sum(widget.sizeHint().width() for widget in seen)


def _menu_button(text: str, leading: QAction | None, actions: list[QAction]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(f"Các lệnh về {text.lower()}")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    if leading is not None and not leading.icon().isNull():
        button.setIcon(leading.icon())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    menu = QMenu(button)
    menu.addActions(actions)
    button.setMenu(menu)
    return button
