"""``make proof``: the curve of the proof-reader, slips found against false alarms, on text not fitted on."""

import sys

from danvan_desktop.checks.proof.judging import LIKELY, REVIEW
from danvan_desktop.checks.proof.proofreader import proofreader
from tests.proof.measure import TEXTS, measure, paragraphs
from tests.proof.typist import SLIPS
from tests.proof.unmarked_runs import LENGTHS, measure_runs


def main() -> int:
    """Measure each text that is named, all of them where none is."""
    for name in sys.argv[1:] or [path.name for path in sorted(TEXTS.glob("*.txt"))]:
        show(name)
    return 0


def show(name: str) -> None:
    """Print the curve, the kinds of slips and the false alarms of one text."""
    found = measure(proofreader(), paragraphs(name))
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
        made, seen, right = measure_runs(proofreader(), paragraphs(name), length)
        print(f"{length:20} {made:4}  {seen / max(made, 1):6.1%}  {right / max(made, 1):6.1%}")
    print("\nfalse alarms:")
    for score, told in sorted(found.alarms, reverse=True):
        print(f"{score:5.2f}  {told}")


if __name__ == "__main__":
    sys.exit(main())
