"""The evidence that a syllable stands for another: how well each of the two fits between its neighbours.

All is numbers of one vector, so that weights can be fitted (``packaging/proof/fit_weights.py``) and the score
is a sum of products.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

from danvan_desktop.checks.proof.confusions import KINDS, bare, candidates
from danvan_desktop.checks.proof.table import CooccurrenceTable, pair_number, triple_number

UNKNOWN = -1
"""The number of what the table does not know."""
_BREAK, _SIGN = 0, 2
_GRAPH, _OWN, _LAW = 0.7, (0, 3, 6, 14), (0, 1, 2, 5, 11, 22, 45, 120)
REPEATED = 1.0
"""The strength of a pair that only the report itself has twice: never more."""

NAMES = (
    "bias",
    "candidate_least",
    "candidate_most",
    "written_least",
    "written_most",
    "candidate_both",
    "written_none",
    "written_one",
    "candidate_own",
    "written_own",
    "written_graph",
    "candidate_triple",
    "written_triple",
    "candidate_triples",
    "candidate_frequency",
    "written_frequency",
    "surprise",
    "association",
    "blind",
    "capital",
    "gain",
    *KINDS,
)
"""What the numbers of the vector are."""


def _strengths() -> list[float]:
    """Give the strength of each level: the binary logarithm of about how often it was seen."""
    strengths = []
    for packed in range(256):
        seen = (packed & 1) * _GRAPH + 1.5 * _OWN[packed >> 1 & 3] + _LAW[packed >> 3 & 7]
        strengths.append(log2(1 + seen))
    return strengths


STRENGTH = _strengths()


class Lexis:
    """A table as one looks things up in it, with what one report repeats."""

    def __init__(self, table: CooccurrenceTable) -> None:
        self.table = table
        self.size = len(table.places)
        self.keys = list(table.places)
        self.by_bare = self._by_bare()
        self._candidates: dict[int, tuple[tuple[int, str], ...]] = {}
        self.repeated: frozenset[int] = frozenset()
        """The pairs that the report at hand has twice."""

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
        return self.table.pairs.get(first * self.size + second, 0) if first >= 0 <= second else 0

    def strength(self, first: int, second: int) -> float:
        """Give how strongly a pair is attested, by the table or by the report itself."""
        if first < 0 or second < 0:
            return 0.0
        number = first * self.size + second
        if found := self.table.pairs.get(number):
            return STRENGTH[found]
        return REPEATED if number in self.repeated else 0.0

    def triple(self, first: int, second: int, third: int) -> float:
        """Give how strongly a triple is attested."""
        if first < 0 or second < 0 or third < 0:
            return 0.0
        return STRENGTH[self.table.triples.get(triple_number(first, second, third), 0)]

    def note_repeated(self, keys: Iterable[Sequence[int]], learned: Iterable[tuple[str, str]] = ()) -> None:
        """Take what a report says: a pair that it has twice counts as attested, as does one learned."""
        once, twice = set[int](), set[int]()
        for row in keys:
            for first, second in pairwise(row):
                if first > _SIGN and second > _SIGN:
                    number = pair_number(first, second, self.size)
                    (twice if number in once else once).add(number)
        places = self.table.places
        for left, right in learned:
            if left in places and right in places:
                twice.add(pair_number(places[left], places[right], self.size))
        self.repeated = frozenset(twice)


class Surroundings:
    """The two syllables on either side of a place; what is asked of them for each candidate."""

    def __init__(self, lexis: Lexis, row: Sequence[int], place: int) -> None:
        self.lexis = lexis
        self.left2 = row[place - 2] if place > 1 else UNKNOWN
        self.left, self.right = row[place - 1], row[place + 1]
        self.right2 = row[place + 2] if place + 2 < len(row) else UNKNOWN

    def fit(self, syllable: int) -> tuple[float, float]:
        """Give how strongly ``syllable`` is attested behind the left and before the right neighbour."""
        return self.lexis.strength(self.left, syllable), self.lexis.strength(syllable, self.right)

    def triples(self, syllable: int) -> tuple[float, float, float]:
        """Give how strongly it is attested in the three triples it makes."""
        triple = self.lexis.triple
        return (
            triple(self.left2, self.left, syllable),
            triple(self.left, syllable, self.right),
            triple(syllable, self.right, self.right2),
        )

    def blind_sides(self) -> int:
        """Count the sides that tell little: the end of a phrase, or what the table does not know."""
        return sum(side in {UNKNOWN, _BREAK} for side in (self.left, self.right))


class Weighing:
    """What is known of a written syllable in its surroundings, made once for all of its candidates."""

    def __init__(self, lexis: Lexis, row: Sequence[int], place: int, *, capital: bool) -> None:
        self.lexis = lexis
        self.around = Surroundings(lexis, row, place)
        self.written = row[place]
        self.capital = capital
        self.fits = self.around.fit(self.written)
        self.written_triples = self.around.triples(self.written)
        self.blind = self.around.blind_sides()

    def is_well_attested(self) -> bool:
        """Whether nothing can be wrong: no need to look for candidates."""
        before, both, after = self.written_triples
        return min(self.fits) > 2.5 and (both > 1.0 or (before > 1.0 and after > 1.0))

    def vector(self, candidate: int, kind: str) -> list[float] | None:
        """Give the evidence that ``candidate`` was meant; None: it fits no better than what is written."""
        left, right = self.around.fit(candidate)
        written_left, written_right = self.fits
        if left <= written_left and right <= written_right:
            return None
        triples = self.around.triples(candidate)
        frequency = self.lexis.table.frequency
        of_candidate, of_written = (
            frequency[candidate] / 16,
            (frequency[self.written] / 16 if self.written >= 0 else 0),
        )
        around = self.around
        surprise = association = 0.0
        own_candidate = own_written = graph_written = none = 0
        pair = self.lexis.pair
        for neighbour, fit, fit_written, level, level_written in (
            (around.left, left, written_left, pair(around.left, candidate), pair(around.left, self.written)),
            (
                around.right,
                right,
                written_right,
                pair(candidate, around.right),
                pair(self.written, around.right),
            ),
        ):
            if neighbour <= _BREAK:
                continue
            of_neighbour = frequency[neighbour] / 16
            expected = (of_neighbour + of_written) / 2
            if not fit_written:
                none += 1
                surprise += expected
            if fit:
                association += fit - (of_neighbour + of_candidate) / 4
            own_candidate += bool(level & 6)
            own_written += bool(level_written & 6)
            graph_written += level_written == 1
        gain = max(left - written_left, 0) * max(right - written_right, 0)
        values = [
            1.0,
            min(left, right),
            max(left, right),
            min(self.fits),
            max(self.fits),
            float(left > 0 < right),
            float(none == 2),
            float(none == 1),
            float(own_candidate),
            float(own_written),
            float(graph_written),
            max(triples),
            max(self.written_triples),
            float(sum(each > 0 for each in triples)),
            of_candidate,
            of_written,
            surprise / 4,
            association / 4,
            float(self.blind),
            float(self.capital),
            gain / 8,
        ]
        values += [float(kind == each) for each in KINDS]
        return values
