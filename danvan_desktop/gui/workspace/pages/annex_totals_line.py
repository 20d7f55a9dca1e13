"""Below an annex: what cannot be read or does not add up in its computed tables."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.annexes.totals import problems
from danvan_desktop.report.model import Annex

_REST_MS = 400
"""Quiet time after which the line follows what was typed."""


class AnnexTotalsLine(QLabel):
    """Says it while it is so, and takes no room otherwise; nothing is ever kept from being typed."""

    def __init__(self, annex: Callable[[], Annex]) -> None:
        """``annex`` gives the annex as it stands."""
        super().__init__()
        self._annex = annex
        self.setWordWrap(True)
        self.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        self.setAccessibleName("Số liệu chưa khớp")
        self.hide()
        self._debounce = Debounce(_REST_MS, self.look, self)

    def note_edit(self) -> None:
        """Look again after a rest: cheap, at every key."""
        self._debounce.start()

    def look(self) -> None:
        """Say what does not add up."""
        self._debounce.stop()
        found = problems(self._annex())
        self.setText("\n".join(f"⚠ {problem}" for problem in found))
        self.setVisible(bool(found))
