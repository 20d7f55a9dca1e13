"""``make papers``: made papers brought in and checked, and where a person expects otherwise."""

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.builders.libreoffice import program
from tests.builders.papers.made_papers import made_papers, write_papers
from tests.papers.known import KNOWN, known_deviations, settle
from tests.papers.scoring import FIELDS, Score, score

_SHOWN = 160


def main() -> int:
    """Print the table; 1 where a deviation is not yet known."""
    arguments = _arguments()
    chosen = [
        paper
        for paper in made_papers()
        if not arguments.names or any(name in paper.name for name in arguments.names)
    ]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("PAPERS_FILES", temporary))
        folder.mkdir(parents=True, exist_ok=True)
        files = write_papers(chosen, folder)
        scores = [score(paper, files[paper.name]) for paper in chosen if paper.name in files]
    if program() is None:
        print("LibreOffice is not installed: its papers are left out", file=sys.stderr)
    _print_fields(scores)
    _print_papers(scores)
    _print_deviations(scores, all_of_them=bool(arguments.names))
    if arguments.settle:
        settle(scores)
    found = {deviation.key for each in scores for deviation in each.deviations}
    looked_at = {each.paper.name for each in scores}
    gone = {key for key in known_deviations() - found if key.partition(" ")[0] in looked_at}
    if gone:
        print(f"\nno longer deviate (--settle takes them off the list): {', '.join(sorted(gone))}")
    return 1 if found - known_deviations() else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of papers; none means all")
    parser.add_argument("--settle", action="store_true", help=f"write what deviates into {KNOWN.name}")
    return parser.parse_args()


def _print_fields(scores: list[Score]) -> None:
    brought_in = [each for each in scores if not each.paper.expected.refused]
    wrong = Counter(deviation.field for each in scores for deviation in each.deviations)
    print(f"{'field':<16}{'right':>6}{'of':>5}{'share':>8}")
    for name in FIELDS:
        right = len(brought_in) - wrong[name]
        print(f"{name:<16}{right:>6}{len(brought_in):>5}{right / max(1, len(brought_in)):>8.0%}")
    total = len(FIELDS) * len(brought_in)
    right = total - sum(wrong[name] for name in FIELDS)
    print(f"{'all fields':<16}{right:>6}{total:>5}{right / max(1, total):>8.1%}")
    print(f"words lost: {sum(len(each.lost) for each in scores)}")
    accused = sum(len(each.accused) for each in scores)
    false = sum(len(each.false) for each in scores)
    missed = sum(len(each.missed) for each in scores)
    print(f"sheet: {accused} accusations, {false} false ({false / max(1, accused):.0%}), {missed} missed\n")


def _print_papers(scores: list[Score]) -> None:
    known = known_deviations()
    for each in scores:
        fields = [d.field for d in each.deviations if not d.field.startswith("sheet")]
        new = "".join(" NEW" for d in each.deviations if d.key not in known)[:4]
        making = each.paper.page.making
        print(
            f"{each.paper.name:<34}{making.way:>12} {making.to if making.way != 'drawn' else 'pdf':<5}"
            f"{len(each.false):>3} false {', '.join(fields) or 'whole'}{new}"
        )


def _print_deviations(scores: list[Score], *, all_of_them: bool) -> None:
    limit = None if all_of_them else _SHOWN
    for each in scores:
        for deviation in each.deviations:
            print(f"\n{deviation.key}\n  expected {deviation.expected[:limit]}")
            print(f"  found    {deviation.found[:limit]}")


if __name__ == "__main__":
    sys.exit(main())
