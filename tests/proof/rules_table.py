"""``python -m tests.proof.rules_table``: how often each rule on content speaks, and about what.

Looked through are the made papers, the prose of the proof-reader, and the real reports where they are at
hand. Each hit is meant to be read with a person's eyes: a rule that is wrong more than one time in five is
taken down to "info" or out.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.checks import RULES, Finding, check
from danvan_desktop.errors import UserError
from danvan_desktop.importers import read
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from tests.builders.papers.made_papers import made_papers, write_papers
from tests.proof.alarms import report_of
from tests.proof.measure import paragraphs_of
from tests.repository import ROOT

PROSE = (ROOT / "packaging/proof/prose.txt", *sorted((ROOT / "tests/proof/texts").glob("*.txt")))
_NOW = datetime(2026, 1, 5, tzinfo=UTC)


def main() -> int:
    """Print the table; with ``--hits`` each finding too, of the rules that are named."""
    arguments = _arguments()
    hits: dict[str, list[tuple[str, Report, Finding]]] = {rule.id: [] for rule in RULES}
    words = 0
    for name, report in _reports():
        words += sum(len(placed.text.split()) for placed in texts(report))
        for finding in check(report):
            hits[finding.rule].append((name, report, finding))
    print(f"{'rule':<28}{'level':<9}{'safe':<6}{'hits':>5}   in {words:,} words")
    for rule in RULES:
        if arguments.rules and not any(part in rule.id for part in arguments.rules):
            continue
        print(f"{rule.id:<28}{rule.level:<9}{'safe' if rule.safe else '':<6}{len(hits[rule.id]):>5}")
        if arguments.hits:
            for name, report, finding in hits[rule.id]:
                print(f"      {name}: {_context(report, finding)}  {finding.message}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", help="parts of the ids of rules; none means all")
    parser.add_argument("--hits", action="store_true", help="print each finding")
    return parser.parse_args()


def _reports() -> Iterator[tuple[str, Report]]:
    for path in PROSE:
        yield path.name, report_of(paragraphs_of(path))
    samples = Path(os.environ.get("DANVAN_SAMPLES", ROOT.parent / "shared" / "samples"))
    with tempfile.TemporaryDirectory() as folder:
        files = write_papers(made_papers(), Path(folder))
        for path in [*sorted(samples.glob("*.txt")), *files.values()]:
            try:
                yield path.name, read(path, _NOW)
            except UserError as error:
                print(f"{path.name}: {error}", file=sys.stderr)


def _context(report: Report, finding: Finding) -> str:
    text = next((placed.text for placed in texts(report) if placed.place == finding.at), "")
    before, after = text[max(finding.start - 40, 0) : finding.start], text[finding.end : finding.end + 40]
    return f"…{before}[{finding.found}]{after}…" if finding.at else finding.place


if __name__ == "__main__":
    sys.exit(main())
