"""Dialog "Các phần đã gửi phòng": who was asked to write what, who has sent it back and who has not."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.forms.dialog_frame import framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.takeback.contributions.ask_dialog import HELP
from danvan_desktop.gui.takeback.contributions.rows import row_size
from danvan_desktop.gui.takeback.contributions.wording import LIST_TITLE, answer_text, day_text, is_overdue
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.received_rows import ReceivedRow

Contributions = Sequence[tuple[ContributionRow, ReceivedRow | None]]
_COLUMNS = ("Phòng, đơn vị", "Phần gửi đi", "Gửi ngày", "Hạn", "Tình trạng")
_NOTHING = "Chưa gửi phòng nào. Bấm “Gửi phòng khác…” để chọn phần và xuất tệp Word."


class ContributionsDialog(QDialog):
    """Lists the parts; what is done about one of them, others do."""

    settled = Signal(int, bool)
    """The part with this number is awaited no longer, or is again."""
    take_back_wanted = Signal()
    """A file that came back is to be chosen; the dialog is over."""
    changes_wanted = Signal(int)
    """The file that came back with this number is to be shown; the dialog is over."""
    another_wanted = Signal()
    """Another department is to be asked; the dialog is over."""

    def __init__(
        self, listed: Contributions, today: date, parent: QWidget | None = None, *, can_change: bool = True
    ) -> None:
        """Show ``listed`` as they stand ``today``; not ``can_change``: the report is only to be read."""
        super().__init__(parent)
        self._listed, self._today, self._can_change = listed, today, can_change
        self.setWindowTitle(LIST_TITLE)
        help_key(self, HELP)
        self.list = QTreeWidget()
        self.list.setAccessibleName(LIST_TITLE)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(list(_COLUMNS))
        self.take = QPushButton("&Nhận lại tệp Word…")
        self.take.setToolTip("Chọn tệp Word phòng đã gửi lại; phần mềm tự nhận ra đó là phần của phòng nào")
        self.changes = QPushButton("&Xem các chỗ nhận lại")
        self.settle = QPushButton()
        self.another = QPushButton("Gửi &phòng khác…")
        self.nothing = muted(_NOTHING)
        self._lay_out()
        self._connect()
        self.show_listed(listed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.take, self.changes, self.settle, self.another):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton("Đón&g", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = framed(self, LIST_TITLE)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(buttons)
        size_dialog(self, 980, 440)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._allow)
        self.take.clicked.connect(lambda: self._leave(self.take_back_wanted.emit))
        self.another.clicked.connect(lambda: self._leave(self.another_wanted.emit))
        self.changes.clicked.connect(self._show_changes)
        self.settle.clicked.connect(self._settle)

    def show_listed(self, listed: Contributions) -> None:
        """List ``listed`` anew; the same one is chosen."""
        self._listed = listed
        before = self._place()
        self.list.clear()
        for row, back in listed:
            texts = [row.department, row.name, day_text(row.sent_on), day_text(row.due_on)]
            item = QTreeWidgetItem([*texts, answer_text(row, back, self._today)])
            item.setSizeHint(0, row_size(self.list, row.department))
            for column in range(len(_COLUMNS)):
                item.setToolTip(column, item.text(column))
            if is_overdue(row, back, self._today):
                item.setForeground(len(_COLUMNS) - 1, QColor(tokens_of(self.palette()).red))
            self.list.addTopLevelItem(item)
        header = self.list.header()
        for column in range(len(_COLUMNS)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if column == 1 else mode.ResizeToContents)
        header.setStretchLastSection(False)
        self.nothing.setVisible(not listed)
        self.list.setVisible(bool(listed))
        if listed:
            self.list.setCurrentItem(self.list.topLevelItem(max(0, min(before, len(listed) - 1))))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _chosen(self) -> tuple[ContributionRow, ReceivedRow | None] | None:
        at = self._place()
        return self._listed[at] if 0 <= at < len(self._listed) else None

    def _place(self) -> int:
        """The row of the chosen one; -1 for none."""
        item: QTreeWidgetItem | None = self.list.currentItem()
        return -1 if item is None else self.list.indexOfTopLevelItem(item)

    def _allow(self) -> None:
        chosen = self._chosen()
        is_answered = chosen is not None and chosen[1] is not None
        is_settled = chosen is not None and bool(chosen[0].settled)
        self.take.setEnabled(self._can_change and bool(self._listed))
        self.another.setEnabled(self._can_change)
        self.changes.setEnabled(is_answered)
        self.settle.setText("&Chờ lại" if is_settled else "&Không chờ nữa")
        self.settle.setEnabled(self._can_change and chosen is not None and not is_answered)

    def _settle(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.settled.emit(chosen[0].number, not chosen[0].settled)

    def _show_changes(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen[1] is not None:
            number = chosen[1].number
            self._leave(lambda: self.changes_wanted.emit(number))

    def _leave(self, then: Callable[[], object]) -> None:
        self.accept()
        then()
