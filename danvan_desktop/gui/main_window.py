"""The window: the list of reports, the open report, and the ways from one to the other."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QSessionManager
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.banner import Banner
from danvan_desktop.gui.beginnings import Beginnings
from danvan_desktop.gui.buttons import OfferButton
from danvan_desktop.gui.clock import now
from danvan_desktop.gui.commands import Commands
from danvan_desktop.gui.dialogs.about import about_box, keys_dialog
from danvan_desktop.gui.help_window import HelpWindow, topic_of
from danvan_desktop.gui.importing import Importing, show_problem, without_notes
from danvan_desktop.gui.jobs import Jobs
from danvan_desktop.gui.menus import Menus
from danvan_desktop.gui.pagecount import PageCounter
from danvan_desktop.gui.preferences import Preferences
from danvan_desktop.gui.session import Session
from danvan_desktop.gui.stages import Stages
from danvan_desktop.gui.start_page import StartPage
from danvan_desktop.gui.style import GAP, icon
from danvan_desktop.gui.whole_report import WholeReport
from danvan_desktop.report.model import Report
from danvan_desktop.report.request import deadline_text
from danvan_desktop.report.states import is_read_only, state_label
from danvan_desktop.store import Draft, Store

if TYPE_CHECKING:
    from danvan_desktop.gui.preview.preview import Preview
    from danvan_desktop.gui.secrecy_watch import SecrecyWatch
    from danvan_desktop.gui.workspace import Workspace

PROGRAM = "Danvan Desktop"
_SAID_MS = 8000


class MainWindow(QMainWindow):
    """One window; one report open at a time."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Show the list of reports in ``store``; ``folder`` is where it and the window's file lie."""
        super().__init__()
        self._store, self._folder = store, folder
        self._kept = Preferences(folder)
        self._workspace: Workspace | None = None
        self._preview: Preview | None = None
        self._secrecy: SecrecyWatch | None = None
        self.jobs = Jobs(self)
        self.session = Session(store, self)
        self.pages = PageCounter(self.jobs, self)
        self.commands = Commands(self)
        self.menus = Menus(self, self.commands)
        self.banner = Banner()
        self.importing = Importing(self.commands.bring_in, self.jobs, self._kept, self)
        self.stages = Stages(self.commands, folder, self.session.current, self)
        self.whole = WholeReport(self.session, self.jobs, self._kept, self._editor, self)
        self.beginnings = Beginnings(store, self.banner, self.importing, self.commands, self)
        self.setWindowTitle(PROGRAM)
        self.setWindowIcon(icon("danvan-desktop"))
        self._make_parts()
        self._make_status_bar()
        self._connect()
        self._restore_geometry()
        self.start_page.list.setFocus()
        if store.notices:
            self.banner.say("\n".join(store.notices))

    # ---------------------------------------------------------------------------------- reports

    def open_draft(self, draft: Draft) -> bool:
        """Show ``draft`` in the editor, whatever was open before saved; False: it stays as it was."""
        if not self.leave_report("open another"):
            return False
        try:
            report = self.session.open(draft, self._editor)
        except UserError as error:
            show_problem("Không mở được báo cáo", error.message, self)
            return False
        self._stack.setCurrentWidget(self._editor())
        self._editor().go_to(draft.place or "general")
        self.menus.show_editing(True)
        self._show_stage(report)
        self._show_subject(report)
        self.pages.show(report)
        return True

    def leave_report(self, reason: str) -> bool:
        """Save and close the open report, and show the list; False: it could not be saved."""
        if self.session.draft is None:
            return True
        if not self.session.save_everything_now(reason):
            return False
        self.session.close_report()
        self.pages.forget()
        self.whole.sheets.forget()
        if self._preview is not None:
            self._preview.forget()
        self.importing.close_notes()
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
        if not self.leave_report("close") and not self._may_lose():
            event.ignore()
            return
        self._kept.keep(geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.end()
        event.accept()

    def end(self) -> None:
        """Let running work finish and end the threads. Ending twice is harmless."""
        if self._preview is not None:
            self._preview.close()
        self.jobs.wait()
        self.session.close()

    def on_session_end(self, manager: QSessionManager) -> None:
        """The system is shutting down or the user logs off: there is little time and nobody to ask."""
        self.session.save_everything_now("session end")

    def _may_lose(self) -> bool:
        while True:
            box = QMessageBox(QMessageBox.Icon.Warning, "Chưa lưu được", self.banner.label.text())
            box.setParent(self, box.windowFlags())
            box.setInformativeText("Đóng bây giờ sẽ mất những chỗ vừa sửa.")
            again = box.addButton("&Thử lưu lại", QMessageBox.ButtonRole.ActionRole)
            lose = box.addButton("Đóng, &bỏ phần chưa lưu", QMessageBox.ButtonRole.DestructiveRole)
            stay = box.addButton("Ở &lại", QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(again)
            box.exec()
            clicked = box.clickedButton()
            box.deleteLater()
            if clicked is stay or clicked is None:  # None: the program is being ended from outside
                return False
            if clicked is lose or self.leave_report("close"):
                return True

    # ------------------------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        self.start_page = StartPage(self._store, self.jobs, self.commands)
        self.start_page.listed.connect(self.beginnings.next_year.follow)
        self.start_page.refresh()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(body)

    def _make_status_bar(self) -> None:
        self._saved, self._words, self._pages_label = QLabel(), QLabel(), QLabel()
        self._stage = QLabel()
        self._fit = OfferButton(self.commands.fit)
        self.statusBar().addPermanentWidget(self._fit)
        for label, name in (
            (self._stage, "Tình trạng và hạn gửi"),
            (self._words, "Số từ"),
            (self._pages_label, "Số trang"),
            (self._saved, "Lần lưu cuối"),
        ):
            label.setAccessibleName(name)
            label.setContentsMargins(GAP, 0, GAP, 0)
            self.statusBar().addPermanentWidget(label)

    def _connect(self) -> None:
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
        self.whole.office_wanted.connect(self.beginnings.keep_settings)
        commands.notes.triggered.connect(self._show_notes)
        commands.continued.triggered.connect(self._continue)
        self.stages.change_wanted.connect(self.whole.change)
        self.stages.correction_made.connect(self._keep_and_open)
        self.stages.failed.connect(self.say_problem)
        commands.quit.triggered.connect(self.close)
        commands.help.triggered.connect(self._show_help)
        commands.keys.triggered.connect(self._show_keys)
        commands.data_folder.triggered.connect(self._show_data_folder)
        commands.about.triggered.connect(self._show_about)
        self.start_page.open_requested.connect(self.open_draft)
        self.start_page.said.connect(self._say)
        self.start_page.failed.connect(self.say_problem)
        self.session.saved.connect(self._on_saved)
        self.session.failed.connect(self._on_save_failed)
        self.session.content_saved.connect(self._show_subject)
        self.session.content_saved.connect(self.pages.show)
        self.pages.counted.connect(self._show_pages)
        self.pages.slipped.connect(self._fit.offer)

    def _editor(self) -> "Workspace":
        """Return the editor, made when the first report is opened: the list appears sooner."""
        if self._workspace is None:
            from danvan_desktop.gui.secrecy_watch import SecrecyWatch
            from danvan_desktop.gui.workspace import Workspace

            self._workspace = Workspace(kept=self._kept, jobs=self.jobs)
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

    def _keep(self, report: Report) -> Draft | None:
        try:
            draft = self._store.create(report)
        except UserError as error:
            show_problem("Không giữ được báo cáo", error.message, self)
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

    def _show_subject(self, report: Report) -> None:
        self.setWindowTitle(f"{report.subject or 'Báo cáo chưa có trích yếu'} – {PROGRAM}")

    def _show_stage(self, report: Report) -> None:
        """Show where ``report`` stands, and allow what may be done there."""
        due = "" if is_read_only(report) else deadline_text(report.request, now().date())
        self._stage.setText("  ·  ".join(filter(None, (state_label(report), due))))
        self.stages.show_report(report)
        for action in (self.commands.presentation, self.commands.fit):
            action.setEnabled(not is_read_only(report))
        self._editor().set_read_only(is_read_only(report))

    def _show_words(self, count: int) -> None:
        self._words.setText(f"{QLocale().toString(count)} từ")

    def _show_pages(self, count: int) -> None:
        self._pages_label.setText(f"{count} trang" if count else "")

    def _on_saved(self, moment: datetime) -> None:
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

    def _show_about(self) -> None:
        about_box(self._folder, self).open()

    def _show_help(self) -> None:
        place = "" if self.session.draft is None else self._editor().place()
        HelpWindow(topic_of(place), self).show()

    def _show_keys(self) -> None:
        keys_dialog(self.menus.every_action(), self).open()

    def _show_data_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _restore_geometry(self) -> None:
        kept = self._kept.text("geometry")
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            return
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(1280, screen.width() * 9 // 10), min(800, screen.height() * 9 // 10))
