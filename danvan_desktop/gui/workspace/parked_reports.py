"""Reports that were open before: their pages and undo steps are laid aside: undo survives the list."""

from collections import OrderedDict
from dataclasses import dataclass, replace

from danvan_desktop.gui.undo.stack import ParkedSteps
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.page_set import ReportPages
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.model import Report

MOST = 3
"""So many are kept beside the open one: each takes the memory of its texts."""


@dataclass(slots=True)
class _Parked:
    pages: ReportPages
    steps: ParkedSteps
    taken: list[TabPage]

    def holds(self, report: Report) -> bool:
        return replace(self.pages.report(), modified=report.modified) == report

    def forget(self) -> None:
        self.steps.forget()
        for page in self.taken:
            page.deleteLater()


class ParkedReports:
    """Opens reports in the workspace, one after the other; one that was open before goes on where it was."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is laid aside yet."""
        self._workspace, self._opened = workspace, workspace.opened
        self._parked: OrderedDict[int, _Parked] = OrderedDict()
        self.left = 0
        """The draft that was open last and still stands in the workspace; 0: none is worth keeping."""

    def open(self, draft_id: int, report: Report) -> None:
        """Show ``report``, as it is stored of this draft."""
        if draft_id == self.left and self._opened.holds(report):
            self._workspace.refresh()
            return
        self._lay_aside()
        parked = self._parked.pop(draft_id, None)
        if parked is not None and not parked.holds(report):  # it was changed meanwhile
            parked.forget()
            parked = None
        if parked is None:
            self._opened.replace(report)
        else:
            self._opened.unpark(parked.pages, parked.steps)
            self._workspace.show_parked(parked.taken)

    def _lay_aside(self) -> None:
        if not self.left or not (self._opened.stack.can_undo or self._opened.stack.can_redo):
            return
        taken = self._workspace.release_pages()
        self._parked[self.left] = _Parked(self._opened.pages, self._opened.stack.park(), taken)
        while len(self._parked) > MOST:
            self._parked.popitem(last=False)[1].forget()
