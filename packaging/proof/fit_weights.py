"""Fit the proof-reader's weights on slips of our own making, and write ``resources/proof/weights.json``.

The text is parted; the slips of a part are judged with a table made of the other parts and the pair graph,
so that the weights learn from text that the table has not seen. A slip is an example for, the best candidate
of a clean place one against. The same sources give the same file.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from math import exp

from build_table import TABLE
from counts import Counts, keyed_graph, make_table
from sources import ROOT, digest, law_paragraphs, lexicon_entries, prose_paragraphs, word_graph

from danvan_desktop.checks.proof.evidence import NAMES, Lexis, Weighing
from danvan_desktop.checks.proof.tokens import tokens_of

WEIGHTS = ROOT / "resources" / "proof" / "weights.json"
FOLDS = 5
SEED = 20251128
LAW_LINES = 2000
"""Per part: laws are not what the program is for, they only keep the weights from trusting our own hand."""
OFTEN = {"tone": 12, "hook": 6, "toneless": 16, "hat": 16, "bare": 10, "letter": 12, "extra": 6, "key": 8}
OFTEN |= {"swap": 3, "sound": 14}
"""How often each kind of slip is made, by what is known of Vietnamese typing."""
ROUNDS = 3

Example = tuple[list[float], int, float]
Place = tuple[Lexis, list[int], int, bool]


def parts() -> Iterator[tuple[Lexis, list[str]]]:
    """Give each part of the text with what the others make known."""
    graph = keyed_graph(*word_graph())
    prose, law, entries = prose_paragraphs(), law_paragraphs(), lexicon_entries()
    all_own = Counts().add(entries, with_breaks=False).add(prose)
    all_law = Counts().add(law)
    block = len(entries) // (FOLDS * 4)
    for fold in range(FOLDS):
        # Neighbouring paragraphs share their subject: a part is every fifth run of four.
        held = [text for place, text in enumerate(prose) if place // 4 % FOLDS == fold]
        held_entries = [text for place, text in enumerate(entries) if place // block % FOLDS == fold]
        held_law = [text for place, text in enumerate(law) if place // 400 % FOLDS == fold]
        own = all_own.less(Counts().add(held_entries, with_breaks=False).add(held))
        table = make_table(graph, own, all_law.less(Counts().add(held_law)))
        yield Lexis(table), held + held_law[:: max(len(held_law) // LAW_LINES, 1)][: LAW_LINES // 8]


def rows(lexis: Lexis, texts: list[str]) -> Iterator[tuple[list[int], list[bool]]]:
    """Give the numbers of each text's tokens, and which begin with a capital inside a sentence."""
    for text in texts:
        tokens = tokens_of(text)
        row = [lexis.place(token.key) for token in tokens]
        yield row, [token.capital and place > 1 for place, token in enumerate(tokens)]


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


def examples(known: list[tuple[Lexis, list[str]]]) -> tuple[list[Example], list[list[list[float]]]]:
    """Make the examples for, and the candidates of each clean place."""
    chance = random.Random(SEED)  # noqa: S311 - slips need no cryptography
    slips: list[Example] = []
    clean: list[list[list[float]]] = []
    for lexis, texts in known:
        made = slips_of(lexis)
        for row, capitals in rows(lexis, texts):
            for place in range(1, len(row) - 1):
                meant = row[place]
                if meant <= 2:
                    continue
                weighing = Weighing(lexis, row, place, capital=capitals[place])
                if not weighing.is_well_attested():
                    vectors = [
                        vector
                        for other, kind in lexis.confused_with(meant)
                        if (vector := weighing.vector(other, kind))
                    ]
                    if vectors:
                        clean.append(vectors)
                if chance.random() < 0.7 and meant in made:
                    written, kind = slip(made[meant], chance)
                    changed = [*row[:place], written, *row[place + 1 :]]
                    if vector := Weighing(lexis, changed, place, capital=capitals[place]).vector(meant, kind):
                        slips.append((vector, 1, 1.0))
    return slips, clean


def hardest(clean: list[list[list[float]]], weights: list[float]) -> list[Example]:
    """Take of each clean place the candidate that looks best."""
    return [(max(vectors, key=lambda vector: score(weights, vector)), 0, 1.0) for vectors in clean]


def score(weights: list[float], vector: list[float]) -> float:
    """Give the sum of products."""
    return sum(map(float.__mul__, weights, vector))


def fitted(data: list[Example], weights: list[float], chance: random.Random) -> list[float]:
    """Fit a logistic regression by stochastic gradients, each number with a step of its own."""
    steps = [1e-6] * len(weights)
    weights = list(weights)
    places = list(range(len(data)))
    for turn in range(8):
        chance.shuffle(places)
        rate = 0.5 / (1 + turn)
        for place in places:
            vector, truth, weight = data[place]
            found = score(weights, vector)
            slope = (1 / (1 + exp(-max(min(found, 30.0), -30.0))) - truth) * weight
            for number, value in enumerate(vector):
                if value:
                    pull = slope * value + 1e-5 * weights[number]
                    steps[number] += pull * pull
                    weights[number] -= rate * pull / steps[number] ** 0.5
    return weights


def main() -> None:
    """Fit and write."""
    known = list(parts())
    slips, clean = examples(known)
    chance = random.Random(SEED)  # noqa: S311 - the order of examples needs no cryptography
    weights = [0.0] * len(NAMES)
    weights[NAMES.index("candidate_most")] = weights[NAMES.index("candidate_least")] = 1.0
    weights[NAMES.index("written_most")] = weights[NAMES.index("written_least")] = -1.0
    for turn in range(ROUNDS):
        against = hardest(clean, weights)
        weights = fitted([*slips, *against], weights, chance)
        found = sorted((score(weights, vector) for vector, *_ in hardest(clean, weights)), reverse=True)
        print(turn, len(slips), len(against), _curve(weights, slips, found), file=sys.stderr, flush=True)
    WEIGHTS.parent.mkdir(exist_ok=True)
    made = {
        "sources": digest(),
        "table": hashlib.sha256(TABLE.read_bytes()).hexdigest(),
        "weights": {name: round(weight, 3) for name, weight in zip(NAMES, weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def _curve(weights: list[float], slips: list[Example], clean: list[float]) -> str:
    """Say which part of the slips is found at some numbers of false alarms."""
    found = [score(weights, vector) for vector, *_ in slips]
    marks = []
    for alarms in (25, 50, 100, 200, 400):
        bar = clean[min(alarms, len(clean) - 1)]
        marks.append(f"{alarms}: {sum(each > bar for each in found) / len(found):.3f} (>{bar:.2f})")
    return "; ".join(marks)


if __name__ == "__main__":
    main()
