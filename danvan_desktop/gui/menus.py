"""Where every command is shown: the menu bar and the tool bar."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from danvan_desktop.gui.commands import Commands
from danvan_desktop.gui.editor.actions import EditorActions, Menu
from danvan_desktop.gui.style import ICON


class Menus(QObject):
    """The menus; those of the editor appear with the first report and only beside an open one."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        """Fill the bars of ``window``."""
        super().__init__(window)
        bar = window.menuBar()
        self._commands = commands
        self._file = bar.addMenu("&Tệp")
        self._of_editor: list[QMenu] = []
        self._help = bar.addMenu("Trợ &giúp")
        self._fill_fixed()
        self._bar = bar
        self._tools = QToolBar("Thanh công cụ")
        self._tools.setMovable(False)
        self._tools.setIconSize(ICON)
        self._tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._tools.addActions([commands.back, commands.export])
        window.addToolBar(self._tools)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_editing(False)

    def add_editor(self, actions: EditorActions) -> None:
        """Add the editor's own menus, between "Tệp" and "Trợ giúp"."""
        for described in actions.menus:
            menu = _built(described, self._bar)
            self._bar.insertMenu(self._help.menuAction(), menu)
            self._of_editor.append(menu)

    def show_editing(self, editing: bool) -> None:  # noqa: FBT001 - says itself what it sets
        """Show what belongs to an open report, or hide it: no command without its function."""
        for action in (self._commands.back, self._commands.save, self._commands.export):
            action.setVisible(editing)
            action.setEnabled(editing)
        for menu in self._of_editor:
            menu.menuAction().setVisible(editing)
        self._tools.setVisible(editing)

    def every_action(self) -> Sequence[QAction]:
        """Return the commands of all menus, in their order."""
        return [action for entry in self._bar.actions() for action in _leaves(entry.menu())]

    def _fill_fixed(self) -> None:
        commands = self._commands
        self._file.addActions([commands.new, commands.bring_in])
        self._file.addSeparator()
        self._file.addActions([commands.save, commands.export, commands.back])
        self._file.addSeparator()
        self._file.addAction(commands.quit)
        self._help.addActions([commands.keys, commands.data_folder])
        self._help.addSeparator()
        self._help.addAction(commands.about)


def _built(described: Menu, parent: QWidget) -> QMenu:
    menu = QMenu(described.title, parent)
    for entry in described.actions:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, Menu):
            menu.addMenu(_built(entry, menu))
        else:
            menu.addAction(entry)
    return menu


def _leaves(menu: QObject | None) -> list[QAction]:
    if not isinstance(menu, QMenu):
        return []
    found: list[QAction] = []
    for action in menu.actions():
        if action.menu() is not None:
            found += _leaves(action.menu())
        elif not action.isSeparator():
            found.append(action)
    return found
