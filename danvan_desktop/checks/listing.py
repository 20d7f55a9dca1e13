"""Findings as lines for people: where each stands, in the words of the report, and what to do."""

import re
from collections.abc import Iterable, Iterator

from danvan_desktop.checks.finding import LEVEL_LABELS, Finding
from danvan_desktop.checks.standing import tab_of, tabs_of_blocks
from danvan_desktop.report.find.tab_titles import tab_titles
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report

WHOLE = "Toàn báo cáo"
"""The heading of what stands on no tab."""
_WORDS_BESIDE, _LONGEST, _WORDS_OF_END = 3, 60, 5
_WORDS, _WORDS_BEHIND = re.compile(r"\S+\s*"), re.compile(r"\s*\S+")


def lines(report: Report, findings: Iterable[Finding]) -> Iterator[str]:
    """Write each of ``findings`` as one line: level, place, the words with three on either side, message."""
    standing = {placed.place: placed.text for placed in texts(report)}
    tabs, of_blocks = tab_titles(report) | {"": WHOLE}, tabs_of_blocks(report)
    for finding in findings:
        tab = tab_of(finding, of_blocks)
        beside = _beside(standing.get(finding.at, ""), finding) if finding.at is not None else ""
        parts = (LEVEL_LABELS[finding.level], tabs.get(tab, tabs[""]), beside, finding.message)
        yield ": ".join(filter(None, parts))


def _beside(text: str, finding: Finding) -> str:
    """Give what was found with three words on either side; a long stretch is shown by its ends."""
    before, after = text[: finding.start], text[finding.end :]
    left = "".join(_WORDS.findall(before)[-_WORDS_BESIDE:])
    right = "".join(_WORDS_BEHIND.findall(after)[:_WORDS_BESIDE])
    left = left if left == before else f"…{left}"
    right = right if right == after else f"{right}…"
    return f"{left}[{shortened(finding.found)}]{right}"


def shortened(words: str) -> str:
    """Show a long stretch by its ends."""
    parts = words.split()
    if len(words) <= _LONGEST or len(parts) <= 2 * _WORDS_OF_END:
        return words
    return " ".join([*parts[:_WORDS_OF_END], "…", *parts[-_WORDS_OF_END:]])
