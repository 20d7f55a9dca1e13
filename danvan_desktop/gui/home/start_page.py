"""Start page "Báo cáo của tôi": this year's report, the commands that create one, the list with a search."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.current_report_card import CurrentReportCard
from danvan_desktop.gui.home.list_search import ListSearch
from danvan_desktop.gui.home.report_list import ReportList
from danvan_desktop.gui.home.report_list_model import today
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.shell.commands import Commands
from danvan_desktop.gui.widgets.buttons import big_button, follow, tool_button
from danvan_desktop.gui.widgets.style import GAP, icon, spaced, title_label
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.search import Matches
from danvan_desktop.store.rows.purge import KEPT_DAYS
from danvan_desktop.store.rows.search import terms

_SEARCH_REST_MS = 80
_LEAST_LIST = 48
"""Two rows: the list gives way where the screen is low and a message stands above."""

_log = logging.getLogger(__name__)


class StartPage(QWidget):
    """The page that is shown while no report is open."""

    open_requested = Signal(object)
    """A :class:`Draft` is to be opened."""
    found_requested = Signal(object, object)
    """A :class:`Draft` that was found is to be opened where these terms stand in it."""
    notice = Signal(str)
    """A message for the status bar."""
    failed = Signal(str)
    """An error message for the user."""

    listed = Signal(object)
    """The reports were read again: all of them, a :class:`DraftList`."""

    def __init__(self, store: Store, jobs: Jobs, commands: Commands, parent: QWidget | None = None) -> None:
        """Show, from the first :meth:`refresh` on, what is in ``store``; ``commands`` begin a report."""
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._is_counting = False
        self._drafts = DraftList()
        self._wanted: int | None = None
        """The draft that was chosen before the list changed."""
        self._chosen_here: int | None = None
        """The one that was chosen for the user since."""
        self._is_stale = True
        """What is shown was read, or looked for, before."""
        self._debounce = Debounce(_SEARCH_REST_MS, self._show_found, self)
        self._finding = ListSearch(store, jobs, self)
        self._finding.found.connect(self._add)
        self._finding.ended.connect(self._end_search)
        self._finding.failed.connect(self.failed)
        self._make_parts()
        self._make_actions()
        self._lay_out(commands)

    def refresh(self) -> None:
        """Read the list again; the chosen report stays chosen if it is still there."""
        try:
            self._drafts = self._store.drafts(deleted=self.deleted.isChecked())
        except UserError as error:
            self.failed.emit(error.message)
            return
        self._show_all()
        self._show_found()
        if not self._is_counting and not self._drafts.is_counted:
            self._is_counting = True
            self._jobs.start(self._store.settle, self._on_counted, self._on_not_counted)

    def _show_all(self) -> None:
        """Show what depends on all reports, whichever of them are looked for."""
        if self.deleted.isChecked():
            self.card.hide()
        else:
            self.card.show_draft(self._drafts.current(), today(), editable=not self._store.read_only_reason)
            self.listed.emit(self._drafts)

    # -------------------------------------------------------------------------- those looked for

    def _show_found(self) -> None:
        """Show the reports that have what is typed, of those last read."""
        chosen = self.chosen()
        self._wanted = None if chosen is None else chosen.id
        self._is_stale = True
        words = self.search.text().strip()
        if words:
            self._finding.begin(self._drafts.numbers, words)
        else:
            self._finding.stop()
            self._add(Matches(tuple(range(len(self._drafts)))))
            self._end_search()

    def _add(self, found: Matches) -> None:
        """Show what was found in the place of what is shown, or besides what was found before."""
        if self._is_stale and len(found):
            self._is_stale = False
            self.list.show_found(self._drafts, found, is_bin=self.deleted.isChecked())
            self._chosen_here = None
        elif len(found):
            self.list.rows.add(found)
        else:
            return
        self._pile.setCurrentWidget(self.list)
        chosen = self.chosen()
        if chosen is None or chosen.id == self._chosen_here:  # else the user has chosen another since
            if not self.list.choose(self._wanted):
                self.list.choose_row(0)
            chosen = self.chosen()
            self._chosen_here = None if chosen is None else chosen.id

    def _end_search(self) -> None:
        """Say so where nothing was found."""
        if self._is_stale:
            self._is_stale = False
            self.list.show_found(self._drafts, Matches(), is_bin=self.deleted.isChecked())
            self._empty.setText(self._empty_text())
            self.sample.setVisible(not self.deleted.isChecked() and not self.search.text().strip())
            self._pile.setCurrentWidget(self._nothing)
        self._follow_choice()

    def _on_counted(self, _: object) -> None:
        self._is_counting = False
        self.refresh()

    def _on_not_counted(self, error: BaseException) -> None:
        """Stay without numbers until the next start: nothing else depends on them."""
        _log.warning("not counted: %s", error)

    def chosen(self) -> Draft | None:
        """Return the report that is selected in the list."""
        return self.list.chosen()

    def show_new(self, draft: Draft) -> None:
        """Choose ``draft``, and let nothing hide it."""
        self.search.clear()
        self.deleted.setChecked(False)
        self.refresh()
        self._wanted = draft.id
        self.list.choose(draft.id)

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm trong tên và nội dung, không cần gõ dấu")
        self.search.setAccessibleName("Tìm báo cáo")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self._debounce.start())
        self.list = ReportList()
        self.list.activated.connect(self._open)
        self.list.choice_changed.connect(self._follow_choice)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pile = QStackedWidget()
        self._pile.setMinimumHeight(_LEAST_LIST)
        self._pile.addWidget(self.list)
        self.sample = QPushButton()
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.addStretch(1)
        column.addWidget(self._empty)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._pile.addWidget(self._nothing)
        self.card = CurrentReportCard()
        self.card.opened.connect(self.open_requested)
        self.deleted = QPushButton(icon("delete"), f"Đã xóa (giữ {KEPT_DAYS} ngày)")
        self.deleted.setCheckable(True)
        self.deleted.setToolTip("Xem các báo cáo đã xóa và phục hồi")
        self.deleted.toggled.connect(self.refresh)

    def _make_actions(self) -> None:
        self.open_action = self._action("Mở", "open", "", self._open)
        self.rename_action = self._action("Đổi tên…", "rename", "F2", self._rename)
        self.duplicate_action = self._action("Nhân bản", "duplicate", "", self._duplicate)
        self.delete_action = self._action("Xóa", "delete", "Del", self._delete)
        self.restore_action = self._action("Phục hồi", "restore", "", self._restore)
        self.to_file_action = QAction(icon("export"), "Lưu ra tệp .danvan…", self)
        self.to_file_action.triggered.connect(self._to_file)

    def _action(self, text: str, icon_name: str, key: str, do: Callable[[], None]) -> QAction:
        action = QAction(icon(icon_name), text, self)
        action.setToolTip(f"{text.rstrip('…')} ({key})" if key else text.rstrip("…"))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda *_: do())
        self.list.addAction(action)
        return action

    def _lay_out(self, commands: Commands) -> None:
        self.beginnings = [
            big_button(action) for action in (commands.next_year, commands.new, commands.bring_in)
        ]
        beginnings = QHBoxLayout()
        beginnings.setSpacing(2 * GAP)
        for button in self.beginnings:
            beginnings.addWidget(button, 1)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        for action in self.list.actions():
            above.addWidget(tool_button(action))
        foot = QHBoxLayout()
        foot.addWidget(self.deleted)
        foot.addWidget(follow(commands.backups, QPushButton(commands.backups.icon(), "")))
        foot.addWidget(follow(commands.offices, QPushButton(commands.offices.icon(), "")))
        foot.addWidget(follow(commands.paste_in, QPushButton(commands.paste_in.icon(), "")))
        foot.addStretch(1)
        follow(commands.sample, self.sample)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(commands.paste_in.trigger)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._enter_search)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        layout.setSpacing(GAP // 2)
        layout.addWidget(title_label("Báo cáo của tôi"))
        layout.addWidget(self.card)
        layout.addLayout(beginnings)
        layout.addLayout(above)
        layout.addWidget(self._pile, 1)
        layout.addLayout(foot)

    def _empty_text(self) -> str:
        if search := self.search.text().strip():
            return f"Không có báo cáo nào khớp với “{search}”. Hãy thử từ khác hoặc xóa ô tìm."
        if self.deleted.isChecked():
            return "Không có báo cáo nào bị xóa."
        first, second = (button.accessibleName() for button in self.beginnings[:2])
        return (
            "Chưa có báo cáo nào.\n\n"
            f"Có báo cáo năm trước: bấm “{first}”, chọn tệp, chương trình lập báo cáo năm nay từ tệp ấy.\n"
            f"Chưa có gì: bấm “{second}”, các mục và gợi ý có sẵn.\n"
            "Muốn xem thử trước:"
        )

    def _enter_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _follow_choice(self) -> None:
        chosen, showing_deleted = self.chosen() is not None, self.deleted.isChecked()
        changes = not self._store.read_only_reason
        for action in (self.open_action, self.rename_action, self.duplicate_action, self.delete_action):
            action.setVisible(not showing_deleted)
            action.setEnabled(chosen and not showing_deleted and (changes or action is self.open_action))
        self.restore_action.setVisible(showing_deleted)
        self.restore_action.setEnabled(chosen and showing_deleted and changes)

    def _show_menu(self, position: QPoint) -> None:
        if self.chosen() is None:
            return
        menu = QMenu(self)
        menu.addActions([action for action in self.list.actions() if action.isVisible()])
        menu.addSeparator()
        menu.addAction(self.to_file_action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _open(self) -> None:
        draft = self.chosen()
        if draft is None:
            return
        if draft.deleted is not None:
            self.notice.emit("Báo cáo này đã xóa: bấm “Phục hồi” rồi mở.")
        elif found_by := terms(self.search.text()):
            self.found_requested.emit(draft, found_by)
        else:
            self.open_requested.emit(draft)

    def _to_file(self) -> None:
        from danvan_desktop.gui.shell.save_to_file import ask_and_write

        draft = self.chosen()
        if draft is None:
            return
        try:
            report = self._store.load(draft.id)
        except UserError as error:
            self.failed.emit(error.message)
            return
        path = ask_and_write(report, self.window())
        if path is not None:
            self.notice.emit(f"Đã lưu “{draft.title}” ra tệp {path}.")

    def _rename(self) -> None:
        draft = self.chosen()
        if draft is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Đổi tên")
        dialog.setLabelText("Tên trong danh sách (trích yếu in trong báo cáo không đổi):")
        dialog.setTextValue(draft.title)
        dialog.resize(560, dialog.sizeHint().height())
        if dialog.exec():
            self._do(lambda: self._store.rename(draft.id, dialog.textValue()))
        dialog.deleteLater()

    def _duplicate(self) -> None:
        if draft := self.chosen():
            self._do(lambda: self.show_new(self._store.duplicate(draft.id)))

    def _delete(self) -> None:
        if draft := self.chosen():
            self._do(lambda: self._store.delete(draft.id), f"Đã chuyển “{draft.title}” vào “Đã xóa”.")

    def _restore(self) -> None:
        if draft := self.chosen():
            self._do(lambda: self._store.restore(draft.id), f"Đã phục hồi “{draft.title}”.")

    def _do(self, act: Callable[[], None], done: str = "") -> None:
        try:
            act()
        except UserError as error:
            self.failed.emit(error.message)
        else:
            self.refresh()
            if done:
                self.notice.emit(done)
