"""``python -m tests.proof.alarms``: what the rules say of papers of other hands, and a reader's judgement.

Each alarm stands in ``judged_alarms.json`` with the reader's judgement: "right" (it is as the rule says),
"custom" (other offices write so, the rule says no more than that) or "false". The test fails where the rules
say something that nobody has judged, or say no more what was judged. What the proof-reader takes for slips is
only printed (``--proof``): each fitting of its weights moves it, and ``make proof`` lists it with its score.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.checks import Finding, check, proofread
from danvan_desktop.importers import read
from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.model import Paragraph, Report, Run
from tests.builders.example_reports import example_report
from tests.builders.papers.made_papers import made_papers, write_papers
from tests.proof.measure import paragraphs

JUDGED = Path(__file__).with_name("judged_alarms.json")
JUDGEMENTS = ("right", "custom", "false")
TEXTS = ("another-hand.txt", "development.txt")
_WAYS = ("raw", "python-docx")
"""Papers that are made at once, without LibreOffice, and are no print."""
_BESIDE = 24
_NOW = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Alarm:
    """What a rule says of a place in a text."""

    text: str
    rule: str
    level: str
    words: str
    """What is found with what stands beside it, or the place where it is about no words."""
    message: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by from one run to the next: messages may be worded better."""
        return self.text, self.rule, self.words


def reports() -> Iterator[tuple[str, Report]]:
    """Give the texts by name, each as the program reads it."""
    for name in TEXTS:
        yield name, report_of(paragraphs(name))
    papers = [
        paper for paper in made_papers() if paper.page.making.way in _WAYS and not paper.needs_libreoffice
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, path in write_papers(papers, Path(folder)).items():
            yield name, read(path, _NOW)


def report_of(lines: Sequence[str]) -> Report:
    """Make a report of paragraphs, whatever they begin with."""
    blocks = tuple(Paragraph(number, runs=(Run(line),)) for number, line in enumerate(lines, 1))
    return replace(example_report(""), opening=blocks)


def alarms(*, proof: bool = False) -> list[Alarm]:
    """List what the rules say of them, or what the proof-reader takes for slips."""
    found: list[Alarm] = []
    for name, report in reports():
        standing = {placed.place: placed.text for placed in texts(report)}
        told = proofread(report) if proof else check(report)
        found += [
            Alarm(name, each.rule, each.level, _words(each, standing), each.message)
            for each in told
            if each.level != "doubtful"
        ]
    return sorted(found)


def _words(finding: Finding, standing: Mapping[TextPlace, str]) -> str:
    text = standing.get(finding.at, "") if finding.at is not None else ""
    before, after = text[max(finding.start - _BESIDE, 0) : finding.start], text[finding.end :][:_BESIDE]
    return f"{before}[{finding.found}]{after}" if finding.at is not None else finding.place


def judged() -> list[dict[str, str]]:
    """Give what a reader has judged."""
    known: list[dict[str, str]] = json.loads(JUDGED.read_text("utf-8"))
    return known


def main() -> int:
    """Print what nobody has judged, ready to be judged in the file, and what the rules say no more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proof", action="store_true", help="list what looks mistyped instead")
    is_proof = parser.parse_args().proof
    found = alarms(proof=is_proof)
    known = {(each["text"], each["rule"], each["words"]) for each in judged()}
    for alarm in found:
        if alarm.key not in known:
            told = dict(zip(("text", "rule", "words"), alarm.key, strict=True)) | {"judgement": "", "why": ""}
            print(json.dumps(told, ensure_ascii=False), f"// {alarm.level}: {alarm.message}")
    for gone in () if is_proof else sorted(known - {alarm.key for alarm in found}):
        print("no more:", *gone)
    return 0


if __name__ == "__main__":
    sys.exit(main())
