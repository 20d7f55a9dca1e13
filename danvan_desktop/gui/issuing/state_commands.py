"""Commands of the menu "Tình trạng": the states of a report and their transitions."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.issuing.amend_issue_dialog import AmendIssueDialog
from danvan_desktop.gui.issuing.issue_dialog import IssueDialog, ask_signed_file
from danvan_desktop.gui.issuing.withdraw_issue_dialog import WithdrawIssueDialog
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.report.lifecycle.states import (
    TRANSITIONS,
    amend_issue,
    correction_of,
    issue,
    issued_as,
    move,
    state_label,
    with_signed_file,
    withdraw_issue,
)
from danvan_desktop.report.model import Report, State
from danvan_desktop.store import signed_files

Change = Callable[[Report], Report]


class StateCommands(QObject):
    """Runs the transitions of the open report from state to state."""

    change_wanted = Signal(object)
    """A function that makes of the open report what it is to become."""
    correction_made = Signal(object)
    """A new :class:`Report` that takes the place of an issued one."""
    amended = Signal(object, str)
    """The same for what was recorded of the issue, and why."""
    undoable = Signal(str, object)
    """What was done, and what takes it back."""
    failed = Signal(str)
    """What did not work, and why."""

    def __init__(
        self, commands: Commands, folder: Path, current: Callable[[], Report | None], window: QWidget
    ) -> None:
        """``current`` gives the open report; signed files are kept in ``folder``."""
        super().__init__(window)
        self._commands, self._folder = commands, folder
        self._current, self._window = current, window
        commands.to_drafting.triggered.connect(lambda: self._move("drafting"))
        commands.to_signing.triggered.connect(lambda: self._move("for_signing"))
        commands.to_issued.triggered.connect(self._issue)
        commands.correct.triggered.connect(self._correct)
        commands.amend_issue.triggered.connect(self._amend)
        commands.withdraw_issue.triggered.connect(self._withdraw)
        commands.attach_signed.triggered.connect(self._attach)
        commands.signed_file.triggered.connect(self._open_signed)

    def show_report(self, report: Report) -> None:
        """Offer the transitions from the state of ``report``, and only those."""
        commands, ways = self._commands, TRANSITIONS[report.state]
        for action, state in (
            (commands.to_drafting, "drafting"),
            (commands.to_consulting, "consulting"),
            (commands.to_signing, "for_signing"),
            (commands.to_issued, "issued"),
        ):
            action.setVisible(state in ways)
        issued, is_signed = report.state == "issued", signed_files.find(self._folder, report) is not None
        for action in (
            *(commands.correct, commands.amend_issue, commands.withdraw_issue),
            commands.attach_signed,
        ):
            action.setVisible(issued)
        commands.attach_signed.setText("Th&ay tệp đã ký…" if is_signed else "Th&êm tệp đã ký…")
        commands.signed_file.setVisible(is_signed)
        for action in (commands.request, commands.ask_part):
            action.setVisible(not issued)
        commands.export_draft.setVisible(not issued)
        commands.export_signing.setText("&Xuất tệp đã ban hành…" if issued else "Xuất tệp t&rình ký…")
        commands.notes.setText(f"Ghi chú &khi nhập ({len(report.import_notes)})…")
        commands.notes.setVisible(bool(report.import_notes))

    def _move(self, state: State) -> None:
        self._change(lambda report: move(report, state, now()))

    def _issue(self) -> None:
        report = self._current()
        if report is None:
            return
        if "issued" not in TRANSITIONS[report.state]:
            self.failed.emit(f"Báo cáo đang ở tình trạng “{state_label(report)}”.")
            return
        dialog = IssueDialog(report, now().date(), self._window)
        if dialog.exec():
            self._keep_issued(dialog)
        dialog.deleteLater()

    def _keep_issued(self, dialog: IssueDialog) -> None:
        file = dialog.signed()

        def issued(report: Report) -> Report:
            name = None if file is None else signed_files.keep(self._folder, report, file)
            return issue(report, dialog.number.text(), dialog.on(), now(), name)

        self._change(issued)

    def _amend(self) -> None:
        report = self._current()
        if report is None:
            return
        dialog = AmendIssueDialog(report, now().date(), self._window)
        if dialog.exec():
            number, on = dialog.fields.number.text(), dialog.fields.on()
            why = f"Trước khi sửa {issued_as(report)}: {dialog.why()}"
            self.amended.emit(lambda report: amend_issue(report, number, on, now()), why)
        dialog.deleteLater()

    def _withdraw(self) -> None:
        """Take back an issue that was recorded by mistake; the state before is kept with the reason."""
        before = self._current()
        if before is None:
            return
        dialog = WithdrawIssueDialog(before, self._window)
        if dialog.exec():
            keeps = not dialog.blank.isChecked()
            why = f"Trước khi bỏ ghi nhận ban hành {issued_as(before)}: {dialog.why()}"
            self.amended.emit(lambda report: withdraw_issue(report, now(), keep_number=keeps), why)
            self.undoable.emit(
                f"Đã bỏ ghi nhận ban hành {issued_as(before)}; báo cáo trở lại “Trình ký”.",
                lambda: self._issue_again(before),
            )
        dialog.deleteLater()

    def _issue_again(self, before: Report) -> None:
        """Record the issue of ``before`` as it was, where the report is still open."""
        head, file = before.letterhead, before.attachments.signed_file

        def issued(report: Report) -> Report:
            return issue(report, head.number or "", head.issued_on, now(), file)

        self._change(lambda report: issued(report) if report.id == before.id else report)

    def _attach(self) -> None:
        """Keep a signed file with the report that is issued already, in the place of the one it has."""
        file, before = ask_signed_file(self._window), self._current()
        if file is None or before is None:
            return

        def attached(report: Report) -> Report:
            return with_signed_file(report, signed_files.keep(self._folder, report, file), now())

        self._change(attached)
        after, name = self._current(), before.attachments.signed_file
        if after is not None and after.attachments.signed_file != name:
            self.undoable.emit(
                f"Tệp đã ký của báo cáo nay là {file.name}.",
                lambda: self._take_back(after.id, name),
            )

    def _take_back(self, report_id: str, name: str | None) -> None:
        """Let the signed file be the one before, where the report is still open."""
        self._change(
            lambda report: with_signed_file(report, name, now()) if report.id == report_id else report
        )

    def _change(self, change: Change) -> None:
        self.change_wanted.emit(change)

    def _correct(self) -> None:
        report = self._current()
        if report is None:
            return
        try:
            self.correction_made.emit(correction_of(report, now(), uuid4().hex))
        except UserError as error:
            self.failed.emit(error.message)

    def _open_signed(self) -> None:
        report = self._current()
        path = None if report is None else signed_files.find(self._folder, report)
        if path is None:
            self.failed.emit("Không còn tệp đã ký trong thư mục dữ liệu.")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
