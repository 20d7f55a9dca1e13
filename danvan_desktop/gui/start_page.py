"""Báo cáo của tôi: the list of reports, found as one types, and what can be done with each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.style import GAP, ICON, big_button, icon, row_size, spaced, title_label
from danvan_desktop.store import KEPT_DAYS, Draft, Store

STATES = {
    "drafting": "Đang soạn",
    "consulting": "Lấy ý kiến",
    "for_signing": "Trình ký",
    "issued": "Đã ban hành",
}
_COLUMNS = ("Trích yếu", "Năm", "Tình trạng")
_SEARCH_REST_MS = 80
_DRAFT = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """The first page."""

    open_requested = Signal(object)
    """A :class:`Draft` is to be opened."""
    said = Signal(str)
    """Something worth a line in the status bar."""
    failed = Signal(str)
    """Something the person must know: it did not work, and why."""

    def __init__(self, store: Store, new: QAction, bring_in: QAction, parent: QWidget | None = None) -> None:
        """Show what is in ``store``; ``new`` and ``bring_in`` become the large buttons."""
        super().__init__(parent)
        self._store = store
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SEARCH_REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._make_parts()
        self._make_actions()
        self._lay_out(new, bring_in)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the chosen report stays chosen if it is still there."""
        chosen = self.chosen()
        try:
            drafts = self._store.drafts(self.search.text(), deleted=self.deleted.isChecked())
        except UserError as error:
            self.failed.emit(error.message)
            return
        self.list.clear()
        self.list.setHeaderLabels([*_COLUMNS, "Ngày xóa" if self.deleted.isChecked() else "Sửa lần cuối"])
        self.list.addTopLevelItems([self._row(draft) for draft in drafts])
        rows = [draft.id for draft in drafts]
        if drafts:
            row = rows.index(chosen.id) if chosen and chosen.id in rows else 0
            self.list.setCurrentItem(self.list.topLevelItem(row))
        self._empty.setText(self._empty_text())
        self._pile.setCurrentWidget(self.list if drafts else self._empty)
        self._follow_choice()

    def chosen(self) -> Draft | None:
        """Return the report that is selected in the list."""
        for item in self.list.selectedItems():
            draft: Draft = item.data(0, _DRAFT)
            return draft
        return None

    def show_new(self, draft: Draft) -> None:
        """Choose ``draft``, and let nothing hide it."""
        self.search.clear()
        self.deleted.setChecked(False)
        self.refresh()
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item.data(0, _DRAFT).id == draft.id:
                self.list.setCurrentItem(item)

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm trong tên và nội dung, không cần gõ dấu")
        self.search.setAccessibleName("Tìm báo cáo")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self._rest.start())
        self.list = _list_widget()
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._follow_choice)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.list)
        self._pile.addWidget(self._empty)
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

    def _action(self, text: str, icon_name: str, key: str, do: Callable[[], None]) -> QAction:
        action = QAction(icon(icon_name), text, self)
        action.setToolTip(f"{text.rstrip('…')} ({key})" if key else text.rstrip("…"))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda *_: do())
        self.list.addAction(action)
        return action

    def _lay_out(self, new: QAction, bring_in: QAction) -> None:
        beginnings = QHBoxLayout()
        beginnings.setSpacing(2 * GAP)
        for action, icon_name in ((new, "new"), (bring_in, "import")):
            button = big_button(action.text(), icon_name, action.toolTip())
            button.clicked.connect(action.trigger)
            beginnings.addWidget(button)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        for action in self.list.actions():
            above.addWidget(_tool(action))
        foot = QHBoxLayout()
        foot.addWidget(self.deleted)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        spaced(layout, margin=3 * GAP)
        layout.addWidget(title_label("Báo cáo của tôi"))
        layout.addLayout(beginnings)
        layout.addSpacing(GAP)
        layout.addLayout(above)
        layout.addWidget(self._pile, 1)
        layout.addLayout(foot)

    def _row(self, draft: Draft) -> QTreeWidgetItem:
        state = STATES.get(draft.state, "Không rõ")
        item = QTreeWidgetItem([draft.title, str(draft.year), state, _when(draft.deleted or draft.modified)])
        item.setData(0, _DRAFT, draft)
        item.setSizeHint(0, row_size(self.list.font()))
        item.setToolTip(
            0, draft.title if draft.name is None else f"{draft.title}\nTrích yếu: {draft.subject}"
        )
        return item

    def _empty_text(self) -> str:
        if search := self.search.text().strip():
            return f"Không có báo cáo nào khớp với “{search}”. Hãy thử từ khác hoặc xóa ô tìm."
        if self.deleted.isChecked():
            return "Không có báo cáo nào bị xóa."
        return (
            "Chưa có báo cáo nào.\n\n"
            "Bấm “Báo cáo mới theo đề cương mẫu” để bắt đầu viết,\n"
            "hoặc “Nhập báo cáo cũ” để lấy báo cáo có sẵn vào."
        )

    def _follow_choice(self) -> None:
        chosen, showing_deleted = self.chosen() is not None, self.deleted.isChecked()
        for action in (self.open_action, self.rename_action, self.duplicate_action, self.delete_action):
            action.setVisible(not showing_deleted)
            action.setEnabled(chosen and not showing_deleted)
        self.restore_action.setVisible(showing_deleted)
        self.restore_action.setEnabled(chosen and showing_deleted)

    def _show_menu(self, position: QPoint) -> None:
        if self.chosen() is None:
            return
        menu = QMenu(self)
        menu.addActions([action for action in self.list.actions() if action.isVisible()])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _open(self) -> None:
        draft = self.chosen()
        if draft is None:
            return
        if draft.deleted is not None:
            self.said.emit("Báo cáo này đã xóa: bấm “Phục hồi” rồi mở.")
        else:
            self.open_requested.emit(draft)

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
                self.said.emit(done)


def _list_widget() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Danh sách báo cáo")
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAllColumnsShowFocus(True)
    tree.setAlternatingRowColors(True)
    tree.setColumnCount(4)
    tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2, 3):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _when(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y  %H:%M}"


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.text().rstrip("…"))
    action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
    return button
