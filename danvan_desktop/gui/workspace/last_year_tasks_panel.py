"""Side panel "Nhiệm vụ đã đề ra năm trước": last year's tasks, each with its target and answer."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.widgets.buttons import push_button
from danvan_desktop.gui.widgets.pill import Pill
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.promises import KeptPromise
from danvan_desktop.report.model import Block, Paragraph, Table, plain

TITLE = "Nhiệm vụ đã đề ra năm trước"
WIDTH = 400
LEAST = 320
_TASK, _TARGET, _RESULT = range(3)
_TARGET_SHARE, _RESULT_SHARE = 0.24, 0.28
"""Of the width, these columns take, and more where their titles need it."""


class LastYearTasksPanel(QWidget):
    """A table of tasks; where each is answered is confirmed here, and tasks are copied into the report."""

    copy_wanted = Signal(object)
    """The chosen :class:`Block` values, in their order."""
    answers_wanted = Signal()
    """It is shown: what became of each task is to be told."""
    confirmed = Signal(object)
    """The :class:`KeptPromise` is answered where it says."""
    point_wanted = Signal(object)
    """Of the :class:`KeptPromise` another place is to be pointed to."""
    moved = Signal(object)
    """The :class:`KeptPromise` goes on next year."""
    opened_again = Signal(object)
    """There is no result of the :class:`KeptPromise` yet."""
    place_wanted = Signal(object)
    """The answer of the :class:`KeptPromise` is to be shown in the text."""
    annex_wanted = Signal()
    """All results are to be made an annex."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """``key`` shows it again when it was closed."""
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._kept: dict[int, KeptPromise] = {}
        """By the id of their blocks."""
        self._can_edit = True
        self.header = PanelHeader(TITLE, key)
        self.open_ones = Pill()
        self.list = TaskTable(TITLE)
        self.list.itemSelectionChanged.connect(self._update)
        self.list.entered_row.connect(self._on_enter)
        self._make_buttons()
        self._lay_out()
        self._update()
        self.hide()

    def _make_buttons(self) -> None:
        self.confirm = push_button("Đúng chỗ này", "Nhiệm vụ này đã được trả lời ở đoạn ấy (Enter)")
        self.point = push_button("Chỉ chỗ khác…", "Chọn đoạn của báo cáo trả lời nhiệm vụ này")
        self.move_on = push_button("Chuyển sang năm sau", "Năm nay chưa xong, năm sau làm tiếp")
        self.open_again = push_button("Chưa có kết quả", "Đoạn tìm thấy không phải là kết quả")
        self.go = push_button("Đi tới", "Tới đoạn trả lời trong báo cáo", quiet=True)
        self.copy = push_button(
            "Chép vào báo cáo", "Chép những dòng đã chọn vào dưới đoạn có con trỏ", quiet=True
        )
        self.annex = push_button(
            "Lập phụ lục…",
            "Thêm phụ lục kết quả thực hiện nhiệm vụ đã đề ra",
            quiet=True,
        )
        for button, signal in (
            (self.confirm, self.confirmed),
            (self.point, self.point_wanted),
            (self.move_on, self.moved),
            (self.open_again, self.opened_again),
            (self.go, self.place_wanted),
        ):
            button.clicked.connect(partial(self._tell, signal.emit))
        self.copy.clicked.connect(self._copy)
        self.annex.clicked.connect(self.annex_wanted)

    def _lay_out(self) -> None:
        above, answer, more = FlexRow(), FlexRow(), FlexRow()
        for row, parts in (
            (above, (self.open_ones, self.annex)),
            (answer, (self.confirm, self.point, self.move_on, self.open_again)),
            (more, (self.go, self.copy)),
        ):
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part)
        column = column_below(self.header, self)
        column.setSpacing(GAP // 2)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addLayout(answer)
        column.addLayout(more)

    # ------------------------------------------------------------------ what is shown

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is listed."""
        return self._blocks

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """List last year's tasks; what became of them is told by :meth:`show_kept`."""
        self._blocks, self._kept = tuple(blocks), {}
        self.list.show_rows([_line_text(block) for block in self._blocks])
        self.open_ones.show_state("", "amber")
        self._update()

    def show_kept(self, kept: Sequence[KeptPromise]) -> None:
        """Say of each task what became of it; what is no task is a heading over the columns."""
        before = self._kept
        self._kept = {each.promise.task: each for each in kept}
        if self._kept == before:
            return
        for row, block in enumerate(self._blocks):
            known = self._kept.get(block.id)
            if known is None:
                self.list.show_heading(row)
            else:
                self.list.show_answer(row, "; ".join(known.promise.targets), result_text(known))
        count = sum(each.state == "open" for each in kept)
        self.open_ones.show_state(f"{count} chưa có kết quả" if count else "", "amber")
        self.list.fit_rows()
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what is answered: while it was hidden nobody told."""
        super().showEvent(event)
        self.answers_wanted.emit()

    def set_can_copy(self, can_copy: bool) -> None:  # noqa: FBT001 - a setter
        """Let what is chosen be copied and answers be given, or not: a report that may only be read."""
        self._can_edit = can_copy
        self._update()

    # ------------------------------------------------------------------ what is done

    def chosen(self) -> KeptPromise | None:
        """The task of the current row; None for a heading, and while nothing is known."""
        row = self.list.currentRow()
        chosen = self.list.chosen_rows()
        if row not in chosen or not 0 <= row < len(self._blocks):
            return None
        return self._kept.get(self._blocks[row].id)

    def _update(self) -> None:
        kept, can_edit = self.chosen(), self._can_edit
        has_answer = kept is not None and kept.answer is not None
        self.confirm.setEnabled(can_edit and has_answer and kept is not None and not kept.is_confirmed)
        self.point.setEnabled(can_edit and kept is not None)
        self.move_on.setEnabled(can_edit and kept is not None and kept.state != "moved")
        self.open_again.setEnabled(
            can_edit and kept is not None and not (kept.state == "open" and kept.is_confirmed)
        )
        self.go.setEnabled(has_answer)
        self.copy.setEnabled(can_edit and bool(self.list.chosen_rows()))
        self.annex.setEnabled(can_edit and bool(self._kept))

    def _tell(self, tell: Callable[[KeptPromise], object], _: object = None) -> None:
        kept = self.chosen()
        if kept is not None:
            tell(kept)

    def _on_enter(self) -> None:
        if self.confirm.isEnabled():
            self._tell(self.confirmed.emit)
        elif self.go.isEnabled():
            self._tell(self.place_wanted.emit)

    def _copy(self) -> None:
        rows = self.list.chosen_rows()
        if rows and self._can_edit:
            self.copy_wanted.emit([self._blocks[row] for row in rows])


class TaskTable(QTableWidget):
    """Rows of words; nothing of them is cut off, and Tab leads out of it."""

    entered_row = Signal()
    """Enter, or a double click."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(0, 3, parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(["Nhiệm vụ", "Chỉ tiêu", "Kết quả"])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _: self.entered_row.emit())

    def show_rows(self, texts: Sequence[str]) -> None:
        """List ``texts`` in the first column, the others empty."""
        self.clearSpans()
        self.setRowCount(len(texts))
        for row, text in enumerate(texts):
            for column in range(3):
                item = QTableWidgetItem(text if column == _TASK else "")
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.setItem(row, column, item)
        self.fit_rows()

    def show_answer(self, row: int, target: str, result: str) -> None:
        """Say what was aimed at and what came of it."""
        self._at(row, _TARGET).setText(target)
        self._at(row, _RESULT).setText(result)
        self._at(row, _RESULT).setToolTip(result)
        task = self._at(row, _TASK)
        spoken = ", ".join(filter(None, (task.text(), target, result)))
        task.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def show_heading(self, row: int) -> None:
        """Let the words of ``row`` stand over all columns."""
        self.setSpan(row, 0, 1, 3)
        font: QFont = self.font()
        font.setBold(True)
        self._at(row, _TASK).setFont(font)

    def _at(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            raise IndexError(row)
        return item

    def words(self, row: int) -> str:
        """Give the words of the task in a row."""
        return self._at(row, _TASK).text()

    def result(self, row: int) -> str:
        """Give what is said of the result of a row."""
        return self._at(row, _RESULT).text()

    def chosen_rows(self) -> list[int]:
        """Give the rows that are chosen, from the top."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def fit_rows(self) -> None:
        """Break the lines anew."""
        width, header = self.viewport().width(), self.horizontalHeader()
        for column, share in ((_TARGET, _TARGET_SHARE), (_RESULT, _RESULT_SHARE)):
            self.setColumnWidth(column, max(header.sectionSizeHint(column), int(width * share)))
        rest = width - self.columnWidth(_TARGET) - self.columnWidth(_RESULT)
        self.setColumnWidth(_TASK, max(header.sectionSizeHint(_TASK), rest))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter settles the current row; all else is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


_STATES: Mapping[str, str] = {"open": "✕ chưa có kết quả", "moved": "→ chuyển sang năm sau"}


def result_text(kept: KeptPromise) -> str:
    """Say what became of a task; "?" before what words and numbers tell and nobody has confirmed."""
    if kept.answer is None:
        return _STATES[kept.state]
    place = f" ở {kept.answer.place}" if kept.answer.place else ""
    return f"✓ đã nêu{place}" if kept.is_confirmed else f"? có lẽ đã nêu{place}"


def _line_text(block: Block) -> str:
    if isinstance(block, Paragraph):
        text = plain(block.runs).strip()
        if block.role == "item":
            return f"{'-' if block.level == 1 else '+'} {text}"
        return f"{block.number} {text}" if block.number else text
    if isinstance(block, Table) and block.caption:
        return f"Bảng: {plain(block.caption).strip()}"
    return "Bảng"
