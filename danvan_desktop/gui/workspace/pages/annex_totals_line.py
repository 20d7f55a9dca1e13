"""Below an annex: what cannot be read or does not add up in its computed tables."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

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
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)

    def note_edit(self) -> None:
        """Look again after a rest: cheap, at every key."""
        self._rest.start()

    def look(self) -> None:
        """Say what does not add up."""
        self._rest.stop()
        found = problems(self._annex())
        self.setText("\n".join(f"⚠ {problem}" for problem in found))
        self.setVisible(bool(found))
