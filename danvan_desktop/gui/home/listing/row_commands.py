"""What can be done with the reports that are selected in the list: with one, or with all of them at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.listing.report_list import ReportList
from danvan_desktop.gui.widgets.style import icon

if TYPE_CHECKING:
    from danvan_desktop.store.drafts import Store
    from danvan_desktop.store.listing.draft import Draft


class RowCommands(QObject):
    """Acts on what is selected in one list; makes the menu of its rows."""

    open_wanted = Signal()
    continue_wanted = Signal(object)
    """Next year's report is to be made from this ``Draft``."""
    changed = Signal(object)
    """What is stored has changed; the list is to be read again, and this number chosen where it is one."""
    done = Signal(str)
    """What was done, in a sentence."""
    undoable = Signal(str, object)
    """What was done, and a function that takes it back."""
    failed = Signal(str)
    """Why it was not done."""

    def __init__(self, reports: ReportList, store: "Store", *, is_bin: bool) -> None:
        """Act on ``reports``; ``is_bin``: they were deleted."""
        super().__init__(reports)
        self._list, self._store, self._is_bin = reports, store, is_bin
        self.open = self._action("&Mở", "open", "", self.open_wanted.emit)
        self.open.setToolTip("Mở (Enter)")
        self.next_year = self._action("&Lập báo cáo năm sau", "next-year", "", self._continue)
        self.signed = self._action("Mở &tệp đã ký", "sign", "", self._open_signed)
        self.duplicate = self._action("&Nhân bản", "duplicate", "", self._duplicate)
        self.rename = self._action("Đổ&i tên…", "rename", "F2", self._rename)
        self.to_file = self._action("Lư&u ra tệp .danvan…", "export", "", self._to_file)
        self.to_outline = self._action("Lưu là&m đề cương…", "new", "", self._to_outline)
        self.delete = self._action("&Xóa", "delete", "Del", self._delete)
        self.restore = self._action("&Phục hồi", "restore", "", self._restore)
        reports.selectionModel().selectionChanged.connect(self.follow)
        reports.menu_wanted.connect(self._show_menu)

    def follow(self) -> None:
        """Allow what can be done with what is selected now."""
        count = self._list.count_selected()
        chosen = self._list.chosen() if count == 1 else None
        changes, is_bin = not self._store.read_only_reason, self._is_bin
        for action, is_shown, can in (
            (self.open, not is_bin, chosen is not None),
            (self.next_year, not is_bin, chosen is not None and not chosen.is_damaged and changes),
            (self.signed, not is_bin and chosen is not None and bool(chosen.signed_file), True),
            (self.duplicate, not is_bin, chosen is not None and changes),
            (self.rename, not is_bin, chosen is not None and changes),
            (self.to_file, True, count > 0),
            (self.to_outline, not is_bin, chosen is not None and not chosen.is_damaged and changes),
            (self.delete, not is_bin, count > 0 and changes),
            (self.restore, is_bin, count > 0 and changes),
        ):
            action.setVisible(is_shown)
            action.setEnabled(is_shown and can)

    def _action(self, text: str, icon_name: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(icon(icon_name), text, self)
        plain = text.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({key})" if key else plain)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda *_: do())
        self._list.addAction(action)
        return action

    def _show_menu(self, place: QPoint) -> None:
        self.follow()
        if not self._list.count_selected():
            return
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in (
            (self.open, self.next_year, self.signed),
            (self.duplicate, self.rename, self.to_file, self.to_outline),
            (self.delete, self.restore),
        ):
            shown = [action for action in group if action.isVisible() and action.isEnabled()]
            if shown and menu.actions():
                menu.addSeparator()
            menu.addActions(shown)
        menu.popup(place)

    # --------------------------------------------------------------------------------- with one

    def _continue(self) -> None:
        if draft := self._list.chosen():
            self.continue_wanted.emit(draft)

    def _open_signed(self) -> None:
        from PySide6.QtGui import QDesktopServices

        from danvan_desktop.store import signed_files

        draft = self._list.chosen()
        path = None if draft is None else signed_files.find_named(self._store.folder, draft.signed_file)
        if path is None:
            self.failed.emit("Không còn tệp đã ký trong thư mục dữ liệu.")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _duplicate(self) -> None:
        if draft := self._list.chosen():
            self._do(lambda: self._store.duplicate(draft.id).id)

    def _rename(self) -> None:
        from danvan_desktop.gui.widgets.ask_name import asked_name

        draft = self._list.chosen()
        if draft is None:
            return
        label = "Tên trong danh sách (trích yếu in trong báo cáo không đổi):"
        name = asked_name("Đổi tên", label, draft.title, self._list.window())
        if name is not None:
            self._do(lambda: self._store.rename(draft.id, name))

    def _to_outline(self) -> None:
        from danvan_desktop.gui.home.save_outline import save_outline

        draft = self._list.chosen()
        if draft is None:
            return
        try:
            report = self._store.load(draft.id)
        except UserError as error:
            self.failed.emit(error.message)
            return
        if told := save_outline(report, self._store.folder, self._list.window()):
            self.done.emit(told)

    # --------------------------------------------------------------------------------- with all

    def _to_file(self) -> None:
        from danvan_desktop.gui.shell.save_to_file import ask_and_write, ask_and_write_all

        drafts = self._list.selected_drafts()
        try:
            reports = [self._store.load(draft.id) for draft in drafts]
        except UserError as error:
            self.failed.emit(error.message)
            return
        window = self._list.window()
        path: Path | None
        if len(reports) == 1:
            path, told = ask_and_write(reports[0], window), f"Đã lưu “{drafts[0].title}” ra tệp"
        else:
            path, told = ask_and_write_all(reports, window), f"Đã lưu {len(reports)} báo cáo vào"
        if path is not None:
            self.done.emit(f"{told} {path}.")

    def _delete(self) -> None:
        drafts, numbers = self._named(), self._list.selected()
        issued = [draft for draft in self._list.selected_drafts() if draft.state == "issued"]
        if issued and not self._may_delete(issued):
            return
        if self._do(lambda: self._store.delete(*numbers)):
            self.undoable.emit(f"Đã chuyển {drafts} vào “Đã xóa”.", lambda: self._take_back(numbers))

    def _may_delete(self, issued: "Sequence[Draft]") -> bool:
        """Ask before what was issued is deleted; Return goes back."""
        from PySide6.QtWidgets import QMessageBox

        from danvan_desktop.gui.widgets.message import question, wait_for_answer
        from danvan_desktop.store.rows.purge import KEPT_DAYS

        first = issued[0]
        text = (
            f"Báo cáo “{first.title}” đã ban hành{f', {first.issued_as}' if first.issued_as else ''}."
            if len(issued) == 1
            else f"Trong các báo cáo được chọn có {len(issued)} báo cáo đã ban hành."
        )
        details = (
            "Báo cáo đã ban hành thường được giữ để xem lại và làm khung cho năm sau. Nếu xóa, báo cáo "
            f"nằm ở “Đã xóa” và phục hồi được trong {KEPT_DAYS} ngày có dùng phần mềm."
        )
        box = question(self._list.window(), "Xóa báo cáo đã ban hành", text, details)
        go = box.addButton("&Xóa", QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton("&Giữ lại", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        return wait_for_answer(box) is go

    def _take_back(self, numbers: list[int]) -> None:
        def act() -> int:
            self._store.restore(*numbers)
            return numbers[0]

        self._do(act)

    def _restore(self) -> None:
        drafts, numbers = self._named(), self._list.selected()
        if self._do(lambda: self._store.restore(*numbers)):
            self.done.emit(f"Đã phục hồi {drafts}.")

    def _named(self) -> str:
        count, chosen = self._list.count_selected(), self._list.chosen()
        return f"{count} báo cáo" if count > 1 or chosen is None else f"“{chosen.title}”"

    def _do(self, act: Callable[[], int | None]) -> bool:
        try:
            number = act()
        except UserError as error:
            self.failed.emit(error.message)
            return False
        self.changed.emit(number)
        return True
