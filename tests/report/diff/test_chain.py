"""The heaviest increasing chain, beside a search through all chains."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.diff.chain import heaviest_chain

PLACES = st.permutations(range(7)).flatmap(
    lambda places: st.tuples(
        st.just(places), st.lists(st.integers(1, 5), min_size=len(places), max_size=len(places))
    )
)


@given(PLACES)
def test_no_other_chain_is_heavier(drawn: tuple[list[int], list[int]]) -> None:
    places, weights = drawn
    chosen = sorted(heaviest_chain(places, weights))
    assert all(places[a] < places[b] for a, b in pairwise(chosen))
    best = max(
        sum(weights[index] for index in some)
        for count in range(len(places) + 1)
        for some in combinations(range(len(places)), count)
        if all(places[a] < places[b] for a, b in pairwise(some))
    )
    assert sum(weights[index] for index in chosen) == best


def test_what_is_in_order_stays_whole() -> None:
    assert heaviest_chain([3, 5, 9], [1, 1, 1]) == {0, 1, 2}
    assert heaviest_chain([], []) == set()
