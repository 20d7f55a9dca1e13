"""The findings of the open report: looked for after each rest, marked in the text, passed over, counted."""

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from danvan_desktop.checks import GRAVE, Finding
from danvan_desktop.checks.standing import not_passed_over, passed_over, still_there
from danvan_desktop.gui.checking.content_checker import CheckedReport, ContentChecker, OfficeProfile
from danvan_desktop.gui.checking.marks import show_marks
from danvan_desktop.gui.checking.put_fixes import put_fixes
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report

_log = logging.getLogger(__name__)
REST_MS = 700
"""Debounce interval, after the workspace has rested: nothing is looked for while somebody types."""
Profile = Callable[[Report], OfficeProfile]
"""Reads what the office of a report makes known; called in a job."""
Fix = Callable[[Report, Iterable[Finding]], Report]
"""Sets findings right, as values: those that were asked for, or only what is safe."""


class OpenFindings(QObject):
    """Follows the open report. Nothing of the text is ever changed here."""

    changed = Signal()
    """Others are open now."""
    refused = Signal(str)
    """Why nothing is known, in Vietnamese."""

    def __init__(self, workspace: Workspace, profile: Profile, jobs: Jobs) -> None:
        """Look for nothing before the report has rested."""
        super().__init__(workspace)
        self._workspace, self._opened, self._jobs, self._profile_of = (
            workspace,
            workspace.opened,
            jobs,
            profile,
        )
        self._office: OfficeProfile | None = None
        self._asked = 0
        self._last: Report | None = None
        """What was given to the check last."""
        self._checked: Report | None = None
        """What it has answered about, by the words and rules of the office as they are."""
        self._found: tuple[Finding, ...] = ()
        self._is_known = False
        self.unanswered = 0
        """How many of last year's tasks had no result when it was checked last."""
        self._marks_are_shown = True
        self.checker = ContentChecker(self)
        self.checker.checked.connect(self._take)
        self.checker.refused.connect(self.refused)
        self._rest = Debounce(REST_MS, self._check, self)
        self._remark = Debounce(0, self._mark, self)
        workspace.rested.connect(self._on_rest)
        workspace.report_left.connect(self.forget)
        self._opened.attached.connect(self._on_attached)
        workspace.page_taken.connect(self._remark.start)
        workspace.pages_placed.connect(self._remark.start)

    @property
    def opened(self) -> OpenReport:
        """The report that is followed."""
        return self._opened

    @property
    def is_known(self) -> bool:
        """Whether the report was checked since it was opened."""
        return self._is_known

    @property
    def is_up_to_date(self) -> bool:
        """Whether it was checked as it stands."""
        return self._checked is not None and self._opened.holds(self._checked)

    def open_ones(self) -> tuple[Finding, ...]:
        """Give what is found and not passed over, in reading order."""
        return not_passed_over(self._found, self._opened.pages.base.attachments.passed_over)

    def standing(self) -> tuple[Finding, ...]:
        """Give the same where they stand in the report as it is now; those typed over are left out."""
        report, found = self._opened.report(), self.open_ones()
        return found if report is self._checked else still_there(report, found)

    def grave(self) -> tuple[Finding, ...]:
        """Give what looks wrong in the report as it stands: named before the signing copy."""
        return tuple(finding for finding in self.standing() if finding.level in GRAVE)

    # ------------------------------------------------------------------ looking

    def look_now(self) -> None:
        """Look without waiting for a rest."""
        self._rest.stop()
        self._check()

    def refresh_office(self) -> None:
        """The office's words or rules are others now."""
        self._office = self._last = self._checked = None
        self.checker.forget()
        self.look_now()

    def forget(self) -> None:
        """The report is left."""
        self._asked += 1
        self._rest.stop()
        self.checker.forget()
        self._office = self._last = self._checked = None
        self._found, self._is_known = (), False
        self._remark.start()
        self.changed.emit()

    def close(self) -> None:
        """The window goes: end the worker process."""
        self._rest.stop()
        self.checker.close()

    def _on_rest(self) -> None:
        if not self._opened.is_read_only:
            self._rest.start()

    def _check(self) -> None:
        if self._opened.is_read_only:
            return
        report = self._opened.report()
        if self._office is None:
            self._read_office(report)
        elif report is not self._last:
            self._last = report
            self.checker.check(report, self._office)

    def _read_office(self, report: Report) -> None:
        self._asked += 1
        asked = self._asked

        def take(office: OfficeProfile) -> None:
            if asked == self._asked:
                self._office = office
                self._check()

        def fail(error: BaseException) -> None:
            _log.error("nothing is known of the office: %s", error)
            take(OfficeProfile())

        self._jobs.start(lambda: self._profile_of(report), take, fail)

    def _take(self, answer: CheckedReport) -> None:
        self._found, self._is_known, self._checked = answer.findings, True, answer.report
        self.unanswered = answer.unanswered
        self._mark()
        self.changed.emit()

    # ------------------------------------------------------------------ marking

    def show_marks(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Mark in the text what is open, or nothing."""
        self._marks_are_shown = shown
        self._mark()

    def _mark(self) -> None:
        is_shown = self._marks_are_shown and not self._opened.is_read_only
        show_marks(self._opened.pages, self.open_ones() if is_shown else ())

    # ------------------------------------------------------------------ what is done about them

    def fix(self, findings: Iterable[Finding], how: Fix) -> int:
        """Set ``findings`` right where their words still stand, as one step to undo; how many there were.

        They are open no more at once, without waiting for the next answer.
        """
        opened = self._opened
        if opened.is_read_only:
            return 0
        opened.commit_input()
        before = opened.report()
        there = frozenset(still_there(before, findings))
        left = tuple(each for each in still_there(before, self._found) if each not in there)
        if not put_fixes(opened, before, how(before, there)):
            return 0
        self._found, self._checked = still_there(opened.report(), left), None
        self._mark()
        self.changed.emit()
        return len(there)

    def pass_over(self, finding: Finding) -> None:
        """Do not show ``finding`` and its like in this report any more: one step to undo."""
        passed = self._opened.pages.base.attachments.passed_over
        self._opened.attach(passed_over=(*passed, passed_over(finding)))

    def _on_attached(self) -> None:
        self._mark()
        self.changed.emit()
