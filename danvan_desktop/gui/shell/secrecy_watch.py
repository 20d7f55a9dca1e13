"""Secrecy check while typing: warns of a secrecy stamp in the open report, which cannot be exported so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from danvan_desktop.gui.shell.banner import Banner
from danvan_desktop.report.lifecycle.secrecy import SecrecyStamp, reason, secrecy_stamps
from danvan_desktop.report.model import Report


class SecrecyWatch(QObject):
    """Checks the report after each pause in typing; warns once, and withdraws the warning with the stamp."""

    def __init__(self, banner: Banner, go_to: Callable[[str], None], parent: QObject) -> None:
        """Warn in ``banner``; ``go_to`` leads to a place of the report."""
        super().__init__(parent)
        self._banner, self._go_to = banner, go_to
        self._warned_of: SecrecyStamp | None = None

    def look(self, report: Report) -> None:
        """Warn of a stamp in ``report`` that was not there before."""
        stamp = next(secrecy_stamps(report), None)
        if stamp == self._warned_of:
            return
        self.forget()
        self._warned_of = stamp
        if stamp is not None:
            self._banner.say(reason(stamp), "Đi tới", partial(self._go_to, stamp.place))

    def forget(self) -> None:
        """The report is closed, or the stamp is gone."""
        if self._warned_of is not None:
            self._banner.take_back(reason(self._warned_of))
        self._warned_of = None
