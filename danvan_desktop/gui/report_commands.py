"""Commands on the open report as a whole: change its state, request and presentation, export and print it."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.checks import Finding
from danvan_desktop.errors import UserError
from danvan_desktop.gui.compliance.commands import ComplianceCommands
from danvan_desktop.gui.issuing.state_commands import Change, StateCommands
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.workspace.report_editor import ReportEditor
from danvan_desktop.gui.workspace.review.wording import ISSUED
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.outgoing_copies import after_export
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import Report

if TYPE_CHECKING:
    from danvan_desktop.gui.presentation.commands import PresentationCommands

_log = logging.getLogger(__name__)
_NOT_WRITABLE = "Chỉ đọc: chưa ghi được vào thư mục dữ liệu"


class ReportCommands(QObject):
    """Acts on the report that the session has open."""

    changed = Signal(object)
    """The open :class:`Report` after it changed as a whole."""
    notice = Signal(str)
    """What was changed that no tab shows."""
    office_wanted = Signal(object)
    """The settings of this :class:`Report` are wanted for every new one of its office."""

    def __init__(  # noqa: PLR0913, PLR0917 - it brings together what the report passes through
        self,
        editor: ReportEditor,
        session: Session,
        jobs: Jobs,
        preferences: Preferences,
        compliance: ComplianceCommands,
        commands: Commands,
        window: QWidget,
        suspected: Callable[[], Sequence[Finding]] = tuple,
    ) -> None:
        """Connect ``commands``; ``compliance`` shows the sheet of what is exported.

        ``suspected`` says what the check of the open report takes for wrong.
        """
        super().__init__(window)
        self._session, self._jobs, self._preferences = session, jobs, preferences
        self._editor, self._commands, self._window = editor, commands, window
        self._compliance, self._suspected = compliance, suspected
        self._presenting: PresentationCommands | None = None
        self.is_read_only = False
        """Nothing that is stored can be changed."""
        self.states = StateCommands(commands, preferences.folder, session.current, window)
        self.states.change_wanted.connect(self.change)
        self.states.amended.connect(self._amend)
        compliance.presentation_wanted.connect(lambda: self._present("ask"))
        self._connect()

    def _connect(self) -> None:
        commands = self._commands
        commands.export.triggered.connect(lambda _: self.export())
        commands.export_draft.triggered.connect(lambda: self.export("draft"))
        commands.export_signing.triggered.connect(lambda: self.export("signing"))
        commands.to_consulting.triggered.connect(lambda: self.export("draft"))
        commands.print.triggered.connect(self.print)
        commands.request.triggered.connect(self.ask_request)
        commands.presentation.triggered.connect(lambda: self._present("ask"))
        commands.fit.triggered.connect(lambda: self._present("fit"))

    def show_state(self, report: Report) -> None:
        """Allow what may be done in the state of ``report``, the open one, and only that."""
        self.states.show_report(report)
        read_only = self.is_read_only or is_read_only(report)
        for action in (self._commands.presentation, self._commands.fit):
            action.setEnabled(not read_only)
        if self.is_read_only:
            for action in (*self._commands.of_changes, self._commands.continued):
                action.setVisible(False)
        self._editor.opened.set_read_only(read_only, ISSUED if is_read_only(report) else _NOT_WRITABLE)

    def change(self, change: Change) -> None:
        """Let ``change`` make another report of the open one, the cursor staying where it is."""
        report = self._session.current()
        if report is None or self.is_read_only:
            return
        try:
            new = change(report)
        except UserError as error:
            show_problem("Chưa làm được", error.message, self._window)
            return
        if new == report:
            return
        if new.state == "issued" != report.state:
            self._session.keep_version("issued", report=report)
        opened, workspace = self._editor.opened, self._editor.workspace
        if new.letterhead == report.letterhead:
            opened.amend(new)
        else:
            place = workspace.place()
            opened.replace(new)
            workspace.go_to(place)
            self._session.note_change()
        self.changed.emit(new)
        self._session.save_everything_now("changed as a whole")

    def _amend(self, change: Change, why: str) -> None:
        """Let ``change`` mend what was recorded of the issue; the state before is kept under ``why``."""
        report = self._session.current()
        if report is not None and not self.is_read_only:
            self._session.keep_version("amended", report=report, name=why)
            self.change(change)

    def _export_pdf(self) -> None:
        self.export(pdf=True)

    def export(self, paper: Paper | None = None, *, pdf: bool = False) -> None:
        """Ask what to export, do it, and let the report's state follow; ``pdf``: a PDF is ticked at least."""
        from danvan_desktop.gui.export.export_dialog import ExportDialog
        from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy

        report = self._session.current()
        if report is None:
            return
        try:
            refuse_secrecy(report)
        except UserError as error:
            show_problem("Không xuất được", error.message, self._window)
            return
        dialog = ExportDialog(report, self._jobs, self._preferences, self._window, paper, self._suspected())
        if pdf:
            dialog.target.pdf.setChecked(True)
        dialog.place_wanted.connect(self._editor.workspace.go_to)
        dialog.fit_wanted.connect(lambda: QTimer.singleShot(0, self, partial(self._present, "fit")))
        dialog.exec()
        if dialog.files:
            self._keep_exported(report, dialog.files)
            self._keep_sent(dialog.copy, dialog.files)
            exported, number, moment = dialog.paper, dialog.choice.number.value(), now()
            self.change(lambda report: after_export(report, exported, number, moment))
        if dialog.files and dialog.target.sheet.isChecked():
            self._compliance.show_files(dialog.files)
        dialog.deleteLater()

    def _keep_exported(self, report: Report, files: Sequence[Path]) -> None:
        """Keep the version that was exported, and in a job the sums of its files: a drive may be slow."""
        draft, history = self._session.draft, self._session.history
        if draft is not None:
            self._session.keep_version(
                "exported",
                report=report,
                done=lambda version: self._jobs.start(
                    lambda: history.note_exported(draft.id, version, files), lambda _: None, _log_failure
                ),
            )

    def _keep_sent(self, copy: Report, files: Sequence[Path]) -> None:
        """Keep the Word file that goes out, in a job: without it what comes back edited cannot be merged."""
        draft, correspondence = self._session.draft, self._session.correspondence
        word = next((file for file in files if file.suffix.lower() == ".docx"), None)
        if draft is not None and word is not None and not self.is_read_only:
            self._jobs.start(
                lambda: correspondence.keep_sent(draft.id, copy, word.read_bytes()),
                lambda _: None,
                _log_failure,
            )

    def print(self) -> None:
        """Print the open report through the system's dialog."""
        report = self._session.current()
        if report is not None:
            from danvan_desktop.gui.printing.print_job import ask_and_print

            ask_and_print(report, self._jobs, self._window, self.notice.emit, self._export_pdf)

    def _present(self, what: Literal["ask", "fit"]) -> None:
        """Ask how the open report is presented, or offer to make it shorter."""
        report = self._session.current()
        if report is None:
            return
        if self._presenting is None:
            from danvan_desktop.gui.presentation.commands import PresentationCommands

            self._presenting = PresentationCommands(self._editor.opened, self._jobs, self._window)
            self._presenting.office_wanted.connect(self.office_wanted)
        if what == "ask":
            self._presenting.ask(report)
        else:
            self._presenting.fit(report)

    def ask_request(self) -> None:
        """Ask for the letter this report answers."""
        from danvan_desktop.gui.issuing.request_letter_dialog import RequestLetterDialog

        report = self._session.current()
        if report is None:
            return
        dialog = RequestLetterDialog(report, now().date(), self._window)
        if dialog.exec():
            self.change(dialog.changed)
        dialog.deleteLater()


def _log_failure(error: BaseException) -> None:
    _log.error("the exported files are not remembered: %s", error)
