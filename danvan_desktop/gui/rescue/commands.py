"""What the window does about damaged data: notices of a rescue, readable parts of reports."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.shell.notice_panel import NoticePanel
from danvan_desktop.gui.widgets.message import call_with_answer, question, show_problem
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft


class RescueCommands(QObject):
    """Acts on the list of reports; the window shows what came into it."""

    listed = Signal()
    """The list of reports has changed."""
    open_wanted = Signal(object)
    """This :class:`Draft` is to be opened."""

    def __init__(self, store: Store, notices: NoticePanel, window: QWidget) -> None:
        """Show in ``notices`` what a rescue has brought back, until it was read."""
        super().__init__(window)
        self._store, self._notices, self._window = store, notices, window
        notices.add(store.rescue_notice.splitlines())
        notices.read.connect(self._forget_notice)

    def _forget_notice(self) -> None:
        with suppress(UserError):  # it is shown again at the next start
            if self._store.rescue_notice:
                self._store.forget_rescue_notice()

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
                "hãy lấy lại từ bản sao (menu Tệp, mục Sao lưu và khôi phục…) "
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


def damaged_box(title: str, window: QWidget) -> tuple[QMessageBox, QPushButton]:
    """Ask whether to open what can be read of a damaged report; the box, and its button for yes."""
    box = question(
        window,
        "Báo cáo hỏng",
        f"Báo cáo “{title}” bị hỏng trong tệp dữ liệu nên không mở được như cũ. "
        "Phần còn đọc được có thể mở thành một báo cáo mới.",
        "Báo cáo hỏng vẫn nằm trong danh sách, không tự mất đi. "
        "Muốn lấy bản trước khi hỏng: menu Tệp, mục Sao lưu và khôi phục…",
    )
    box.setIcon(QMessageBox.Icon.Warning)
    opens = box.addButton("&Mở phần đọc được", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("&Thôi", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(opens)
    return box, opens
