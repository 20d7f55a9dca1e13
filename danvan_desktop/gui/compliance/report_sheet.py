"""The sheet of the open report, beside its text: measured, followed to its places, mended, measured anew."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from danvan_desktop.gui.compliance.apply_corrections import put
from danvan_desktop.gui.compliance.checker import FileChecker
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.compliance.print_and_save import SheetOutput
from danvan_desktop.gui.services.jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.side_panels import SidePanel
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.inspection.line_definition import PRESENTATION
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.locate import places
from danvan_desktop.inspection.sheet import ComplianceSheet, SheetLine
from danvan_desktop.report.lifecycle.filename import Paper, name_for_state
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import Report

_NAME = "sheet"
_LEAST, _WIDTH = 330, 470
_STALE = "Báo cáo đã sửa sau lần kiểm tra này. Bấm “Kiểm tra lại” để đo lại."
_EXPORT_ANEW = "Tệp đã xuất chưa có chỗ sửa này: hãy xuất lại."


class ReportSheet(QObject):
    """Lives as long as the window."""

    presentation_wanted = Signal()
    """What the line speaks of is chosen in "Trình bày…"."""

    def __init__(
        self, workspace: Workspace, current: Callable[[], Report | None], jobs: Jobs, kept: Preferences
    ) -> None:
        """Put a panel beside the editor; ``current`` gives the open report, words being typed included."""
        super().__init__(workspace)
        self._workspace, self._current = workspace, current
        self._toggle = workspace.actions().toggle_sheet
        self._is_stale = True
        self._files: tuple[Path, ...] = ()
        self._stop = 0
        self.panel = SheetPanel(of_report=True)
        self.panel.hide()
        self.checker = FileChecker(jobs, self)
        self.output = SheetOutput(self.panel, jobs, kept, workspace)
        panel = SidePanel(_NAME, self.panel, self._toggle, _LEAST, _WIDTH, self._set_visible)
        workspace.add_panel(panel, self.panel.list)
        self._connect()

    def _connect(self) -> None:
        panel, checker = self.panel, self.checker
        checker.measured.connect(self._show)
        checker.refused.connect(panel.show_problem)
        self._workspace.changed.connect(self._note_change)
        panel.closed.connect(lambda: self._toggle.setChecked(False))
        panel.again_wanted.connect(self.check)
        panel.chosen.connect(self._allow)
        panel.go_wanted.connect(self._go)
        panel.mend_wanted.connect(self._mend)

    def show(self) -> None:
        """Show the panel; measure where the report has changed since it was last measured."""
        if self._is_stale:
            self.check()
        self._toggle.setChecked(True)
        self._workspace.arrange()

    def check(self) -> None:
        """Measure the report as it would be exported now."""
        report = self._current()
        if report is None:
            return
        paper: Paper = "plain" if is_read_only(report) else "signing"
        copy = copy_for(report, paper, 1)
        name = name_for_state(copy, paper=paper)
        self._files, self._is_stale = (), False
        self.panel.show_working()
        self.checker.check([Path(f"{name}.docx"), Path(f"{name}.pdf")], copy)

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show the panel with the sheets of ``files``, which were just exported."""
        self._files, self._is_stale = files, False
        self.panel.show_working()
        self.checker.check(files)
        self.show()
        self.panel.list.setFocus()

    def forget(self) -> None:
        """The report is closed."""
        self.checker.forget()
        self._is_stale, self._files = True, ()
        self._toggle.setChecked(False)
        self.panel.forget()

    def _set_visible(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        focus = self.panel.window().focusWidget()
        page = self._workspace.current_page()
        if not shown and self.panel.isAncestorOf(focus) and page is not None:
            page.start().setFocus()
        self.panel.setVisible(shown)

    def _show(self, sheets: tuple[ComplianceSheet, ...]) -> None:
        self.panel.show_sheets(sheets)
        self._note_change_again()

    def _note_change(self) -> None:
        """Remember an edit. Costs nothing: runs at each key."""
        if not self._is_stale:
            self._is_stale = True
            self._note_change_again()

    def _note_change_again(self) -> None:
        if self._is_stale and self.panel.sheet is not None:
            self.panel.say(f"{_STALE} {_EXPORT_ANEW}" if self._files else _STALE)

    # ------------------------------------------------------------------ one line

    def _allow(self, line: SheetLine | None) -> None:
        """Say what can be done with ``line``."""
        self._stop = 0
        if line is None or self._workspace.pages is None:
            self.panel.allow(places="", mend="")
            return
        report = self._workspace.report()
        stops = len(places(line, report))
        several = f"Tới từng chỗ, lần lượt {stops} chỗ (Enter)" if stops > 1 else "Tới chỗ này (Enter)"
        done = () if is_read_only(report) else LINES[line.number].corrected(report)[1]
        self.panel.allow(places=several if stops else "", mend="; ".join(done))

    def _go(self, line: SheetLine) -> None:
        """Go to the next of the places of ``line``; after the last comes the first."""
        stops = places(line, self._workspace.report())
        if not stops:
            return
        place = stops[self._stop % len(stops)]
        self._stop += 1
        if place == PRESENTATION:
            self.presentation_wanted.emit()
        else:
            self._workspace.go_to(place)

    def _mend(self, line: SheetLine) -> None:
        report = self._current()
        if report is None or is_read_only(report):
            return
        better, done = LINES[line.number].corrected(report)
        put(self._workspace, report, better)
        self.check()
        self.panel.say(f"Đã sửa: {'; '.join(done)}. Ctrl+Z để trở lại như cũ.")
