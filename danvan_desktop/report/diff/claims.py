"""Which old texts may have become which new ones: claims by likeness, near each other and far away."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Claim = tuple[float, int, int, int]
"""How like both are, how near (greater is nearer), the number of the old one and of the new one."""

_MOST_PAIRS = 20_000
"""Compared in one gap; in a longer one only those at about the same place."""
_NEARBY = 8
_MOST_HOLDERS = 9
"""What stands in more new texts than that tells none from the others."""


def near_claims(
    olds: Sequence[int], news: Sequence[int], how_like: Callable[[int, int], float], least: float
) -> Iterator[Claim]:
    """Give the claims of ``olds`` to ``news`` that are at least so like, both in the order of the text."""
    is_long = len(olds) * len(news) > _MOST_PAIRS
    for place, old in enumerate(olds):
        low, high = 0, len(news)
        if is_long:
            middle = place * len(news) // len(olds)
            low, high = max(0, middle - _NEARBY), middle + _NEARBY
        for at in range(low, min(high, len(news))):
            how = how_like(old, news[at])
            if how >= least:
                yield how, -abs(place - at), old, news[at]


def each_once(claims: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Pair the two of each claim in turn, the best of which comes first, where neither has a partner yet."""
    partner: dict[int, int] = {}
    taken = set[int]()
    for one, other in claims:
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    return partner


def far_candidates(olds: Mapping[int, str], news: Mapping[int, str]) -> Iterator[tuple[int, set[int]]]:
    """Give for each of ``olds`` those of ``news`` that have three words in a row in common with it."""
    holders = defaultdict[tuple[str, ...], list[int]](list)
    for new, text in news.items():
        for shingle in _shingles(text):
            holders[shingle].append(new)
    for old, text in olds.items():
        yield old, {new for each in _shingles(text) for new in holders.get(each, ())[:_MOST_HOLDERS]}


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
