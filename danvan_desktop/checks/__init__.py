"""Validation rules for the content of a report (quy tắc kiểm tra nội dung): from a report to findings.

The proof-reader (``proof``) finds slips of typing. Each other rule is one value in
:data:`~danvan_desktop.checks.rules.RULES`, by topics (``topics``). The layout of a finished file is measured
by ``inspection``.
"""

from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.checks.citations.register import citations, complete, standing_citations
from danvan_desktop.checks.finding import GRAVE, LEVEL_LABELS, Finding, Level, as_json_object
from danvan_desktop.checks.fixes import apply, fix
from danvan_desktop.checks.proof.office_words import NO_OFFICE_WORDS, OfficeWords
from danvan_desktop.checks.proof.read_report import learn, proofread
from danvan_desktop.checks.rule import Rule
from danvan_desktop.checks.rules import RULES, TOPICS, check

__all__ = [
    "GRAVE",
    "LEVEL_LABELS",
    "NO_OFFICE_WORDS",
    "RULES",
    "TOPICS",
    "Citation",
    "Finding",
    "Level",
    "OfficeWords",
    "Rule",
    "apply",
    "as_json_object",
    "check",
    "citations",
    "complete",
    "fix",
    "learn",
    "proofread",
    "standing_citations",
]
