"""Measure the proof-reader on our own prose, each subject read with a table that does not know it.

What is in the wording of reports and what is told freely are shown apart: the one is what the program is for.
"""

import json
import sys

from fit_weights import FOLDS, WEIGHTS, parts

from danvan_desktop.checks.proof.judging import LIKELY, REVIEW
from danvan_desktop.checks.proof.proofreader import Proofreader
from tests.proof.measure import Measured, measure
from tests.proof.typist import SLIPS

OFFICIAL = 11
"""Parts at the beginning of the prose that are reports on the work the program is for."""
ROUNDS = 6


def main() -> int:
    """Read each sixth of the parts and print what was found."""
    weights = {
        name: float(weight) for name, weight in json.loads(WEIGHTS.read_text("utf-8"))["weights"].items()
    }
    found = {name: Measured(0, {kind: [] for kind in SLIPS}) for name in ("wording of reports", "all else")}
    for fold, (lexis, held) in enumerate(parts()):
        reader = Proofreader(lexis, weights)
        for number, topic in enumerate(held):
            is_official = number * FOLDS + fold < OFFICIAL
            add(found["wording of reports" if is_official else "all else"], measure(reader, topic, ROUNDS))
    for name, measured in found.items():
        for bar in (LIKELY, REVIEW):
            print(
                f"{name}: {measured.syllables} syllables, from {bar}: found {measured.recall(bar):.1%}, "
                f"{measured.alarms_per_thousand(bar):.2f} false alarms per 1,000 syllables, "
                f"{measured.right_suggestions(bar):.1%} suggested rightly"
            )
    return 0


def add(whole: Measured, part: Measured) -> None:
    """Put one measurement to the others."""
    whole.syllables += part.syllables
    whole.alarms += part.alarms
    for kind, found in part.slips.items():
        whole.slips[kind] += found


if __name__ == "__main__":
    sys.exit(main())
