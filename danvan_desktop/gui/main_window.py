"""The window: the list of reports, the open report, and the ways from one to the other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.shell import window_geometry
from danvan_desktop.gui.startup.resume_point import ResumePoint
from danvan_desktop.report.model import Report

# All else is loaded where it is used: a frame with the text it was left at is there before (application.py).
if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from danvan_desktop.gui.preview.preview import Preview
    from danvan_desktop.gui.shell.secrecy_watch import SecrecyWatch
    from danvan_desktop.gui.workspace.resumed_text import ResumedText
    from danvan_desktop.gui.workspace.workspace import Workspace
    from danvan_desktop.store import Draft, Store

PROGRAM = "Danvan Desktop"
_LAID_OUT_MS = 1000


class MainWindow(QMainWindow):
    """One window; one report open at a time."""

    first_painted = Signal()
    """The text of :meth:`show_first` can be seen."""

    def __init__(self, store: "Store | None", folder: Path) -> None:
        """Show the list of reports in ``store``; ``folder`` is where it and the window's file lie.

        Without a store this is a frame, until :meth:`furnish` brings one.
        """
        super().__init__()
        self._kept = Preferences(folder)
        self._workspace: Workspace | None = None
        self._preview: Preview | None = None
        self._secrecy: SecrecyWatch | None = None
        self._first: ResumedText | None = None
        self.complete: Callable[[], None] | None = None
        """Does at once what is still to be made of the window; None: all is there."""
        self._system_ends = self._is_furnished = False
        self.folder = folder
        self.left = ResumePoint(self._kept)
        self.setWindowTitle(PROGRAM)
        window_geometry.restore(self, self._kept)
        if store is not None:
            self.furnish(store)

    def show_first(self, report: Report, place: str) -> None:
        """Show the section of ``place`` alone, before all else is there; see :meth:`going_on`."""
        from danvan_desktop.gui.workspace.resumed_text import ResumedText

        self._first = ResumedText(report, place, self.left.room)
        self._first.painted.connect(self.first_painted)
        self.left.forget()  # a report that cannot be shown is not tried again and again
        self.menuBar().addAction(" ")  # as high as it will be with menus
        self.statusBar().show()
        self.setCentralWidget(self._first)
        self._first.take_keys()
        self._show_subject(report)

    def furnish(self, store: "Store") -> None:
        """Make all that stands around the text, and the list of reports in ``store``."""
        from danvan_desktop.gui.home.create_report import CreateReport
        from danvan_desktop.gui.importing.import_file import ImportFile
        from danvan_desktop.gui.issuing.state_commands import StateCommands
        from danvan_desktop.gui.preview.page_count import PageCounter
        from danvan_desktop.gui.report_commands import ReportCommands
        from danvan_desktop.gui.services.jobs import Jobs
        from danvan_desktop.gui.session.session import Session
        from danvan_desktop.gui.shell.banner import Banner
        from danvan_desktop.gui.shell.commands import Commands
        from danvan_desktop.gui.shell.help_commands import HelpCommands
        from danvan_desktop.gui.shell.menus import Menus
        from danvan_desktop.gui.shell.status_bar import StatusBar

        self._store = store
        self.jobs = Jobs(self)
        self.session = Session(store, self)
        self.pages = PageCounter(self.jobs, self)
        self.commands = Commands(self)
        self.menuBar().clear()
        self.menus = Menus(self, self.commands)
        self.banner = Banner()
        self.status = StatusBar(self.statusBar(), self.banner, self.commands.fit, self._save)
        self.importing = ImportFile(self.commands.bring_in, self.jobs, self._kept, self)
        self.stages = StateCommands(self.commands, self.folder, self.session.current, self)
        self.whole = ReportCommands(self.session, self.jobs, self._kept, self._editor, self)
        self.beginnings = CreateReport(store, self.banner, self.importing, self.commands, self)
        self._make_parts()
        self._connect()
        HelpCommands(self, self.commands, self.menus, self._place)
        if self._first is None:
            self.setCentralWidget(self._body)
            self.start_page.list.setFocus()
        if store.notices:
            self.banner.say("\n".join(store.notices))
        self._is_furnished = True

    # ---------------------------------------------------------------------------------- reports

    def open_draft(self, draft: "Draft") -> bool:
        """Show ``draft`` in the editor, whatever was open before saved; False: it stays as it was."""
        if not self.leave_report("open another"):
            return False
        try:
            report = self.session.open(draft, self._editor)
        except UserError as error:
            self._show_problem("Không mở được báo cáo", error.message)
            return False
        self._stack.setCurrentWidget(self._editor())
        self._editor().go_to(draft.place or "general")
        self._show_opened(report)
        return True

    def going_on(self, draft_id: int) -> Iterator[None]:
        """Go on with the text that is shown already, in its place among all else; in pieces."""
        first = self._first
        if first is None:
            raise RuntimeError("no text was shown first")
        workspace = self._editor(first)
        yield
        pages = workspace.pages_around(first)
        yield
        self._first = self.complete = None
        self._stack.setCurrentWidget(workspace)
        self.takeCentralWidget()
        self.setCentralWidget(self._body)
        workspace.go_on(first, pages)
        self.session.go_on(self._store.draft(draft_id), first.report, workspace)
        if first.is_edited:
            workspace.note_edit()
        self._show_opened(first.report)
        first.deleteLater()

    def _show_opened(self, report: Report) -> None:
        self.menus.show_editing(True)
        self._show_stage(report)
        self._show_subject(report)
        self.pages.show(report)
        QTimer.singleShot(_LAID_OUT_MS, self, self._keep_place)

    def leave_report(self, reason: str) -> bool:
        """Save and close the open report, and show the list; False: it could not be saved."""
        if self.session.draft is None:
            return True
        if not self.session.save_everything_now(reason):
            return False
        self.session.close_report()
        if not self._system_ends:
            self.left.forget()
        self.pages.forget()
        self.whole.sheets.forget()
        if self._preview is not None:
            self._preview.forget()
        self.importing.close_notes()
        self._editor().close_lists()
        if self._secrecy is not None:
            self._secrecy.forget()
        self._stack.setCurrentWidget(self.start_page)
        self.menus.show_editing(False)
        self.setWindowTitle(PROGRAM)
        self.status.clear()
        self.status.fit.hide()
        self.start_page.refresh()
        self.start_page.list.setFocus()
        return True

    # ---------------------------------------------------------------------------------- the end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when the report is on disk, or when the person chooses to go without."""
        if self.complete is not None:
            self.complete()
        if not self._is_furnished:
            return  # there is nothing in it yet: what should have come has failed
        if not self.leave_report("close"):
            from danvan_desktop.gui.shell.unsaved_question import may_lose

            if not may_lose(self, self.banner.label.text(), lambda: self.leave_report("close")):
                event.ignore()
                return
        window_geometry.keep(self, self._kept)
        self.end()
        event.accept()

    def end(self) -> None:
        """Let running work finish and end the threads. Ending twice is harmless."""
        if self._preview is not None:
            self._preview.close()
        self.jobs.wait()
        self.session.close()

    def on_session_end(self, manager: "QSessionManager") -> None:
        """The system is shutting down or the user logs off: there is little time and nobody to ask."""
        if self.complete is not None:
            self.complete()
        self._system_ends = True
        self.session.save_everything_now("session end")

    # ------------------------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

        from danvan_desktop.gui.home.start_page import StartPage

        self.start_page = StartPage(self._store, self.jobs, self.commands)
        self.start_page.listed.connect(self.beginnings.next_year.follow)
        self.start_page.refresh()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._body = QWidget()
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        from danvan_desktop.gui.importing.import_file import without_notes

        commands = self.commands
        self.beginnings.work_with(self._keep, self.open_draft)
        self.importing.said.connect(self.statusBar().showMessage)
        self.importing.place_chosen.connect(lambda place: self._editor().go_to(place))
        self.importing.notes_seen.connect(lambda: self.whole.change(without_notes))
        commands.back.triggered.connect(lambda: self.leave_report("back to the list"))
        commands.save.triggered.connect(self._save)
        self.whole.connect_commands(commands)
        self.whole.changed.connect(self._show_stage)
        self.whole.said.connect(self.banner.say)
        self.whole.unsaid.connect(self.banner.take_back)
        self.whole.office_wanted.connect(self.beginnings.keep_settings)
        commands.notes.triggered.connect(lambda: self._with_report(self.importing.show_notes))
        next_year = self.beginnings.next_year
        commands.continued.triggered.connect(lambda: self._with_report(next_year.from_report))
        self.stages.change_wanted.connect(self.whole.change)
        self.stages.correction_made.connect(self._keep_and_open)
        self.stages.failed.connect(self.banner.say)
        commands.quit.triggered.connect(self.close)
        self.start_page.open_requested.connect(self.open_draft)
        self.start_page.said.connect(self.status.say)
        self.start_page.failed.connect(self.banner.say)
        self.session.saved.connect(self.status.show_saved)
        self.session.saved.connect(self._keep_place)
        self.session.failed.connect(self.status.show_unsaved)
        self.session.content_saved.connect(self._show_subject)
        self.session.content_saved.connect(self.pages.show)
        self.pages.counted.connect(self.status.show_pages)
        self.pages.slipped.connect(self.status.fit.offer)

    def _editor(self, first: "ResumedText | None" = None) -> "Workspace":
        """Return the editor, made when the first report is opened: the list appears sooner."""
        if self._workspace is None:
            from danvan_desktop.gui.shell.secrecy_watch import SecrecyWatch
            from danvan_desktop.gui.workspace.workspace import Workspace

            self._workspace = Workspace(
                kept=self._kept, jobs=self.jobs, stack=None if first is None else first.stack
            )
            self._workspace.changed.connect(self.session.note_change)
            self._workspace.counts_changed.connect(self.status.show_words)
            self._workspace.said.connect(self.banner.say)
            self._workspace.office_wanted.connect(lambda: self.beginnings.lend_office(self._editor()))
            self._secrecy = SecrecyWatch(self.banner, self._workspace.go_to, self)
            self._workspace.rested.connect(self._secrecy.look)
            self.menus.add_editor(self._workspace.actions(), self._workspace.tool_bar)
            self._workspace.review_bar.offer(*self.commands.with_buttons)
            self._stack.addWidget(self._workspace)
            self._offer_preview(self._workspace)
            self.whole.sheets.offer(self._workspace)
        return self._workspace

    def _offer_preview(self, workspace: "Workspace") -> None:
        """Make the preview when it is first wanted: now, where it was open when the window closed."""
        toggle = workspace.actions().toggle_preview
        toggle.toggled.connect(self._show_preview)
        toggle.setChecked(self._kept.flag("preview", default=False))

    def _show_preview(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if self._workspace is None or (self._preview is None and not shown):
            return
        if self._preview is None:
            from danvan_desktop.gui.preview.preview import Preview

            toggle = self._workspace.actions().toggle_preview
            self._preview = Preview(self._workspace, toggle, self.commands.print)
            self._preview.counted.connect(self.status.show_pages)
            self._preview.slipped.connect(self.status.fit.offer)
        self.pages.is_idle = shown
        self._preview.set_shown(shown)

    def _keep(self, report: Report) -> "Draft | None":
        try:
            draft = self._store.create(report)
        except UserError as error:
            self._show_problem("Không giữ được báo cáo", error.message)
            return None
        self.start_page.show_new(draft)
        return draft

    def _keep_and_open(self, report: Report) -> None:
        draft = self._keep(report)
        if draft is not None:
            self.open_draft(draft)

    def _with_report(self, act: Callable[[Report], None]) -> None:
        report = self.session.current()
        if report is not None:
            act(report)

    # --------------------------------------------------------------------------- what is shown

    def _show_problem(self, title: str, text: str) -> None:
        from danvan_desktop.gui.importing.import_file import show_problem

        show_problem(title, text, self)

    def _show_subject(self, report: Report) -> None:
        self.setWindowTitle(f"{report.subject or 'Báo cáo chưa có trích yếu'} – {PROGRAM}")

    def _show_stage(self, report: Report) -> None:
        """Show where ``report`` stands, and allow what may be done there."""
        from danvan_desktop.report.lifecycle.states import is_read_only

        self.status.show_stage(report)
        self.stages.show_report(report)
        for action in (self.commands.presentation, self.commands.fit):
            action.setEnabled(not is_read_only(report))
        self._editor().set_read_only(is_read_only(report))

    def _save(self) -> None:
        self.session.save_everything_now("asked for")

    def _place(self) -> str:
        """Where the cursor stands; "" in the list."""
        return "" if self.session.draft is None else self._editor().place()

    def _keep_place(self) -> None:
        """Remember what to show again after a power cut or a log-off."""
        if self.session.draft is not None:
            self.left.keep(self.session.draft.id, self._editor().room_around_text(self._body))
            window_geometry.keep(self, self._kept)
