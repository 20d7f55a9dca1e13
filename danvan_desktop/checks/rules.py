"""The rules: one value each, all of them in :data:`RULES`."""

from collections.abc import Callable, Iterable, Sequence

from danvan_desktop.checks.finding import Finding, Level
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report

Place = str
Message = str


@frozen
class Rule:
    """One thing that is looked at. ``look`` gives a place and a message for each time it is wrong."""

    id: str
    level: Level
    title: str
    """What it looks at, Vietnamese, for the list of rules."""
    source: str
    """The clause it rests on, or "Thông lệ"."""
    look: Callable[[Report], Iterable[tuple[Place, Message]]]


RULES: tuple[Rule, ...] = ()
"""Every rule, in the order in which findings are listed."""


def check(report: Report, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """Look at ``report`` by ``rules`` (all of them where None) and list what was found, rule by rule."""
    return tuple(
        Finding(rule.level, rule.id, place, message)
        for rule in (RULES if rules is None else rules)
        for place, message in rule.look(report)
    )
