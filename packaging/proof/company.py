"""In what company syllables stand: a few numbers for each, from which pairs nobody has seen are judged.

The table of pairs, each weighed by how many partners its two syllables have, is approximated by one of small
rank (subspace iteration): what stands before the same syllables gets like numbers.
"""

import random
from array import array
from collections.abc import Iterable
from math import sqrt

from danvan_desktop.checks.proof.table import KINDS_OF_COMPANY

_ROUNDS = 5
_SMOOTHING = 5.0
"""So many partners more are given to each syllable: a rare one tells little."""
_SEED = 20251129

Columns = list[list[float]]


def company(pairs: Iterable[tuple[int, int]], syllables: int) -> tuple["array[float]", "array[float]"]:
    """Give the numbers of each syllable as the first and as the second of a pair, one after the other.

    The sum of products of the two of a pair is how much oftener than by chance such pairs are attested.
    """
    behind: list[list[int]] = [[] for _ in range(syllables)]
    before: list[list[int]] = [[] for _ in range(syllables)]
    for first, second in pairs:
        behind[first].append(second)
        before[second].append(first)
    of_first = [1 / sqrt(len(each) + _SMOOTHING) for each in behind]
    of_second = [1 / sqrt(len(each) + _SMOOTHING) for each in before]
    chance = random.Random(_SEED)  # noqa: S311 - any start leads to the same
    firsts = [[chance.uniform(-1, 1) for _ in range(syllables)] for _ in range(KINDS_OF_COMPANY)]
    seconds: Columns = []
    for _ in range(_ROUNDS):
        firsts = _orthonormal(firsts)
        seconds = [_passed(column, before, of_first, of_second) for column in firsts]
        firsts = [_passed(column, behind, of_second, of_first) for column in seconds]
    firsts = _orthonormal(firsts)
    seconds = [_passed(column, before, of_first, of_second) for column in firsts]
    scale = sqrt(sum(map(len, behind)))
    return _in_rows(firsts, of_first, scale), _in_rows(seconds, of_second, scale)


def _passed(
    column: list[float], partners: list[list[int]], given: list[float], taken: list[float]
) -> list[float]:
    """Add up for each syllable what its partners have, each weighed by its own and their partners."""
    weighed = list(map(float.__mul__, column, given)).__getitem__
    return [share * sum(map(weighed, each)) for share, each in zip(taken, partners, strict=True)]


def _orthonormal(columns: Columns) -> Columns:
    """Make columns independent of one another, and as long as 1 (Gram and Schmidt)."""
    made: Columns = []
    for column in columns:
        left = column
        for other in made:
            part = sum(map(float.__mul__, left, other))
            left = [value - part * of_other for value, of_other in zip(left, other, strict=True)]
        length = sqrt(sum(value * value for value in left)) or 1.0
        made.append([value / length for value in left])
    return made


def _in_rows(columns: Columns, shares: list[float], scale: float) -> "array[float]":
    rows = zip(shares, *columns, strict=True)
    return array("f", [value * share * scale for share, *row in rows for value in row])
