"""Looking up in the table, and what one report repeats."""

from math import log2

import pytest

from danvan_desktop.checks.proof.lexis import (
    LEARNED,
    LEAST_AFFINITY,
    MOST_REPEATED,
    SEEN,
    UNKNOWN,
    Lexis,
    repetitions,
)
from danvan_desktop.checks.proof.table import (
    KINDS_OF_COMPANY,
    CooccurrenceTable,
    level,
    levels_of,
    pair_number,
    triple_number,
)

KEYS = ["#", "0", "@", "quan1", "triêt5", "tiêt5"]
QUAN, TRIET, TIET = range(3, 6)


def company() -> tuple[list[float], list[float]]:
    """Say that "tiệt" stands before "quán" four times as often as by chance, all else never."""
    as_first, as_second = ([0.0] * KINDS_OF_COMPANY * len(KEYS) for _ in range(2))
    as_first[TIET * KINDS_OF_COMPANY] = as_second[QUAN * KINDS_OF_COMPANY] = 2.0
    return as_first, as_second


@pytest.fixture
def lexis() -> Lexis:
    size = len(KEYS)
    pairs = {pair_number(QUAN, TRIET, size): level(graph=True, own=5, law=9)}
    triples = {triple_number(QUAN, TRIET, QUAN): level(graph=False, own=1, law=0)}
    often = bytes([40, 44, 48, 40, 40, 44])
    return Lexis(
        CooccurrenceTable(
            {key: place for place, key in enumerate(KEYS)},
            *(often, often, often, often),
            levels_of(pairs),
            levels_of(triples),
            *company(),
        )
    )


def test_what_was_seen_oftener_is_stronger() -> None:
    assert SEEN[0] == 0
    graph, own, law = (level(graph=True, own=0, law=0), level(graph=False, own=2, law=0), 7 << 4)
    assert 0 < SEEN[graph] < SEEN[own] < SEEN[law] < SEEN[graph | own | law]


def test_what_the_table_does_not_know_fits_nowhere(lexis: Lexis) -> None:
    assert lexis.place("abc") == UNKNOWN
    assert lexis.strength(UNKNOWN, TRIET) == lexis.strength(TRIET, UNKNOWN) == 0
    assert lexis.triple(QUAN, UNKNOWN, TRIET) == lexis.strength(TRIET, QUAN) == 0
    assert lexis.strength(QUAN, TRIET) > 0 < lexis.triple(QUAN, TRIET, QUAN)


def test_what_stands_in_like_company_has_affinity(lexis: Lexis) -> None:
    assert lexis.affinity(TIET, QUAN) == 2
    assert lexis.affinity(QUAN, TIET) == log2(LEAST_AFFINITY)
    assert lexis.affinity(UNKNOWN, QUAN) == lexis.affinity(TIET, UNKNOWN) == 0


def test_the_shares_of_all_syllables_are_one(lexis: Lexis) -> None:
    assert sum(lexis.share) == pytest.approx(1)
    assert lexis.share[TIET] == pytest.approx(2 * lexis.share[TRIET])


def test_confused_is_what_the_table_knows(lexis: Lexis) -> None:
    assert lexis.confused_with(TIET) == ((TRIET, "letter"),)


def test_what_a_report_has_elsewhere_is_counted_without_the_place_itself() -> None:
    report = repetitions([[0, QUAN, TRIET, 0], [0, QUAN, TRIET, 0]])
    assert report.elsewhere(QUAN, is_here=True) == 1
    assert report.pair_elsewhere(QUAN, TRIET, is_here=True) == 1
    assert report.pair_elsewhere(QUAN, TIET, is_here=False) == 0
    assert report.pair_elsewhere(0, QUAN, is_here=False) == 0  # the begin of a phrase is no neighbour


def test_a_report_vouches_for_a_pair_only_so_far() -> None:
    report = repetitions([[QUAN, TRIET] * 40])
    assert report.pair_elsewhere(QUAN, TRIET, is_here=True) == MOST_REPEATED


def test_a_learned_pair_counts_as_said_elsewhere() -> None:
    report = repetitions([[0, QUAN, 0]], [(QUAN, TIET), (UNKNOWN, TIET)])
    assert report.pair_elsewhere(QUAN, TIET, is_here=False) == LEARNED
