"""What stands beside what in a text, counted: syllables, pairs and triples of keys."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from company import company

from danvan_desktop.checks.proof.syllables import is_syllable, key_of
from danvan_desktop.checks.proof.table import (
    TRIPLES,
    CooccurrenceTable,
    level,
    levels_of,
    pair_number,
    quarters,
    triple_number,
)
from danvan_desktop.checks.proof.tokens import BREAK, FIGURE, SIGN, tokens_of

_MARKERS = (BREAK, FIGURE, SIGN)
_FEW_PARTNERS = 2
_SELDOM = 3


class Counts:
    """Occurrences of keys, of pairs and of triples; counts of parts of a text can be taken away again."""

    def __init__(self) -> None:
        self.single = Counter[str]()
        self.pairs = Counter[tuple[str, str]]()
        self.triples = Counter[tuple[str, str, str]]()

    def add(self, texts: Iterable[str], *, with_breaks: bool = True) -> "Counts":
        """Count ``texts``; entries of a lexicon do not tell what begins or ends a phrase."""
        for text in texts:
            tokens = tokens_of(text)
            keys = [_counted(token.key) for token in tokens]
            if not with_breaks:
                keys, tokens = keys[1:-1], tokens[1:-1]
            self.single.update(keys)
            self.pairs.update(
                pair
                for pair, (first, second) in zip(pairwise(keys), pairwise(tokens), strict=True)
                if pair[0] != pair[1] or first.capital == second.capital  # "cán bộ Bộ Nội vụ" is no "bộ bộ"
            )
            self.triples.update(
                triple for triple in zip(keys, keys[1:], keys[2:], strict=False) if BREAK not in triple[1]
            )
        return self

    def less(self, other: "Counts") -> "Counts":
        """Give what is left without ``other``."""
        left = Counts()
        left.single = self.single - other.single
        left.pairs = self.pairs - other.pairs
        left.triples = self.triples - other.triples
        return left


def _counted(key: str) -> str:
    return key if key in _MARKERS or is_syllable(key) else SIGN


def make_table(graph: tuple[set[str], list[tuple[str, str]]], own: Counts, law: Counts) -> CooccurrenceTable:
    """Make the table of the pair graph (its words and its pairs, as keys), our own text and laws."""
    words, graph_pairs = graph
    partners = Counter(key for pair in set(graph_pairs) for key in pair)
    known = {key for key, count in partners.items() if count >= _FEW_PARTNERS} & words
    known |= {key for key in partners.keys() - words if partners[key] >= _SELDOM}
    known |= {key for key in own.single if is_syllable(key)}
    known |= {key for key, count in law.single.items() if is_syllable(key) and count >= _SELDOM}
    keys = [*_MARKERS, *sorted(known)]
    places = {key: place for place, key in enumerate(keys)}
    seen = sorted({*graph_pairs, *own.pairs, *law.pairs})
    in_graph = set(graph_pairs)
    pairs = {
        pair_number(places[pair[0]], places[pair[1]], len(keys)): level(
            graph=pair in in_graph, own=own.pairs[pair], law=law.pairs[pair]
        )
        for pair in seen
        if pair[0] in places and pair[1] in places
    }
    triples: dict[int, int] = {}
    for triple in sorted({*own.triples, *law.triples}):
        if all(key in places for key in triple):
            number = triple_number(*(places[key] for key in triple))
            found = level(graph=False, own=own.triples[triple], law=law.triples[triple])
            triples[number] = max(triples.get(number, 0), found)
    assert max(triples, default=0) < TRIPLES  # noqa: S101 - so that each fits the file
    often = [1 + 8 * own.single[key] + law.single[key] + 4 * partners[key] for key in keys]
    before, after = Counter(second for _, second in seen), Counter(first for first, _ in seen)
    return CooccurrenceTable(
        places,
        _as_quarters(often),
        _as_quarters(1 + own.single[key] for key in keys),
        _as_quarters(1 + before[key] for key in keys),
        _as_quarters(1 + after[key] for key in keys),
        levels_of(pairs),
        levels_of(triples),
        *company((divmod(number, len(keys)) for number in sorted(pairs)), len(keys)),
    )


def _as_quarters(numbers: Iterable[int]) -> bytes:
    return bytes(map(quarters, numbers))


def keyed_graph(
    words: Iterable[str], pairs: Iterable[tuple[str, str]]
) -> tuple[set[str], list[tuple[str, str]]]:
    """Turn the words of the pair graph into keys, of syllables alone."""
    keyed = {
        (key_of(first), key_of(second))
        for first, second in pairs
        if first.lower() != second.lower() or first == second
    }
    both = sorted(pair for pair in keyed if is_syllable(pair[0]) and is_syllable(pair[1]))
    return {key for word in words if is_syllable(key := key_of(word))}, both
