"""The rows of the list of reports: what a row says is made when it is painted."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.home.listing.row_texts import RowTexts, row_texts, tip_of, today_here
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.matches import Matches

_Index = QModelIndex | QPersistentModelIndex


class ReportListModel(QStandardItemModel):
    """Shows some of a :class:`DraftList`.

    No item of the base class is ever made. Of it comes ``index``, in C++: a view asks for every row at each
    layout, which takes 5 ms for ten thousand rows and, through a method in Python, 50.
    """

    def __init__(self, view: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(0, 1, view)
        self._drafts = DraftList()
        self._together: list[int] = []
        self._apart: list[int] = []
        self._agencies: set[str] = set()

    def show(self, drafts: DraftList, found: Matches) -> None:
        """Show of ``drafts`` those that were ``found``."""
        self.removeRows(0, self.rowCount())
        self._drafts, self._together, self._apart, self._agencies = drafts, [], [], set()
        self.add(found)

    def add(self, found: Matches) -> None:
        """Show what a search has found besides."""
        self._agencies |= self._drafts.agencies(found.places())
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

    def number(self, row: int) -> int:
        """Give the number in the store of the report of a row."""
        return self._drafts.numbers[self._place(row)]

    def texts(self, row: int) -> RowTexts:
        """Give what a row says."""
        return row_texts(self.draft(row), today_here(), shows_agency=len(self._agencies) > 1)

    def row_of(self, number: int | None) -> int | None:
        """Give the row of the draft with this number; None: it is not shown."""
        place = self._drafts.place_of(number)
        if place is None:
            return None
        if place in self._together:
            return self._together.index(place)
        return len(self._together) + self._apart.index(place) if place in self._apart else None

    # --------------------------------------------------------------------------- asked for by Qt

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a row shows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._drafts.title(self._place(index.row()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.texts(index.row()).spoken}, năm {self.draft(index.row()).year}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(self.draft(index.row()))
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

    def _place(self, row: int) -> int:
        beyond = row - len(self._together)
        return self._together[row] if beyond < 0 else self._apart[beyond]
