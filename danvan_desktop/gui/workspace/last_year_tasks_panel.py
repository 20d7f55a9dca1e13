"""Side panel "Nhiệm vụ đã đề ra năm trước": the tasks that last year's report set for this year, as cards."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QPushButton, QWidget

from danvan_desktop.gui.widgets.side.card_list import PILL_TEXT, CardList
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.report.model import Block, Paragraph, Table, plain

TITLE = "Nhiệm vụ đã đề ra năm trước"
WIDTH = 290
_BLOCK = int(Qt.ItemDataRole.UserRole.value) + 1


class LastYearTasksPanel(QWidget):
    """A list of tasks; the selected ones can be copied into the report."""

    copy_wanted = Signal(object)
    """The chosen :class:`Block` values, in their order."""
    answers_wanted = Signal()
    """It is shown: which tasks the report speaks of is to be told."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """``key`` shows it again when it was closed."""
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self.header = PanelHeader(TITLE, key)
        self.list = CardList(TITLE)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.copy = QPushButton("Chép vào báo cáo")
        self.copy.setToolTip("Chép những dòng đã chọn vào dưới đoạn có con trỏ")
        self.copy.clicked.connect(self._copy)
        self.list.itemActivated.connect(self._copy)
        self.list.itemSelectionChanged.connect(self._update)
        column = column_below(self.header, self)
        column.addWidget(self.list, 1)
        column.addWidget(self.copy)
        self._can_copy = True
        self._update()
        self.hide()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is listed."""
        return self._blocks

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """List last year's tasks."""
        self._blocks = tuple(blocks)
        self.list.clear()
        for index, block in enumerate(self._blocks):
            item = QListWidgetItem(_line_text(block), self.list)
            item.setData(_BLOCK, index)

    def show_answered(self, places: Mapping[int, str]) -> None:
        """Say on its card where a task stands in the report: ``places`` by the number of the task."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            place = places.get(item.data(_BLOCK), "")
            pill = f"đã nêu ở {place}" if place else ""
            if item.data(PILL_TEXT) != pill:
                item.setData(PILL_TEXT, pill)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} ({pill})" if pill else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what is answered: while it was hidden nobody told."""
        super().showEvent(event)
        self.answers_wanted.emit()

    def set_can_copy(self, can_copy: bool) -> None:  # noqa: FBT001 - a setter
        """Let what is chosen be copied, or not: a report that may only be read."""
        self._can_copy = can_copy
        self._update()

    def _update(self) -> None:
        self.copy.setEnabled(self._can_copy and bool(self.list.selectedItems()))

    def _copy(self) -> None:
        rows = sorted(item.data(_BLOCK) for item in self.list.selectedItems())
        if rows and self._can_copy:
            self.copy_wanted.emit([self._blocks[row] for row in rows])


def _line_text(block: Block) -> str:
    if isinstance(block, Paragraph):
        text = plain(block.runs).strip()
        if block.role == "item":
            return f"{'-' if block.level == 1 else '+'} {text}"
        return f"{block.number} {text}" if block.number else text
    if isinstance(block, Table) and block.caption:
        return f"Bảng: {plain(block.caption).strip()}"
    return "Bảng"
