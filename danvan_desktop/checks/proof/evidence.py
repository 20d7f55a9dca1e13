"""The evidence that a syllable stands for another: how well each of the two fits between its neighbours.

All is numbers of one vector, so that weights can be fitted (``packaging/proof/fit_weights.py``) and the score
is a sum of products. Logarithms are binary.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import log2

from danvan_desktop.checks.proof.confusions import KINDS
from danvan_desktop.checks.proof.lexis import BREAK, SIGN, STRENGTH, UNKNOWN, Lexis, Repetitions
from danvan_desktop.checks.proof.table import GRAPH, OWN

_ATTESTED, _IN_A_TRIPLE = 2.4, 1.0
"""How strong pairs and triples are in which nothing can be wrong."""
_REACH = 40
"""So many syllables on either side tell how familiar a text is."""
_USUAL, _SURENESS = 0.8, 2
"""What part of the pairs is usually attested, and how many pairs that expectation weighs."""
NAMES = (
    "bias",
    # How strongly the pairs and triples are attested.
    "candidate_least",
    "candidate_most",
    "candidate_both",
    "candidate_own",
    "candidate_graph",
    "candidate_triple",
    "candidate_triples",
    "candidate_between",
    "written_least",
    "written_most",
    "written_none",
    "written_one",
    "written_own",
    "written_own_most",
    "written_graph",
    "written_triple",
    "written_between",
    "gain",
    # How much likelier the neighbours make the candidate than what is written, and each than by chance.
    "likelier_least",
    "likelier_most",
    "likelier_both",
    "likelier_one",
    "candidate_tie",
    "candidate_tie_least",
    "written_tie",
    "written_tie_gain",
    "tie_where_none",
    "chance_where_none",
    # How well the company of two fits that nobody has seen beside each other.
    "candidate_affinity_left",
    "candidate_affinity_right",
    "written_affinity_left",
    "written_affinity_right",
    # What kind of syllables they are.
    "candidate_frequency",
    "candidate_frequency_both",
    "written_frequency",
    "written_frequency_none",
    "neighbours_frequency_none",
    "candidate_own_text",
    "written_own_text",
    "candidate_partners_least",
    "candidate_partners_most",
    "written_partners_least",
    "written_partners_most",
    "written_short",
    # What stands beside them.
    "left_break",
    "right_break",
    "left_figure",
    "right_figure",
    # How well the table knows the text around.
    "familiar",
    "familiar_none",
    "familiar_one",
    # What the report says elsewhere.
    "candidate_elsewhere",
    "written_elsewhere",
    "candidate_elsewhere_beyond",
    "written_elsewhere_beyond",
    "candidate_pairs_elsewhere",
    "written_pairs_elsewhere",
    "written_only_here",
    *KINDS,
)
"""What the numbers of the vector are."""
WRITTEN = ("written_elsewhere", "written_elsewhere_beyond", "written_pairs_elsewhere")
CANDIDATE = ("candidate_elsewhere", "candidate_elsewhere_beyond", "candidate_pairs_elsewhere")
Numbers = dict[str, float]
"""Some of the vector's numbers by name; those that are not named are 0."""


class Surroundings:
    """The two syllables on either side of a place; what is asked of them for each candidate."""

    def __init__(self, lexis: Lexis, row: Sequence[int], place: int) -> None:
        self.lexis = lexis
        self.left2 = row[place - 2] if place > 1 else UNKNOWN
        self.left, self.right = row[place - 1], row[place + 1]
        self.right2 = row[place + 2] if place + 2 < len(row) else UNKNOWN

    def levels(self, syllable: int) -> tuple[int, int]:
        """Give the levels of the pairs that ``syllable`` makes with the left and the right neighbour."""
        return self.lexis.pair(self.left, syllable), self.lexis.pair(syllable, self.right)

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


def familiarity(lexis: Lexis, row: Sequence[int], place: int) -> float:
    """Give what part of the pairs near ``place`` is attested, its own left out.

    Where a text speaks of what the table hardly knows, one pair more that it does not know means little.
    """
    before, after = row[max(place - _REACH, 0) : place], row[place + 1 : place + 1 + _REACH]
    levels = [
        lexis.pair(first, second)
        for pairs in (pairwise(before), pairwise(after))
        for first, second in pairs
        if not (BREAK <= first <= SIGN or BREAK <= second <= SIGN)
    ]
    return (len(levels) - levels.count(0) + _USUAL * _SURENESS) / (len(levels) + _SURENESS)


class Standing:
    """How one syllable, written or meant, stands at a place."""

    def __init__(self, around: Surroundings, syllable: int) -> None:
        lexis = around.lexis
        self.syllable = syllable
        self.levels = around.levels(syllable)
        self.left, self.right = (STRENGTH[level] for level in self.levels)
        self.triples = around.triples(syllable)
        self.frequency = lexis.frequency[syllable]
        left, right = around.left, around.right
        self.tie_left = (
            self.left - (lexis.frequency[left] + self.frequency) / 4 if self.left and left >= 0 else 0.0
        )
        self.tie_right = (
            self.right - (lexis.frequency[right] + self.frequency) / 4 if self.right and right >= 0 else 0.0
        )
        self.own_pairs = sum(bool(level & OWN) for level in self.levels)
        self.graph_pairs = sum(level == GRAPH for level in self.levels)
        partners = lexis.before[syllable], lexis.after[syllable]
        self.partners_least, self.partners_most = min(partners), max(partners)
        self._around = around

    def affinity_left(self) -> float:
        """Give how well its company fits that of its left neighbour; 0: they are attested themselves."""
        return 0.0 if self.left else self._around.lexis.affinity(self._around.left, self.syllable)

    def affinity_right(self) -> float:
        """Give how well its company fits that of its right neighbour; 0: they are attested themselves."""
        return 0.0 if self.right else self._around.lexis.affinity(self.syllable, self._around.right)


class Weighing:
    """What is known of a written syllable in its surroundings, made once for all of its candidates."""

    def __init__(self, lexis: Lexis, row: Sequence[int], place: int, report: Repetitions) -> None:
        self.lexis = lexis
        self.around = Surroundings(lexis, row, place)
        self._place = row, place
        self.written = Standing(self.around, row[place])
        self._report = report

    def is_well_attested(self) -> bool:
        """Whether nothing can be wrong: no need to look for candidates."""
        before, both, after = self.written.triples
        return min(self.written.left, self.written.right) > _ATTESTED and (
            both > _IN_A_TRIPLE or (before > _IN_A_TRIPLE and after > _IN_A_TRIPLE)
        )

    @cached_property
    def of_written(self) -> Numbers:
        """The numbers that are the same for each candidate."""
        written, around, lexis = self.written, self.around, self.lexis
        beside = ((around.left, written.left), (around.right, written.right))
        nowhere = [side for side, fit in beside if not fit and side != BREAK]
        none = len(nowhere)
        known = [lexis.frequency[side] for side in nowhere if side >= 0]
        familiar = 2 * familiarity(lexis, *self._place)
        return {
            "bias": 1.0,
            "written_least": min(written.left, written.right),
            "written_most": max(written.left, written.right),
            "written_none": float(none == 2),
            "written_one": float(none == 1),
            "written_own": float(written.own_pairs),
            "written_own_most": max(level >> 1 & 7 for level in written.levels) / 2,
            "written_graph": float(written.graph_pairs),
            "written_triple": max(written.triples),
            "written_between": float(written.triples[1] > 0),
            "written_tie": max(written.tie_left, written.tie_right),
            "written_affinity_left": written.affinity_left(),
            "written_affinity_right": written.affinity_right(),
            "chance_where_none": sum(each + written.frequency - lexis.whole for each in known) / 8,
            "written_frequency": written.frequency / 4,
            "written_frequency_none": written.frequency / 4 * (none == 2),
            "neighbours_frequency_none": sum(known) / 8,
            "written_own_text": lexis.own[written.syllable] / 2,
            "written_partners_least": written.partners_least / 4,
            "written_partners_most": written.partners_most / 4,
            "written_short": float(len(lexis.keys[written.syllable].rstrip("12345")) <= 2),
            "left_break": float(around.left in {BREAK, UNKNOWN}),
            "right_break": float(around.right in {BREAK, UNKNOWN}),
            "left_figure": float(BREAK < around.left <= SIGN),
            "right_figure": float(BREAK < around.right <= SIGN),
            "familiar": familiar,
            "familiar_none": familiar * (none == 2),
            "familiar_one": familiar * (none == 1),
        } | self._said_of(written.syllable, WRITTEN)

    def of_candidate(self, candidate: int, kind: str) -> Numbers | None:
        """Give the numbers of one candidate; None: it fits no better than what is written."""
        left, right = self.around.fit(candidate)
        if left <= self.written.left and right <= self.written.right:
            return None
        meant = Standing(self.around, candidate)
        return (
            self._standing(meant) | self._said_of(candidate, CANDIDATE) | self._likelier(meant) | {kind: 1.0}
        )

    def vector(self, candidate: int, kind: str) -> list[float] | None:
        """Give all numbers in the order of :data:`NAMES`, or None."""
        if (of_candidate := self.of_candidate(candidate, kind)) is None:
            return None
        values = self.of_written | of_candidate
        return [values.get(name, 0.0) for name in NAMES]

    def _said_of(self, syllable: int, who: tuple[str, str, str]) -> Numbers:
        """Give what the report says elsewhere of a syllable."""
        around, report = self.around, self._report
        is_here = syllable == self.written.syllable
        elsewhere = report.elsewhere(syllable, is_here=is_here)
        pairs = report.pair_elsewhere(around.left, syllable, is_here=is_here)
        pairs += report.pair_elsewhere(syllable, around.right, is_here=is_here)
        often, beyond, paired = who
        said = {
            often: elsewhere,
            beyond: elsewhere - self._by_chance(syllable),
            paired: log2(1 + pairs),
        }
        return said | {"written_only_here": float(not elsewhere)} if is_here else said

    def _by_chance(self, syllable: int) -> float:
        """Give how often a syllable is to be expected in the report, as a logarithm."""
        return log2(1 + self._report.whole * self.lexis.share[syllable])

    def _standing(self, meant: Standing) -> Numbers:
        """Give how the candidate stands in the table."""
        both = meant.left > 0 < meant.right
        return {
            "candidate_least": min(meant.left, meant.right),
            "candidate_most": max(meant.left, meant.right),
            "candidate_both": float(both),
            "candidate_own": float(meant.own_pairs),
            "candidate_graph": float(meant.graph_pairs),
            "candidate_triple": max(meant.triples),
            "candidate_triples": float(sum(each > 0 for each in meant.triples)),
            "candidate_between": meant.triples[1],
            "candidate_affinity_left": meant.affinity_left(),
            "candidate_affinity_right": meant.affinity_right(),
            "candidate_frequency": meant.frequency / 4,
            "candidate_frequency_both": meant.frequency / 4 * both,
            "candidate_own_text": self.lexis.own[meant.syllable] / 2,
            "candidate_partners_least": meant.partners_least / 4,
            "candidate_partners_most": meant.partners_most / 4,
        }

    def _likelier(self, meant: Standing) -> Numbers:
        """Give how much likelier the candidate is than what is written, side by side."""
        written, around, lexis = self.written, self.around, self.lexis
        left = right = 0.0
        if around.left >= 0:
            left = self._ratio(meant, 0, lexis.unseen_after[around.left])
        if around.right >= 0:
            right = self._ratio(meant, 1, lexis.unseen_before[around.right])
        least, most = min(left, right), max(left, right)
        one = not (meant.left > 0 < meant.right)
        return {
            "gain": max(meant.left - written.left, 0) * max(meant.right - written.right, 0) / 4,
            "likelier_least": least / 4,
            "likelier_most": most / 4,
            "likelier_both": max(least, 0) * max(most, 0) / 32,
            "likelier_one": most / 4 * one,
            "candidate_tie": max(meant.tie_left, meant.tie_right),
            "candidate_tie_least": min(meant.tie_left, meant.tie_right),
            "written_tie_gain": max(
                written.tie_left - meant.tie_left, written.tie_right - meant.tie_right, 0.0
            ),
            "tie_where_none": meant.tie_left * (not written.left) + meant.tie_right * (not written.right),
        }

    def _ratio(self, meant: Standing, side: int, unseen: float) -> float:
        """Give how much likelier the neighbour makes the candidate, what was never seen by its share."""
        expected, written = self.lexis.expected, self.written
        of_meant = expected(meant.levels[side], unseen, meant.syllable)
        return log2(of_meant / expected(written.levels[side], unseen, written.syllable))
