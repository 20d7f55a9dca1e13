"""Validation line below an annex: figures of its computed tables that cannot be read or do not add up."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.annexes.totals import problems
from danvan_desktop.report.model import Annex

_REST_MS = 400
"""Debounce interval after which the figures are checked."""


class AnnexTotalsLine(QLabel):
    """Shown only while there is a problem; typing is never restricted."""

    def __init__(self, annex: Callable[[], Annex]) -> None:
        """``annex`` gives the annex as it stands."""
        super().__init__()
        self._annex = annex
        self.setWordWrap(True)
        self.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        self.setAccessibleName("Số liệu chưa khớp")
        self.hide()
        self._debounce = Debounce(_REST_MS, self.check, self)

    def note_edit(self) -> None:
        """Check again after a rest: cheap, at every key."""
        self._debounce.start()

    def check(self) -> None:
        """Check the figures now and show what does not add up."""
        self._debounce.stop()
        found = problems(self._annex())
        self.setText("\n".join(f"⚠ {problem}" for problem in found))
        self.setVisible(bool(found))
