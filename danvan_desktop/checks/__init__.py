"""REPORT -> FINDINGS: what is wrong with a report, or should be looked at before it is signed."""

from danvan_desktop.checks.finding import Finding, Level
from danvan_desktop.checks.rules import RULES, Rule, check

__all__ = ["RULES", "Finding", "Level", "Rule", "check"]
