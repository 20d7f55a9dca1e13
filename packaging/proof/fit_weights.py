"""Fit the proof-reader's weights on slips of our own making, and write ``resources/proof/weights.json``.

Our prose is parted by its subjects; each part is read as one report, with a table made of the other subjects,
the lexicon, the laws and the pair graph, so that pairs nobody has seen are as common in fitting as in use. A
slip is an example for, the best candidate of a clean place one against. The same sources give the same file.
"""

import hashlib
import json
import random
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from math import exp, log
from typing import TypeAlias

from build_table import TABLE
from counts import Counts, keyed_graph, make_table
from sources import ROOT, digest, law_paragraphs, lexicon_entries, prose_topics, word_graph

from danvan_desktop.checks.proof.evidence import NAMES, Weighing
from danvan_desktop.checks.proof.lexis import SIGN, Lexis, Repetitions, repetitions
from danvan_desktop.checks.proof.tokens import TextToken, tokens_of

WEIGHTS = ROOT / "resources" / "proof" / "weights.json"
FOLDS = 6
SEED = 20251128
OFTEN = {"tone": 12, "hook": 6, "toneless": 16, "hat": 16, "bare": 10, "letter": 12, "extra": 6, "key": 8}
OFTEN |= {"swap": 3, "sound": 14, "last": 2}
"""How often each kind of slip is made, by what is known of Vietnamese typing."""
SPOILT, TWICE = 0.15, 0.005
"""How many syllables are spoilt, one after the other; how many of these slips the report has twice."""
AS_COMMON = 0.3
"""The bars in ``judging.py`` are made for slips that are taken to be so common."""
ROUNDS, STEPS, RIDGE = 2, 8, 1.0
BENT_BY = 10
"""One example in so many tells how the slope bends."""

Vector = list[float]
Evidence: TypeAlias = "array[float]"
Example = tuple[Evidence, int]
Report = list[tuple[list[TextToken], list[int]]]


def parts() -> Iterator[tuple[Lexis, list[list[str]]]]:
    """Give each sixth of the subjects with what the others make known."""
    graph, law = keyed_graph(*word_graph()), Counts().add(law_paragraphs())
    topics = prose_topics()
    own = Counts().add(lexicon_entries(), with_breaks=False)
    for topic in topics:
        own.add(topic)
    for fold in range(FOLDS):
        held = topics[fold::FOLDS]
        others = own.less(Counts().add(text for topic in held for text in topic))
        yield Lexis(make_table(graph, others, law)), held


def slips_of(lexis: Lexis) -> dict[int, dict[str, list[int]]]:
    """List for each syllable what slips make of it, by the kind that leads back."""
    made: dict[int, dict[str, list[int]]] = {}
    for written in range(3, lexis.size):
        for meant, kind in lexis.confused_with(written):
            if kind in OFTEN:
                made.setdefault(meant, {}).setdefault(kind, []).append(written)
    return made


def slip(kinds: dict[str, list[int]], chance: random.Random) -> tuple[int, str]:
    """Make a slip: another syllable, and its kind."""
    names = sorted(kinds)
    kind = chance.choices(names, [OFTEN[name] for name in names])[0]
    return chance.choice(kinds[kind]), kind


@contextmanager
def spoilt(
    report: Repetitions, row: list[int], place: int, written: int, *, times: int
) -> Iterator[list[int]]:
    """Put a slip into a row, and so many times into the counts of its report; then take it out again."""
    meant = row[place]
    changed = [*row[:place], written, *row[place + 1 :]]

    def count(line: list[int], step: int) -> None:
        report.single[line[place]] += step
        for pair in pairwise(line[place - 1 : place + 2]):
            if pair[0] > SIGN < pair[1]:
                report.pairs[pair] += step

    count(row, -1)
    count(changed, times)
    yield changed
    count(row, 1)
    count(changed, -times)
    assert row[place] == meant  # noqa: S101 - the row itself is never changed


def examples(known: Iterator[tuple[Lexis, list[list[str]]]]) -> tuple[list[Example], list[list[Evidence]]]:
    """Make the examples for, and the candidates of each clean place."""
    chance = random.Random(SEED)  # noqa: S311 - slips need no cryptography
    slips: list[Example] = []
    clean: list[list[Evidence]] = []
    for lexis, topics in known:
        made = slips_of(lexis)
        for topic in topics:
            tokens = [tokens_of(text) for text in topic]
            rows = [[lexis.place(token.key) for token in line] for line in tokens]
            report = repetitions(rows)
            for line, row in zip(tokens, rows, strict=True):
                for place in judged_places(line, row):
                    if vectors := candidates_of(Weighing(lexis, row, place, report)):
                        clean.append(vectors)
                    if chance.random() < SPOILT and row[place] in made:
                        slips += slip_of(lexis, row, place, report, made[row[place]], chance)
    return slips, clean


def judged_places(line: Sequence[TextToken], row: Sequence[int]) -> Iterator[int]:
    """Give the places of known syllables that are no names."""
    for place in range(1, len(row) - 1):
        if row[place] > SIGN and not (line[place].capital and row[place - 1]):
            yield place


def candidates_of(weighing: Weighing) -> list[Evidence]:
    """Give the evidence for each candidate of a place that is in doubt."""
    if weighing.is_well_attested():
        return []
    pairs = weighing.lexis.confused_with(weighing.written.syllable)
    return [array("d", vector) for other, kind in pairs if (vector := weighing.vector(other, kind))]


def slip_of(
    lexis: Lexis,
    row: list[int],
    place: int,
    report: Repetitions,
    kinds: dict[str, list[int]],
    chance: random.Random,
) -> list[Example]:
    """Make a slip and give the evidence for what was meant; none where nothing tells it."""
    meant = row[place]
    written, kind = slip(kinds, chance)
    times = 2 if chance.random() < TWICE else 1
    with spoilt(report, row, place, written, times=times) as changed:
        weighing = Weighing(lexis, changed, place, report)
        vector = None if weighing.is_well_attested() else weighing.vector(meant, kind)
    return [(array("d", vector), 1)] if vector else []


def hardest(clean: list[list[Evidence]], weights: Vector) -> list[Example]:
    """Take of each clean place the candidate that looks best."""
    return [(max(vectors, key=lambda vector: score(weights, vector)), 0) for vectors in clean]


def score(weights: Vector, vector: Evidence) -> float:
    """Give the sum of products."""
    return sum(map(float.__mul__, weights, vector))


def fitted(data: list[Example], weights: Vector) -> Vector:
    """Fit a logistic regression by Newton's method, with a little ridge.

    The slope is that of all examples; how it bends is told well enough by one in :data:`BENT_BY`.
    """
    columns = [array("d", column) for column in zip(*(vector for vector, _ in data), strict=True)]
    some = [column[::BENT_BY] for column in columns]
    for _ in range(STEPS):
        chances = [1 / (1 + exp(-max(min(score(weights, vector), 30.0), -30.0))) for vector, _ in data]
        missed = [truth - chance for (_, truth), chance in zip(data, chances, strict=True)]
        unsure = [BENT_BY * chance * (1 - chance) for chance in chances[::BENT_BY]]
        slope = [
            sum(map(float.__mul__, column, missed)) - RIDGE * weight
            for column, weight in zip(columns, weights, strict=True)
        ]
        bend = []
        for number, column in enumerate(some):
            weighted = list(map(float.__mul__, column, unsure))
            bend.append([sum(map(float.__mul__, weighted, other)) for other in some[: number + 1]])
            bend[number][number] += RIDGE
        weights = [weight + step for weight, step in zip(weights, solved(bend, slope), strict=True)]
    return weights


def solved(lower: list[Vector], right: Vector) -> Vector:
    """Solve a symmetric system, of which the lower half is given, by Cholesky's method."""
    root: list[Vector] = []
    for number, row in enumerate(lower):
        found: Vector = []
        for place, value in enumerate(row[:-1]):
            found.append((value - sum(map(float.__mul__, found, root[place]))) / root[place][place])
        found.append((row[number] - sum(value * value for value in found)) ** 0.5)
        root.append(found)
    half: Vector = []
    for row, value in zip(root, right, strict=True):
        half.append((value - sum(map(float.__mul__, row, half))) / row[-1])
    answer = [0.0] * len(half)
    for number in reversed(range(len(half))):
        below = sum(root[other][number] * answer[other] for other in range(number + 1, len(half)))
        answer[number] = (half[number] - below) / root[number][number]
    return answer


def main() -> None:
    """Fit and write."""
    slips, clean = examples(parts())
    weights = [0.0] * len(NAMES)
    for name, weight in (("candidate_most", 1.0), ("candidate_least", 1.0), ("written_most", -1.0)):
        weights[NAMES.index(name)] = weight
    against = hardest(clean, weights)
    for turn in range(ROUNDS):
        weights = fitted([*slips, *against], weights if turn else [0.0] * len(NAMES))
        against = hardest(clean, weights)
        found = sorted((score(weights, vector) for vector, _ in against), reverse=True)
        print(turn, len(slips), len(against), _curve(weights, slips, found), file=sys.stderr, flush=True)
    weights[NAMES.index("bias")] += log(AS_COMMON / SPOILT)
    WEIGHTS.parent.mkdir(exist_ok=True)
    made = {
        "sources": digest(),
        "table": hashlib.sha256(TABLE.read_bytes()).hexdigest(),
        "weights": {name: round(weight, 3) for name, weight in zip(NAMES, weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def _curve(weights: Vector, slips: list[Example], clean: list[float]) -> str:
    """Say which part of the slips is found at some numbers of false alarms."""
    found = [score(weights, vector) for vector, _ in slips]
    marks = []
    for alarms in (25, 50, 100, 200, 400):
        bar = clean[min(alarms, len(clean) - 1)]
        marks.append(f"{alarms}: {sum(each > bar for each in found) / len(found):.3f} (>{bar:.2f})")
    return "; ".join(marks)


if __name__ == "__main__":
    main()
