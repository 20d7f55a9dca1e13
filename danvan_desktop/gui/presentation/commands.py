"""Commands "Trình bày" and "Thu gọn cho vừa trang": change page settings as one undo command."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.presentation.fit_dialog import FitDialog
from danvan_desktop.gui.presentation.presentation_dialog import PresentationDialog
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.undo.stack import FunctionStep
from danvan_desktop.layout.settings import changes, default_settings
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.presentation import Presentation

if TYPE_CHECKING:
    from danvan_desktop.gui.workspace.open_report import OpenReport


class PresentationCommands(QObject):
    """Changes the page settings of the open report."""

    office_wanted = Signal(object)
    """The settings of this :class:`Report` are wanted for every new one of its office."""

    def __init__(self, opened: "OpenReport", jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._jobs, self._window = opened, jobs, window

    def ask(self, report: Report) -> None:
        """Ask how ``report``, the open one, is presented."""
        dialog = PresentationDialog(report, self._window)
        accepted = bool(dialog.exec())
        wanted, for_office = dialog.value(), dialog.for_office.isChecked()
        dialog.deleteLater()
        if not accepted:
            return
        if wanted != Presentation.of(report):
            self._put(report, wanted, "Đã đổi cách trình bày.")
        if for_office:
            self.office_wanted.emit(wanted.put_into(report))

    def fit(self, report: Report) -> None:
        """Offer the lawful means that make ``report``, the open one, shorter."""
        dialog = FitDialog(report, self._jobs, self._window)
        dialog.exec()
        way = dialog.chosen
        dialog.deleteLater()
        if way is None:
            return
        now = Presentation.of(report)
        changed = "; ".join(changes(now.settings or default_settings(), way.settings))
        wanted = replace(now, settings=way.settings)
        self._put(report, wanted, f"Đã thu gọn còn {way.pages_after} trang ({changed}).")

    def _put(self, report: Report, wanted: Presentation, notice: str) -> None:
        """Apply ``wanted`` as one undo command, and say so in ``notice``."""
        before = Presentation.of(report)
        self._opened.stack.push(FunctionStep(lambda: self._present(wanted), lambda: self._present(before)))
        self._present(wanted)
        self._opened.stack.close()
        self._opened.done.emit(notice, True)

    def _present(self, presentation: Presentation) -> None:
        self._opened.present(presentation)
        self._opened.stepped.emit()
