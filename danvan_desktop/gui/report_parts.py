"""What acts on the open report, made with the first one: the editor and all commands around it."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenuBar, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.checking.commands import CheckCommands
from danvan_desktop.gui.compliance.commands import ComplianceCommands
from danvan_desktop.gui.done_messages import DoneMessages
from danvan_desktop.gui.history.commands import HistoryCommands
from danvan_desktop.gui.home.create_report import CreateReport
from danvan_desktop.gui.importing.import_file import without_notes
from danvan_desktop.gui.importing.reading_strip import ReadingStrip
from danvan_desktop.gui.preview.commands import PreviewCommand
from danvan_desktop.gui.preview.page_count import PageCounter
from danvan_desktop.gui.report_commands import ReportCommands
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.shell.banner import Banner
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.shell.menus import Menus
from danvan_desktop.gui.shell.secrecy_watch import SecrecyWatch
from danvan_desktop.gui.shell.state_stepper import StateStepper
from danvan_desktop.gui.shell.status_bar import StatusBar
from danvan_desktop.gui.takeback.commands import TakeBackCommands
from danvan_desktop.gui.takeback.contributions.commands import ContributionCommands
from danvan_desktop.gui.workspace.report_editor import ReportEditor

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.open_report import OpenReport
    from danvan_desktop.store.drafts import Store


class WindowParts(Protocol):
    """What stands in the window already, whichever report is opened."""

    banner: Banner
    commands: Commands
    compliance: ComplianceCommands
    create_report: CreateReport
    done: DoneMessages
    jobs: Jobs
    menus: Menus
    page_counter: PageCounter
    reading_strip: ReadingStrip
    session: Session
    status: StatusBar
    take_back: TakeBackCommands

    def menuBar(self) -> QMenuBar:
        """Give the bar at whose end the state of the report stands."""


@frozen
class ReportParts:
    """What is made with the first report."""

    editor: ReportEditor
    preview: PreviewCommand
    stepper: StateStepper
    report_commands: ReportCommands
    history: HistoryCommands
    checking: CheckCommands


def make_report_parts(
    opened: "OpenReport", parts: WindowParts, store: "Store", preferences: Preferences
) -> ReportParts:
    """Make the editor of ``opened`` and all that acts on it; it speaks to the ``parts`` of the window."""
    editor = ReportEditor(opened, preferences, parts.jobs)
    workspace, session, commands, jobs = editor.workspace, parts.session, parts.commands, parts.jobs
    window = parts.menuBar().window()
    _tell(editor, parts, window)
    parts.menus.add_editor(workspace.editor_actions, workspace.tool_bar)
    parts.status.add_zoom(editor.zoom.button)
    workspace.review_bar.offer(*commands.with_buttons)
    stepper = StateStepper(commands, parts.menuBar())
    preview = PreviewCommand(workspace, parts.page_counter, preferences, commands.print)
    parts.compliance.offer(workspace)
    parts.take_back.offer(workspace)
    contributions = ContributionCommands(session, store, jobs, preferences, commands, window)
    contributions.follow(workspace.place)
    contributions.said.connect(parts.done.say)
    contributions.take_back_wanted.connect(parts.take_back.ask)
    contributions.changes_wanted.connect(parts.take_back.show_received)
    checking = CheckCommands(
        *(workspace, store, jobs, preferences, parts.create_report.edit_words),
        lambda: None if session.draft is None else session.draft.id,
    )
    acting = ReportCommands(
        *(editor, session, jobs, preferences, parts.compliance, commands, window), checking.findings.grave
    )
    acting.is_read_only = bool(store.read_only_reason)
    _tell_of_states(acting, parts)
    editor.import_notes.all_seen.connect(lambda: acting.change(without_notes))
    history = HistoryCommands(workspace, session, store.history, jobs, commands)
    for forget in (preview.forget, workspace.leave_report, parts.done.withdraw):
        session.closed.connect(forget)
    return ReportParts(editor, preview, stepper, acting, history, checking)


def _tell(editor: ReportEditor, parts: WindowParts, window: QWidget) -> None:
    """Let what happens in the text reach session, messages and status bar."""
    opened, workspace, session = editor.opened, editor.workspace, parts.session
    opened.edited.connect(session.note_change)
    opened.notice.connect(parts.banner.say)
    opened.done.connect(parts.done.say)
    opened.stepped.connect(parts.done.withdraw)  # it was undone, or something newer would be
    opened.edited.connect(parts.done.withdraw_step)
    workspace.counts_changed.connect(parts.status.show_words)
    workspace.office_wanted.connect(lambda: parts.create_report.lend_office(opened))
    secrecy = SecrecyWatch(parts.banner, workspace.go_to, window)
    workspace.follow(secrecy.look)
    session.closed.connect(secrecy.forget)
    parts.reading_strip.follow(editor.insert_file.reading)
    editor.insert_file.inserting.connect(lambda: session.keep_version("insertion"))


def _tell_of_states(acting: ReportCommands, parts: WindowParts) -> None:
    acting.notice.connect(parts.banner.say)
    acting.office_wanted.connect(parts.create_report.keep_settings)
    acting.states.correction_made.connect(parts.create_report.keep_and_open)
    acting.states.failed.connect(parts.banner.say)
    acting.states.undoable.connect(parts.done.offer_undo)
