"""Commands "Lịch sử sửa đổi" and "Đặt tên cho bản này": shows versions, restores them, names them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Report
from danvan_desktop.store.history.history import History, Version

if TYPE_CHECKING:
    from danvan_desktop.gui.history.history_dialog import HistoryDialog

RESTORED = "Đã khôi phục. Bản trước khi khôi phục vẫn được giữ trong “Lịch sử sửa đổi”."
NAMED = "Đã giữ bản này với tên “{name}” trong “Lịch sử sửa đổi”."


class HistoryCommands(QObject):
    """Acts on the report that the session has open."""

    def __init__(
        self, workspace: Workspace, session: Session, history: History, jobs: Jobs, commands: Commands
    ) -> None:
        """Connect ``commands``; versions come from ``history``."""
        super().__init__(workspace)
        self._workspace, self._session, self._history, self._jobs = workspace, session, history, jobs
        commands.history.triggered.connect(self.show)
        commands.name_version.triggered.connect(self.ask_name)

    def show(self) -> None:
        """Show the versions of the open report."""
        from danvan_desktop.gui.history.comparison import VersionSource
        from danvan_desktop.gui.history.history_dialog import HistoryDialog

        present, draft = self._session.current(), self._session.draft
        if present is None or draft is None:
            return
        opened, window = self._workspace.opened, self._workspace.window()
        source = VersionSource(self._history, draft.id, present)
        why_not = opened.why_read_only if opened.is_read_only else ""
        dialog = HistoryDialog(source, parse(self._workspace.place()).tab, why_not, window)
        dialog.restore_wanted.connect(lambda report, place: self._restore(dialog, report, place))
        dialog.name_wanted.connect(lambda version: self._rename(dialog, version))
        if self._session.versions is not None:
            self._session.versions.taken.connect(dialog.follow)
            self._session.hurry_versions()
        dialog.exec()
        dialog.deleteLater()

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

    def _restore(self, dialog: "HistoryDialog", report: Report, place: str) -> None:
        """Keep the present state; when that is on disk, put ``report`` in its place."""

        def put(_: int) -> None:
            dialog.accept()
            self._workspace.opened.restore(report)
            self._workspace.go_to(place)
            self._workspace.opened.done.emit(RESTORED, True)

        def stay(reason: str) -> None:
            dialog.set_busy(busy=False)
            show_problem("Chưa khôi phục được", f"{reason} Báo cáo vẫn như cũ.", dialog)

        self._session.keep_version("restore", done=put, failed=stay)

    def _rename(self, dialog: "HistoryDialog", version: Version) -> None:
        name = _asked_name(version.name or "", dialog)
        if name is None:
            return
        number, title = version.number, "Chưa đặt tên được"

        def fail(error: BaseException) -> None:
            if not isinstance(error, UserError):
                raise error
            show_problem(title, error.message, dialog)

        self._jobs.start(lambda: self._history.rename(number, name), lambda _: dialog.refresh(number), fail)


def _asked_name(name: str, parent: QWidget) -> str | None:
    """Ask for the name of a version that is called ``name`` now; None: it is to stay as it is."""
    from danvan_desktop.gui.history.name_dialog import NameDialog

    dialog = NameDialog(name, parent)
    asked = dialog.name() if dialog.exec() else None
    dialog.deleteLater()
    return asked
