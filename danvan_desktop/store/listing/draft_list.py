"""The list of reports as it was read: rows, each of which becomes a :class:`Draft` when it is asked for.

Of ten thousand reports few are ever seen: making all entries with their dates takes ten times as long as
reading the rows. What is asked of all of them is answered from the rows.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Literal, overload

from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.report.text.fold_diacritics import fold
from danvan_desktop.store.connection.reading import decoded_or_bytes
from danvan_desktop.store.listing.draft import COLUMNS, Draft, Row, draft_of, title_of
from danvan_desktop.store.rows import draft_list_columns

Order = Literal["year", "modified", "due", "title", "state"]
"""By what a list is sorted."""

_ID, _NAME, _SUBJECT, _YEAR, _STATE, _MODIFIED, _DUE, _AGENCY, _UNCHECKED, _SETTLED, _DAMAGED = (
    COLUMNS.index(name)
    for name in (
        *("id", "name", "subject", "year", "state", "modified", "due", "agency", "unchecked", "settled"),
        "damaged",
    )
)
_WORKED_ON = tuple(COLUMNS.index(name) for name in ("unedited", "unchecked", "missing", "settled", "round"))
"""Columns that say that something is, or was, to be done in a report."""


NOT_DELETED = "deleted IS NULL ORDER BY modified DESC, id DESC"
"""The condition for :func:`read_rows`, with the order: last edited first."""


def read_rows(connection: sqlite3.Connection, condition: str, *values: object) -> list[Row]:
    """Read the rows of the list for which the SQL ``condition`` holds, with what may follow it."""
    query = f"SELECT {', '.join(COLUMNS)} FROM draft WHERE {condition}"  # noqa: S608 - our own words
    before = connection.text_factory
    try:
        connection.text_factory = str
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        connection.text_factory = decoded_or_bytes  # ten times as slow, and nobody but a damaged row needs it
        return connection.execute(query, values).fetchall()
    finally:
        connection.text_factory = before


class DraftList(Sequence[Draft]):
    """Stored reports in an order. A place in it counts from 0."""

    def __init__(self, rows: Sequence[Row] = (), make: Callable[[Row], Draft] = draft_of) -> None:
        """``make`` gives the entry of a row, also of a damaged one."""
        self._rows, self._make = rows, make
        self._made: dict[int, Draft] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Draft: ...
    @overload
    def __getitem__(self, place: slice) -> "DraftList": ...
    def __getitem__(self, place: int | slice) -> "Draft | DraftList":
        """Give one of them, or some."""
        if isinstance(place, slice):
            return DraftList(self._rows[place], self._make)
        if place not in self._made:
            self._made[place] = self._make(self._rows[place])
        return self._made[place]

    @cached_property
    def numbers(self) -> list[int]:
        """Their numbers in the store."""
        return [row[_ID] for row in self._rows]

    def title(self, place: int) -> str:
        """Give the title of a draft."""
        name, subject = self._rows[place][_NAME], self._rows[place][_SUBJECT]
        return title_of(name if isinstance(name, str) else None, subject if isinstance(subject, str) else "")

    def place_of(self, number: int | None) -> int | None:
        """Give the place of the draft with this number; None: it is not among them."""
        return self.numbers.index(number) if number in self.numbers else None

    def is_damaged(self, place: int) -> bool:
        """Whether the report at ``place`` was found damaged."""
        return bool(self._rows[place][_DAMAGED])

    def agencies(self, places: Sequence[int]) -> set[str]:
        """Whose reports stand at ``places``."""
        return {agency for agency in (self._rows[place][_AGENCY] for place in places) if agency}

    def sorted_by(self, order: Order) -> "DraftList":
        """Give the same reports in another order; those alike in it stay as they stand to each other."""
        if order == "modified":
            return self
        key, is_reversed = _KEYS[order]
        return DraftList(sorted(self._rows, key=key, reverse=is_reversed), self._make)

    def groups(self, order: Order) -> list[tuple[int | str, int]]:
        """Give, for a list in that order, the year or state of each group, and its first place.

        The year is 0 and the state "" where it is not known. In the other orders there are no groups.
        """
        shared = _SHARED.get(order)
        found: list[tuple[int | str, int]] = []
        if shared is not None:
            for place, row in enumerate(self._rows):
                each = shared(row)
                if not found or found[-1][0] != each:
                    found.append((each, place))
        return found

    @property
    def is_counted(self) -> bool:
        """Whether of each of them it is known what is open in it and whose it is."""
        return not any(
            row[_UNCHECKED] is None or row[_AGENCY] is None or row[_SETTLED] is None for row in self._rows
        )

    def current(self) -> Draft | None:
        """Give the report of the latest year; one that is not issued yet, the last that was edited.

        What was brought in and names no office, with nothing to be done in it, is only taken where there is
        no other: it may be any paper.
        """
        sound = (place for place, row in enumerate(self._rows) if not row[_DAMAGED])

        def rank(place: int) -> tuple[bool, tuple[int, bool, str]]:
            row = self._rows[place]
            return _is_of_an_office(row), _rank(row, issued=False)

        best = max(sound, key=rank, default=None)
        return None if best is None else self[best]

    def years(self) -> set[int]:
        """Give the years that there are reports of."""
        return {row[_YEAR] for row in self._rows if isinstance(row[_YEAR], int)}

    def of_subject(self, year: int, subject: str) -> "DraftList":
        """Give those of ``year`` with this trích yếu, however it is spelt; damaged ones and "" have none."""
        wanted = _folded_words(subject)
        rows = [
            row
            for row in self._rows
            if wanted and row[_YEAR] == year and not row[_DAMAGED] and _folded_words(row[_SUBJECT]) == wanted
        ]
        return DraftList(rows, self._make)

    def before(self, year: int) -> "DraftList":
        """Give those of earlier years, the latest first; of a year the issued ones first."""
        rows = [row for row in self._rows if isinstance(row[_YEAR], int) and row[_YEAR] < year]
        return DraftList(sorted(rows, key=lambda row: _rank(row, issued=True), reverse=True), self._make)


def _folded_words(text: object) -> str:
    return " ".join(fold(text).split()) if isinstance(text, str) else ""


def _year(row: Row) -> int:
    return row[_YEAR] if isinstance(row[_YEAR], int) else 0


def _due(row: Row) -> tuple[bool, tuple[int, int, int]]:
    """What is still to be sent comes by its deadline; then all else."""
    due = draft_list_columns.read_due(row[_DUE] if isinstance(row[_DUE], str) else None)
    is_open = due.year is not None and row[_STATE] != "issued" and not row[_DAMAGED]
    return (not is_open, (due.year or 0, due.month or 13, due.day or 32) if is_open else (0, 0, 0))


def _title(row: Row) -> str:
    name, subject = row[_NAME], row[_SUBJECT]
    title = title_of(name if isinstance(name, str) else None, subject if isinstance(subject, str) else "")
    return fold(title)


def _known_state(row: Row) -> str:
    return row[_STATE] if row[_STATE] in _STATES else ""


def _state(row: Row) -> int:
    return _STATES.index(_known_state(row))


_STATES = (*STATE_LABELS, "")
_KEYS: dict[Order, tuple[Callable[[Row], Any], bool]] = {
    "year": (_year, True),
    "due": (_due, False),
    "title": (_title, False),
    "state": (_state, False),
}
"""What is compared, and whether the greatest comes first."""
_SHARED: dict[Order, Callable[[Row], int | str]] = {"year": _year, "state": _known_state}
"""What the reports of a group share."""


def _is_of_an_office(row: Row) -> bool:
    """Tell whether somebody's work is seen in a report: its office, its deadline, what is open."""
    due = row[_DUE] if isinstance(row[_DUE], str) else ""
    is_counted = row[_AGENCY] is not None and row[_UNCHECKED] is not None
    return bool(row[_AGENCY] or due.strip("-")) or not is_counted or any(row[column] for column in _WORKED_ON)


def _rank(row: Row, *, issued: bool) -> tuple[int, bool, str]:
    year, modified = row[_YEAR], row[_MODIFIED]
    return (
        year if isinstance(year, int) else 0,
        (row[_STATE] == "issued") == issued,
        modified if isinstance(modified, str) else "",
    )
