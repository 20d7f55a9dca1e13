"""Light or dark: the submenu "Giao diện", and what was chosen there at the last start."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.scheme import KEPT_AS, Scheme, choose, scheme_of
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.shell.commands import Commands


class SchemeCommands(QObject):
    """Carries out what is chosen there, and keeps it."""

    def __init__(self, commands: Commands, preferences: Preferences, parent: QObject) -> None:
        """Tick what holds now."""
        super().__init__(parent)
        self._preferences = preferences
        commands.schemes[scheme_of(preferences.text(KEPT_AS))].setChecked(True)
        for scheme, action in commands.schemes.items():
            action.triggered.connect(partial(self._choose, scheme))

    def _choose(self, scheme: Scheme) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            choose(application, scheme)
        self._preferences.keep(**{KEPT_AS: scheme})
