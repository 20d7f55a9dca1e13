"""The table as one looks things up in it, and what one report says of itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

from danvan_desktop.checks.proof.confusions import bare, candidates
from danvan_desktop.checks.proof.table import CooccurrenceTable, triple_number

UNKNOWN = -1
"""The number of what the table does not know."""
BREAK, FIGURE, SIGN = 0, 1, 2
"""The numbers of what is no syllable."""
_SEEN_IN_GRAPH, _SEEN_OWN, _SEEN_IN_LAW = (
    0.7,
    (0, 1, 2.5, 5.5, 11, 22, 45, 90),
    (0, 1, 2.5, 5.5, 11, 22, 45, 120),
)
_WEIGHT_OF_OWN, _POWER_OF_LAW = 1.5, 0.8
_LEAST = 1e-3
DISCOUNT = 0.75
"""Of each kind of neighbour that a syllable has, so much is kept for those it was never seen with."""
LEAST_AFFINITY = 0.05
"""What is never attested counts as so often as chance would have it."""
MOST_REPEATED = 3
"""A report vouches for a pair or a word of its own with no more than so many others like it."""
LEARNED = 2
"""A pair learned from issued reports counts as one that this report has so often elsewhere."""


def _seen(level: int) -> float:
    """Give about how often a pair or triple of that level was seen."""
    law: float = _SEEN_IN_LAW[level >> 4] ** _POWER_OF_LAW
    return (level & 1) * _SEEN_IN_GRAPH + _WEIGHT_OF_OWN * _SEEN_OWN[level >> 1 & 7] + law


SEEN = [_seen(level) for level in range(128)]
STRENGTH = [log2(1 + seen) for seen in SEEN]


class Lexis:
    """What the table knows, by the numbers of the syllables."""

    def __init__(self, table: CooccurrenceTable) -> None:
        self.table = table
        self.size = len(table.places)
        self.keys = list(table.places)
        self.by_bare = self._by_bare()
        self.frequency = [each / 4 for each in table.frequency]
        """Binary logarithms of how often each syllable occurs."""
        whole = sum(2**each for each in self.frequency)
        self.whole = log2(whole)
        self.share = [2**each / whole for each in self.frequency]
        """What part of all text each syllable is."""
        self.own, self.before, self.after = (
            [each / 4 for each in often] for often in (table.own, table.before, table.after)
        )
        self.unseen_before = [DISCOUNT * 2**each for each in self.before]
        self.unseen_after = [DISCOUNT * 2**each for each in self.after]
        self._candidates: dict[int, tuple[tuple[int, str], ...]] = {}

    def _by_bare(self) -> dict[str, tuple[str, ...]]:
        groups: dict[str, list[str]] = {}
        for key in self.keys[3:]:
            groups.setdefault(bare(key), []).append(key)
        return {letters: tuple(keys) for letters, keys in groups.items()}

    def place(self, key: str) -> int:
        """Number a key."""
        return self.table.places.get(key, UNKNOWN)

    def confused_with(self, place: int) -> tuple[tuple[int, str], ...]:
        """List the syllables that could have been meant by a known one, with the kind of slip."""
        if (found := self._candidates.get(place)) is None:
            found = self._candidates[place] = self.meant_by(self.keys[place])
        return found

    def meant_by(self, key: str) -> tuple[tuple[int, str], ...]:
        """List the syllables that could have been meant by any letters."""
        places = self.table.places
        return tuple((places[other], kind) for other, kind in candidates(key, places, self.by_bare).items())

    def pair(self, first: int, second: int) -> int:
        """Give the level of a pair."""
        return self.table.pairs.get(first * self.size + second) if first >= 0 <= second else 0

    def strength(self, first: int, second: int) -> float:
        """Give how strongly a pair is attested."""
        return STRENGTH[self.pair(first, second)]

    def affinity(self, first: int, second: int) -> float:
        """Give the logarithm of how much oftener than by chance pairs like that one are attested."""
        if first < 0 or second < 0:
            return 0.0
        return log2(max(self.table.affinity(first, second), LEAST_AFFINITY))

    def expected(self, level: int, unseen: float, syllable: int) -> float:
        """Give about how often a pair of that level stands: as it was seen, and its share of the unseen."""
        return SEEN[level] + unseen * self.share[syllable] + _LEAST

    def triple(self, first: int, second: int, third: int) -> float:
        """Give how strongly a triple is attested."""
        if first < 0 or second < 0 or third < 0:
            return 0.0
        return STRENGTH[self.table.triples.get(triple_number(first, second, third))]


class Repetitions:
    """How often one report has each syllable and each pair: what it says elsewhere is likelier meant."""

    def __init__(self, single: Counter[int], pairs: Counter[tuple[int, int]]) -> None:
        self.single = single
        self.pairs = pairs
        self.whole = max(sum(single.values()), 1)

    def elsewhere(self, syllable: int, *, is_here: bool) -> float:
        """Give the logarithm of how often a syllable stands elsewhere; ``is_here``: this place holds it."""
        return log2(1 + max(self.single.get(syllable, 0) - is_here, 0))

    def pair_elsewhere(self, first: int, second: int, *, is_here: bool) -> int:
        """Count a pair's other occurrences, up to :data:`MOST_REPEATED`."""
        return min(max(self.pairs.get((first, second), 0) - is_here, 0), MOST_REPEATED)


def repetitions(rows: Iterable[Sequence[int]], learned: Iterable[tuple[int, int]] = ()) -> Repetitions:
    """Count what the texts of one report have, and put what was learned from issued reports beside it."""
    single, pairs = Counter[int](), Counter[tuple[int, int]]()
    for row in rows:
        single.update(row)
        pairs.update(pair for pair in pairwise(row) if pair[0] > SIGN < pair[1])
    pairs.update({pair: LEARNED for pair in learned if UNKNOWN not in pair})
    return Repetitions(single, pairs)
