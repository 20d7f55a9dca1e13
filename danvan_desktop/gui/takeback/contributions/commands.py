"""Commands "Gửi phòng viết một phần…" and "Các phần đã gửi phòng…" on the open report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.atomic_files import write_all
from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.takeback.contributions.ask_dialog import AskDialog
from danvan_desktop.gui.takeback.contributions.list_dialog import Contributions, ContributionsDialog
from danvan_desktop.gui.takeback.contributions.wording import ASK_TITLE
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.lifecycle.filename import name_of_part
from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.contribution import PartRequest, part_of
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.takeback.contribution_rows import portions_of

_FOLDER = "export_folder"
_DEPARTMENTS = "departments"
_MOST_DEPARTMENTS = 30
_PROBLEM = "Chưa xuất được phần gửi phòng"


class ContributionCommands(QObject):
    """Sends parts of the open report out, and shows who has answered."""

    said = Signal(str)
    """What was done."""
    take_back_wanted = Signal()
    """A file that came back is to be chosen."""
    changes_wanted = Signal(int)
    """The changes of the file that came back with this number are to be shown."""

    def __init__(
        self,
        session: Session,
        store: Store,
        jobs: Jobs,
        preferences: Preferences,
        commands: Commands,
        window: QWidget,
    ) -> None:
        """Connect ``commands``."""
        super().__init__(window)
        self._session, self._store, self._jobs = session, store, jobs
        self._preferences, self._window = preferences, window
        self._place: Callable[[], str] = str
        commands.ask_part.triggered.connect(lambda _: self.ask())
        commands.parts.triggered.connect(lambda _: self.show_list())

    def follow(self, place: Callable[[], str]) -> None:
        """Tick first what ``place``, the cursor's, stands in."""
        self._place = place

    # ------------------------------------------------------------------ sending

    def ask(self) -> None:
        """Ask who is to write what, and make the file."""
        report, draft = self._session.current(), self._session.draft
        if report is None or draft is None:
            return
        dialog = AskDialog(
            report, now().date(), self._departments(), _portion_at(report, self._place()), self._window
        )
        agreed = bool(dialog.exec())
        request, ids, name = dialog.request(), dialog.ids(), dialog.name()
        dialog.deleteLater()
        path = self._ask_path(report, request) if agreed else None
        if path is None:
            return
        self._remember(request.department, path)
        part, kept, folder = (
            part_of(report, ids, request),
            self._store.correspondence,
            self._preferences.folder,
        )

        def write() -> None:
            docx = _drawn(part)
            write_all({path: docx}, force=True, data_folder=folder)
            kept.keep_contribution(draft.id, part, docx, request, portions_of(ids, name))

        self._jobs.start(write, lambda _: self._tell_written(path, request), self._tell_failure)

    def _ask_path(self, report: Report, request: PartRequest) -> Path | None:
        name = f"{name_of_part(report, request.department)}.docx"
        return file_dialog.ask_save(
            self._window,
            ASK_TITLE,
            str(Path(self._preferences.folder_of(_FOLDER)) / name),
            file_dialog.name_filters("Tệp Word", [".docx"]),
        )

    def _departments(self) -> list[str]:
        return [name for name in self._preferences.text(_DEPARTMENTS).split("\n") if name]

    def _remember(self, department: str, path: Path) -> None:
        names = [department, *(name for name in self._departments() if name != department)]
        self._preferences.keep(
            **{_DEPARTMENTS: "\n".join(names[:_MOST_DEPARTMENTS]), _FOLDER: str(path.parent)}
        )

    def _tell_written(self, path: Path, request: PartRequest) -> None:
        self.said.emit(
            f"Đã ghi {path.name}. Hãy gửi tệp này cho {request.department}; khi tệp được gửi lại, "
            "dùng menu Tệp, mục Nhận lại bản Word đã sửa…"
        )

    def _tell_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        show_problem(_PROBLEM, error.message, self._window)

    # ------------------------------------------------------------------ the list

    def show_list(self) -> None:
        """Show who has answered and who has not."""
        report, listed = self._session.current(), self._listed()
        if report is None:
            return
        can_change = not is_read_only(report) and not self._store.read_only_reason
        dialog = ContributionsDialog(listed, now().date(), self._window, can_change=can_change)
        then: list[Callable[[], object]] = []
        dialog.settled.connect(lambda number, settled: self._settle(dialog, number, settled=settled))
        dialog.take_back_wanted.connect(lambda: then.append(self.take_back_wanted.emit))
        dialog.another_wanted.connect(lambda: then.append(self.ask))
        dialog.changes_wanted.connect(lambda number: then.append(lambda: self.changes_wanted.emit(number)))
        dialog.exec()
        dialog.deleteLater()
        for act in then:
            act()

    def _listed(self) -> Contributions:
        draft = self._session.draft
        return () if draft is None else self._store.correspondence.contributions(draft.id)

    def _settle(self, dialog: ContributionsDialog, number: int, *, settled: bool) -> None:
        try:
            self._store.correspondence.settle_contribution(number, settled=settled)
        except UserError as error:
            show_problem("Chưa ghi được", error.message, dialog)
        dialog.show_listed(self._listed())


def _drawn(part: Report) -> bytes:
    """Make the Word file of a part; for a job.

    Raises:
        UserError: the report bears a secrecy stamp.
    """
    from danvan_desktop.exporters import word_file

    refuse_secrecy(part)
    return word_file(part, is_part=True)


def _portion_at(report: Report, place: str) -> int:
    """The id of the Mục or the annex that the cursor stands in; 0 for none."""
    where = parse(place)
    kind, _, number = where.tab.partition(":")
    if kind in {"section", "annex"} and number.isdecimal():
        return int(number)
    within = (annex.id for annex in report.annexes if where.block in {block.id for block in annex.blocks})
    return next(within, 0)
