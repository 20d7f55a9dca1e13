"""The registry of validation rules, and the check of a report by all of them."""

from collections.abc import Collection, Sequence

from danvan_desktop.checks.finding import Finding
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import Rule, finding_of
from danvan_desktop.checks.topics import (
    abbreviations,
    arithmetic,
    capitals,
    citing,
    consistency,
    dates,
    house,
    numbers,
    privacy,
    spacing,
    structure,
    symbols,
    terms,
    wording,
)
from danvan_desktop.report.model import Report

RULES: tuple[Rule, ...] = (
    *spacing.RULES,
    *symbols.RULES,
    *capitals.RULES,
    *citing.RULES,
    *dates.RULES,
    *numbers.RULES,
    *arithmetic.RULES,
    *terms.RULES,
    *wording.RULES,
    *abbreviations.RULES,
    *consistency.RULES,
    *structure.RULES,
    *house.RULES,
    *privacy.RULES,
)
"""Every rule, in the order in which findings are listed; each topic gives its own."""


def check(
    report: Report, rules: Sequence[Rule] | None = None, off: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Check ``report`` by ``rules`` (all of them where None) and list the findings, rule by rule.

    ``off``: ids of rules that the office has switched off.
    """
    manuscript = Manuscript(report)
    return tuple(
        finding_of(rule, match)
        for rule in (RULES if rules is None else rules)
        if rule.id not in off
        for match in rule.find(manuscript)
    )
