"""The window: the list of reports, the open report, and the ways from one to the other."""

from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from danvan_desktop.errors import UserError
from danvan_desktop.gui.left_place import LeftPlace
from danvan_desktop.gui.preferences import Preferences
from danvan_desktop.report.model import Report

# All else is loaded where it is used: a frame with the text it was left at is there before (application.py).
if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from danvan_desktop.gui.first_text import FirstText
    from danvan_desktop.gui.preview.preview import Preview
    from danvan_desktop.gui.secrecy_watch import SecrecyWatch
    from danvan_desktop.gui.workspace import Workspace
    from danvan_desktop.store import Draft, Store

PROGRAM = "Danvan Desktop"
_SAID_MS = 8000
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
        self._first: FirstText | None = None
        self.complete: Callable[[], None] | None = None
        """Does at once what is still to be made of the window; None: all is there."""
        self._system_ends = self._is_furnished = False
        self.folder = folder
        self.left = LeftPlace(self._kept)
        self.setWindowTitle(PROGRAM)
        self._restore_geometry()
        if store is not None:
            self.furnish(store)

    def show_first(self, report: Report, place: str) -> None:
        """Show the section of ``place`` alone, before all else is there; see :meth:`going_on`."""
        from danvan_desktop.gui.first_text import FirstText

        self._first = FirstText(report, place, self.left.room)
        self._first.painted.connect(self.first_painted)
        self.left.forget()  # a report that cannot be shown is not tried again and again
        self.menuBar().addAction(" ")  # as high as it will be with menus
        self.statusBar().show()
        self.setCentralWidget(self._first)
        self._first.take_keys()
        self._show_subject(report)

    def furnish(self, store: "Store") -> None:
        """Make all that stands around the text, and the list of reports in ``store``."""
        from danvan_desktop.gui.banner import Banner
        from danvan_desktop.gui.beginnings import Beginnings
        from danvan_desktop.gui.commands import Commands
        from danvan_desktop.gui.help_commands import HelpCommands
        from danvan_desktop.gui.importing import Importing
        from danvan_desktop.gui.jobs import Jobs
        from danvan_desktop.gui.menus import Menus
        from danvan_desktop.gui.pagecount import PageCounter
        from danvan_desktop.gui.session import Session
        from danvan_desktop.gui.stages import Stages
        from danvan_desktop.gui.whole_report import WholeReport

        self._store = store
        self.jobs = Jobs(self)
        self.session = Session(store, self)
        self.pages = PageCounter(self.jobs, self)
        self.commands = Commands(self)
        self.menuBar().clear()
        self.menus = Menus(self, self.commands)
        self.banner = Banner()
        self.importing = Importing(self.commands.bring_in, self.jobs, self._kept, self)
        self.stages = Stages(self.commands, self.folder, self.session.current, self)
        self.whole = WholeReport(self.session, self.jobs, self._kept, self._editor, self)
        self.beginnings = Beginnings(store, self.banner, self.importing, self.commands, self)
        self._make_parts()
        self._make_status_bar()
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
        for label in (self._saved, self._words, self._pages_label, self._stage):
            label.clear()
        self._fit.hide()
        self.start_page.refresh()
        self.start_page.list.setFocus()
        return True

    def say_problem(self, text: str) -> None:
        """Show something that did not work, without stopping anybody."""
        self.banner.say(text)

    # ---------------------------------------------------------------------------------- the end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when the report is on disk, or when the person chooses to go without."""
        if self.complete is not None:
            self.complete()
        if not self._is_furnished:
            return  # there is nothing in it yet: what should have come has failed
        if not self.leave_report("close"):
            from danvan_desktop.gui.leaving import may_lose

            if not may_lose(self, self.banner.label.text(), lambda: self.leave_report("close")):
                event.ignore()
                return
        self._kept.keep(geometry=b2a_base64(bytes(self.saveGeometry().data()), newline=False).decode("ascii"))
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

        from danvan_desktop.gui.start_page import StartPage

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

    def _make_status_bar(self) -> None:
        from danvan_desktop.gui.buttons import OfferButton
        from danvan_desktop.gui.status_line import add_labels

        self._fit = OfferButton(self.commands.fit)
        self.statusBar().addPermanentWidget(self._fit)
        self._stage, self._words, self._pages_label, self._saved = add_labels(self.statusBar())

    def _connect(self) -> None:
        from danvan_desktop.gui.importing import without_notes

        commands = self.commands
        self.beginnings.work_with(self._keep, self.open_draft)
        self.importing.said.connect(self.statusBar().showMessage)
        self.importing.place_chosen.connect(lambda place: self._editor().go_to(place))
        self.importing.notes_seen.connect(lambda: self.whole.change(without_notes))
        commands.back.triggered.connect(lambda: self.leave_report("back to the list"))
        commands.save.triggered.connect(lambda: self.session.save_everything_now("asked for"))
        self.whole.connect_commands(commands)
        self.whole.changed.connect(self._show_stage)
        self.whole.said.connect(self.banner.say)
        self.whole.unsaid.connect(self.banner.take_back)
        self.whole.office_wanted.connect(self.beginnings.keep_settings)
        commands.notes.triggered.connect(self._show_notes)
        commands.continued.triggered.connect(self._continue)
        self.stages.change_wanted.connect(self.whole.change)
        self.stages.correction_made.connect(self._keep_and_open)
        self.stages.failed.connect(self.say_problem)
        commands.quit.triggered.connect(self.close)
        self.start_page.open_requested.connect(self.open_draft)
        self.start_page.said.connect(self._say)
        self.start_page.failed.connect(self.say_problem)
        self.session.saved.connect(self._on_saved)
        self.session.failed.connect(self._on_save_failed)
        self.session.content_saved.connect(self._show_subject)
        self.session.content_saved.connect(self.pages.show)
        self.pages.counted.connect(self._show_pages)
        self.pages.slipped.connect(self._fit.offer)

    def _editor(self, first: "FirstText | None" = None) -> "Workspace":
        """Return the editor, made when the first report is opened: the list appears sooner."""
        if self._workspace is None:
            from danvan_desktop.gui.secrecy_watch import SecrecyWatch
            from danvan_desktop.gui.workspace import Workspace

            self._workspace = Workspace(
                kept=self._kept, jobs=self.jobs, stack=None if first is None else first.stack
            )
            self._workspace.changed.connect(self.session.note_change)
            self._workspace.counts_changed.connect(self._show_words)
            self._secrecy = SecrecyWatch(self.banner, self._workspace.go_to, self)
            self._workspace.rested.connect(self._secrecy.look)
            self.menus.add_editor(self._workspace.actions(), self._workspace.tool_bar)
            self._workspace.review_bar.offer_notes(self.commands.notes)
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
            self._preview.counted.connect(self._show_pages)
            self._preview.slipped.connect(self._fit.offer)
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

    def _continue(self) -> None:
        report = self.session.current()
        if report is not None:
            self.beginnings.next_year.from_report(report)

    def _show_notes(self) -> None:
        report = self.session.current()
        if report is not None:
            self.importing.show_notes(report)

    # --------------------------------------------------------------------------- what is shown

    def _show_problem(self, title: str, text: str) -> None:
        from danvan_desktop.gui.importing import show_problem

        show_problem(title, text, self)

    def _show_subject(self, report: Report) -> None:
        self.setWindowTitle(f"{report.subject or 'Báo cáo chưa có trích yếu'} – {PROGRAM}")

    def _show_stage(self, report: Report) -> None:
        """Show where ``report`` stands, and allow what may be done there."""
        from danvan_desktop.gui.clock import now
        from danvan_desktop.report.request import deadline_text
        from danvan_desktop.report.states import is_read_only, state_label

        due = "" if is_read_only(report) else deadline_text(report.request, now().date())
        self._stage.setText("  ·  ".join(filter(None, (state_label(report), due))))
        self.stages.show_report(report)
        for action in (self.commands.presentation, self.commands.fit):
            action.setEnabled(not is_read_only(report))
        self._editor().set_read_only(is_read_only(report))

    def _place(self) -> str:
        """Where the cursor stands; "" in the list."""
        return "" if self.session.draft is None else self._editor().place()

    def _keep_place(self) -> None:
        """Remember what to show again after a power cut or a log-off."""
        if self.session.draft is not None:
            self.left.keep(self.session.draft.id, self._editor().room_around_text(self._body))

    def _show_words(self, count: int) -> None:
        from PySide6.QtCore import QLocale

        self._words.setText(f"{QLocale().toString(count)} từ")

    def _show_pages(self, count: int) -> None:
        self._pages_label.setText(f"{count} trang" if count else "")

    def _on_saved(self, moment: datetime) -> None:
        self._keep_place()
        self._saved.setText(f"Đã lưu {moment:%H:%M:%S}")
        if self._banner_is_of_saving:
            self.banner.hide()
            self._banner_is_of_saving = False

    _banner_is_of_saving = False

    def _on_save_failed(self, message: str) -> None:
        self._saved.setText("CHƯA LƯU ĐƯỢC")
        self._banner_is_of_saving = True
        self.banner.say(
            f"Chưa lưu được báo cáo. {message}",
            "Thử lại",
            lambda: self.session.save_everything_now("asked for"),
        )

    def _say(self, text: str) -> None:
        self.statusBar().showMessage(text, _SAID_MS)

    def _restore_geometry(self) -> None:
        kept = self._kept.text("geometry")
        if self.restoreGeometry(_bytes_of(kept)):
            return
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1280, screen.width() * 9 // 10), min(800, screen.height() * 9 // 10))


def _bytes_of(text: str) -> bytes:
    """Read base64; what is none gives nothing, for it comes out of a file."""
    try:
        return a2b_base64(text)
    except (Error, ValueError):
        return b""
