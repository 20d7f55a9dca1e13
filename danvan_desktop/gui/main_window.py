"""The main window: the list of reports, the open report, and the ways from one to the other."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from danvan_desktop.errors import UserError
from danvan_desktop.gui.look.scheme import KEPT_AS, choose, scheme_of
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.services.text_zoom import kept_zoom
from danvan_desktop.gui.shell import window_geometry
from danvan_desktop.gui.startup.resume_point import ResumePoint
from danvan_desktop.report.model import Report

# All else is imported where it is used: a frame with the text that was left is shown before (application.py).
if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager
    from PySide6.QtWidgets import QWidget

    from danvan_desktop.gui.backup.commands import BackupCommands
    from danvan_desktop.gui.checking.commands import CheckCommands
    from danvan_desktop.gui.dropped_files import DroppedFiles
    from danvan_desktop.gui.preview.commands import PreviewCommand
    from danvan_desktop.gui.report_commands import ReportCommands
    from danvan_desktop.gui.shell.state_stepper import StateStepper
    from danvan_desktop.gui.widgets.toast import Toasts
    from danvan_desktop.gui.workspace.open_report import OpenReport
    from danvan_desktop.gui.workspace.report_editor import ReportEditor
    from danvan_desktop.gui.workspace.resumed_text import ResumedText
    from danvan_desktop.gui.workspace.workspace import Workspace
    from danvan_desktop.store.drafts import Store
    from danvan_desktop.store.early_list import EarlyList
    from danvan_desktop.store.listing.draft import Draft

PROGRAM = "Danvan Desktop"
_LAID_OUT_MS = 1000


class MainWindow(QMainWindow):
    """One window; one report open at a time."""

    preview: "PreviewCommand"
    """Made, as :attr:`report_commands`, with the first report that is opened."""
    report_commands: "ReportCommands"
    checking: "CheckCommands"
    stepper: "StateStepper"

    resumed_text_painted = Signal()
    """The text of :meth:`show_resumed_text` can be seen."""

    def __init__(self, store: "Store | None", folder: Path) -> None:
        """Show the list of reports in ``store``; ``folder`` is where it and the window's file lie.

        Without a store this is a frame, until :meth:`furnish` brings one.
        """
        super().__init__()
        self._preferences = Preferences(folder)
        self._editor: ReportEditor | None = None
        self._undecided = ""
        """What the banner said of changes that are still to be decided."""
        self._backup: BackupCommands | None = None
        self._resumed: ResumedText | None = None
        self._dropped: DroppedFiles | None = None
        self.finish_start: Callable[[], None] | None = None
        """Does at once what is still to be made of the window; None: all is there."""
        self._system_ends = self._is_furnished = self._has_list = False
        self.folder = folder
        self.resume_point = ResumePoint(self._preferences)
        self.setWindowTitle(PROGRAM)
        window_geometry.restore(self, self._preferences)
        if store is None:
            self.menuBar().addAction(" ")  # as high as it will be with menus
            self.statusBar().show()
        else:
            self.furnish(store)

    def dress(self, application: QApplication) -> None:
        """Paint the program light or dark, where the user chose that."""
        kept = scheme_of(self._preferences.text(KEPT_AS))
        if kept != "system":
            choose(application, kept)

    def show_resumed_text(self, report: Report, place: str) -> None:
        """Show the section of ``place`` alone, before all else is there; see :meth:`resume`."""
        from danvan_desktop.gui.workspace.resumed_text import ResumedText

        zoom = kept_zoom(self._preferences) / 100
        self._resumed = ResumedText(report, place, self.resume_point.margins, zoom)
        self._resumed.painted.connect(self.resumed_text_painted)
        self.resume_point.forget()  # a report that cannot be shown is not tried again and again
        self.setCentralWidget(self._resumed)
        self._resumed.take_keys()
        self._show_subject(report)

    def typed_early(self) -> Report | None:
        """Give the report with what was typed into it before all else was there; None: nothing was."""
        resumed = self._resumed
        return None if resumed is None or not resumed.is_edited else resumed.current()

    # ------------------------------------------------------------------------------------ parts

    def show_list(self, early: "EarlyList") -> None:
        """Show the list of reports before the store is open; :meth:`furnish` does the rest.

        Whatever is pressed meanwhile is to call :attr:`finish_start` first.
        """
        from danvan_desktop.gui.home.next_year import name_years

        self._make_list()
        self._show_home()
        name_years(self.commands.next_year, early.drafts)
        self._pages.show_counts(early.drafts, early.deleted)
        self.start_page.show_early(early.drafts)
        self.start_page.take_keys()

    def _make_list(self) -> None:
        """Make the page with the list of reports, and what is seen around it."""
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

        from danvan_desktop.gui.home.home import Home
        from danvan_desktop.gui.home.start_page import StartPage
        from danvan_desktop.gui.home_pages import HomePages
        from danvan_desktop.gui.services.background_jobs import Jobs
        from danvan_desktop.gui.shell.commands import Commands
        from danvan_desktop.gui.shell.menus import Menus

        self.jobs = Jobs(self)
        self.commands = Commands(self)
        self.menuBar().clear()
        self.menus = Menus(self, self.commands)
        # From the outside inwards: what is moved into another widget is styled anew, with all that is in it.
        self._body = QWidget(self)
        self._stack = QStackedWidget(self._body)
        self.start_page = StartPage(None, self.jobs, self.commands, self._preferences, self._stack)
        self.home = Home(self.start_page, self.commands.help, self._stack)
        self._pages = HomePages(self.home, self.start_page, self.jobs, lambda: self.backup().page())
        self._stack.addWidget(self.home)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._has_list = True

    def _show_home(self) -> None:
        self.setCentralWidget(self._body)
        self.statusBar().hide()

    def furnish(self, store: "Store") -> None:
        """Make all that stands around the text, and the list of reports in ``store``."""
        from danvan_desktop.gui.compliance.commands import ComplianceCommands
        from danvan_desktop.gui.home.create_report import CreateReport
        from danvan_desktop.gui.importing.import_file import ImportFile
        from danvan_desktop.gui.importing.reading_strip import ReadingStrip
        from danvan_desktop.gui.preview.page_count import PageCounter
        from danvan_desktop.gui.rescue.commands import RescueCommands
        from danvan_desktop.gui.session.session import Session
        from danvan_desktop.gui.shell.banner import Banner
        from danvan_desktop.gui.shell.help_commands import HelpCommands
        from danvan_desktop.gui.shell.notice_panel import NoticePanel
        from danvan_desktop.gui.shell.save_to_file import SaveToFile
        from danvan_desktop.gui.shell.scheme_commands import SchemeCommands
        from danvan_desktop.gui.shell.status_bar import StatusBar
        from danvan_desktop.gui.shell.unsaved_banner import UnsavedBanner

        is_listed = self._has_list
        if not is_listed:
            self._make_list()
        self._store = store
        self.session = Session(store, self)
        self.page_counter = PageCounter(self.jobs, self)
        self.banner, self.read_only, self.notices = Banner(), Banner(), NoticePanel()
        self.to_file = SaveToFile(self.session.current, self)
        self.unsaved = UnsavedBanner(self._save, self.to_file.ask)
        self.status = StatusBar(self.statusBar(), self.unsaved, self.commands.fit)
        self.reading_strip = ReadingStrip()
        self.importing = ImportFile(self.commands.bring_in, self.jobs, self._preferences, self)
        self.compliance = ComplianceCommands(self.session, self.jobs, self._preferences, self)
        self.create_report = CreateReport(store, self.banner, self.importing, self.commands, self)
        self._lay_out()
        self.start_page.listed.connect(self.create_report.next_year.follow)
        self._connect_pages()
        self.start_page.take_store(store)
        self._pages.take_store(store)
        self.start_page.refresh()
        self.rescue = RescueCommands(store, self.notices, self)
        self._connect()
        SchemeCommands(self.commands, self._preferences, self)
        HelpCommands(self.commands, self.menus, self.folder, self._place, self)
        if self._resumed is None and not is_listed:
            self._show_home()
            self.start_page.take_keys()
        self.setAcceptDrops(True)
        if store.read_only_reason:
            self._be_read_only(store.read_only_reason)
        elif store.notices:
            self.banner.say("\n".join(store.notices))
        self._is_furnished = True

    def _be_read_only(self, reason: str) -> None:
        """Allow what changes nothing, and say why."""
        self.status.is_read_only = True
        self.commands.forbid_changes()
        self.home.allow_reading_only()
        self.read_only.say(
            f"CHỈ ĐỌC. {reason} Các báo cáo vẫn mở ra xem, sao chép, xuất và in được; sửa thì chưa được. "
            "Xử lý xong, hãy đóng phần mềm rồi mở lại."
        )
        self.read_only.dismiss.hide()

    def _lay_out(self) -> None:
        from danvan_desktop.gui.done_messages import DoneMessages
        from danvan_desktop.gui.shell.floating_notes import FloatingNotes

        self._column.addWidget(self.reading_strip)
        self._column.insertWidget(0, self.read_only)
        self.read_only.stackUnder(self._stack)  # read out in the order in which they stand
        self.floating = FloatingNotes(self._body, self._kept_free, self._page_shown)
        self.floating.add(self.unsaved, self.notices, self.banner)
        self.done = DoneMessages(self, self._undo_step, self.floating.height_shown)

    def _connect_pages(self) -> None:
        self._pages.done.connect(self.done.say)
        self._pages.undoable.connect(self.done.offer_undo)
        self._pages.failed.connect(self.banner.say)

    def _page_shown(self) -> "QWidget":
        """Return what messages may lie over: the open text with its sheet, else the page of the rail."""
        return self.workspace.stage if self._shows_report() else self._stack

    def _kept_free(self) -> int:
        return self.workspace.foot_of_stage() if self._shows_report() else 0

    def _shows_report(self) -> bool:
        return self._editor is not None and self._stack.currentWidget() is self._editor.workspace

    def _connect(self) -> None:
        from danvan_desktop.gui.home.home import BACKUPS, OFFICES

        commands, create, session = self.commands, self.create_report, self.session
        create.open_with(self.open_draft)
        create.told.connect(self.done.say)
        create.created.connect(lambda draft: self.start_page.show_new(draft.id))
        self._connect_take_back()
        self.reading_strip.follow(self.importing.reading)
        self.reading_strip.said.connect(self._say)
        self.importing.notes_wanted.connect(self._show_notes)
        commands.inspect_file.triggered.connect(self.compliance.ask_file)
        commands.back.triggered.connect(lambda: self.leave_report("back to the list"))
        commands.save.triggered.connect(self._save)
        commands.to_file.triggered.connect(self.to_file.ask)
        commands.to_outline.triggered.connect(lambda: self._with_report(create.save_outline))
        commands.offices.triggered.connect(lambda: self._show_page(OFFICES, create.edit_offices))
        commands.backups.triggered.connect(lambda: self._show_page(BACKUPS, lambda: self.backup().show()))
        commands.notes.triggered.connect(lambda: self._with_report(self.importing.show_notes))
        commands.continued.triggered.connect(lambda: self.session.keep_version("next_year"))
        commands.continued.triggered.connect(lambda: self._with_report(create.next_year.from_report))
        commands.quit.triggered.connect(self.close)
        self.start_page.open_requested.connect(self.open_draft)
        self.start_page.found_requested.connect(self._open_found)
        self.start_page.pages_requested.connect(self._open_with_pages)
        self.start_page.commands.continue_wanted.connect(create.next_year.from_draft)
        session.saved.connect(self.status.show_saved)
        session.saved.connect(self._keep_place)
        session.failed.connect(self._show_unsaved)
        session.notice.connect(self._show_notice)
        session.slow.connect(self.status.show_slow)
        self.to_file.written.connect(self.unsaved.show_written)
        self.to_file.written.connect(lambda path, _: self.toasts.say(f"Đã lưu ra tệp {path}."))
        self.rescue.listed.connect(self.start_page.refresh)
        self.rescue.open_wanted.connect(self.open_draft)
        session.content_saved.connect(self._show_subject)
        session.content_saved.connect(self.page_counter.show)
        for forget in (self.page_counter.forget, self.compliance.forget):
            session.closed.connect(forget)
        self.page_counter.counted.connect(self.status.show_pages)
        self.page_counter.slipped.connect(self.status.fit.offer)

    def _connect_take_back(self) -> None:
        from danvan_desktop.gui.takeback.commands import TakeBackCommands

        take_back = self.take_back = TakeBackCommands(
            self.session, self._store, self.jobs, self._preferences, self.commands, self
        )
        take_back.open_with(self.open_draft)
        self.commands.returned.toggled.connect(self._on_returned_shown)
        self.create_report.take_back_wanted.connect(take_back.take_into)
        self.reading_strip.follow(take_back.reading)

    def _say(self, text: str) -> None:
        """Tell what may be passed over: in the status bar, which only an open report has."""
        if self.session.draft is None:
            self.toasts.say(text)
        else:
            self.status.say(text)

    @property
    def toasts(self) -> "Toasts":
        """What says that something was done, and offers to take it back."""
        return self.done.toasts

    def _undo_step(self) -> None:
        self.workspace.editor_actions.undo.trigger()

    def _show_page(self, name: str, over_report: Callable[[], object]) -> None:
        """Show the page ``name``; over an open report its dialog, by ``over_report``."""
        if self.session.draft is None:
            self.home.show_page(name)
        else:
            over_report()

    def backup(self) -> "BackupCommands":
        """Give what makes and shows the copies of the reports; made when it is first asked for."""
        if self._backup is None:
            from danvan_desktop.gui.backup.commands import BackupCommands

            backup = self._backup = BackupCommands(
                self._store, self._preferences, self._save, self.jobs, self
            )
            backup.listed.connect(self.start_page.refresh)
            backup.told.connect(self.notices.add)
            backup.backups.said.connect(self._say)
        return self._backup

    def _make_editor(self, opened: "OpenReport") -> "ReportEditor":
        """Make the editor and all that acts on the open report. Late: the list of reports appears sooner."""
        from danvan_desktop.gui.report_parts import make_report_parts

        parts = make_report_parts(opened, self, self._store, self._preferences)
        editor = self._editor = parts.editor
        self.preview, self.stepper, self.checking = parts.preview, parts.stepper, parts.checking
        self.report_commands, self.history = parts.report_commands, parts.history
        self.report_commands.changed.connect(self._show_stage)
        self._stack.addWidget(editor.workspace)
        return editor

    @property
    def workspace(self) -> "Workspace":
        """The workspace of the open report, or of the one that was open last.

        Raises:
            RuntimeError: no report was opened yet.
        """
        if self._editor is None:
            raise RuntimeError("no report was opened")
        return self._editor.workspace

    # ---------------------------------------------------------------------------------- reports

    def open_draft(self, draft: "Draft") -> bool:
        """Show ``draft`` in the editor, whatever was open before saved; False: it stays as it was."""
        from danvan_desktop.store.rows.contents import DamagedReportError

        if not self.leave_report("open another"):
            return False
        try:
            report = self.session.open(draft, partial(self._show_in_editor, draft.id))
        except DamagedReportError:
            self.rescue.offer_readable(draft)
            return False
        except UserError as error:
            self._show_problem("Không mở được báo cáo", error.message)
            return False
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.go_to(draft.place or "general")
        self._show_opened(report)
        return True

    def _open_found(self, draft: "Draft", terms: Sequence[str]) -> None:
        """Open ``draft``, which a search has found, where ``terms`` stand in it."""
        if self.open_draft(draft) and self._editor is not None:
            self._editor.find.look_for(terms)

    def _open_with_pages(self, draft: "Draft") -> None:
        """Open ``draft`` with its printed pages beside it."""
        if self.open_draft(draft):
            toggle = self.workspace.editor_actions.toggle_preview
            if not toggle.isChecked():
                toggle.trigger()

    def _show_in_editor(self, draft_id: int, report: Report) -> "ReportEditor":
        if self._editor is not None:
            self._editor.parked.open(draft_id, report)
            return self._editor
        from danvan_desktop.gui.workspace.open_report import OpenReport

        editor = self._make_editor(OpenReport(report))
        editor.workspace.show_report()
        return editor

    def resume(self, draft_id: int) -> Iterator[None]:
        """Go on with the text that is shown already, in its place among all else; in pieces."""
        from danvan_desktop.gui.workspace.open_report import OpenReport

        resumed = self._resumed
        if resumed is None:
            raise RuntimeError("no text was shown first")
        opened = OpenReport(resumed.report, resumed)
        yield
        editor = self._make_editor(opened)
        yield
        yield from editor.workspace.stage_ahead()
        self._resumed = self.finish_start = None
        self._stack.setCurrentWidget(editor.workspace)
        self.takeCentralWidget()
        self.setCentralWidget(self._body)
        editor.workspace.resume(resumed)
        self.session.go_on(self._draft_of(draft_id, resumed.report), resumed.report, editor)
        if resumed.is_edited:
            opened.note_edit()
        self._show_opened(resumed.report)
        resumed.deleteLater()
        yield
        editor.workspace.refresh()

    def _draft_of(self, draft_id: int, report: Report) -> "Draft":
        """Give the entry of ``report``, which is shown already; a rescue just now may have lost it."""
        try:
            return self._store.draft(draft_id)
        except UserError:
            return self._store.create(report)

    def _show_opened(self, report: Report) -> None:
        self.menus.show_editing(True)
        self.statusBar().show()
        self._show_stage(report)
        self._show_subject(report)
        self.page_counter.show(report)
        self._tell_undecided()
        QTimer.singleShot(_LAID_OUT_MS, self, self._keep_place)

    def _tell_undecided(self) -> None:
        """Say that changes of a file that came back are still to be decided."""
        count = self.take_back.note_opened()
        if count:
            self._undecided = f"Còn {count} chỗ chưa quyết trong tệp Word nhận lại."
            self.banner.say(self._undecided, "Xem các chỗ ấy", self.take_back.show_undecided)

    def _on_returned_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Who sees the changes needs no banner that tells of them; its number is soon another."""
        if shown:
            self.banner.take_back(self._undecided)

    def leave_report(self, reason: str) -> bool:
        """Save and close the open report, and show the list; False: it could not be saved."""
        if self.session.draft is None:
            return True
        if not self.session.save_everything_now(reason):
            return False
        if self._editor is not None:
            self._editor.parked.left = self.session.draft.id
        self.session.close_report()
        if not self._system_ends:
            self.resume_point.forget()
        self._stack.setCurrentWidget(self.home)
        self.statusBar().hide()
        self.menus.show_editing(False)
        self.stepper.hide()
        self.setWindowTitle(PROGRAM)
        self.status.clear()
        self.status.fit.hide()
        self.home.show_page("reports")
        return True

    # -------------------------------------------------------------------------- files dropped here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, as a copy, and say that they may be let go here."""
        if self._is_furnished:
            self._drops().enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in the files, or insert them into the text of the open report; they are only read."""
        if self._is_furnished:
            self._drops().drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say so no longer."""
        if self._dropped is not None:
            self._dropped.leave()

    def _drops(self) -> "DroppedFiles":
        if self._dropped is None:
            from danvan_desktop.gui.dropped_files import DroppedFiles

            drops = self._dropped = DroppedFiles(self, self._why_not_insert)
            bring_in = self.importing.bring_in_all
            drops.coming.connect(self.take_back.expect)
            drops.gone.connect(self.take_back.expect_nothing)
            drops.dropped.connect(lambda files: self.take_back.drop(files, bring_in))
            drops.dropped_on_text.connect(lambda files: self.take_back.drop(files, self._insert_dropped))
        return self._dropped

    def _why_not_insert(self) -> str | None:
        """Say why files cannot be inserted into the open report, "" where they can; None: none is open."""
        editor = self._editor
        return None if self.session.draft is None or editor is None else editor.insert_file.why_not()

    def _insert_dropped(self, files: Sequence[Path]) -> None:
        if self._editor is not None:
            self._editor.insert_file.insert_all(files)

    # ---------------------------------------------------------------------------------- the end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when the report is on disk, or when the user chooses to go without."""
        if self.finish_start is not None:
            self.finish_start()
        if not self._is_furnished:
            return  # there is nothing in it yet: what should have come has failed
        if not self.leave_report("close"):
            from danvan_desktop.gui.shell.unsaved_question import may_lose

            leave = partial(self.leave_report, "close")
            if not may_lose(self, self.unsaved.reason, leave, self.to_file.ask):
                event.ignore()
                return
        window_geometry.keep(self, self._preferences)
        self.end()
        event.accept()

    def end(self) -> None:
        """Let running work finish and end the threads. Ending twice is harmless."""
        if self._editor is not None:
            self.preview.close()
            self.checking.close()
        if self._backup is not None:
            self._backup.end()
        self.jobs.wait()
        self.session.close()

    def on_session_end(self, manager: "QSessionManager") -> None:
        """The system is shutting down or the user logs off: there is little time and nobody to ask."""
        if self.finish_start is not None:
            self.finish_start()
        self._system_ends = True
        self.session.save_everything_now("session end")

    # --------------------------------------------------------------------------- what is shown

    def _show_notes(self, report: Report) -> None:
        from danvan_desktop.report.lifecycle.states import is_read_only

        if self._editor is not None:
            self._editor.import_notes.show(report.import_notes, can_end=not is_read_only(report))

    def _with_report(self, act: Callable[[Report], None]) -> None:
        report = self.session.current()
        if report is not None:
            act(report)

    def _show_problem(self, title: str, text: str) -> None:
        from danvan_desktop.gui.widgets.message import show_problem

        show_problem(title, text, self)

    def _show_subject(self, report: Report) -> None:
        self.setWindowTitle(f"{report.subject or 'Báo cáo chưa có trích yếu'} – {PROGRAM}")

    def _show_stage(self, report: Report) -> None:
        """Show where ``report`` stands, and allow what may be done there."""
        self.status.show_report(report)
        self.report_commands.show_state(report)
        self.stepper.show_report(report)

    def _show_notice(self, line: str) -> None:
        """Show what happened to the file; the list may say otherwise of a report now."""
        self.notices.add([line])
        if self.session.draft is None:
            self.start_page.refresh()

    def _show_unsaved(self, reason: str) -> None:
        """Say that the open report is not on disk; with none open it is the file that is in danger."""
        if self.session.draft is None:
            self.banner.say(reason)
        else:
            self.status.show_unsaved(reason)

    def _save(self) -> None:
        self.session.save_everything_now("asked for")

    def _place(self) -> str:
        """Where the cursor stands; without an open report, the page that is shown, "" for the list."""
        if self.session.draft is not None:
            return self.workspace.place()
        return "" if self.home.shown == "reports" else self.home.shown

    def _keep_place(self) -> None:
        """Remember what to show again after a power cut or a log-off."""
        if self.session.draft is not None:
            self.resume_point.keep(self.session.draft.id, self.workspace.room_around_text(self._body))
            window_geometry.keep(self, self._preferences)
