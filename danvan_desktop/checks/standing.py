"""Findings of a check that is over, seen from the report as it stands now: where they are, which are open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.checks.finding import GRAVE, Finding
from danvan_desktop.report.find.texts import TextPlace, texts
from danvan_desktop.report.location import parse
from danvan_desktop.report.model import PassedOver, Report


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


def tab_of(finding: Finding) -> str:
    """Name the tab that ``finding`` belongs to, as a location does; "" for the whole report."""
    return finding.at.tab if finding.at is not None else parse(finding.place).tab


def in_reading_order(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort ``findings`` as their words stand in ``report``; what is about no words stands with its tab."""
    order = {placed.place: number for number, placed in enumerate(texts(report))}
    tabs: dict[str, int] = {}
    for place, number in order.items():
        tabs.setdefault(place.tab, number)

    def place_of(finding: Finding) -> tuple[int, int]:
        if finding.at is None:
            return tabs.get(tab_of(finding), -1), -1
        return order.get(finding.at, len(order)), finding.start

    return tuple(sorted(findings, key=place_of))


def count_grave(findings: Iterable[Finding]) -> int:
    """Count what the start page names: what is against a rule, and what looks mistyped."""
    return sum(finding.level in GRAVE for finding in findings)
