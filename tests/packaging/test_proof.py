"""The proof-reader's table and weights are what their sources make, and small enough to be shipped."""

import hashlib
import json
import sys
from collections.abc import Iterator
from statistics import mean
from types import ModuleType

import pytest

from danvan_desktop.checks.proof.evidence import NAMES
from danvan_desktop.checks.proof.syllables import is_syllable
from danvan_desktop.checks.proof.table import (
    OWN,
    CooccurrenceTable,
    level,
    levels_of,
    pair_number,
    read_table,
    unpacked,
)
from tests.repository import ROOT

TABLE, WEIGHTS = ROOT / "resources" / "proof" / "table.bin", ROOT / "resources" / "proof" / "weights.json"
LARGEST = 1_500_000
RUN = 20
"""Words: shorter runs are names of programmes ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới")."""
SMALLEST_LEXICON, SMALLEST_PROSE = 8_000, 30_000


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The scripts in packaging/proof, which import one another by name."""
    folder = str(ROOT / "packaging" / "proof")
    sys.path.insert(0, folder)
    try:
        import build_table
        import company
        import counts
        import sources

        yield {"build_table": build_table, "company": company, "counts": counts, "sources": sources}
    finally:
        sys.path.remove(folder)
        for name in ("build_table", "company", "counts", "sources"):
            sys.modules.pop(name, None)


def test_the_table_is_small_enough() -> None:
    assert TABLE.stat().st_size <= LARGEST


def test_the_weights_were_fitted_for_this_table_and_these_sources(scripts: dict[str, ModuleType]) -> None:
    fitted = json.loads(WEIGHTS.read_text("utf-8"))
    assert fitted["table"] == hashlib.sha256(TABLE.read_bytes()).hexdigest()
    assert fitted["sources"] == scripts["sources"].digest()
    assert list(fitted["weights"]) == list(NAMES)


def test_the_table_knows_each_pair_of_our_own_text_as_often_as_it_is_there(
    scripts: dict[str, ModuleType],
) -> None:
    sources = scripts["sources"]
    own = scripts["counts"].Counts().add(sources.lexicon_entries(), with_breaks=False)
    own.add(sources.prose_paragraphs())
    table = read_table(TABLE)
    places, size = table.places, len(table.places)
    wrong = [
        pair
        for pair, count in own.pairs.items()
        if table.pairs.get(pair_number(places[pair[0]], places[pair[1]], size)) & OWN
        != level(graph=False, own=count, law=0)
    ]
    assert wrong == []
    assert {key for key in own.single if is_syllable(key)} <= places.keys()


def test_the_table_is_made_again_byte_for_byte(scripts: dict[str, ModuleType]) -> None:
    if not scripts["sources"].is_fetched():
        pytest.skip("build/proof does not hold the two packages: make proof-table fetches them")
    made = scripts["build_table"].built()
    assert unpacked(made) == unpacked(TABLE.read_bytes())  # another zlib may pack the same bytes otherwise


def test_a_pair_nobody_has_seen_is_likelier_in_company_that_is_known(scripts: dict[str, ModuleType]) -> None:
    verbs, nouns = range(40), range(40, 80)
    unseen = {(verb, verb + 40) for verb in verbs}
    pairs = [(verb, noun) for verb in verbs for noun in nouns if (verb, noun) not in unseen]
    as_first, as_second = scripts["company"].company(pairs, 80)
    none = levels_of({})
    table = CooccurrenceTable({}, b"", b"", b"", b"", none, none, as_first, as_second)
    assert mean(table.affinity(*pair) for pair in unseen) > 0.5
    assert max(table.affinity(noun, verb) for noun in nouns for verb in verbs) < 0.1
    assert scripts["company"].company(pairs, 80) == (as_first, as_second)


def test_our_own_text_is_large_and_says_nothing_twice(scripts: dict[str, ModuleType]) -> None:
    sources = scripts["sources"]
    entries, prose = sources.lexicon_entries(), sources.prose_paragraphs()
    assert len(entries) >= SMALLEST_LEXICON
    assert sum(len(text.split()) for text in prose) >= SMALLEST_PROSE
    assert len(set(prose)) == len(prose)


def test_what_is_measured_on_was_not_learnt(scripts: dict[str, ModuleType]) -> None:
    def runs(texts: list[str]) -> set[str]:
        words = [text.split() for text in texts]
        return {" ".join(each[place : place + RUN]) for each in words for place in range(len(each) - RUN + 1)}

    held = [
        line
        for path in (ROOT / "tests" / "proof" / "texts").glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
    ]
    assert runs(held) & runs(scripts["sources"].prose_paragraphs()) == set()
