"""Composition of the report editor: builds the workspace and every command that acts in it; connects them.

To make one, in the program as in a test::

    opened = OpenReport(report)
    editor = ReportEditor(opened, Preferences(folder), jobs)
    editor.workspace.show_report()

The workspace owns the rest (``workspace.opened``, ``workspace.editor_actions``): all is deleted with it.
Another report comes into the same editor with ``opened.replace(report)``.
"""

from PySide6.QtCore import QObject

from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.workspace.commands.annex_references import AnnexReferences
from danvan_desktop.gui.workspace.commands.annexes import AnnexCommands
from danvan_desktop.gui.workspace.commands.insert_file import InsertFile
from danvan_desktop.gui.workspace.commands.last_year_tasks import LastYearTaskCommands
from danvan_desktop.gui.workspace.commands.navigation import NavigationCommands
from danvan_desktop.gui.workspace.commands.review import ReviewCommands
from danvan_desktop.gui.workspace.commands.sections import SectionCommands
from danvan_desktop.gui.workspace.commands.tables import TableCommands
from danvan_desktop.gui.workspace.commands.text import TextCommands
from danvan_desktop.gui.workspace.find.commands import FindCommands
from danvan_desktop.gui.workspace.move_in_outline import MoveInOutline
from danvan_desktop.gui.workspace.notes.import_notes import ImportNotesBeside
from danvan_desktop.gui.workspace.notes.remarks import RemarkCommands
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.outline_sync import OutlineSync
from danvan_desktop.gui.workspace.parked_reports import ParkedReports
from danvan_desktop.gui.workspace.read_only_guard import ReadOnlyGuard
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.gui.workspace.zoom import ZoomCommands
from danvan_desktop.report.model import Report


class ReportEditor(QObject):
    """The workspace of an open report with its commands; what the session saves comes from here."""

    def __init__(self, opened: OpenReport, preferences: Preferences, jobs: Jobs) -> None:
        """Build the editor of ``opened``.

        ``preferences`` remembers panels and folders, ``jobs`` read files off the GUI thread. The pages
        are not shown yet: see :meth:`Workspace.show_report` and :meth:`Workspace.resume`.
        """
        workspace = Workspace(opened, preferences)
        super().__init__(workspace)
        opened.setParent(workspace)
        self.workspace, self.opened = workspace, opened
        self.guard = ReadOnlyGuard(opened)
        self.text = TextCommands(workspace)
        self.navigation = NavigationCommands(workspace)
        self.zoom = ZoomCommands(workspace, preferences)
        self.sections = SectionCommands(workspace)
        self.annexes = AnnexCommands(workspace, preferences.folder)
        self.annex_references = AnnexReferences(workspace)
        self.last_year_tasks = LastYearTaskCommands(workspace, self.annexes)
        self.tables = TableCommands(workspace, self.text, self.annexes)
        self.review = ReviewCommands(workspace)
        self.remarks = RemarkCommands(workspace)
        self.import_notes = ImportNotesBeside(workspace)
        self.insert_file = InsertFile(workspace, self.import_notes, preferences, jobs)
        self.find = FindCommands(workspace, preferences)
        self.outline_sync = OutlineSync(workspace, self.review.what_is_open)
        self.move_in_outline = MoveInOutline(workspace, self.sections)
        self.parked = ParkedReports(workspace)
        self._connect()

    def _connect(self) -> None:
        workspace, opened = self.workspace, self.opened
        workspace.page_taken.connect(self.guard.apply)
        for commands in (
            self.tables,
            self.sections,
            self.annexes,
            self.review,
            self.remarks,
            self.insert_file,
            self.find,
        ):
            self.text.updated.connect(commands.update)
        workspace.paused.connect(self.review.refresh)
        workspace.paused.connect(self.remarks.refresh)
        opened.read_only_changed.connect(self.review.on_read_only)
        opened.read_only_changed.connect(self.guard.apply_to_all)
        opened.read_only_changed.connect(self.text.update)

    # ------------------------------------------------------------------ what the session asks for

    def report(self) -> Report:
        """Return the report as it stands."""
        return self.opened.report()

    def place(self) -> str:
        """Return where the cursor stands."""
        return self.workspace.place()

    @property
    def is_half_done(self) -> bool:
        """Whether a step is being done in slices."""
        return self.opened.stack.is_half_done

    def commit_input(self) -> None:
        """Take over the word that an input method still composes."""
        self.opened.commit_input()
