"""Measure the proof-reader on our own prose, each subject read with a table that does not know it.

What is in the wording of reports and what is told freely are shown apart: the one is what the program is for.
``--laws`` measures on official text that nobody here wrote: each code of law, read with a table without it.
"""

import json
import random
import sys
from collections.abc import Iterator

from build_table import own_counts
from counts import Counts, keyed_graph, make_table
from fit_weights import FOLDS, WEIGHTS, parts
from sources import law_codes, word_graph

from danvan_desktop.checks.proof.judging import LIKELY, REVIEW
from danvan_desktop.checks.proof.lexis import Lexis
from danvan_desktop.checks.proof.proofreader import Proofreader
from tests.proof.measure import REPORT, Measured, measure
from tests.proof.typist import SLIPS

OFFICIAL = 11
"""Parts at the beginning of the prose that are reports on the work the program is for."""
ROUNDS = 6
SHORTEST = 15
"""Words: shorter lines of a law are headings and items of lists."""
SEED = 7
MOST_ALARMS = 20


def main() -> int:
    """Read all parts and print what was found."""
    read = json.loads(WEIGHTS.read_text("utf-8"))["weights"]
    weights = {name: float(weight) for name, weight in read.items()}
    found: dict[str, Measured] = {}
    for name, lexis, text in held_laws() if sys.argv[1:] == ["--laws"] else held_prose():
        whole = found.setdefault(name, Measured(0, {kind: [] for kind in SLIPS}))
        add(whole, measure(Proofreader(lexis, weights), text, ROUNDS))
    for name, measured in found.items():
        for bar in (LIKELY, REVIEW):
            print(
                f"{name}: {measured.syllables} syllables, from {bar}: found {measured.recall(bar):.1%}, "
                f"{measured.alarms_per_thousand(bar):.2f} false alarms per 1,000 syllables, "
                f"{measured.right_suggestions(bar):.1%} suggested rightly"
            )
        for score, told in sorted(measured.alarms, reverse=True)[:MOST_ALARMS]:
            print(f"  {score:.2f}  {told}")
    return 0


def held_prose() -> Iterator[tuple[str, Lexis, list[str]]]:
    """Give each part of our prose with what is known without the sixth that it is of."""
    for fold, (lexis, held) in enumerate(parts()):
        for number, topic in enumerate(held):
            is_official = number * FOLDS + fold < OFFICIAL
            yield "wording of reports" if is_official else "all else", lexis, topic


def held_laws() -> Iterator[tuple[str, Lexis, list[str]]]:
    """Give about as much of each code of law as a report has, with what is known without that code."""
    graph, own, codes = keyed_graph(*word_graph()), own_counts(), law_codes()
    chance = random.Random(SEED)  # noqa: S311 - any place will do
    for name, lines in codes.items():
        others = dict.fromkeys(line for other, each in codes.items() if other != name for line in each)
        held = [line for line in dict.fromkeys(lines) if line not in others and len(line.split()) >= SHORTEST]
        first = chance.randrange(len(held) // 2)
        text: list[str] = []
        while sum(len(line.split()) for line in text) < REPORT:
            text.append(held[first + len(text)])
        yield "codes of law", Lexis(make_table(graph, own, Counts().add(others))), text


def add(whole: Measured, part: Measured) -> None:
    """Put one measurement to the others."""
    whole.syllables += part.syllables
    whole.alarms += part.alarms
    for kind, found in part.slips.items():
        whole.slips[kind] += found


if __name__ == "__main__":
    sys.exit(main())
