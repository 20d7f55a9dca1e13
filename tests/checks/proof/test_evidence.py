"""The evidence for a candidate: what fits better between its neighbours counts, what fits worse is none."""

from danvan_desktop.checks.proof.evidence import NAMES, REPEATED, UNKNOWN, Lexis, Weighing
from danvan_desktop.checks.proof.table import CooccurrenceTable, level, pair_number, triple_number

KEYS = ["#", "0", "@", "quan1", "triêt5", "tiêt5", "nghi5"]
QUAN, TRIET, TIET, NGHI = range(3, 7)


def lexis() -> Lexis:
    size = len(KEYS)
    pairs = {
        pair_number(QUAN, TRIET, size): level(graph=True, own=5, law=0),
        pair_number(TRIET, NGHI, size): level(graph=False, own=1, law=0),
    }
    triples = {triple_number(QUAN, TRIET, NGHI): level(graph=False, own=1, law=0)}
    return Lexis(
        CooccurrenceTable({key: place for place, key in enumerate(KEYS)}, bytes([40] * size), pairs, triples)
    )


def test_what_fits_better_on_both_sides_is_evidence() -> None:
    weighing = Weighing(lexis(), [0, QUAN, TIET, NGHI, 0], 2, capital=False)
    vector = weighing.vector(TRIET, "letter")
    assert vector is not None
    values = dict(zip(NAMES, vector, strict=True))
    assert len(vector) == len(NAMES)
    assert values["candidate_both"] == values["written_none"] == values["letter"] == 1
    assert values["candidate_triple"] > 0 == values["written_triple"]
    assert values["tone"] == 0


def test_what_fits_no_better_is_no_evidence() -> None:
    weighing = Weighing(lexis(), [0, QUAN, TRIET, NGHI, 0], 2, capital=False)
    assert weighing.vector(TIET, "extra") is None


def test_a_pair_the_report_has_twice_is_attested_weakly() -> None:
    known = lexis()
    assert known.strength(QUAN, TIET) == 0
    known.note_repeated([[0, QUAN, TIET, 0], [0, NGHI, QUAN, TIET, UNKNOWN]])
    assert known.strength(QUAN, TIET) == REPEATED
    assert known.strength(NGHI, QUAN) == 0
    assert known.strength(QUAN, TRIET) > REPEATED


def test_what_the_table_does_not_know_fits_nowhere() -> None:
    assert lexis().strength(UNKNOWN, TRIET) == lexis().triple(QUAN, UNKNOWN, NGHI) == 0
