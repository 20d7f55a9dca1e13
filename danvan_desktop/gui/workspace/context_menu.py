"""The context menu of a text or field: what can be done with it, by mouse or the menu key."""

from PySide6.QtWidgets import QMenu, QWidget

from danvan_desktop.gui.editor.actions import EditorActions
from danvan_desktop.gui.editor.block_editor import BlockEditor


def context_menu(actions: EditorActions, widget: QWidget, parent: QWidget) -> QMenu:
    """Build the menu for ``widget``, which has the keyboard."""
    menu = QMenu(parent)
    menu.addActions([actions.undo, actions.redo])
    menu.addSeparator()
    menu.addActions([actions.cut, actions.copy, actions.paste, actions.paste_words, actions.select_all])
    if isinstance(widget, BlockEditor):
        menu.addSeparator()
        menu.addActions([actions.confirm, actions.confirm_paragraph, actions.edit_note])
        menu.addSeparator()
        if widget.selected_table() is not None:
            menu.addActions(list(actions.of_table))
        else:
            menu.addActions(list(actions.kinds))
    return menu
