"""What the window does about damaged and old data: notices of a rescue, readable parts, old databases."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.shell.notice_panel import NoticePanel
from danvan_desktop.gui.widgets.message import call_with_answer, question, show_problem
from danvan_desktop.report.office.office import Office, same_office
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.rescue.old_data import OldReport


class RescueCommands(QObject):
    """Acts on the list of reports; the window shows what came into it."""

    listed = Signal()
    """The list of reports has changed."""
    open_wanted = Signal(object)
    """This :class:`Draft` is to be opened."""

    def __init__(
        self, store: Store, commands: Commands, notices: NoticePanel, jobs: Jobs, window: QWidget
    ) -> None:
        """Show in ``notices`` what a rescue has brought back, until it was read."""
        super().__init__(window)
        self._store, self._notices, self._jobs, self._window = store, notices, jobs, window
        notices.add(store.rescue_notice.splitlines())
        notices.read.connect(self._forget_notice)
        commands.old_data.triggered.connect(self.ask_for_old_data)

    def _forget_notice(self) -> None:
        with suppress(UserError):  # it is shown again at the next start
            if self._store.rescue_notice:
                self._store.forget_rescue_notice()

    # ------------------------------------------------------------------------- damaged reports

    def offer_readable(self, draft: Draft) -> None:
        """Ask whether to open what can be read of ``draft``; returns at once."""
        self.listed.emit()
        try:
            readable = self._store.readable(draft.id)
        except UserError as error:
            show_problem("Báo cáo hỏng", error.message, self._window)
            return
        if readable is None:
            show_problem(
                "Báo cáo hỏng",
                f"Báo cáo “{draft.title}” bị hỏng trong tệp dữ liệu và không còn phần nào đọc được: "
                "hãy lấy lại từ bản dữ liệu cũ (menu Tệp, mục Mở bản dữ liệu cũ…) "
                "hoặc nhập lại từ tệp đã xuất.",
                self._window,
            )
            return
        box, opens = damaged_box(draft.title, self._window)
        call_with_answer(box, lambda clicked: self._open_readable(draft) if clicked is opens else None)

    def _open_readable(self, draft: Draft) -> None:
        try:
            readable = self._store.readable(draft.id)
            made = None if readable is None else self._store.create(readable)
        except UserError as error:
            show_problem("Không mở được phần đọc được", error.message, self._window)
            return
        self.listed.emit()
        if made is not None:
            self.open_wanted.emit(made)

    # --------------------------------------------------------------------------- old databases

    def ask_for_old_data(self) -> None:
        """Ask for an old database and which of its reports to take, and put them into the list."""
        from danvan_desktop.gui.rescue.choose_data_file import ask_for_data_file
        from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog

        folder = self._store.folder
        path = ask_for_data_file(folder, self._window)
        if path is None:
            return
        dialog = OldDataDialog(path, self._store.drafts(), self._window)
        if dialog.exec() and dialog.found is not None:
            chosen = dialog.chosen()
            offices = dialog.found.offices if dialog.takes_offices() else ()
            # In a thread: each report is flushed to the disk.
            self._jobs.start(partial(take, self._store, chosen, offices, path.name), self._show, self._fail)
        dialog.deleteLater()

    def _show(self, told: list[str]) -> None:
        self._notices.add(told)
        self.listed.emit()

    def _fail(self, error: BaseException) -> None:
        self.listed.emit()
        raise error


def damaged_box(title: str, window: QWidget) -> tuple[QMessageBox, QPushButton]:
    """Ask whether to open what can be read of a damaged report; the box, and its button for yes."""
    box = question(
        window,
        "Báo cáo hỏng",
        f"Báo cáo “{title}” bị hỏng trong tệp dữ liệu nên không mở được như cũ. "
        "Phần còn đọc được có thể mở thành một báo cáo mới.",
        "Báo cáo hỏng vẫn nằm trong danh sách, không tự mất đi. "
        "Muốn tìm bản trước khi hỏng: menu Tệp, mục Mở bản dữ liệu cũ…",
    )
    box.setIcon(QMessageBox.Icon.Warning)
    opens = box.addButton("&Mở phần đọc được", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("&Thôi", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(opens)
    return box, opens


def take(store: Store, chosen: Sequence[OldReport], offices: Sequence[Office], source: str) -> list[str]:
    """Put ``chosen`` and ``offices`` into ``store`` as new ones; what came of it, in Vietnamese lines."""
    taken: list[str] = []
    told: list[str] = []
    try:
        for old in chosen:
            report = old.report
            if store.of_report(report.id):  # two drafts are never one report
                report = replace(report, id=uuid4().hex)
            store.create(report, name=old.name)
            taken.append(f"“{old.title}”")
        kept = store.offices()
        new = [each for each in offices if not any(same_office(each, old) for old in kept)]
        if new:
            store.keep_offices([*kept, *new])
            told.append(f"Đã lấy thêm {len(new)} cơ quan vào “Cơ quan và người ký”.")
    except UserError as error:
        told.append(f"Chưa lấy được hết: {error.message}")
    if taken:
        told.insert(0, f"Đã đưa vào danh sách {len(taken)} báo cáo từ {source}: {'; '.join(taken)}.")
    return told
