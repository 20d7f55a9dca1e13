"""The commands of the menu "Trợ giúp": help by task, keys, the data folder, about the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.shell.menus import Menus


class HelpCommands(QObject):
    """Connects and runs the help commands of one window."""

    def __init__(
        self, commands: Commands, menus: Menus, data_dir: Path, place: Callable[[], str], window: QWidget
    ) -> None:
        """``place`` tells where the cursor stands: help begins with what concerns that."""
        super().__init__(window)
        self._menus, self._data_dir, self._place, self._window = menus, data_dir, place, window
        commands.help.triggered.connect(self._show_help)
        commands.keys.triggered.connect(self._show_keys)
        commands.data_folder.triggered.connect(self._show_data_folder)
        commands.about.triggered.connect(self._show_about)

    def _show_help(self) -> None:
        from danvan_desktop.gui.help.window import HelpWindow, topic_of

        HelpWindow(topic_of(self._place()), self._window).show()

    def _show_keys(self) -> None:
        from danvan_desktop.gui.help.about import keys_dialog

        keys_dialog(self._menus.every_action(), self._window).open()

    def _show_data_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_dir)))

    def _show_about(self) -> None:
        from danvan_desktop.gui.help.about import about_box

        about_box(self._data_dir, self._window).open()
