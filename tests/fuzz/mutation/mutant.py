"""A mutant: a seed and the steps that change it, the same again from two numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.fuzz.mutation import (
    danvan_files,
    databases,
    html_pages,
    pdf_files,
    raw_bytes,
    text_files,
    word_files,
)
from tests.fuzz.mutation.mutator import Mutator
from tests.fuzz.seeds.seed import Kind, Seed

MUTATORS: Mapping[Kind, tuple[Mutator, ...]] = {
    "docx": (*word_files.MUTATORS, *raw_bytes.MUTATORS),
    "pdf": (*pdf_files.MUTATORS, *raw_bytes.MUTATORS),
    "txt": (*text_files.MUTATORS, *raw_bytes.MUTATORS),
    "danvan": (*danvan_files.MUTATORS, *raw_bytes.MUTATORS),
    "html": (*html_pages.MUTATORS, *raw_bytes.MUTATORS),
    "database": databases.MUTATORS,
}
_BLIND = 0.12
"""The share of changes of a file's bytes, without knowing what they mean."""
_STEPS = (1, 1, 1, 2, 2, 3, 4, 6)


@dataclass(frozen=True)
class Step:
    """One change: which mutator of the kind, and the number its dice begin with."""

    mutator: int
    number: int


@dataclass(frozen=True)
class Mutant:
    """A seed with steps."""

    seed: Seed
    steps: tuple[Step, ...]
    entry: int
    """Which of the kind's entries it is given to; taken modulo their number."""

    def data(self) -> bytes:
        """The file."""
        data = self.seed.data
        for step in self.steps:
            data = MUTATORS[self.seed.kind][step.mutator](data, Random(step.number))
        return data

    def without(self, place: int) -> "Mutant":
        """The same without one of its steps."""
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def __str__(self) -> str:
        names = (MUTATORS[self.seed.kind][step.mutator].__name__ for step in self.steps)
        return f"{self.seed.kind}/{self.seed.name}: {', '.join(names)}"


def mutant(seeds: Sequence[Seed], shares: Mapping[Kind, int], run: int, number: int) -> Mutant:
    """Number ``number`` of the run ``run``; ``shares`` weigh the kinds."""
    dice = Random(f"{run}:{number}")
    there = [kind for kind in shares if any(seed.kind == kind for seed in seeds)]
    kind = dice.choices(there, [shares[each] for each in there])[0]
    seed = dice.choice([seed for seed in seeds if seed.kind == kind])
    steps = tuple(Step(_weighted(dice, kind), dice.getrandbits(48)) for _ in range(dice.choice(_STEPS)))
    ordered = sorted(steps, key=lambda step: _turn(MUTATORS[kind][step.mutator]))
    return Mutant(seed, tuple(ordered), dice.randrange(1_000))


def _turn(change: Mutator) -> int:
    """Say when it is a mutator's turn: after changes of the bytes there may be no structure to be found."""
    return 0 if change in databases.BY_SQLITE else 2 if change in raw_bytes.MUTATORS else 1


def _weighted(dice: Random, kind: Kind) -> int:
    """Choose a mutator; those that know nothing of the kind are chosen seldom."""
    every = range(len(MUTATORS[kind]))
    blind = [place for place in every if MUTATORS[kind][place] in raw_bytes.MUTATORS]
    seeing = [place for place in every if place not in blind]
    return dice.choice(blind if blind and dice.random() < _BLIND else seeing)
