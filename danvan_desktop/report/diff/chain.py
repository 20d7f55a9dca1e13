"""The heaviest increasing chain: of things whose order changed, those that are best said to have stayed."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def heaviest_chain(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Choose indices of ``places`` that increase, so that the sum of their ``weights`` is the greatest.

    ``places`` are all different. O(n log n), by a Fenwick tree of the best chain that ends below a place.
    """
    if all(a < b for a, b in pairwise(places)):
        return set(range(len(places)))
    order = sorted(places)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)
    previous = [-1] * len(places)
    best = (0, -1)
    for index, place in enumerate(places):
        rank = bisect_left(order, place) + 1
        sum_before, before = _best_below(tree, rank - 1)
        previous[index] = before
        here = (sum_before + max(1, weights[index]), index)
        best = max(best, here)
        while rank < len(tree):
            tree[rank] = max(tree[rank], here)
            rank += rank & -rank
    chosen = set()
    index = best[1]
    while index >= 0:
        chosen.add(index)
        index = previous[index]
    return chosen


def _best_below(tree: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best
