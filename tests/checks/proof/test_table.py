"""The table comes back as it was written, whatever the steps between its numbers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks.proof.table import (
    GRAPH,
    KINDS_OF_COMPANY,
    LAW,
    OWN,
    TRIPLES,
    CooccurrenceTable,
    level,
    levels_of,
    quarters,
    read_table,
    unpacked,
    write_table,
)

levels = st.integers(1, 255)


@given(
    st.lists(st.text("abcư", min_size=1), unique=True, min_size=1, max_size=20),
    st.dictionaries(st.integers(1, 50_000_000), levels, max_size=30),
    st.dictionaries(st.integers(0, TRIPLES - 1), levels, max_size=30),
    st.lists(st.floats(-100, 100, width=16), max_size=30),
)
def test_what_is_written_is_read(
    keys: list[str], pairs: dict[int, int], triples: dict[int, int], company: list[float]
) -> None:
    places = {key: place for place, key in enumerate(keys)}
    often = [bytes(range(start, start + len(keys))) for start in (0, 40, 80, 120)]
    frequency, own, before, after = often
    known = levels_of(pairs), levels_of(triples)
    table = CooccurrenceTable(places, frequency, own, before, after, *known, company, company[::-1])
    again = read_again(write_table(table))
    assert again.places == places
    assert [again.frequency, again.own, again.before, again.after] == often
    assert [*again.as_first] == [*again.as_second][::-1] == company
    for read, written in ((again.pairs, pairs), (again.triples, triples)):
        assert dict(read.items()) == written
        assert [read.get(number) for number in written] == [*written.values()]


def test_what_is_absent_has_no_level() -> None:
    written = levels_of({7: GRAPH, 200_000: OWN})
    table = CooccurrenceTable({"a": 0}, b"1", b"1", b"1", b"1", written, levels_of({}), [], [])
    again = read_again(write_table(table))
    assert len(again.pairs.numbers) > len(written.numbers)  # a step too wide is several
    for known in (written, again.pairs):
        asked = {0, *range(6, 9), *known.numbers}
        assert {number: found for number in asked if (found := known.get(number))} == {7: GRAPH, 200_000: OWN}
    assert again.triples.get(0) == again.triples.get(TRIPLES - 1) == 0


def test_the_same_table_gives_the_same_bytes() -> None:
    levels = levels_of(dict.fromkeys(range(0, 10**6, 999), GRAPH))
    table = CooccurrenceTable({"a": 0}, b"1", b"1", b"1", b"1", levels, levels, [0.5], [])
    data = write_table(table)
    assert write_table(read_again(data)) == data
    assert unpacked(data)[0] == b"a"


def test_affinity_is_the_sum_of_products_of_the_two() -> None:
    as_first = [*map(float, range(KINDS_OF_COMPANY)), *[1.0] * KINDS_OF_COMPANY]
    as_second = [*[0.0] * KINDS_OF_COMPANY, *[0.5] * KINDS_OF_COMPANY]
    none = levels_of({})
    table = CooccurrenceTable({"a": 0, "b": 1}, b"11", b"11", b"11", b"11", none, none, as_first, as_second)
    for known in (table, read_again(write_table(table))):
        assert known.affinity(0, 1) == sum(range(KINDS_OF_COMPANY)) / 2
        assert known.affinity(1, 1) == KINDS_OF_COMPANY / 2
        assert known.affinity(1, 0) == 0


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a table"):
        unpacked(b"DVPROOF2....")


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
