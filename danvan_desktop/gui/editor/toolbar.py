"""The bar above the text: the kind of the paragraph, and the commands used most."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QToolBar, QToolButton, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.style import ICON
from danvan_desktop.report.edit import KINDS, Place, kind_of


class KindBox(QComboBox):
    """Shows and chooses the kind of the paragraph with the cursor."""

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

    def show_place(self, place: Place | None) -> None:
        """Show the kind of a paragraph of that role and level; None: it has none."""
        self.setEnabled(place is not None)
        self.setCurrentIndex(-1 if place is None else KINDS.index(kind_of(*place)))


class EditorToolBar(QToolBar):
    """The bar itself."""

    def __init__(self, actions: EditorActions, parent: QWidget | None = None) -> None:
        super().__init__("Định dạng", parent)
        self.setMovable(False)
        self.setIconSize(ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.kinds = KindBox()
        self.addWidget(self.kinds)
        self.addActions([actions.promote, actions.demote, actions.move_up, actions.move_down])
        self.addSeparator()
        self.addActions([actions.bold, actions.italic, actions.underline, actions.superscript])
        self.addSeparator()
        self.addWidget(_menu_button("Bảng", actions.insert_table, [actions.insert_table, *actions.of_table]))
        sections = [actions.add_section, actions.delete_section, actions.section_left, actions.section_right]
        annexes = [actions.add_annex, actions.add_annex_form, actions.delete_annex]
        self.addWidget(_menu_button("Mục", None, [*sections, *annexes]))
        self.addSeparator()
        self.addAction(actions.toggle_preview)
        buttons = cast("list[QToolButton]", self.findChildren(QToolButton))
        for button in buttons:
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


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
