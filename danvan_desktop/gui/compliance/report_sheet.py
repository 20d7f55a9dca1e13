"""The compliance sheet of the open report in a side panel: measure, go to a place, correct, measure again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from danvan_desktop.gui.compliance.apply_corrections import apply_corrected
from danvan_desktop.gui.compliance.checker import FileChecker
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.compliance.print_and_save import SheetOutput
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.side.panels import SidePanel
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
    """Controls the side panel with the sheet; lives as long as the window."""

    presentation_wanted = Signal()
    """The dialog "Trình bày…" is to be opened: the line leads there."""

    def __init__(
        self, workspace: Workspace, current: Callable[[], Report | None], jobs: Jobs, preferences: Preferences
    ) -> None:
        """Add a side panel to the editor; ``current`` gives the open report, words being typed included."""
        super().__init__(workspace)
        self._workspace, self._current = workspace, current
        self._toggle = workspace.editor_actions.toggle_sheet
        self._is_stale = True
        self._files: tuple[Path, ...] = ()
        self._next_stop = 0
        self.panel = SheetPanel(of_report=True)
        self.panel.hide()
        self.checker = FileChecker(jobs, self)
        self.panel.follow(self.checker.reading)
        self.output = SheetOutput(self.panel, jobs, preferences, workspace)
        self._side = SidePanel(
            _NAME, self.panel, self._toggle, _LEAST, _WIDTH, self._set_visible, title="Phiếu"
        )
        workspace.add_panel(self._side, self.panel.list)
        self._connect()

    def _connect(self) -> None:
        panel, checker = self.panel, self.checker
        checker.measured.connect(self._show)
        checker.refused.connect(panel.show_problem)
        self._workspace.opened.edited.connect(self._on_change)
        panel.closed.connect(lambda: self._toggle.setChecked(False))
        panel.check_wanted.connect(self.check)
        panel.chosen.connect(self._enable_actions)
        panel.place_wanted.connect(self._go)
        panel.correction_wanted.connect(self._correct)

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
        self.checker.check_report(copy, [f"{name}.docx", f"{name}.pdf"])

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show the panel with the sheets of ``files``, which were just exported."""
        self._files, self._is_stale = files, False
        self.panel.show_working()
        self.checker.check_files(files)
        self.show()
        self.panel.list.setFocus()

    def forget(self) -> None:
        """The report is closed."""
        self.checker.forget()
        self._is_stale, self._files = True, ()
        self._workspace.dismiss_panel(self._side)
        self.panel.forget()

    def _set_visible(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        self._workspace.show_beside(self.panel, shown=shown)

    def _show(self, sheets: tuple[ComplianceSheet, ...]) -> None:
        self.panel.show_sheets(sheets)
        self._show_stale_note()

    def _on_change(self) -> None:
        """Mark the sheet as stale. Runs at each key: it must cost nothing."""
        if not self._is_stale:
            self._is_stale = True
            self._show_stale_note()

    def _show_stale_note(self) -> None:
        if self._is_stale and self.panel.sheet is not None:
            self.panel.show_note(f"{_STALE} {_EXPORT_ANEW}" if self._files else _STALE)

    # ------------------------------------------------------------------ one line

    def _enable_actions(self, line: SheetLine | None) -> None:
        """Enable what can be done with ``line``."""
        self._next_stop = 0
        if line is None:
            self.panel.enable_actions(places="", corrections="")
            return
        report = self._workspace.opened.report()
        stops = len(places(line, report))
        several = f"Tới từng chỗ, lần lượt {stops} chỗ (Enter)" if stops > 1 else "Tới chỗ này (Enter)"
        done = () if self._workspace.opened.is_read_only else LINES[line.number].corrected(report)[1]
        self.panel.enable_actions(places=several if stops else "", corrections="; ".join(done))

    def _go(self, line: SheetLine) -> None:
        """Go to the next of the places of ``line``; after the last comes the first."""
        stops = places(line, self._workspace.opened.report())
        if not stops:
            return
        place = stops[self._next_stop % len(stops)]
        self._next_stop += 1
        if place == PRESENTATION:
            self.presentation_wanted.emit()
        else:
            self._workspace.go_to(place)

    def _correct(self, line: SheetLine) -> None:
        report = self._current()
        if report is None or self._workspace.opened.is_read_only:
            return
        corrected, done = LINES[line.number].corrected(report)
        apply_corrected(self._workspace.opened, report, corrected)
        self.check()
        self.panel.show_note(f"Đã sửa: {'; '.join(done)}. Ctrl+Z để trở lại như cũ.")
