"""Hint in the export dialog that the signing block stands on a page of its own, with a remedy."""

import logging
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.model import Report

_log = logging.getLogger(__name__)


class FitHint(QWidget):
    """Text and a button that leads to "Thu gọn cho vừa trang"; hidden while there is no reason for it."""

    wanted = Signal()
    """The lawful means are to be shown."""
    appeared = Signal()
    """The line takes room from now on."""

    def __init__(self, report: Report, jobs: Jobs, parent: QWidget | None = None) -> None:
        """Typeset ``report`` in a background job; one that is issued stays as it is."""
        super().__init__(parent)
        self._is_slipped = False
        self._may_show = True
        self.go = QPushButton("Thu gọn tr&ang…")
        self.go.setToolTip("Các cách đúng quy định để bớt trang, kèm số trang")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self.wanted)
        text = QLabel("Khối ký đứng ở trang cuối gần như trống.")
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(text, 1)
        row.addWidget(self.go)
        self.hide()
        if report.state != "issued":
            jobs.start(partial(_slipped_in, report), self._show, self._fail)

    def allow(self, may_show: bool) -> None:  # noqa: FBT001 - a setter
        """Allow the hint to be shown: it is of use for one of the copies only."""
        self._may_show = may_show
        self.setVisible(self._is_slipped and may_show)

    def _show(self, slipped: bool) -> None:  # noqa: FBT001 - the job's answer
        if isValid(self) and slipped:
            self._is_slipped = True
            self.setVisible(self._may_show)
            self.appeared.emit()

    def _fail(self, error: BaseException) -> None:
        """The export itself says what is wrong."""
        if not isinstance(error, UserError):
            _log.error("pages were not looked at", exc_info=error)


def _slipped_in(report: Report) -> bool:
    """Set the report and look at its last page; runs in a thread."""
    from danvan_desktop.gui.preview.page_count import count_pages

    return count_pages(report)[1]
