"""The registry of validation rules, and the check of a report by all of them."""

from collections.abc import Sequence

from danvan_desktop.checks.finding import Finding
from danvan_desktop.checks.rule import Rule
from danvan_desktop.report.model import Report

RULES: tuple[Rule, ...] = ()
"""Every rule, in the order in which findings are listed; each module of rules gives its own."""


def check(report: Report, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """Check ``report`` by ``rules`` (all of them where None) and list the findings, rule by rule."""
    return tuple(
        Finding(rule.level, rule.id, place, message)
        for rule in (RULES if rules is None else rules)
        for place, message in rule.find(report)
    )
