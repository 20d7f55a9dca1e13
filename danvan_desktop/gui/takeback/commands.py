"""Command "Nhận lại bản Word đã sửa…": asks for the file, or takes one that was dropped; opens its report."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.importing.file_reading import FileReading, Readers
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.message import call_with_answer, question, show_problem
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft

if TYPE_CHECKING:
    from danvan_desktop.file_reader.old_word.converters import Converter
    from danvan_desktop.gui.takeback.beside import TakeBackBeside
    from danvan_desktop.gui.takeback.panel import ShownFile
    from danvan_desktop.gui.takeback.reading import Arrived, TakenBack, Target
    from danvan_desktop.gui.workspace.workspace import Workspace
    from danvan_desktop.store.takeback.received_rows import ReceivedRow

_FOLDER = "take_back_folder"
_READERS = 2
"""What came back and what went out are read at the same time."""
_TITLE = "Chưa nhận lại được"
_ISSUED = (
    "Báo cáo này đã ban hành nên không sửa được nữa. Nếu cần sửa, hãy dùng Báo cáo, Tình trạng, "
    "Lập báo cáo thay thế…, rồi nhận lại vào báo cáo ấy."
)
_UNKNOWN = (
    "Không tìm thấy báo cáo của tệp này trong danh sách. "
    "Hãy mở báo cáo đã gửi đi, rồi nhận lại tệp một lần nữa."
)


class TakeBackCommands(QObject):
    """Brings what was changed in a Word file back into the report that it was made of."""

    compared = Signal()
    """A file that came back was compared with what went out, and its changes are about to be listed."""

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
        self._preferences, self._commands, self._window = preferences, commands, window
        self._open: Callable[[Draft], bool] = lambda _: False
        self._workspace: Workspace | None = None
        self.reading = FileReading(jobs, self)
        self.beside: TakeBackBeside | None = None
        commands.take_back.triggered.connect(lambda _: self.ask())
        commands.returned.toggled.connect(self._on_toggled)
        commands.returned.triggered.connect(self._on_asked)

    def open_with(self, open_draft: Callable[[Draft], bool]) -> None:
        """Let ``open_draft`` show a report that is in the store; False: another one stays open."""
        self._open = open_draft

    def offer(self, workspace: "Workspace") -> None:
        """Show the panel beside the text of ``workspace``."""
        self._workspace = workspace

    # ------------------------------------------------------------------ the file

    def ask(self) -> None:
        """Ask for a file and take it back."""
        from danvan_desktop.gui.widgets import file_dialog

        if self._is_refused():
            return
        folder = self._preferences.folder_of(_FOLDER)
        self.reading.warm_up(_READERS)
        path = file_dialog.ask_open(
            self._window,
            "Nhận lại bản Word đã sửa",
            folder,
            file_dialog.name_filters("Bản Word đã sửa", [".docx", ".doc", ".odt", ".rtf"]) + ";;Mọi tệp (*)",
        )
        if path is None:
            self.reading.cool_down()
            return
        self._preferences.keep(**{_FOLDER: str(path.parent)})
        self.take(path)

    def take(self, path: Path) -> None:
        """Take back ``path``: into the open report, or that which it was made of."""
        if self._is_refused():
            return
        from danvan_desktop.gui.importing.old_word_question import OldWordQuestion

        offered = OldWordQuestion.of(path, is_returned=True)
        if offered is None:
            self._start(path, self._ask_which)
            return
        converter = offered.converter
        offered.ask(
            self._window,
            lambda: self._start(path, self._ask_which, converter=converter),
            self.reading.cool_down,
        )

    def expect(self, paths: Sequence[Path]) -> None:
        """Get ready for ``paths``, dragged over the window, where they may be a file to take back."""
        if self._may_be_ours(paths):
            self.reading.warm_up(_READERS)

    def expect_nothing(self) -> None:
        """They were let go, or dragged away: nobody waits for what was got ready and is not used."""
        QTimer.singleShot(0, self, self.reading.cool_down)

    def _may_be_ours(self, paths: Sequence[Path]) -> bool:
        """Whether it is one Word file, and a report is open to take it back into."""
        is_one = len(paths) == 1 and paths[0].suffix.lower() == ".docx"
        return is_one and self._session.current() is not None and not self.reading.is_busy

    def drop(self, paths: Sequence[Path], otherwise: Callable[[Sequence[Path]], object]) -> None:
        """Take back the Word file that was dropped on the report it was made of; else do ``otherwise``."""
        report = self._session.current()
        if report is None or not self._may_be_ours(paths):
            otherwise(paths)
            return

        def bring_in(_: object) -> None:
            otherwise(paths)

        if is_read_only(report) or self._store.read_only_reason:
            bring_in(None)
        else:
            self._start(paths[0], bring_in, bring_in, is_id_needed=True)

    def take_into(self, draft: Draft, path: Path) -> None:
        """Open ``draft`` and take back ``path`` into it."""
        is_open = self._session.draft is not None and self._session.draft.id == draft.id
        if is_open or self._open(draft):
            self.take(path)

    def _start(
        self,
        path: Path,
        settle: Callable[["Arrived"], object],
        failed: Callable[[str], object] | None = None,
        *,
        is_id_needed: bool = False,
        converter: "Converter | None" = None,
    ) -> None:
        """Take back ``path`` where it is of the open report; ``settle`` gets a file that is not.

        ``is_id_needed``: the file must say so itself. ``converter``: makes a Word file of today of it first.
        """
        from danvan_desktop.gui.takeback.reading import Arrived, take_in

        if self.reading.is_busy:
            self._tell("Đang đọc một tệp khác: hãy đợi xong rồi nhận lại tệp này.")
            return
        target, draft = self._target(), self._session.draft

        def show(found: "Arrived | TakenBack") -> None:
            if isinstance(found, Arrived):
                settle(found)
            elif draft is not None and self._session.draft is not None:
                self._show_in(draft.id, found)

        self.reading.start(
            f"Đang đọc {path.name}…",
            lambda readers: take_in(path, target, readers, is_id_needed=is_id_needed, converter=converter),
            show,
            failed or self._tell,
        )
        if target is not None:
            self._made()  # while it is being read: the list is then filled the sooner

    def _target(self) -> "Target | None":
        from danvan_desktop.gui.takeback.reading import Target

        report, draft = self._session.current(), self._session.draft
        if report is None or draft is None:
            return None
        return Target(draft.id, report, self._store.correspondence, _drawn)

    def _is_refused(self) -> bool:
        """Say why nothing can be taken into the open report, where that is so."""
        report = self._session.current()
        if report is None or (not is_read_only(report) and not self._store.read_only_reason):
            return False
        self._tell(self._store.read_only_reason or _ISSUED)
        return True

    # ------------------------------------------------------------------ its report

    def _draft_of(self, arrived: "Arrived") -> Draft | None:
        """The draft whose file it is; None where none is in the list."""
        try:
            rows = self._store.correspondence.of_code(arrived.read.code)
            known = [self._store.draft(row.draft_id) for row in rows]
            if arrived.read.report_id:
                known += self._store.of_report(arrived.read.report_id)
        except UserError:  # the list is damaged, and says so itself
            return None
        return next((draft for draft in known if draft.deleted is None), None)

    def _ask_which(self, arrived: "Arrived") -> None:
        """Open the report of the file; where another one is open, ask which of both is meant."""
        from PySide6.QtWidgets import QMessageBox

        other = self._draft_of(arrived)
        if self._session.draft is None:
            if other is None:
                self._tell(_UNKNOWN)
            elif self._open(other) and not self._is_refused():
                self._compare(arrived)
            return
        whose = f"“{other.title}”" if other is not None else "không còn trong danh sách"
        box = question(
            self._window,
            "Tệp của báo cáo khác",
            f"Tệp “{arrived.name}” là của báo cáo khác: {whose}.",
            "So với báo cáo đang mở thì chỗ nào khác nhau cũng thành chỗ sửa.",
        )
        opens = None
        if other is not None:
            opens = box.addButton("&Mở báo cáo đó và nhận lại", QMessageBox.ButtonRole.AcceptRole)
        stays = box.addButton("&Vẫn so với báo cáo đang mở", QMessageBox.ButtonRole.ActionRole)
        leaves = box.addButton("&Thôi", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(opens or leaves)
        box.setEscapeButton(leaves)

        def answer(clicked: QAbstractButton | None) -> None:
            is_ready = clicked is stays
            if clicked is not None and clicked is opens and other is not None:
                is_ready = self._open(other) and not self._is_refused()
            if is_ready:
                self._compare(arrived)

        call_with_answer(box, answer)

    def _compare(self, arrived: "Arrived") -> None:
        from danvan_desktop.gui.takeback.reading import take_back

        target = self._target()
        if target is not None:
            self._read(
                f"Đang so {arrived.name} với bản đã gửi đi…",
                lambda readers: take_back(arrived, target, readers.take()),
            )

    def _read(self, notice: str, read: Callable[[Readers], "TakenBack"]) -> None:
        draft = self._session.draft
        if draft is None or self.reading.is_busy:
            return

        self.reading.start(notice, read, lambda taken: self._show_in(draft.id, taken), self._tell)

    # ------------------------------------------------------------------ the panel

    def note_opened(self) -> int:
        """A report was opened: how many changes of files that came back are open in it."""
        draft = self._session.draft
        return 0 if draft is None else self._store.draft(draft.id).undecided or 0

    def show_last(self) -> None:
        """Show the file that came back last for the open report and is not decided, else the last of all."""
        rows = self._rows()
        if rows:
            self._reopen(next((row for row in rows if row.undecided), rows[0]))

    def show_undecided(self) -> None:
        """Show what is still to be decided: of the file that is shown, else of the last that has any."""
        if self.beside is not None and self.beside.shown is not None and not self.beside.undecided:
            self._session.save_everything_now("another returned file")  # its decisions with the report
            self.show_last()
        else:
            self._commands.returned.setChecked(True)
            self._on_asked(shown=True)

    def show_received(self, number: int) -> None:
        """Show the changes of the file that came back with this number."""
        shown = self.beside.shown if self.beside is not None else None
        if shown is not None and shown.number == number:
            self._commands.returned.setChecked(True)
        else:
            self._on_file(number)

    def _rows(self) -> tuple["ReceivedRow", ...]:
        draft = self._session.draft
        return () if draft is None else self._store.correspondence.received(draft.id)

    def _reopen(self, row: "ReceivedRow") -> None:
        from danvan_desktop.gui.takeback.reading import reopen

        report, kept = self._session.current(), self._store.correspondence
        if report is not None:
            self._read(f"Đang đọc lại {row.name}…", lambda readers: reopen(row, report, kept, readers))

    def _show_in(self, draft_id: int, taken: "TakenBack") -> None:
        """Show ``taken``, unless another report was opened meanwhile."""
        draft, beside = self._session.draft, self._made()
        if beside is not None and draft is not None and draft.id == draft_id:
            self.compared.emit()
            beside.show_file(taken, self._files())
            if self._workspace is not None:
                self._workspace.arrange()
            beside.take_keys()

    def _files(self) -> "list[ShownFile]":
        from danvan_desktop.gui.takeback.panel import ShownFile
        from danvan_desktop.store.takeback.received_rows import moment_of, open_keys_of

        draft, kept = self._session.draft, self._store.correspondence
        asked = () if draft is None else kept.contributions(draft.id)
        departments = {part.sent: f"{part.department}: " for part, _ in asked}
        return [
            ShownFile(
                row.number,
                f"{departments.get(row.sent or 0, '')}{row.name} ({moment_of(row):%H:%M %d/%m})",
                open_keys_of(row),
            )
            for row in self._rows()
        ]

    def _made(self) -> "TakeBackBeside | None":
        if self.beside is None and self._workspace is not None:
            from danvan_desktop.gui.takeback.beside import TakeBackBeside

            beside = TakeBackBeside(self._workspace, self._session, self._jobs, self._commands.returned)
            beside.file_wanted.connect(self.ask)
            beside.file_chosen.connect(self._on_file)
            beside.next_round_wanted.connect(self._commands.export_draft.trigger)
            self.beside = beside
        return self.beside

    def _on_file(self, number: int) -> None:
        self._session.save_everything_now("another returned file")  # its decisions with the report
        row = next((row for row in self._rows() if row.number == number), None)
        if row is not None:
            self._reopen(row)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        beside = self._made() if shown else self.beside
        if shown and beside is not None and beside.shown is None:
            if self._workspace is not None:
                self._workspace.arrange()
            self.show_last()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Give the list the keyboard: the person asked for it."""
        if shown and self.beside is not None:
            self.beside.take_keys()

    def _tell(self, message: str) -> None:
        show_problem(_TITLE, message, self._window)


def _drawn(report: Report) -> bytes:
    """Make the Word file of ``report``; for a job."""
    from danvan_desktop.exporters import word_file

    return word_file(report)
