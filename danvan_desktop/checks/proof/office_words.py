"""What an office's own use makes known: its words, and the pairs of syllables in what it has issued."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from danvan_desktop.checks.proof.syllables import is_syllable
from danvan_desktop.checks.proof.tokens import tokens_of
from danvan_desktop.frozen import frozen

SELDOM = 2
"""A pair is learned once issued reports have it so often: what stands there once may be a slip nobody saw."""


@frozen
class OfficeWords:
    """What is known in one office besides the table, as keys; add two of them with ``|``."""

    words: frozenset[str] = frozenset()
    """Syllables that are never a find, wherever they stand."""
    phrases: frozenset[tuple[str, ...]] = frozenset()
    """Runs of two or more syllables in which none is a find; elsewhere each is judged as ever."""
    pairs: frozenset[tuple[str, str]] = frozenset()
    """Pairs that count as attested, weakly: as one that the report itself has twice."""

    def __or__(self, other: "OfficeWords") -> "OfficeWords":
        """Give what either knows."""
        return OfficeWords(self.words | other.words, self.phrases | other.phrases, self.pairs | other.pairs)


NO_OFFICE_WORDS = OfficeWords()


def known_words(entries: Iterable[str]) -> OfficeWords:
    """Take words and names as they are typed ("Pờ Sì Ngài", "Sở Nội vụ", "tiệt") for right.

    A single word is right everywhere; of several, each is right only where they stand together.
    """
    words, phrases = set[str](), set[tuple[str, ...]]()
    for entry in entries:
        keys = tuple(token.key for token in tokens_of(entry) if token.word)
        if len(keys) == 1:
            words.add(keys[0])
        elif keys:
            phrases.add(keys)
    return OfficeWords(frozenset(words), frozenset(phrases))


def learned_from(texts: Iterable[str]) -> OfficeWords:
    """Learn from the texts of reports that the office has issued (never of drafts): pairs it has twice.

    Learning takes a while (a page about 2 ms): keep the value, it only changes when a report is issued.
    """
    seen = Counter[tuple[str, str]]()
    for text in texts:
        seen.update(pairwise(token.key for token in tokens_of(text)))
    pairs = (pair for pair, count in seen.items() if count >= SELDOM and all(map(is_syllable, pair)))
    return OfficeWords(pairs=frozenset(pairs))
