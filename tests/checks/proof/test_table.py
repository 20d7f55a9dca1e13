"""The table comes back as it was written, whatever the steps between its numbers."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks.proof.table import (
    GRAPH,
    LAW,
    OWN,
    TRIPLES,
    CooccurrenceTable,
    level,
    quarters,
    read_table,
    write_table,
)

levels = st.integers(1, 255)


@given(
    st.lists(st.text("abcư", min_size=1), unique=True, min_size=1, max_size=20),
    st.dictionaries(st.integers(1, 50_000_000), levels, max_size=30),
    st.dictionaries(st.integers(0, TRIPLES - 1), levels, max_size=30),
)
def test_what_is_written_is_read(keys: list[str], pairs: dict[int, int], triples: dict[int, int]) -> None:
    places = {key: place for place, key in enumerate(keys)}
    often = [bytes(range(start, start + len(keys))) for start in (0, 40, 80, 120)]
    frequency, own, before, after = often
    table = CooccurrenceTable(places, frequency, own, before, after, pairs, triples)
    again = read_again(write_table(table))
    assert again.places == places
    assert [again.frequency, again.own, again.before, again.after] == often
    for read, written in ((again.pairs, pairs), (again.triples, triples)):
        assert {number: found for number, found in read.items() if found} == written


def read_again(data: bytes) -> CooccurrenceTable:
    with TemporaryDirectory() as folder:
        path = Path(folder, "table.bin")
        path.write_bytes(data)
        return read_table(path)


def test_a_level_tells_where_a_pair_was_seen_and_how_often() -> None:
    assert level(graph=False, own=0, law=0) == 0
    assert level(graph=True, own=0, law=0) == GRAPH
    assert level(graph=False, own=10**6, law=0) == OWN
    assert level(graph=False, own=0, law=10**6) == LAW
    assert level(graph=True, own=1, law=0) < level(graph=True, own=9, law=0) < level(graph=True, own=9, law=5)


def test_often_is_told_in_quarters_of_a_doubling() -> None:
    assert [quarters(number) for number in (1, 2, 4, 6, 2**60)] == [0, 4, 8, 10, 240]
    assert quarters(2**100) == 255
