"""The evidence for a candidate: what fits better between its neighbours counts, what fits worse is none."""

from math import log2

from danvan_desktop.checks.proof.evidence import NAMES, Weighing, familiarity
from danvan_desktop.checks.proof.lexis import UNKNOWN, Lexis, Repetitions, repetitions
from danvan_desktop.checks.proof.table import (
    KINDS_OF_COMPANY,
    CooccurrenceTable,
    level,
    levels_of,
    pair_number,
    triple_number,
)

KEYS = ["#", "0", "@", "quan1", "triêt5", "tiêt5", "nghi5"]
QUAN, TRIET, TIET, NGHI = range(3, 7)
ROW = [0, QUAN, TIET, NGHI, 0]


def lexis() -> Lexis:
    size = len(KEYS)
    pairs = {
        pair_number(QUAN, TRIET, size): level(graph=True, own=5, law=0),
        pair_number(TRIET, NGHI, size): level(graph=False, own=1, law=0),
    }
    triples = {triple_number(QUAN, TRIET, NGHI): level(graph=False, own=1, law=0)}
    places = {key: place for place, key in enumerate(KEYS)}
    often = bytes([40] * size)
    company = [1.0] * size * KINDS_OF_COMPANY, [0.5] * size * KINDS_OF_COMPANY
    return Lexis(
        CooccurrenceTable(places, often, often, often, often, levels_of(pairs), levels_of(triples), *company)
    )


def evidence(report: Repetitions, row: list[int] = ROW, candidate: int = TRIET) -> dict[str, float] | None:
    vector = Weighing(lexis(), row, 2, report).vector(candidate, "letter")
    return None if vector is None else dict(zip(NAMES, vector, strict=True))


def test_what_fits_better_on_both_sides_is_evidence() -> None:
    values = evidence(repetitions([ROW]))
    assert values is not None
    assert values["candidate_both"] == values["written_none"] == values["letter"] == 1
    assert values["candidate_triple"] > 0 == values["written_triple"]
    assert values["likelier_most"] >= values["likelier_least"] > 0
    assert values["tone"] == 0


def test_only_what_was_never_seen_is_told_by_its_company() -> None:
    unseen = evidence(repetitions([ROW]))
    assert unseen is not None
    assert unseen["written_affinity_left"] == unseen["written_affinity_right"] == log2(KINDS_OF_COMPANY / 2)
    half_seen = Weighing(lexis(), [0, QUAN, TRIET, TIET, 0], 2, repetitions([ROW])).of_written
    assert half_seen["written_affinity_left"] == 0 < half_seen["written_affinity_right"]
    assert unseen["candidate_affinity_left"] == unseen["candidate_affinity_right"] == 0


def test_what_fits_no_better_is_no_evidence() -> None:
    row = [0, QUAN, TRIET, NGHI, 0]
    assert evidence(repetitions([row]), row, TIET) is None


def test_what_the_report_says_elsewhere_speaks_for_it() -> None:
    once = evidence(repetitions([ROW]))
    written = evidence(repetitions([ROW, ROW]))
    meant = evidence(repetitions([ROW, [0, QUAN, TRIET, 0]]))
    assert once is not None
    assert written is not None
    assert meant is not None
    assert once["written_only_here"] == 1
    assert once["written_elsewhere"] == once["candidate_elsewhere"] == 0
    assert written["written_elsewhere"] == meant["candidate_elsewhere"] == 1
    assert written["written_pairs_elsewhere"] > 0 == written["written_only_here"]
    assert meant["candidate_pairs_elsewhere"] == 1


def test_every_number_of_the_vector_has_its_name() -> None:
    weighing = Weighing(lexis(), ROW, 2, repetitions([ROW]))
    of_candidate = weighing.of_candidate(TRIET, "letter")
    assert of_candidate is not None
    assert weighing.of_written.keys() | of_candidate.keys() <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


def test_a_text_is_as_familiar_as_its_other_pairs_are_attested() -> None:
    known, unknown = [QUAN, TRIET], [QUAN, NGHI]
    beside = [TIET, NGHI, 0]
    assert familiarity(lexis(), [0, *beside], 2) == 0.8  # nothing is told: the usual part
    best = familiarity(lexis(), [0, *known * 3, 0, *beside], 9)
    worst = familiarity(lexis(), [0, *unknown * 3, 0, *beside], 9)
    assert best > worst
    assert familiarity(lexis(), [0, QUAN, UNKNOWN, 0, *beside], 5) < 0.8
