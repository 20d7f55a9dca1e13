"""A search through the list of reports, piece by piece: what was found is shown while it goes on.

The folded texts are read and looked through, 100 MB in less than half a second. An index of trigrams (FTS5)
finds a word in a tenth of that, but none of two letters ("số", "xã"), which are many in Vietnamese; it makes
the file a third larger and a save of 300 pages 150 ms longer.
"""

import sqlite3
from collections.abc import Sequence

from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.rows.search import terms

_AT_ONCE = 100
"""Reports looked through by one statement: a few milliseconds, then an autosave may come in between."""


class Search:
    """Looks for words in the reports with these numbers; needs no tone marks and finds parts of words.

    Words in quotation marks must stand together.
    """

    def __init__(self, numbers: Sequence[int], words: str) -> None:
        """Have looked at none yet."""
        self._numbers, self._terms = numbers, terms(words)
        self._looked = 0

    @property
    def is_over(self) -> bool:
        """Whether all were looked through."""
        return self._looked >= len(self._numbers)

    def stop(self) -> None:
        """Look through no more of them; may be called from another thread."""
        self._numbers = ()

    def go_on(self, connection: sqlite3.Connection) -> Matches:
        """Look through some more; what was found among these."""
        numbers = self._numbers[self._looked : self._looked + _AT_ONCE]
        condition = " AND ".join(["instr(folded, ?)"] * len(self._terms))
        # One row, whatever is found: for each the thread would wait for its turn in Python.
        query = (
            "SELECT group_concat(draft_id) FILTER (WHERE is_together), "  # noqa: S608 - numbers
            "group_concat(draft_id) FILTER (WHERE NOT is_together) "
            "FROM (SELECT draft_id, instr(folded, ?) > 0 AS is_together FROM search "
            f"WHERE draft_id IN ({', '.join(map(str, numbers))}) AND {condition})"
        )
        found = connection.execute(query, (" ".join(self._terms), *self._terms)).fetchone()
        together, apart = (set(map(int, each.split(","))) if each else set() for each in found)
        places = range(self._looked, self._looked + len(numbers))
        self._looked += len(numbers)
        return Matches(
            tuple(place for place, number in zip(places, numbers, strict=True) if number in together),
            tuple(place for place, number in zip(places, numbers, strict=True) if number in apart),
        )
