"""Menu bar: builds the menus from the commands, and adds two buttons to the editor's tool bar."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from danvan_desktop.gui.editor.actions import EditorActions, Menu
from danvan_desktop.gui.shell.commands import Commands


class Menus(QObject):
    """Builds the menus; those of the editor appear with the first report and only beside an open one."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        """Fill the bars of ``window``."""
        super().__init__(window)
        bar = window.menuBar()
        self._commands = commands
        self._file = bar.addMenu("&Tệp")
        self._report = bar.addMenu("Bá&o cáo")
        self._state = bar.addMenu("Tìn&h trạng")
        self._of_editor: list[QMenu] = []
        self._described: Sequence[Menu] = ()
        self._help = bar.addMenu("Trợ &giúp")
        self._fill_fixed()
        self._bar = bar
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_editing(False)

    def add_editor(self, actions: EditorActions, tools: QToolBar) -> None:
        """Add the editor's own menus, between "Tệp" and "Báo cáo", and our commands to its tool bar."""
        # Never through QAction.menu(): PySide 6.8 takes the menu for its own there and deletes it.
        self._described = actions.menus
        for described in actions.menus:
            menu = _built(described, self._bar)
            self._bar.insertMenu(self._report.menuAction(), menu)
            self._of_editor.append(menu)
        first = tools.actions()[0]
        tools.insertActions(first, [self._commands.back, self._commands.export])
        tools.insertSeparator(first)
        for action in (self._commands.back, self._commands.export):
            _show_with_text(tools, action)

    def show_editing(self, editing: bool) -> None:  # noqa: FBT001 - says itself what it sets
        """Show what belongs to an open report, or hide it: no command without its function."""
        for action in self._commands.of_report:
            # A button that came and went at once would leave the window as wide as it wanted to be.
            action.setVisible(editing and action not in self._commands.with_buttons)
            action.setEnabled(editing)
        for menu in (self._report, self._state, *self._of_editor):
            menu.menuAction().setVisible(editing)

    def every_action(self) -> Sequence[QAction]:
        """Return the commands of all menus: ours, then the editor's."""
        menus = (self._file, self._look, self._report, self._state, self._help)
        of_submenu = self._look.menuAction()
        own = [each for menu in menus for each in menu.actions() if not each.isSeparator()]
        own.remove(of_submenu)
        return [*own, *(action for menu in self._described for action in _leaves(menu))]

    def _fill_fixed(self) -> None:
        commands = self._commands
        self._file.addActions([commands.next_year, commands.new, commands.bring_in, commands.paste_in])
        self._file.addSeparator()
        self._file.addActions(
            [commands.save, commands.to_file, commands.export_draft, commands.export_signing]
        )
        self._file.addActions([commands.print, commands.inspect_file, commands.back])
        self._file.addSeparator()
        self._file.addActions([commands.offices, commands.backups])
        self._look = self._file.addMenu("&Giao diện")
        self._look.addActions(list(commands.schemes.values()))
        self._file.addAction(commands.quit)
        self._report.addActions([commands.request, commands.presentation, commands.fit, commands.notes])
        self._report.addSeparator()
        self._report.addActions([commands.history, commands.name_version])
        self._report.addSeparator()
        self._report.addAction(commands.continued)
        self._state.addActions(list(commands.of_state[:4]))
        self._state.addSeparator()
        self._state.addActions(list(commands.of_state[4:]))
        self._help.addActions([commands.help, commands.keys, commands.sample, commands.data_folder])
        self._help.addSeparator()
        self._help.addAction(commands.about)


def _show_with_text(tools: QToolBar, action: QAction) -> None:
    button = tools.widgetForAction(action)
    if isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


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


def _leaves(described: Menu) -> Iterator[QAction]:
    for entry in described.actions:
        if isinstance(entry, Menu):
            yield from _leaves(entry)
        elif entry is not None:
            yield entry
