"""Findings as lines for people: where each stands, in the words of the report, and what to do."""

import re
from collections.abc import Iterable, Iterator

from danvan_desktop.checks.finding import LEVEL_LABELS, Finding
from danvan_desktop.report.find.tab_titles import tab_titles
from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import Report

WHOLE = "Toàn báo cáo"
"""The heading of what stands on no tab."""
_WORDS_BESIDE, _LONGEST = 3, 60
_WORDS, _WORDS_BEHIND = re.compile(r"\S+\s*"), re.compile(r"\s*\S+")


def lines(report: Report, findings: Iterable[Finding]) -> Iterator[str]:
    """Write each of ``findings`` as one line: level, place, the words with three on either side, message."""
    standing = {placed.place: placed.text for placed in texts(report)}
    tabs = tab_titles(report) | {"": WHOLE}
    for finding in findings:
        tab = finding.at.tab if finding.at is not None else _tab_of(finding.place, standing)
        beside = _beside(standing.get(finding.at, ""), finding) if finding.at is not None else ""
        parts = (LEVEL_LABELS[finding.level], tabs.get(tab, tabs[""]), beside, finding.message)
        yield ": ".join(filter(None, parts))


def _tab_of(place: str, standing: Iterable[TextPlace]) -> str:
    """Name the tab of a block, which its place does not tell, or of a field or part, which does."""
    location = parse(place)
    of_block = (each.tab for each in standing if each.block == location.block)
    return next(of_block, "") if location.block else location.tab


def _beside(text: str, finding: Finding) -> str:
    """Give what was found with three words on either side; a long stretch is shown by its ends."""
    before, after = text[: finding.start], text[finding.end :]
    left = "".join(_WORDS.findall(before)[-_WORDS_BESIDE:])
    right = "".join(_WORDS_BEHIND.findall(after)[:_WORDS_BESIDE])
    found = finding.found
    if len(found) > _LONGEST:
        found = " ".join([*found.split()[:5], "…", *found.split()[-5:]])
    return f"{'' if left == before else '…'}{left}[{found}]{right}{'' if right == after else '…'}"
