"""Findings of a check that is over, seen from the report as it stands now: where they are, which are open."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.checks.finding import GRAVE, Finding
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.location import ANNEXES, parse
from danvan_desktop.report.model import Annex, PassedOver, Report
from danvan_desktop.report.walk import block_lists_by_id


def nearest(text: str, words: str, start: int) -> int:
    """Find ``words`` in ``text`` at ``start`` or where they moved from there; -1: they are gone."""
    if text.startswith(words, start):
        return start
    behind, before = text.find(words, start), text.rfind(words, 0, start + len(words))
    found = [place for place in (before, behind) if place >= 0]
    return min(found, key=lambda place: abs(place - start), default=-1)


def still_there(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give ``findings`` with their places in ``report``, edited since; not those whose words went."""
    findings = tuple(findings)
    blocks = {finding.at.block for finding in findings if finding.at is not None}
    now: Mapping[TextPlace, str] = {placed.place: placed.text for placed in texts(report, blocks)}
    kept = []
    for finding in findings:
        start = finding.start
        if finding.at is not None:
            start = nearest(now.get(finding.at, ""), finding.found, start)
        if start >= 0:
            kept.append(replace(finding, start=start, end=start + finding.end - finding.start))
    return tuple(kept)


def passed_over(finding: Finding) -> PassedOver:
    """Say of what kind ``finding`` is, so that it and its like are not shown in this report any more."""
    place = "" if finding.found else finding.place
    return PassedOver(finding.rule, finding.found, place)


def not_passed_over(findings: Iterable[Finding], passed: Sequence[PassedOver]) -> tuple[Finding, ...]:
    """Leave out of ``findings`` what the user has passed over."""
    known = {(each.rule, each.found, each.place) for each in passed}
    return tuple(finding for finding in findings if _kind(finding) not in known)


def _kind(finding: Finding) -> tuple[str, str, str]:
    passed = passed_over(finding)
    return passed.rule, passed.found, passed.place


def are_alike(one: Finding, other: Finding) -> bool:
    """Tell whether both are the same mistake: to be set right in the same way."""
    mistakes = ((each.rule, each.found, each.suggestion) for each in (one, other))
    first, second = mistakes
    return first == second and bool(one.suggestion)


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out slips where another rule, of more words, sets the same letter right: "UBND tinh", "tinh"."""
    findings = tuple(findings)
    others: dict[TextPlace | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.suggestion and finding.rule != PROOF:
            others[finding.at].append(finding)
    return tuple(
        each
        for each in findings
        if each.rule != PROOF or not any(_sets_right(other, each) for other in others[each.at])
    )


def _sets_right(other: Finding, slip: Finding) -> bool:
    """Tell whether ``other`` makes of the words around ``slip`` what the slip's own suggestion would."""
    start, end = slip.start - other.start, slip.end - other.start
    if start < 0 or end > len(other.found):
        return False
    return other.suggestion == other.found[:start] + slip.suggestion + other.found[end:]


def tabs_of_blocks(report: Report) -> dict[int, str]:
    """Name the tab of every block, as a location does."""
    return {
        block.id: ANNEXES if isinstance(part, Annex) else name
        for name, part, blocks in block_lists_by_id(report)
        for block in blocks
    }


def tab_of(finding: Finding, tabs: Mapping[int, str]) -> str:
    """Name the tab that ``finding`` belongs to; "" for the whole report. ``tabs``: those of the blocks."""
    if finding.at is not None:
        return finding.at.tab
    location = parse(finding.place)
    return tabs.get(location.block, "") if location.block else location.tab


def text_order(report: Report) -> dict[TextPlace, int]:
    """Number the texts of ``report`` in reading order."""
    return {placed.place: number for number, placed in enumerate(texts(report))}


def reading_order(order: Mapping[TextPlace, int]) -> Callable[[Finding], tuple[int, int]]:
    """Give what says where a finding stands in a report; what is about no words stands with its part.

    ``order``: its :func:`text_order`.
    """
    of_blocks: dict[int, int] = {}
    of_tabs: dict[str, int] = {}
    for place, number in order.items():
        of_tabs.setdefault(place.tab, number)
        of_blocks.setdefault(place.block, number)

    def place_of(finding: Finding) -> tuple[int, int]:
        if finding.at is not None:
            return order.get(finding.at, len(order)), finding.start
        location = parse(finding.place)
        if location.block:
            return of_blocks.get(location.block, len(order)), -1
        return of_tabs.get(location.tab, -1), -1

    return place_of


def in_reading_order(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort ``findings`` as their words stand in ``report``; what is about no words stands with its part."""
    return tuple(sorted(findings, key=reading_order(text_order(report))))


def count_grave(findings: Iterable[Finding]) -> int:
    """Count what the start page names: what is against a rule, and what looks mistyped."""
    return sum(finding.level in GRAVE for finding in findings)
