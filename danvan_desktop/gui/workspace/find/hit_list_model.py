"""Rows of the list of hits: for each tab its name and how many there are, then each with the words around."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from danvan_desktop.report.find.find import Hit
from danvan_desktop.report.find.texts import CAPTION, LEGAL_BASES, PART, TextPlace
from danvan_desktop.report.location import ANNEXES, TITLE
from danvan_desktop.report.text.utf16 import utf16_length

_Index = QModelIndex | QPersistentModelIndex
_USER = int(Qt.ItemDataRole.UserRole.value)
WORDS = _USER + 1
"""Where in a row's text the words stand that were found: start and length in UTF-16; None: a tab's name."""
_BEFORE, _AFTER = 30, 70
"""Letters shown of what stands around: two lines of the panel."""

_FIELD_NAMES = {
    "kind": "Tên loại",
    "subject": "Trích yếu",
    "letterhead.parent_agency": "Cơ quan chủ quản",
    "letterhead.agency": "Cơ quan ban hành",
    "letterhead.number": "Số",
    "letterhead.symbol": "Ký hiệu",
    "letterhead.place": "Địa danh",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "filing.unit": "Lưu",
    "filing.drafter": "Người soạn thảo",
    "signature.lines": "Quyền hạn, chức vụ",
    "signature.other_position": "Chức vụ khác",
    "signature.signer": "Người ký",
    LEGAL_BASES: "Căn cứ",
    CAPTION: "Tên bảng",
    PART: "Tên phần",
    TITLE: "Tên mục",
}


class HitListModel(QAbstractListModel):
    """Makes the texts of those rows only that are seen."""

    def __init__(self, parent: QObject) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self._rows: list[str | Hit] = []
        self._places: list[int] = []
        """Of each hit the row."""

    def show(self, hits: Sequence[Hit], names: Mapping[str, str]) -> None:
        """List ``hits``, which are in reading order; ``names`` of the tabs."""
        self.beginResetModel()
        self._rows, self._places = [], []
        for tab, each in groupby(hits, key=lambda hit: hit.place.tab):
            of_tab = list(each)
            self._rows.append(f"{names.get(tab, '')} ({len(of_tab)})")
            self._places += range(len(self._rows), len(self._rows) + len(of_tab))
            self._rows += of_tab
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The row of a hit."""
        return self._places[number]

    def number_of(self, row: int) -> int | None:
        """Which hit a row shows; None: it is a tab's name."""
        number = bisect_left(self._places, row)
        return number if number < len(self._places) and self._places[number] == row else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - as Qt has it
        """Give what a row shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else "".join(_parts(row))
        if role == WORDS and isinstance(row, Hit):
            before, words, _ = _parts(row)
            return utf16_length(before), utf16_length(words)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let hits be chosen and names not."""
        is_name = isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if is_name else super().flags(index)


def _parts(hit: Hit) -> tuple[str, str, str]:
    """What stands before the words that were found, they, and what stands behind."""
    label = place_label(hit.place)
    before = f"{label}: {hit.before(_BEFORE)}" if label else hit.before(_BEFORE)
    return before, hit.words, hit.after(_AFTER)


def place_label(place: TextPlace) -> str:
    """Name the place of a text on its tab; "" in running text."""
    if place.cell is not None:
        row, column, _ = place.cell
        return f"Bảng, hàng {row + 1}, cột {column + 1}"
    if place.field == TITLE and place.tab == ANNEXES:
        return "Tên phụ lục"
    return _FIELD_NAMES.get(place.field, "")
