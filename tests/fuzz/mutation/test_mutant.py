"""Mutants are the same each time, and each mutator changes something."""

from random import Random

import pytest

from tests.fuzz.mutation import danvan_files
from tests.fuzz.mutation.mutant import MUTATORS, mutant
from tests.fuzz.mutation.mutator import Mutator
from tests.fuzz.running.shares import SHARES
from tests.fuzz.seeds.all import seeds
from tests.fuzz.seeds.seed import Kind, Seed

CASES = [(kind, change) for kind, changes in MUTATORS.items() for change in dict.fromkeys(changes)]


@pytest.fixture(scope="module")
def made() -> list[Seed]:
    return seeds()


@pytest.mark.parametrize(
    ("kind", "change"), CASES, ids=[f"{kind}-{change.__name__}" for kind, change in CASES]
)
def test_each_mutator_changes_a_file_the_same_way_for_the_same_number(
    made: list[Seed], kind: Kind, change: Mutator
) -> None:
    trials = ((seed.data, number) for number in range(30) for seed in made if seed.kind == kind)
    changed = ((data, number, change(data, Random(number))) for data, number in trials)
    data, number, first = next(each for each in changed if each[2] != each[0])
    assert change(data, Random(number)) == first


def test_a_number_gives_the_same_mutant_again_and_another_run_another_one(made: list[Seed]) -> None:
    first = [mutant(made, SHARES, 1, number) for number in range(40)]
    assert [each.data() for each in first] == [mutant(made, SHARES, 1, number).data() for number in range(40)]
    assert [each.data() for each in first] != [mutant(made, SHARES, 2, number).data() for number in range(40)]


@pytest.mark.parametrize("change", dict.fromkeys(danvan_files.MUTATORS), ids=lambda change: change.__name__)
def test_a_file_of_ours_that_is_nested_very_deeply_is_changed_in_no_time(change: Mutator) -> None:
    deep = ('{"blocks": ' + "[" * 900 + '"á"' + "]" * 900 + ', "a": 1}').encode()
    for number in range(8):
        assert len(change(deep, Random(number))) < 10_000_000


def test_the_seeds_are_the_same_each_time(made: list[Seed]) -> None:
    # A WAL bears random numbers, by which SQLite knows the frames of one round.
    assert [seed for seed in made if seed.name != "crashed"] == [s for s in seeds() if s.name != "crashed"]
