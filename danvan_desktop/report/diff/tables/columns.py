"""Which columns of two tables are the same: by their heads, then by their words, then by their place.

A column that stands elsewhere is one that went and one that came: the others keep their order.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.likeness import Profile, likeness, profile
from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.diff.tables.gaps import paired
from danvan_desktop.report.model import Table

ColumnPair = tuple[int | None, int | None]
"""Numbers of a column in the old table and in the new one; None: not there."""

_LIKE = 0.6
"""So like are two columns with other heads that are the same, wherever they stand."""
_NEAR = 0.34
"""And two between the same neighbours."""


def matched_columns(old: Table, new: Table) -> list[ColumnPair]:
    """Pair the columns of two tables; on both sides they stand in their order."""
    before, after = _Columns(old), _Columns(new)
    partner = dict(_by_heads(before, after))
    partner |= _by_words(before, after, partner)
    places = sorted(partner)
    stays = heaviest_chain([partner[low] for low in places], [1] * len(places)) if places else set()
    anchors = [(low, partner[low]) for number, low in enumerate(places) if number in stays]
    moved = (
        set(places) - {low for low, _ in anchors},
        {partner[low] for low in places} - {high for _, high in anchors},
    )

    def is_near(low: int, high: int) -> bool:
        return likeness(before.profiles[low], after.profiles[high]) >= _NEAR

    found: list[ColumnPair] = []
    start, new_start = 0, 0
    for low, high in (*anchors, (before.width, after.width)):
        olds = [each for each in range(start, low) if each not in moved[0]]
        news = [each for each in range(new_start, high) if each not in moved[1]]
        pairs = paired(olds, news, is_near)
        pairs += [(each, None) for each in range(start, low) if each in moved[0]]
        pairs += [(None, each) for each in range(new_start, high) if each in moved[1]]
        found += _in_order(pairs)
        if low < before.width:
            found.append((low, high))
        start, new_start = low + 1, high + 1
    return found


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
    found: dict[int, int] = {}
    for _, _, low, high in sorted(claims):
        if low not in found and high not in found.values():
            found[low] = high
    return found


def _in_order(pairs: Sequence[ColumnPair]) -> list[ColumnPair]:
    """Put pairs in a row in which the columns of both tables stand in their order."""
    both = sorted((low, high) for low, high in pairs if low is not None and high is not None)
    olds = sorted(low for low, high in pairs if low is not None and high is None)
    news = sorted(high for low, high in pairs if high is not None and low is None)
    made: list[ColumnPair] = []
    for low, high in both:
        made += [(each, None) for each in olds if each < low]
        made += [(None, each) for each in news if each < high]
        made.append((low, high))
        olds, news = [each for each in olds if each > low], [each for each in news if each > high]
    return [*made, *((each, None) for each in olds), *((None, each) for each in news)]
