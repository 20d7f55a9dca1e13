"""``make proof``: the curve of the proof-reader, slips found against false alarms, on text not fitted on."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from danvan_desktop.checks.proof.judging import LIKELY, REVIEW
from danvan_desktop.checks.proof.proofreader import proofreader
from tests.proof.measure import TEXTS, measure, paragraphs_of
from tests.proof.typist import SLIPS
from tests.proof.unmarked_runs import LENGTHS, measure_runs


def main() -> int | str:
    """Measure each text that is named, all of them where none is."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("names", nargs="*", help="files of the folder; all of them where none is named")
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a folder of texts, a paragraph a line")
    asked = parser.parse_args()
    paths = [asked.texts / name for name in asked.names] or sorted(asked.texts.glob("*.txt"))
    for path in paths:
        show(path.name, paragraphs_of(path))
    return 0 if paths else f"there is no .txt in {asked.texts}"


def show(name: str, texts: Sequence[str]) -> None:
    """Print the curve, the kinds of slips and the false alarms of one text."""
    found = measure(proofreader(), texts)
    count = sum(map(len, found.slips.values()))
    print(f"\n{name}: {found.syllables} syllables, {count} slips\n")
    print("bar    alarms/1000   found   right suggestion")
    for bar in sorted(
        {LIKELY, REVIEW, *(found.bar_at(rate) for rate in (0.3, 0.5, 0.7, 1.0, 1.3, 2.0))}, reverse=True
    ):
        mark = {LIKELY: "  Nghi sai chính tả", REVIEW: "  Nên xem lại"}.get(bar, "")
        print(
            f"{bar:5.2f}  {found.alarms_per_thousand(bar):11.2f}  {found.recall(bar):6.1%}  "
            f"{found.right_suggestions(bar):17.1%}{mark}"
        )
    print("\nkind of slip: how many, found at the two levels")
    for kind in SLIPS:
        told = "  ".join(f"{found.recall(bar, kind):6.1%}" for bar in (LIKELY, REVIEW))
        print(f"{kind:20} {len(found.slips[kind]):4}  {told}")
    print("\nwords in a row without marks: how many runs, found at the default level, wholly set right")
    for length in LENGTHS:
        made, seen, right = measure_runs(proofreader(), texts, length)
        print(f"{length:20} {made:4}  {seen / max(made, 1):6.1%}  {right / max(made, 1):6.1%}")
    print("\nfalse alarms:")
    for score, told in sorted(found.alarms, reverse=True):
        print(f"{score:5.2f}  {told}")


if __name__ == "__main__":
    sys.exit(main())
