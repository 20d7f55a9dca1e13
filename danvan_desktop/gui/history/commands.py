"""Commands "Lịch sử sửa đổi" and "Đặt tên cho bản này": the panel is made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.store.history.history import History, Version

if TYPE_CHECKING:
    from danvan_desktop.gui.history.history_beside import HistoryBeside

NAMED = "Đã giữ bản này với tên “{name}” trong “Lịch sử sửa đổi”."


class HistoryCommands(QObject):
    """Acts on the report that the session has open."""

    def __init__(
        self, workspace: Workspace, session: Session, history: History, jobs: Jobs, commands: Commands
    ) -> None:
        """Connect ``commands``; versions come from ``history``."""
        super().__init__(workspace)
        self._workspace, self._session, self._history, self._jobs = workspace, session, history, jobs
        self._toggle = commands.history
        self.beside: HistoryBeside | None = None
        self._toggle.toggled.connect(self._show)
        self._toggle.triggered.connect(self._on_asked)
        commands.name_version.triggered.connect(self.ask_name)

    def ask_name(self) -> None:
        """Keep the report as it stands under a name."""
        name = _asked_name("", self._workspace.window())
        if name:
            self._session.keep_version(
                "named",
                name=name,
                done=lambda _: self._workspace.opened.done.emit(NAMED.format(name=name), False),
                failed=lambda reason: show_problem("Chưa giữ được bản này", reason, self._workspace.window()),
            )

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown and self.beside is None:
            from danvan_desktop.gui.history.history_beside import HistoryBeside

            self.beside = HistoryBeside(
                self._workspace, self._session, self._history, self._jobs, self._toggle
            )
            self.beside.panel.name_wanted.connect(self._rename)
            self._workspace.arrange()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Give the list the keyboard: the person asked for it."""
        if shown and self.beside is not None:
            self.beside.panel.versions.setFocus()

    def _rename(self, version: Version) -> None:
        window, beside = self._workspace.window(), self.beside
        name = _asked_name(version.name or "", window)
        if name is None or beside is None:
            return

        def fail(error: BaseException) -> None:
            if not isinstance(error, UserError):
                raise error
            show_problem("Chưa đặt tên được", error.message, window)

        number = version.number
        self._jobs.start(lambda: self._history.rename(number, name), lambda _: beside.refresh(number), fail)


def _asked_name(name: str, parent: QWidget) -> str | None:
    """Ask for the name of a version that is called ``name`` now; None: it is to stay as it is."""
    from danvan_desktop.gui.history.name_dialog import NameDialog

    dialog = NameDialog(name, parent)
    asked = dialog.name() if dialog.exec() else None
    dialog.deleteLater()
    return asked
