"""What the window does about copies: makes and shows them, restores reports, moves to another PC."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.backup import second_place
from danvan_desktop.gui.backup.backup_dialog import BackupDialog
from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.backup.backup_page import BackupPage
from danvan_desktop.gui.backup.backups import Backups
from danvan_desktop.gui.backup.listed_copies import beside, elsewhere, newest_first
from danvan_desktop.gui.rescue.data_files import DataFile, database_of
from danvan_desktop.gui.rescue.old_data_dialog import OldDataDialog
from danvan_desktop.gui.services.background_jobs import Done, Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import Preferences, documents_folder
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.store.backup import move_file
from danvan_desktop.store.backup.backup import BackupOutcome, SecondPlace
from danvan_desktop.store.backup.restore import Restored, restore
from danvan_desktop.store.backup.second_place import is_on_drive_of
from danvan_desktop.store.backup.soundness import NotWantedError, UnsoundCopyError
from danvan_desktop.store.backup.take_everything import Taken, take_everything
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.drafts import Store

MOVED_SETTINGS = (
    *("export_docx", "export_pdf", "export_sheet", "export_sheet_draft"),
    *("export_wide", "export_line_numbers", "export_pattern"),
)
"""Preferences that mean the same on another PC: no folders, no sizes of windows."""
_DATA_FILTER = "Dữ liệu báo cáo (*.sqlite3 *.sqlite3-wal);;Mọi tệp (*)"
_SAME_DRIVE = " Nơi này cùng ổ đĩa với dữ liệu: ổ hỏng thì mất cả hai."
_MOVE_FILTER = f"Tệp chuyển máy của phần mềm này (*{move_file.SUFFIX})"


class BackupCommands(QObject):
    """Acts for one window."""

    listed = Signal()
    """The list of reports has changed."""
    told = Signal(list)
    """Lines that stand until the user has read them."""
    _share = Signal(int, int)
    """How much is done, of how much."""

    def __init__(
        self, store: Store, preferences: Preferences, save: Callable[[], object], jobs: Jobs, window: QWidget
    ) -> None:
        """``save`` brings the open report to the disk: a copy that is asked for has it as it stands."""
        super().__init__(window)
        self._store, self._preferences, self._save = store, preferences, save
        self._jobs, self._window = jobs, window
        self._forms: list[BackupForm] = []
        """The screens that there are: the page once it was shown, the dialog while it is open."""
        self._files: list[DataFile] = []
        self._ending = threading.Event()
        self.backups = Backups(store, preferences, self)
        self._share.connect(self._show_share, Qt.ConnectionType.QueuedConnection)  # told by a thread
        self.backups.shared.connect(self._show_share, Qt.ConnectionType.QueuedConnection)
        self.backups.warned.connect(lambda line: self.told.emit([line]))
        self.backups.ended.connect(self._show_outcome)

    def page(self) -> BackupPage:
        """Make the page, which does what is asked there."""
        return BackupPage(self._make_form(), self._show_files)

    def show(self) -> None:
        """Show the dialog over an open report, and do what is asked there until it is closed."""
        form = self._make_form()
        dialog = BackupDialog(form, self._window)
        self._show_files()
        dialog.exec()
        self._forms.remove(form)
        dialog.deleteLater()

    def end(self) -> None:
        """Call off what is at work. Ending twice is harmless."""
        self.backups.end()
        for form in self._forms:
            form.list.stop_looking()

    def _make_form(self) -> BackupForm:
        form = BackupForm()
        form.copy_wanted.connect(self._copy_now)
        form.place_wanted.connect(self._choose_place)
        form.place_unwanted.connect(self._clear_place)
        form.restore_wanted.connect(self._restore_from)
        form.other_wanted.connect(self._restore_from_other)
        form.move_out_wanted.connect(self._move_out)
        form.move_in_wanted.connect(self._move_in)
        self._forms.append(form)
        return form

    def _show_files(self) -> None:
        """Show the copies as they lie there now."""
        self._list_beside()
        self._for_each(lambda form: form.show_files(self._files))
        self._show_place()

    def _for_each(self, act: Callable[[BackupForm], object]) -> None:
        for form in self._forms:
            act(form)

    def _shown(self) -> BackupForm | None:
        """Give the screen that the user looks at."""
        return next((form for form in reversed(self._forms) if form.isVisible()), None)

    # ---------------------------------------------------------------------------------- the copies

    def _list_beside(self) -> list[DataFile]:
        try:
            self._files = beside(self._store.folder, now().date())
        except OSError:
            self._files = []
        return self._files

    def _copy_now(self) -> None:
        self._save()
        self._working("Đang sao lưu…")
        self.backups.make_now()

    def _show_outcome(self, outcome: BackupOutcome) -> None:
        if not self._forms:
            return
        if outcome.made is not None:
            self._list_beside()
            self._for_each(lambda form: form.show_files(self._files))
        if not self.backups.is_busy:
            for form in filter(BackupForm.is_working, self._forms):
                form.show_message(_told_of(outcome))
        self._show_place()

    def _choose_place(self) -> None:
        chosen = second_place.chosen(self._preferences)
        start = documents_folder() if chosen is None else str(chosen.place)
        place = file_dialog.ask_folder(self._over(), "Chọn USB hoặc thư mục ổ mạng để sao lưu", start)
        if place is None:
            return
        folder = self._store.folder
        if place == folder or folder in place.parents:
            show_problem(
                "Chọn nơi khác",
                "Thư mục này nằm trong thư mục dữ liệu: hỏng máy thì mất cả hai. "
                "Hãy chọn một USB hoặc một thư mục trên ổ mạng.",
                self._over(),
            )
            return
        second_place.choose(self._preferences, place)
        self._show_place()
        self._working("Đang sao lưu…")
        self._save()
        self.backups.make_now()

    def _clear_place(self) -> None:
        second_place.clear(self._preferences)
        self._show_place()

    def _show_place(self) -> None:
        """Show the second place; what is there is read in a thread, the drive may be out of reach."""
        chosen = second_place.chosen(self._preferences)
        if not self._forms:
            return
        if chosen is None:
            self._for_each(lambda form: form.show_place(None, ""))
            self._for_each(lambda form: form.show_files(self._files))
            return
        self._for_each(lambda form: form.show_place(chosen.place, "đang xem…"))
        work = partial(_looked_at, chosen, self._store.folder)
        self._jobs.start(work, self._show_elsewhere, self._show_unreadable)

    def _show_elsewhere(self, answer: tuple[list[DataFile] | None, bool]) -> None:
        found, is_same_drive = answer
        chosen = second_place.chosen(self._preferences)
        if chosen is None:
            return
        if found is None:
            state = "Chưa thấy: khi cắm USB hoặc nối lại mạng, các bản sao sẽ được chép sang."
        else:
            state = f"Có {len(found)} bản sao ở đó." if found else "Chưa có bản sao nào ở đó."
            state += _SAME_DRIVE if is_same_drive else ""
            files = newest_first([*self._files, *found])
            self._for_each(lambda form: form.show_files(files))
        self._for_each(lambda form: form.show_place(chosen.place, state))

    def _show_unreadable(self, _: BaseException) -> None:
        chosen = second_place.chosen(self._preferences)
        if chosen is not None:
            state = "Không đọc được: hãy kiểm tra USB hoặc ổ mạng."
            self._for_each(lambda form: form.show_place(chosen.place, state))

    # ----------------------------------------------------------------------------------- restoring

    def _restore_from_other(self) -> None:
        path = file_dialog.ask_open(self._over(), "Khôi phục từ tệp khác", documents_folder(), _DATA_FILTER)
        if path is None:
            return
        used = self._store.folder / DATABASE_NAME
        path = database_of(path)
        # Not even opened: closing it would take SQLite's locks on it away from the whole process (POSIX).
        if used.exists() and path.exists() and path.samefile(used):
            show_problem(
                "Khôi phục từ tệp khác",
                "Đây chính là tệp dữ liệu đang dùng: các báo cáo của tệp này đã ở trong danh sách. "
                "Hãy chọn một tệp khác.",
                self._over(),
            )
        else:
            self._restore_from(path)

    def _restore_from(self, path: Path) -> None:
        """Ask which reports of ``path`` to take, and put them into the list."""
        path = database_of(path)
        dialog = OldDataDialog(path, self._store.drafts(), self._over())
        if dialog.exec() and dialog.found is not None:
            offices = dialog.found.offices if dialog.takes_offices() else ()
            self._working("Đang đưa báo cáo vào danh sách…")
            # In a thread: each report is flushed to the disk.
            self._start(
                partial(
                    restore,
                    self._store,
                    dialog.chosen(),
                    offices,
                    is_wanted=self._is_wanted,
                    tell=self._share.emit,
                ),
                lambda came: self._show_restored(came, f"từ {path.name}"),
            )
        dialog.deleteLater()

    def _show_restored(self, came: Restored, source: str) -> None:
        lines = told_of(came, source)
        self._done(" ".join(lines))
        self.told.emit(lines)

    # ---------------------------------------------------------------------------------- another PC

    def _move_out(self) -> None:
        proposed = Path(documents_folder()) / move_file.proposed_name(now())
        target = file_dialog.ask_save(self._over(), "Chuyển sang máy khác", str(proposed), _MOVE_FILTER)
        if target is None:
            return
        if target.suffix.lower() != move_file.SUFFIX:
            target = target.with_name(target.name + move_file.SUFFIX)
        self._save()
        self._working(f"Đang ghi mọi báo cáo vào {target.name}…")
        settings = self._preferences.among(MOVED_SETTINGS)
        self._start(
            partial(
                move_file.write_everything,
                self._store.file,
                target,
                settings,
                self._is_wanted,
                self._share.emit,
            ),
            lambda number: self._done(
                f"Đã ghi {number} báo cáo, cơ quan, tệp đã ký vào {target}. Chép tệp này sang máy mới, mở "
                "“Sao lưu và khôi phục” ở máy ấy rồi bấm “Nhận từ máy khác…”."
            ),
        )

    def _move_in(self) -> None:
        path = file_dialog.ask_open(self._over(), "Nhận từ máy khác", documents_folder(), _MOVE_FILTER)
        if path is not None:
            self._working(f"Đang nhận báo cáo từ {path.name}…")
            self._start(
                partial(take_everything, self._store, path, self._is_wanted, self._share.emit),
                self._show_taken,
            )

    def _show_taken(self, taken: Taken) -> None:
        here = self._preferences.among(MOVED_SETTINGS)
        came = {
            name: value
            for name, value in taken.settings.items()
            if name in MOVED_SETTINGS and name not in here and isinstance(value, str | bool)
        }
        self._preferences.keep(**came)
        self._show_restored(taken.restored, "từ máy khác")

    # --------------------------------------------------------------------------------------- work

    def _start(self, work: Callable[[], Any], done: Done) -> None:
        self._jobs.start(work, done, self._fail, self._ending.set)

    def _is_wanted(self) -> bool:
        return not self._ending.is_set()

    def _working(self, text: str) -> None:
        self._for_each(lambda form: form.show_working(text))

    def _show_share(self, done: int, of: int) -> None:
        self._for_each(lambda form: form.show_share(done, of))

    def _done(self, text: str) -> None:
        """Show what came of it; who has closed the screen finds it above the list."""
        self.listed.emit()
        shown = self._shown()
        self._for_each(lambda form: form.show_message(text if form is shown else ""))
        if shown is None:
            self.told.emit([text])

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, NotWantedError):
            return
        if isinstance(error, UserError):
            self._done(error.message)
        elif isinstance(error, OSError | UnsoundCopyError):
            self._done("Chưa ghi được tệp: hãy kiểm tra chỗ trống và quyền ghi của nơi đã chọn rồi thử lại.")
        else:
            self._done("Chưa làm được vì lỗi ngoài dự kiến; báo cáo đang có không bị ảnh hưởng.")
            raise error

    def _over(self) -> QWidget:
        shown = self._shown()
        return self._window if shown is None else shown.window()


def _looked_at(chosen: SecondPlace, data_folder: Path) -> tuple[list[DataFile] | None, bool]:
    return elsewhere(chosen, now().date()), is_on_drive_of(chosen.place, data_folder)


def told_of(came: Restored, source: str) -> list[str]:
    """Say what came into the list ``source``, in Vietnamese lines."""
    lines: list[str] = []
    if came.titles:
        titles = "; ".join(f"“{title}”" for title in came.titles)
        lines.append(f"Đã đưa vào danh sách {len(came.titles)} báo cáo {source}: {titles}.")
    if came.skipped:
        lines.append(f"{came.skipped} báo cáo đã có sẵn, giống hệt, nên không đưa vào lần nữa.")
    if came.offices:
        lines.append(f"Đã lấy thêm {came.offices} cơ quan vào “Cơ quan và người ký”.")
    if came.problem:
        lines.append(f"Chưa lấy được hết: {came.problem}")
    return lines or [f"Không có báo cáo nào để lấy {source}."]


def _told_of(outcome: BackupOutcome) -> str:
    parts = [outcome.problem, outcome.second_problem]
    if outcome.made is not None:
        parts.insert(0, f"Đã sao lưu {outcome.reports} báo cáo.")
    if outcome.brought:
        parts.append(f"Đã chép {outcome.brought} bản sao sang nơi thứ hai.")
    if outcome.is_absent:
        parts.append("Chưa thấy nơi sao lưu thứ hai.")
    return " ".join(filter(None, parts))
