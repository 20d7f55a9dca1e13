"""Modeless dialog "Việc còn thiếu": the list of all remarks (comments)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.widgets.style import spaced
from danvan_desktop.gui.widgets.wrapped_list import WrappedList

_PLACE = int(Qt.ItemDataRole.UserRole.value) + 1
_NONE = "Không còn việc nào. Ghi việc còn thiếu của một đoạn bằng Ctrl+Alt+M."


@frozen
class ListedRemark:
    """A remark: its block, its tab, its text."""

    block: int
    tab: str
    text: str


class RemarkListDialog(QDialog):
    """Lists the remarks, leads to each, and deletes those that are done."""

    place_wanted = Signal(int)
    """The id of the block to go to."""
    settled = Signal(int)
    """The id of the block whose remark is done with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Việc còn thiếu")
        self.intro = QLabel()
        self.intro.setWordWrap(True)
        self.list = WrappedList("Danh sách việc còn thiếu")
        self.list.setAlternatingRowColors(True)
        self.list.itemActivated.connect(self._go)
        self.list.currentRowChanged.connect(self._update)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton("Đ&i tới", QDialogButtonBox.ButtonRole.ActionRole)
        self.finish = buttons.addButton("Đã &xong", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Đón&g", QDialogButtonBox.ButtonRole.RejectRole)
        self.go.clicked.connect(self._go)
        self.finish.clicked.connect(self._finish)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(self.intro)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(480, 320)

    def show_entries(self, entries: Sequence[ListedRemark], *, editable: bool) -> None:
        """List ``entries``; the chosen line stays chosen as far as it can."""
        row = self.list.currentRow()
        self._editable = editable
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.tab}: {entry.text}", self.list)
            item.setData(_PLACE, entry.block)
        self.list.setCurrentRow(max(0, min(row, len(entries) - 1)) if entries else -1)
        self.intro.setText(f"Còn {len(entries)} việc. Danh sách này không in ra." if entries else _NONE)
        self._update()

    _editable = True

    def _update(self) -> None:
        chosen = self.list.currentItem() is not None
        self.go.setEnabled(chosen)
        self.finish.setEnabled(chosen and self._editable)

    def _chosen(self) -> int | None:
        item = self.list.currentItem()
        place = item.data(_PLACE) if self.list.count() else None
        return place if isinstance(place, int) else None

    def _go(self) -> None:
        block = self._chosen()
        if block is not None:
            self.place_wanted.emit(block)

    def _finish(self) -> None:
        block = self._chosen()
        if block is not None:
            self.settled.emit(block)
