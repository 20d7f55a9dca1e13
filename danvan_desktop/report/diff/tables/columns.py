"""Which columns of two tables are the same: by their heads, then by their words, then by their place.

A column that stands elsewhere is one that went and one that came: the others keep their order.
"""

from collections import Counter
from collections.abc import Iterator

from danvan_desktop.report.diff.claims import each_once
from danvan_desktop.report.diff.likeness import Profile, likeness, profile
from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.diff.tables.gaps import LinePair, between_anchors
from danvan_desktop.report.model import Table

_LIKE = 0.6
"""So like are two columns with other heads that are the same, wherever they stand."""
_NEAR = 0.34
"""And two between the same neighbours."""


def matched_columns(old: Table, new: Table) -> list[LinePair]:
    """Pair the columns of two tables; on both sides they stand in their order."""
    before, after = _Columns(old), _Columns(new)
    partner = dict(_by_heads(before, after))
    partner |= _by_words(before, after, partner)

    def is_near(low: int, high: int) -> bool:
        return likeness(before.profiles[low], after.profiles[high]) >= _NEAR

    return between_anchors(partner, range(before.width), range(after.width), is_near)


class _Columns:
    """The columns of a table as they are compared."""

    def __init__(self, table: Table) -> None:
        self.width = len(table.columns)
        cells = [[cell_text(row[number]) for row in table.rows] for number in range(self.width)]
        size = table.header_rows
        self.heads = [" ".join(words[:size]).strip().casefold() for words in cells]
        self.profiles: list[Profile] = [profile("\t".join(words[size:])) for words in cells]


def _by_heads(before: _Columns, after: _Columns) -> Iterator[tuple[int, int]]:
    """Pair columns of one head, which stands only once on both sides; not where only the heads moved."""
    count, new_count = Counter(before.heads), Counter(after.heads)
    for low, head in enumerate(before.heads):
        if head and count[head] == new_count[head] == 1:
            high = after.heads.index(head)
            how_like = [likeness(before.profiles[low], words) for words in after.profiles]
            if how_like[high] >= _NEAR or max(how_like) < _LIKE:
                yield low, high


def _by_words(before: _Columns, after: _Columns, partner: dict[int, int]) -> dict[int, int]:
    """Pair the others by what stands in them, the likest first; of equals the nearest."""
    taken = set(partner.values())
    claims = []
    for low in range(before.width):
        for high in range(after.width):
            if low not in partner and high not in taken and before.profiles[low]:
                how = likeness(before.profiles[low], after.profiles[high])
                if how >= _LIKE:
                    claims.append((-how, abs(low - high), low, high))
    return each_once((low, high) for _, _, low, high in sorted(claims))
