"""Side panel "Việc còn thiếu": all remarks (comments) of the report."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.widgets.side.card_list import HEADING
from danvan_desktop.gui.widgets.side.list_panel import ListPanel
from danvan_desktop.gui.widgets.style import GAP

_PLACE = int(Qt.ItemDataRole.UserRole.value) + 1
_NONE = "Không còn việc nào. Ghi việc còn thiếu của một đoạn bằng Ctrl+Alt+M."


@frozen
class ListedRemark:
    """A remark: its block, its tab, its text."""

    block: int
    tab: str
    text: str


class RemarkPanel(ListPanel):
    """Lists the remarks, leads to each, and deletes those that are done."""

    place_wanted = Signal(int)
    """The id of the block to go to."""
    settled = Signal(int)
    """The id of the block whose remark is done with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__("Việc còn thiếu", "Ctrl+Alt+L", "Danh sách việc còn thiếu", parent)
        self._editable = True
        self._entries: tuple[ListedRemark, ...] = ()
        self.list.itemActivated.connect(self._go)
        self.list.currentRowChanged.connect(self._update)
        self.go, self.finish = QPushButton("Đi tới"), QPushButton("Đã xong")
        self.finish.setToolTip("Xóa việc này khỏi danh sách; Ctrl+Z để lấy lại")
        self.go.clicked.connect(self._go)
        self.finish.clicked.connect(self._finish)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.go)
        row.addWidget(self.finish)
        row.addStretch(1)
        self.put_below(row)

    def show_entries(self, entries: Sequence[ListedRemark], *, editable: bool) -> None:
        """List ``entries``; the chosen line stays chosen as far as it can."""
        row = self.list.currentRow()
        self._editable = editable
        if tuple(entries) != self._entries or not entries:
            self._entries = tuple(entries)
            self.list.clear()
            for entry in entries:
                item = QListWidgetItem(entry.text, self.list)
                item.setData(HEADING, entry.tab)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.tab}: {entry.text}")
                item.setData(_PLACE, entry.block)
            self.list.setCurrentRow(max(0, min(row, len(entries) - 1)) if entries else -1)
        self.intro.setText(f"Còn {len(entries)} việc. Danh sách này không in ra." if entries else _NONE)
        self._update()

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
