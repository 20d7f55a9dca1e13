"""Runs of syllables typed without marks ("thuc hien cong tac"): what was meant, read from their neighbours.

One such syllable among marked ones is a slip like others (``judging``). Of several in a row each is the only
neighbour that another has, so they are read together: the likeliest row of marked syllables (Viterbi, on
pairs) against the row as it is written. English words, names and codes have no likelier row.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log2

from danvan_desktop.checks.proof.judging import TokenRow
from danvan_desktop.checks.proof.lexis import UNKNOWN, Lexis
from danvan_desktop.checks.proof.table import GRAPH
from danvan_desktop.checks.proof.tokens import TextToken
from danvan_desktop.frozen import frozen

GAIN, GAIN_OF_EACH = 4.0, 1.5
"""How many binary digits likelier the row must be that was meant, and how many more for each change."""
GAIN_BESIDE_FOREIGN = 8.0
"""How many more beside a foreign word: the run may be of its language."""
_LETTER = 7.0
"""What a letter costs that is missing besides: "quan tiet" for "quán triệt"."""
TRIPLE = 0.7
"""How much a triple that is attested counts besides its pairs."""
BEAM = 40
"""So many rows are followed at once."""
_NO_WORD = -23.0
"""The logarithm of how often what is no syllable stands anywhere."""
_LETTERS = "abcdeghiklmnopqrstuvxy"
_FEWEST = 2
"""So many syllables in a row, and so many changes, make a run."""

Reading = tuple[int, float]
"""A syllable that may have been meant, and what it costs."""


@frozen
class UnmarkedRun:
    """A run: the first and the last token that change, and what was meant from there to there."""

    first: int
    last: int
    meant: tuple[int, ...]

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.first, self.last + 1)


class UnmarkedReader:
    """Reads runs of unmarked syllables; made once for a table."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._pairs: dict[int, tuple[float, bool]] = {}

    def read(self, line: TokenRow) -> Iterator[UnmarkedRun]:
        """List the runs of a text in which something else was meant."""
        for first, last in self._runs(line.tokens):
            if self._is_attested(line.row, first, last):
                continue
            likelier, meant = self._likeliest(line, first, last)
            beside = any(map(self._is_foreign, (line.tokens[first - 1], line.tokens[last + 1])))
            changed = [place for place in range(first, last + 1) if meant[place - first] != line.row[place]]
            asked = GAIN + GAIN_BESIDE_FOREIGN * beside + GAIN_OF_EACH * len(changed)
            if len(changed) >= _FEWEST and likelier >= asked:
                start, end = changed[0], changed[-1]
                yield UnmarkedRun(start, end, tuple(meant[start - first : end - first + 1]))

    def _is_attested(self, row: Sequence[int], first: int, last: int) -> bool:
        """Whether all stand side by side by right ("tham gia"): nothing has to be looked for."""
        return all(self._lexis.pair(row[place], row[place + 1]) > GRAPH for place in range(first, last))

    def foreign_places(self, tokens: Sequence[TextToken]) -> frozenset[int]:
        """List the places of phrases in another language: no marks, and two words of it at least."""
        found: set[int] = set()
        first = 0
        for place, token in enumerate(tokens):
            if token.word and token.word.isascii():
                first = first or place
                continue
            if first and sum(map(self._is_foreign, tokens[first:place])) >= _FEWEST:
                found.update(range(first, place))
            first = 0
        return frozenset(found)

    def _runs(self, tokens: Sequence[TextToken]) -> Iterator[tuple[int, int]]:
        """Give the first and last places of syllables without marks that stand in a row."""
        first = 0
        for place in range(len(tokens)):
            if self._is_unmarked(tokens, place):
                first = first or place
                continue
            if first and place - first >= _FEWEST:
                yield first, place - 1
            first = 0

    def _is_unmarked(self, tokens: Sequence[TextToken], place: int) -> bool:
        """Whether a word has no marks and could have; capitals in a row are names."""
        token = tokens[place]
        if not token.word.isascii() or token.key not in self._lexis.by_bare:
            return False
        if not token.capital or (token.word.isupper() and len(token.word) > 1):
            return True
        return not (tokens[place - 1].capital or tokens[place + 1].capital)

    def _is_foreign(self, token: TextToken) -> bool:
        """Whether a word has neither marks nor the letters of a Vietnamese syllable."""
        return bool(token.word) and token.word.isascii() and token.key not in self._lexis.by_bare

    def _of(self, key: str) -> tuple[Reading, ...]:
        """Give what may have been meant by letters without marks."""
        if (found := self._readings.get(key)) is None:
            lexis = self._lexis
            costs: dict[int, float] = {}
            for place in range(len(key) + 1):
                for letter in _LETTERS:
                    for other in lexis.by_bare.get(key[:place] + letter + key[place:], ()):
                        costs[lexis.place(other)] = _LETTER
            costs |= {lexis.place(other): 0.0 for other in lexis.by_bare[key]}
            found = self._readings[key] = tuple(costs.items())
        return found

    def _likeliest(self, line: TokenRow, first: int, last: int) -> tuple[float, list[int]]:
        """Give how much likelier than what is written the likeliest row is, and that row."""
        tokens, row = line.tokens, line.row
        lead = [row[first - 2] if first > 1 else UNKNOWN, row[first - 1]]
        tail = row[last + 1 : last + 3]
        best: list[tuple[float, list[int]]] = [(0.0, lead)]
        for place in range(first, last + 1):
            readings = (*self._of(tokens[place].key), (row[place], 0.0))
            grown = [
                (score + self._likelihood(before[-2], before[-1], other) - cost, number, other)
                for number, (score, before) in enumerate(best)
                for other, cost in readings
            ]
            best = [(score, [*best[number][1], other]) for score, number, other in nlargest(BEAM, grown)]
        best = [(score + self._all(before, tail), before) for score, before in best]
        score, meant = max(best)
        return score - self._all(lead, [*row[first : last + 1], *tail]), meant[2:]

    def _all(self, before: Sequence[int], behind: Sequence[int]) -> float:
        """Give the logarithm of how likely all of ``behind`` stand behind ``before``, one after the other."""
        score, whole = 0.0, [*before, *behind]
        for place in range(len(before), len(whole)):
            score += self._likelihood(*whole[place - 2 : place + 1])
        return score

    def _likelihood(self, left2: int, left: int, syllable: int) -> float:
        """Give the logarithm of how likely ``syllable`` stands behind the two before it."""
        if syllable < 0:
            return _NO_WORD
        if left < 0:
            return log2(self._lexis.share[syllable])
        pair = left * self._lexis.size + syllable
        if (known := self._pairs.get(pair)) is None:
            known = self._pairs[pair] = self._pair(left, syllable)
        fit, is_attested = known
        return fit + TRIPLE * self._lexis.triple(left2, left, syllable) if is_attested else fit

    def _pair(self, left: int, right: int) -> tuple[float, bool]:
        """Give how likely ``right`` stands behind ``left``, and whether it was seen: else no triple was."""
        lexis, level = self._lexis, self._lexis.pair(left, right)
        seen = lexis.expected(level, lexis.unseen_after[left], right)
        return log2(seen) - lexis.frequency[left], level > 0
