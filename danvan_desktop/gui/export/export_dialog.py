"""Export dialog "Xuất tệp": asks for the copy, the files, folder and name, and writes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QMessageBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from danvan_desktop.checks import Finding
from danvan_desktop.errors import UserError
from danvan_desktop.gui.export.destination_form import DestinationForm
from danvan_desktop.gui.export.fit_hint import FitHint
from danvan_desktop.gui.export.next_version import Targets, available_targets
from danvan_desktop.gui.export.paper_choice import PaperChoice
from danvan_desktop.gui.export.result_page import ResultPage
from danvan_desktop.gui.export.unfinished_items import UnfinishedItems
from danvan_desktop.gui.export.verdict import Verdict, measure
from danvan_desktop.gui.forms.dialog_frame import answers
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.message import question, wait_for_answer
from danvan_desktop.gui.widgets.style import GAP, ScrollingColumn, fit_height, heading_label, spaced
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.outgoing_copies import copy_for, paper_of
from danvan_desktop.report.model import Report

_WIDTH = 760
_PARTS = 1000
"""Of the progress bar."""


class ExportDialog(QDialog):
    """Writes the files in a background job; the last page shows the result."""

    place_wanted = Signal(str)
    """An open place is to be looked at; the dialog is over."""
    fit_wanted = Signal()
    """The report is to be made shorter first; the dialog is over."""
    _progressed = Signal(float)
    """How much of the export is done, from its job."""

    def __init__(
        self,
        report: Report,
        jobs: Jobs,
        preferences: Preferences,
        parent: QWidget | None = None,
        paper: Paper | None = None,
        suspected: Sequence[Finding] = (),
    ) -> None:
        """Offer to export ``report`` as ``paper``, else as the copy that its state asks for.

        ``suspected`` is what its check took for wrong: named before the signing copy.
        """
        super().__init__(parent)
        self._report, self._jobs, self._preferences = report, jobs, preferences
        self._working = False
        self.files: tuple[Path, ...] = ()
        self.choice = PaperChoice(
            report,
            paper or paper_of(report),
            wide=preferences.flag("export_wide", default=False),
            line_numbers=preferences.flag("export_line_numbers", default=False),
        )
        self.open_list = UnfinishedItems(report, suspected)
        self.open_list.hide()  # before it takes part in the first size
        self.fit_hint = FitHint(copy_for(report, "signing", 0), jobs)
        self.target, self.exported = DestinationForm(preferences), ResultPage()
        self.setWindowTitle("Xuất tệp")
        help_key(self, "xuat-tep")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._question_page())
        self._pages.addWidget(self.exported)
        self._column = QVBoxLayout(self)
        spaced(self._column, margin=0)
        self._column.addWidget(self._pages)
        self.resize(_WIDTH, self.sizeHint().height())
        self.go.setDefault(True)
        self.go.setFocus()  # not the first of the papers, which a Space would choose
        self.choice.changed.connect(self._on_paper)
        self.open_list.place_wanted.connect(self._leave_for)
        self.fit_hint.wanted.connect(self._leave_to_fit)
        self.fit_hint.appeared.connect(lambda: fit_height(self, self._column))
        self.target.changed.connect(self._check)
        self.target.renamed.connect(self._on_paper)
        self.target.refused.connect(self._say)
        self.exported.closed.connect(self.accept)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._on_paper()

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return self.choice.paper()

    @property
    def copy(self) -> Report:
        """The report as it is exported."""
        return self.choice.copy()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as is needed: the look, and with it the heights, is only known now."""
        super().showEvent(event)
        fit_height(self, self._column)

    def reject(self) -> None:
        """Stay while files are being written: it takes a second, and their fate must be seen."""
        if not self._working:
            super().reject()

    # ------------------------------------------------------------------------------- the question

    def _question_page(self) -> QWidget:
        page, fields = QWidget(), QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        for part in (self.choice, self.open_list, self.fit_hint, self.target):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(heading_label("Xuất tệp"))
        self._fields = ScrollingColumn(fields)
        layout.addWidget(self._fields, 1)
        self.message = FaultLine()
        layout.addWidget(self.message)
        self.progress = QProgressBar()
        self.progress.setRange(0, _PARTS)
        self.progress.setAccessibleName("Đang xuất")
        self.progress.hide()
        layout.addWidget(self.progress)
        self.buttons, self.go = answers(self, "&Xuất")
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self._ask_and_start)
        layout.addWidget(self.buttons)
        return page

    def _on_paper(self) -> None:
        """Let the name and the list of what is open follow the paper."""
        self.target.follow(self.choice.copy(), self.paper)
        warns = self.paper == "signing" and self.open_list.count > 0
        self.open_list.setVisible(warns)
        self.fit_hint.allow(self.paper == "signing")
        self.go.setText("&Vẫn xuất" if warns else "&Xuất")
        self._pages.updateGeometry()  # a stack of pages does not hear of what they show and hide
        fit_height(self, self._column)

    def _leave_to_fit(self) -> None:
        self.reject()
        self.fit_wanted.emit()

    def _leave_for(self, place: str) -> None:
        self.reject()
        self.place_wanted.emit(place)

    def _check(self) -> None:
        self.go.setEnabled(self.target.is_complete())
        self._say(self.target.problem())

    def _say(self, text: str) -> None:
        self.message.tell(text)
        self.message.setVisible(bool(text))
        self._pages.updateGeometry()
        fit_height(self, self._column)
        if text:  # it is about these fields
            self._fields.ensureWidgetVisible(self.target.name)

    def _ask_and_start(self) -> None:
        targets = self.target.files()
        self._set_working(True)
        # Not here: a network folder that is offline keeps who asks for it waiting.
        self._jobs.start(lambda: available_targets(targets), self._start, self._show_failure)

    def _start(self, found: Targets) -> None:
        """Write the files that were found to be writable, over those that exist only if that is wanted."""
        targets, there = found.files, found.existing
        if there and not self._overwrite(there):
            self._set_working(False)
            self._say("")
            return
        report, numbers, folder = self.choice.copy(), self.choice.numbers_lines(), self._preferences.folder
        told = self._progressed.emit
        self._jobs.start(
            lambda: export(
                report,
                targets,
                force=bool(there),
                line_numbers=numbers,
                data_folder=folder,
                progress=told,
            ),
            lambda notes: self._show_result(targets, (found.notice, *notes) if found.notice else notes),
            self._show_failure,
        )

    def _overwrite(self, names: Sequence[str]) -> bool:
        there = f"Đã có {' và '.join(names)} trong thư mục này."
        box = question(self, "Ghi đè?", there, "Thay tệp cũ bằng tệp mới?")
        yes = box.addButton("&Ghi đè", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        return wait_for_answer(box) is yes

    def _set_working(self, working: bool) -> None:  # noqa: FBT001 - says itself what it sets
        self._working = working
        self.progress.setVisible(working)
        for part in (self.choice, self.open_list, self.fit_hint, self.target, self.buttons):
            part.setEnabled(not working)
        if working:
            self.progress.setRange(0, 0)  # how long a drive takes to answer is not known
            self._say("")

    def _show_progress(self, share: float) -> None:
        self.progress.setRange(0, _PARTS)
        self.progress.setValue(round(share * _PARTS))

    def _show_failure(self, error: BaseException) -> None:
        self._set_working(False)
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self._say(error.message)

    def _show_result(self, files: tuple[Path, ...], notes: tuple[str, ...]) -> None:
        self._set_working(False)
        self.files = files
        self.target.remember()
        self._preferences.keep(
            export_wide=self.choice.wide.isChecked(),
            export_line_numbers=self.choice.line_numbers.isChecked(),
        )
        self.exported.show_files(files, notes, sheet_follows=self.target.sheet.isChecked())
        self._pages.setCurrentWidget(self.exported)
        if self.target.sheet.isChecked():
            copy = self.choice.copy()
            self._jobs.start(
                lambda: measure(copy, files), self._show_verdict, lambda _: self._show_verdict(None)
            )
        fit_height(self, self._column)
        self.exported.setFocus()

    def _show_verdict(self, verdict: Verdict | None) -> None:
        if isValid(self):
            self.exported.show_verdict(verdict)
            fit_height(self, self._column)


def export(
    report: Report,
    paths: tuple[Path, ...],
    *,
    force: bool,
    line_numbers: bool = False,
    data_folder: Path | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> tuple[str, ...]:
    """Write the files; imports the writers here, in the job's thread, not when the window starts."""
    from danvan_desktop import exporters

    return exporters.export(
        report, paths, force=force, line_numbers=line_numbers, data_folder=data_folder, progress=progress
    )
