"""Menu bar: builds the six menus from the commands; those of the editor come with the first report."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from danvan_desktop.gui.shell.commands import Commands

if TYPE_CHECKING:  # they come with the first report
    from danvan_desktop.gui.editor.actions import EditorActions, Menu
    from danvan_desktop.gui.editor.toolbar import EditorToolBar


class Menus(QObject):
    """Builds the menus; those of the editor appear with the first report and only beside an open one."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        """Fill the bars of ``window``."""
        super().__init__(window)
        bar = window.menuBar()
        bar.setNativeMenuBar(False)  # the state of the report stands at its end
        self._commands = commands
        self._file = bar.addMenu("&Tệp")
        self._report = bar.addMenu("Bá&o cáo")
        self._state = QMenu("Tìn&h trạng", self._report)
        self._of_editor: list[QMenu] = []
        self._described: Sequence[Menu] = ()
        self._help = bar.addMenu("Trợ &giúp")
        self._fill_fixed()
        self._bar = bar
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_editing(False)

    def add_editor(self, actions: "EditorActions", tools: "EditorToolBar") -> None:
        """Add the editor's own menus and commands, and ours to its tool bar."""
        # Never through QAction.menu(): PySide 6.8 takes the menu for its own there and deletes it.
        edit, insert, view = self._described = actions.menus
        before = self._report.menuAction()
        for described, place in ((edit, before), (insert, before), (view, self._help.menuAction())):
            menu = _built(described, self._bar)
            self._bar.insertMenu(place, menu)
            self._of_editor.append(menu)
        first = self._report.actions()[0]
        for action in actions.of_report:
            if action is None:
                self._report.insertSeparator(first)
            else:
                self._report.insertAction(first, action)
        self._report.insertSeparator(first)
        tools.frame(self._commands.back, self._commands.export)

    def show_editing(self, editing: bool) -> None:  # noqa: FBT001 - says itself what it sets
        """Show what belongs to an open report, or hide it: no command without its function."""
        for action in self._commands.of_report:
            # A button that came and went at once would leave the window as wide as it wanted to be.
            action.setVisible(editing and action not in self._commands.with_buttons)
            action.setEnabled(editing)
        for menu in (self._report, *self._of_editor):
            menu.menuAction().setVisible(editing)

    def every_action(self) -> Sequence[QAction]:
        """Return the commands of all menus: ours, then the editor's."""
        menus = (self._file, self._look, self._report, self._state, self._help)
        submenus = (self._look.menuAction(), self._state.menuAction())
        own = [each for menu in menus for each in menu.actions() if not each.isSeparator()]
        own = [each for each in own if each not in submenus]
        of_editor = (action for menu in self._described for action in _leaves(menu))
        return list(dict.fromkeys([*own, *of_editor]))  # one that stands in two menus is one

    def _fill_fixed(self) -> None:
        commands = self._commands
        self._file.addActions([commands.next_year, commands.new, commands.bring_in, commands.paste_in])
        self._file.addSeparator()
        self._file.addActions([commands.save, commands.to_file, commands.to_outline])
        self._file.addSeparator()
        self._file.addActions([commands.export_draft, commands.export_signing])
        self._file.addActions([commands.take_back, commands.ask_part, commands.parts])
        self._file.addActions([commands.print, commands.inspect_file, commands.back])
        self._file.addSeparator()
        self._file.addActions([commands.offices, commands.backups])
        self._look = self._file.addMenu("&Giao diện")
        self._look.addActions(list(commands.schemes.values()))
        self._file.addAction(commands.quit)
        self._report.addMenu(self._state)
        self._report.addActions([commands.request, commands.presentation, commands.fit, commands.notes])
        self._report.addSeparator()
        self._report.addActions([commands.returned, commands.history, commands.name_version])
        self._report.addSeparator()
        self._report.addAction(commands.continued)
        self._state.addActions([*commands.of_state[:4], commands.take_back])
        self._state.addSeparator()
        self._state.addActions(list(commands.of_state[4:]))
        self._help.addActions([commands.help, commands.keys, commands.sample, commands.data_folder])
        self._help.addSeparator()
        self._help.addAction(commands.about)


def _built(described: "Menu", parent: QWidget) -> QMenu:
    menu = QMenu(described.title, parent)
    for entry in described.actions:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QAction):
            menu.addAction(entry)
        else:
            menu.addMenu(_built(entry, menu))
    return menu


def _leaves(described: "Menu") -> Iterator[QAction]:
    for entry in described.actions:
        if isinstance(entry, QAction):
            yield entry
        elif entry is not None:
            yield from _leaves(entry)
