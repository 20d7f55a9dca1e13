"""Commands on last year's tasks: where each is answered, what goes on next year, the annex of results."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from danvan_desktop.gui.workspace.commands.annexes import AnnexCommands
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.lifecycle.promises import (
    KeptPromise,
    candidates,
    kept_promises,
    results_annex,
    with_answer,
)
from danvan_desktop.report.model import Report, TaskAnswer


class LastYearTaskCommands(QObject):
    """Acts on the panel beside the text; every answer is kept with the report, as one step to undo."""

    def __init__(self, workspace: Workspace, annexes: AnnexCommands) -> None:
        """Follow the panel of ``workspace``."""
        super().__init__(workspace)
        self._workspace, self._opened, self._annexes = workspace, workspace.opened, annexes
        panel = self._panel = workspace.last_tasks
        panel.confirmed.connect(self._confirm)
        panel.point_wanted.connect(self._point)
        panel.moved.connect(lambda kept: self._answer(TaskAnswer(kept.promise.task, 0, "moved")))
        panel.opened_again.connect(lambda kept: self._answer(TaskAnswer(kept.promise.task, 0, "open")))
        panel.place_wanted.connect(self._go)
        panel.annex_wanted.connect(self._make_annex)
        workspace.follow(self._show)
        self._opened.attached.connect(self._show_now)

    def _show(self, report: Report) -> None:
        """Say of each task what became of it."""
        if self._panel.isVisible():
            self._panel.show_kept(kept_promises(report))

    def _show_now(self) -> None:
        self._show(self._opened.report())

    def _confirm(self, kept: KeptPromise) -> None:
        if kept.answer is not None:
            self._answer(TaskAnswer(kept.promise.task, kept.answer.block))

    def _point(self, kept: KeptPromise) -> None:
        from danvan_desktop.gui.workspace.commands.point_dialog import PointDialog

        found = candidates(self._opened.report(), kept.promise)
        dialog = PointDialog(kept.promise, found, self._workspace.window())
        answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if answer is not None:
            self._answer(TaskAnswer(kept.promise.task, answer.block))

    def _answer(self, answer: TaskAnswer) -> None:
        if not self._opened.is_read_only:
            attachments = with_answer(self._opened.pages.base.attachments, answer)
            self._opened.attach(answers=attachments.answers)

    def _go(self, kept: KeptPromise) -> None:
        if kept.answer is not None:
            self._workspace.go_to(f"block:{kept.answer.block}")

    def _make_annex(self) -> None:
        """Add the annex of results; undo takes it away again."""
        if not self._opened.is_read_only:
            annex = results_annex(self._opened.report(), self._opened.pages.ids.take)
            self._annexes.add(annex)
            self._opened.done.emit("Đã thêm phụ lục kết quả thực hiện nhiệm vụ đã đề ra.", True)
