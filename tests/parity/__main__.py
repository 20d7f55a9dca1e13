"""``make parity``: both files of fourteen reports, compared line by line. Exit 1 below the bar."""

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.importers import read
from danvan_desktop.report.model import Report
from tests.builders import onlyoffice
from tests.builders.generated_report import long_report
from tests.builders.hyphened_report import dotted_report, hyphened_report
from tests.builders.libreoffice import program
from tests.parity.comparison import Comparison, compare_files, compare_with_onlyoffice
from tests.repository import ROOT

OWN_SAMPLE = ROOT / "resources" / "samples" / "bao-cao-mau.danvan"
REAL_SAMPLE = "bao-cao-dan-van-2025.txt"
NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
LONG_REPORTS = range(1, 7)
LONG_PAGES = 40
HYPHENED = range(1, 5)
DOTTED = range(1, 3)
HYPHENED_BAR = 0.99
"""What ONLYOFFICE adds up in units of its own may fit one word more or less."""
LONG_BAR = 0.995
SHOWN = 3
"""Differing places shown of each report."""


@dataclass(frozen=True)
class Subject:
    """A report to compare, and the least share of its lines that has to agree."""

    name: str
    report: Report
    bar: float
    other_bar: float | None = 1.0
    """The same with ONLYOFFICE; None: not asked, for it ends no line after "?", "–" or "…" in a word."""


def subjects(fonts: FontSet) -> list[Subject]:
    """The real sample where it is at hand, our own, and the long ones."""
    found = []
    real = real_sample()
    if real is None:
        print("bao-cao-thuc: skipped, DANVAN_SAMPLES names no folder with", REAL_SAMPLE)
    else:
        found.append(Subject("bao-cao-thuc", read(real, NOW), 1.0))
    found.append(Subject("bao-cao-mau", read(OWN_SAMPLE, NOW), 1.0))
    found += [Subject(f"gach-noi-{n}", hyphened_report(n), 1.0, HYPHENED_BAR) for n in HYPHENED]
    found += [Subject(f"cham-cham-{n}", dotted_report(n), 1.0, None) for n in DOTTED]
    found += [Subject(f"dai-{n}", long_report(n, LONG_PAGES, fonts), LONG_BAR, None) for n in LONG_REPORTS]
    return found


def real_sample() -> Path | None:
    """The real report, which is not part of the repository."""
    folder = Path(os.environ.get("DANVAN_SAMPLES", ROOT.parent / "shared" / "samples"))
    path = folder / REAL_SAMPLE
    return path if path.is_file() else None


def print_table(compared: list[tuple[Subject, Comparison]]) -> None:
    print(f"{'report':<14}{'pages':>7}{'LO':>5}{'starts':>8}{'lines':>8}{'same':>8}{'share':>10}{'bar':>9}")
    for subject, result in compared:
        print(
            f"{result.name:<14}{result.pages:>7}{result.their_pages:>5}{result.same_starts:>8}"
            f"{result.lines:>8}{result.same_lines:>8}{result.share:>10.2%}{subject.bar:>9.1%}"
            f"   {'ok' if passes(subject, result) else 'BELOW'}"
        )


def print_differences(result: Comparison) -> None:
    for difference in result.differences[:SHOWN]:
        print(f"\n{result.name}, page {difference.page}")
        print(*(f"  ours   …{line[-40:]}" for line in difference.ours[:4]), sep="\n")
        print(*(f"  theirs …{line[-40:]}" for line in difference.theirs[:4]), sep="\n")


def passes(subject: Subject, result: Comparison) -> bool:
    return result.share >= subject.bar and result.starts_agree


def main() -> int:
    if program() is None:
        print("LibreOffice is not installed: nothing to compare with", file=sys.stderr)
        return 1
    fonts = find_fonts()
    chosen = subjects(fonts)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("PARITY_FILES", temporary))
        folder.mkdir(parents=True, exist_ok=True)
        results = compare_files({subject.name: subject.report for subject in chosen}, folder)
        asked = {each.name: each.other_bar for each in chosen if each.other_bar is not None}
        others = compare_with_onlyoffice(asked, folder) if onlyoffice.python() else []
    compared = list(zip(chosen, results, strict=True))
    print(f"Checked with LibreOffice and {fonts.family}.\n")
    print_table(compared)
    for result in results:
        print_differences(result)
    for result in others:
        print(f"ONLYOFFICE: {result.name:<14}{result.pages:>7}{result.their_pages:>5}{result.share:>10.2%}")
        print_differences(result)
    if not others:
        print("\nNot checked with ONLYOFFICE: ONLYOFFICE_PYTHON names no Python that has it.")
    return (
        0
        if all(passes(*pair) for pair in compared) and all(each.share >= asked[each.name] for each in others)
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())
