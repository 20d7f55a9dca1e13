"""The registry of validation rules, and the check of a report by all of them."""

from collections.abc import Collection, Sequence

from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.checks.finding import Finding
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import Rule, finding_of
from danvan_desktop.checks.topics import (
    abbreviations,
    capitals,
    citing,
    consistency,
    dates,
    house,
    numbers,
    privacy,
    promised,
    spacing,
    structure,
    symbols,
    terms,
    wording,
)
from danvan_desktop.checks.topics.calculation import annexed, arithmetic, growth, shares, tables
from danvan_desktop.report.model import Report

TOPICS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Dấu cách, dấu câu", spacing.RULES),
    ("Số, ký hiệu văn bản", symbols.RULES),
    ("Viết hoa", capitals.RULES),
    ("Viện dẫn văn bản", citing.RULES),
    ("Ngày tháng", dates.RULES),
    ("Cách ghi số", numbers.RULES),
    ("Phép tính", (*shares.RULES, *growth.RULES, *arithmetic.RULES, *tables.RULES)),
    ("Tên gọi, văn bản đã thay đổi", terms.RULES),
    ("Từ ngữ", wording.RULES),
    ("Chữ viết tắt", abbreviations.RULES),
    ("Viết thống nhất", consistency.RULES),
    ("Các phần của báo cáo", (*structure.RULES, *annexed.RULES)),
    ("Nhiệm vụ đã đề ra năm trước", promised.RULES),
    ("Cơ quan, người ký, nơi nhận", house.RULES),
    ("Dữ liệu cá nhân", privacy.RULES),
)
"""The rules by topics, each with its Vietnamese name, in the order in which findings are listed."""
RULES: tuple[Rule, ...] = tuple(rule for _, rules in TOPICS for rule in rules)
"""Every rule."""


def check(
    report: Report,
    rules: Sequence[Rule] | None = None,
    off: Collection[str] = (),
    known: Sequence[Citation] = (),
) -> tuple[Finding, ...]:
    """Check ``report`` by ``rules`` (all of them where None) and list the findings, rule by rule.

    ``off``: ids of rules that the office has switched off. ``known``: what its earlier reports cite (see
    :func:`~danvan_desktop.checks.citations.register.standing_citations`), to complete citations from.
    """
    manuscript = Manuscript(report, known)
    return tuple(
        finding_of(rule, match)
        for rule in (RULES if rules is None else rules)
        if rule.id not in off
        for match in rule.find(manuscript)
    )
