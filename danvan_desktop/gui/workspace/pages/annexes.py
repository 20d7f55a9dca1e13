"""Tab "Phụ lục": the list of annexes, and the page of each with heading and text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.gui.workspace.pages.annex_reference_line import AnnexReferenceLine
from danvan_desktop.gui.workspace.pages.annex_totals_line import AnnexTotalsLine
from danvan_desktop.gui.workspace.pages.form_fields import ChoiceField
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.text_page import TextPage
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.model import Annex, plain

_ORIENTATIONS = (("portrait", "Khổ giấy dọc"), ("landscape", "Khổ giấy ngang"))
Orientation = Literal["portrait", "landscape"]
_NARROW = 800
"""Where the tab is narrower, the list stands above the text."""
_LIST_WIDTH, _LOW, _ANY = 190, 64, 16_777_215


class AnnexPage(TextPage):
    """The page of one annex: number, heading, paper orientation, text."""

    def __init__(
        self, stack: UndoStack, ids: BlockIdCounter, annex: Annex, parent: QWidget | None = None
    ) -> None:
        super().__init__(stack, ids, "Nội dung phụ lục", parent)
        self._annex = annex
        self.number = QLabel()
        self.title = TitleEdit(stack, "Tên phụ lục", "Tên phụ lục")
        self.orientation = ChoiceField(stack, "Khổ giấy của phụ lục", _ORIENTATIONS)
        self.orientation.setMinimumWidth(self.orientation.sizeHint().width())
        self.add_heading(self.number, self.title, self.orientation)
        self.title.text_wanted.connect(self.editor.setFocus)
        self.editor.heading_wanted.connect(self.title.setFocus)
        self.add_fields(self.orientation)
        self.title.load(annex.title)
        self.orientation.load(annex.orientation)
        self.load(annex.blocks)
        self.totals_line = AnnexTotalsLine(self.annex)
        self.reference_line = AnnexReferenceLine()
        self.column.addWidget(self.totals_line)
        self.column.addWidget(self.reference_line)
        self.editor.edited.connect(self.totals_line.note_edit)
        self.totals_line.check()

    @property
    def identity(self) -> int:
        """The annex's id."""
        return self._annex.id

    def show_number(self, number: str | None) -> None:
        """Show the annex's number as it now is."""
        self.number.setText(f"Phụ lục {number or ''}".strip())

    def heading(self) -> Annex:
        """The annex without its blocks."""
        orientation = cast("Orientation", self.orientation.value())
        return replace(self._annex, title=self.title.runs(), orientation=orientation, blocks=())

    def annex(self) -> Annex:
        """The annex as it stands."""
        return replace(self.heading(), blocks=self.blocks())


class AnnexesPage(TabPage):
    """The tab with the list of annexes and the page of the chosen one."""

    add_wanted = Signal()
    delete_wanted = Signal()
    chosen = Signal()
    page_made = Signal(TabPage)

    def __init__(self, stack: UndoStack, ids: BlockIdCounter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack, self._ids = stack, ids
        self.pages: list[AnnexPage] = []
        self._list = WrappedList("Danh sách phụ lục")
        self._add = QPushButton("Thêm &phụ lục…")
        self._delete = QPushButton("Xóa phụ &lục")
        self._leaves = QStackedWidget()
        self._none = QLabel("Báo cáo chưa có phụ lục.\nBấm “Thêm phụ lục” để lập.")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._leaves.addWidget(self._none)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show_row)
        self._add.clicked.connect(self.add_wanted)
        self._delete.clicked.connect(self.delete_wanted)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._add)
        buttons.addWidget(self._delete)
        self._side = QVBoxLayout()
        self._side.setSpacing(GAP)
        self._side.addWidget(self._list, 1)
        self._side.addLayout(buttons)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP, GAP, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addLayout(self._side)
        self._row.addWidget(self._leaves, 1)
        self._arrange(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the text where there is little room beside it."""
        super().resizeEvent(event)
        self._arrange(is_narrow=self.width() < _NARROW)

    def _arrange(self, *, is_narrow: bool) -> None:
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else along)
        self._side.setDirection(along if is_narrow else down)
        self._side.setContentsMargins(0, 0, GAP if is_narrow else 0, 0)
        self._list.setMaximumSize(_ANY if is_narrow else _LIST_WIDTH, _LOW if is_narrow else _ANY)
        self._list.setMinimumWidth(0 if is_narrow else _LIST_WIDTH)

    def load(self, annexes: Sequence[Annex]) -> None:
        """Show ``annexes``."""
        for annex in annexes:
            self.put(self.make(annex), len(self.pages))
        self.show_numbers([annex.number for annex in annexes])
        if self.pages:
            self.show_page(self.pages[0])
        self._update()

    def make(self, annex: Annex) -> AnnexPage:
        """Make the page of ``annex``; it is not shown yet."""
        page = AnnexPage(self._stack, self._ids, annex, self)
        page.hide()
        self.forward_page(page)
        self.page_made.emit(page)
        return page

    def put(self, page: AnnexPage, at: int) -> None:
        """Put ``page`` among the annexes."""
        self.pages.insert(at, page)
        self._leaves.addWidget(page)
        with QSignalBlocker(self._list):
            self._list.insertItem(at, "")
        self._update()

    def remove(self, page: AnnexPage) -> None:
        """Take ``page`` out; it lives on for undo."""
        at = self.pages.index(page)
        self.pages.remove(page)
        self._leaves.removeWidget(page)
        page.setParent(self)
        page.hide()
        with QSignalBlocker(self._list):
            self._list.takeItem(at)
        if self.pages:
            self.show_page(self.pages[min(at, len(self.pages) - 1)])
        else:
            self._leaves.setCurrentWidget(self._none)
        self._update()

    def current(self) -> AnnexPage | None:
        """The annex that is shown."""
        shown = self._leaves.currentWidget()
        return shown if isinstance(shown, AnnexPage) else None

    def show_page(self, page: AnnexPage) -> None:
        """Show ``page``."""
        self._list.setCurrentRow(self.pages.index(page))
        self._leaves.setCurrentWidget(page)
        self.chosen.emit()

    def show_numbers(self, numbers: Sequence[str | None]) -> None:
        """Show the numbers and names as they now are."""
        for row, (page, number) in enumerate(zip(self.pages, numbers, strict=True)):
            page.show_number(number)
            title = plain(page.title.runs())
            self._list.item(row).setText(f"Phụ lục {number or ''}".strip() + (f": {title}" if title else ""))

    def annexes(self) -> tuple[Annex, ...]:
        """The annexes as they stand."""
        return tuple(page.annex() for page in self.pages)

    def set_changeable(self, changeable: bool) -> None:  # noqa: FBT001 - a setter
        """Let annexes be added and deleted, or not."""
        self._add.setEnabled(changeable)
        self._delete.setEnabled(changeable and bool(self.pages))

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self.pages):
            self._leaves.setCurrentWidget(self.pages[row])
            self.chosen.emit()

    def _update(self) -> None:
        self._delete.setEnabled(bool(self.pages))

    def start(self) -> QWidget:
        """The shown annex's text, or the button that makes one."""
        page = self.current()
        return page.start() if page is not None else self._add

    def bring_up(self, widget: QWidget) -> None:
        """Show the annex ``widget`` is in."""
        for page in self.pages:
            if page is widget or page.isAncestorOf(widget):
                self.show_page(page)
