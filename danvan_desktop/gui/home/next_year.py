"""Command "Lập báo cáo năm … từ báo cáo năm …": chooses the source, and is offered after an import."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.clock import now
from danvan_desktop.report.model import Report
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList

if TYPE_CHECKING:
    from danvan_desktop.store.drafts import Store


class NextYear(QObject):
    """Makes next year's report from an earlier one."""

    created = Signal(object)
    """The new :class:`Report`."""
    failed = Signal(str)
    """Why there is none."""
    file_wanted = Signal(int)
    """No report of an earlier year is here, or another one is wanted: that of this year, as a file."""

    def __init__(self, command: QAction, store: "Store", window: QWidget) -> None:
        """``command`` names the years and begins it."""
        super().__init__(window)
        self._command, self._store, self._window = command, store, window
        self.target = this_year()
        self._drafts = DraftList()
        self.follow(self._drafts)
        command.triggered.connect(self.ask)

    def follow(self, drafts: DraftList) -> None:
        """Let the command name this year, and the latest year before it that there is a report of."""
        self.target = this_year()
        self._drafts = drafts
        name_years(self._command, drafts)

    def ask(self) -> None:
        """Begin it: from the one report there is, from one that is chosen, or from a file."""
        sources = self._drafts.before(self.target)
        if not sources:
            self.file_wanted.emit(self.target - 1)
            return
        source: Draft | None = sources[0]
        if len(sources) > 1:
            from danvan_desktop.gui.home.choose_report_dialog import ChooseReportDialog

            dialog = ChooseReportDialog(sources, self.target, self._window)
            accepted = dialog.exec()
            source, wants_file = dialog.chosen(), dialog.wants_file
            dialog.deleteLater()
            if wants_file:
                self.file_wanted.emit(self.target - 1)
            if not accepted or wants_file:
                return
        if source is not None:
            self.from_draft(source)

    def from_report(self, report: Report) -> None:
        """Begin the report of the year after ``report``."""
        from uuid import uuid4

        from danvan_desktop.report.lifecycle.next_year import next_year

        try:
            self.created.emit(next_year(report, year_after(report.year), now(), uuid4().hex))
        except UserError as error:
            self.failed.emit(error.message)

    def is_earlier(self, report: Report) -> bool:
        """Tell whether ``report`` is one that this year's may grow out of."""
        return report.year < this_year()

    def offer(self, report: Report, answer: Callable[[bool, bool], object]) -> None:
        """Ask after the import of ``report`` whether to go on from it at once; waits for nobody.

        ``answer`` is also told whether it is to be recorded as issued, which is offered where it has a number
        and a date.
        """
        from PySide6.QtWidgets import QCheckBox, QMessageBox

        from danvan_desktop.gui.widgets.message import call_with_answer, question
        from danvan_desktop.report.lifecycle.states import number_and_date, seems_issued

        target = year_after(report.year)
        box = question(
            self._window,
            "Lập báo cáo năm sau",
            f"Báo cáo này của năm {report.year}. Lập luôn báo cáo năm {target} từ báo cáo này?",
            f"Báo cáo năm {report.year} vẫn được giữ nguyên trong danh sách. Trong báo cáo mới, "
            "năm được nâng lên, số và ngày để trống, các số liệu cũ được đánh dấu để rà lại.",
        )
        yes = box.addButton(f"&Lập báo cáo năm {target}", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("&Chỉ nhập báo cáo cũ", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        issued = None
        if seems_issued(report):
            issued = QCheckBox(f"&Ghi nhận báo cáo năm {report.year} đã ban hành, {number_and_date(report)}")
            issued.setToolTip(
                "Đánh dấu nếu đúng là bản đã phát hành: báo cáo chỉ còn để xem; số, ngày vẫn sửa được"
            )
            box.setCheckBox(issued)
        call_with_answer(
            box,
            lambda clicked: answer(
                clicked is yes, clicked is not None and issued is not None and issued.isChecked()
            ),
        )

    def from_draft(self, draft: Draft) -> None:
        """Begin the report of the year after a stored one."""
        try:
            report = self._store.load(draft.id)
        except UserError as error:
            self.failed.emit(error.message)
        else:
            self.from_report(report)


def name_years(command: QAction, drafts: DraftList) -> None:
    """Let ``command`` name this year, and the latest year before it that ``drafts`` has a report of."""
    target = this_year()
    latest = max((year for year in drafts.years() if year < target), default=target - 1)
    command.setText(f"&Lập báo cáo năm {target} từ báo cáo năm {latest}…")
    command.setIconText(f"Lập báo cáo năm {target} từ năm {latest}…")


def this_year() -> int:
    """Give the year of the calendar."""
    return now().year


def year_after(year: int) -> int:
    """Give the year of the report that follows one of ``year``: after a gap it is this year's."""
    return max(year + 1, this_year())
