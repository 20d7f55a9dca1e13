"""The rows of the list of reports: what a cell shows is made when it is painted."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.home.current_report_card import due_of, state_of
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.style import icon, row_size
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.search import Matches

_DAMAGED = "Báo cáo này bị hỏng trong tệp dữ liệu. Mở nó để lấy phần còn đọc được."
_NO_YEAR = 1970
"""Of a moment that a damaged row does not tell."""
_HEADINGS = ("Trích yếu", "Năm", "Tình trạng", "Hạn gửi")
_TITLE, _YEAR, _STATE, _DUE, _WHEN = range(len(_HEADINGS) + 1)
_Index = QModelIndex | QPersistentModelIndex


class ReportListModel(QStandardItemModel):
    """Shows some of a :class:`DraftList`.

    No item of the base class is ever made. Of it comes ``index``, in C++: a tree view asks for every row at
    each layout, which takes 5 ms for ten thousand rows and, through a method in Python, 50.
    """

    def __init__(self, view: QWidget) -> None:
        """Show nothing yet; the font of ``view`` says how high a row is."""
        super().__init__(0, _WHEN + 1, view)
        self._view = view
        self._drafts = DraftList()
        self._together: list[int] = []
        self._apart: list[int] = []
        self._agencies: set[str] = set()

    def show(self, drafts: DraftList, found: Matches, *, is_bin: bool) -> None:
        """Show of ``drafts`` those that were ``found``; ``is_bin``: they were deleted."""
        self.removeRows(0, self.rowCount())
        self._drafts, self._together, self._apart, self._agencies = drafts, [], [], set()
        self.setHorizontalHeaderLabels([*_HEADINGS, "Ngày xóa" if is_bin else "Sửa lần cuối"])
        self.add(found)

    def add(self, found: Matches) -> None:
        """Show what a search has found besides."""
        self._note_agencies(found.places())
        for places, more, start in (
            (self._together, found.together, len(self._together)),
            (self._apart, found.apart, self.rowCount() + len(found.together)),
        ):
            places.extend(more)
            if more:
                self.insertRows(start, len(more))

    def draft(self, row: int) -> Draft:
        """Give the report of a row."""
        return self._drafts[self._place(row)]

    def row_of(self, number: int | None) -> int | None:
        """Give the row of the draft with this number; None: it is not shown."""
        place = self._drafts.place_of(number)
        if place is None:
            return None
        if place in self._together:
            return self._together.index(place)
        return len(self._together) + self._apart.index(place) if place in self._apart else None

    def texts_to_measure(self, column: int) -> set[str]:
        """Give texts of ``column`` among which is its widest, shown or not: a search moves no column."""
        return {_text(draft, column) for draft in self._drafts.samples}

    # --------------------------------------------------------------------------- asked for by Qt

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a cell shows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if index.column() == _TITLE:
            if role == Qt.ItemDataRole.SizeHintRole:
                return row_size(self._view.font(), lines=2 if self._shows_agency else 1)
            if role == Qt.ItemDataRole.ToolTipRole:
                return _tip(self.draft(index.row()))
        if index.column() == _STATE and self._drafts.is_damaged(self._place(index.row())):
            if role == Qt.ItemDataRole.DecorationRole:
                return icon("damaged", "red")
            if role == Qt.ItemDataRole.ToolTipRole:
                return _DAMAGED
        return None

    def match(
        self,
        start: _Index,
        role: int,
        value: Any,  # noqa: ANN401 - as Qt has it
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Find the report whose title begins with what was typed, from ``start`` on and round."""
        count, wanted = self.rowCount(), str(value).casefold()
        for step in range(count):
            row = (start.row() + step) % count
            if self._drafts.title(self._place(row)).casefold().startswith(wanted):
                return [self.index(row, start.column())]
        return []

    # --------------------------------------------------------------------------------------------

    @property
    def _shows_agency(self) -> bool:
        """Whether there are reports of several: then each row says below its title whose it is."""
        return len(self._agencies) > 1

    def _note_agencies(self, places: Sequence[int]) -> None:
        before = self._shows_agency
        self._agencies |= self._drafts.agencies(places)
        if self._shows_agency != before:
            self.layoutChanged.emit()

    def _place(self, row: int) -> int:
        beyond = row - len(self._together)
        return self._together[row] if beyond < 0 else self._apart[beyond]

    def _text(self, row: int, column: int) -> str:
        draft = self.draft(row)
        if column == _TITLE and self._shows_agency:
            return f"{draft.title}\n{draft.agency or '(chưa ghi tên cơ quan)'}"
        return _text(draft, column)


def today() -> date:
    """Give the day from which deadlines are counted."""
    return now().date()


def _text(draft: Draft, column: int) -> str:
    if column == _TITLE:
        return draft.title
    if column == _YEAR:
        return str(draft.year or "")
    if column == _STATE:
        return state_of(draft)
    if column == _DUE:
        return due_of(draft, today()).removeprefix("Hạn gửi ")
    return _when(draft.deleted or draft.modified)


def _tip(draft: Draft) -> str:
    name = None if draft.name is None else f"Trích yếu: {draft.subject}"
    agency = f"Cơ quan: {draft.agency}" if draft.agency else None
    damaged = _DAMAGED if draft.is_damaged else None
    return "\n".join(filter(None, (draft.title, name, agency, damaged)))


def _when(moment: datetime) -> str:
    """Write the moment; nothing where a damaged row does not tell it."""
    return f"{moment:%d/%m/%Y  %H:%M}" if moment.year > _NO_YEAR else ""
