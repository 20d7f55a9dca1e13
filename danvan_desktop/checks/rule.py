"""A validation rule: an id, a level, its legal source and the function that finds violations."""

from collections.abc import Callable, Iterable

from danvan_desktop.checks.finding import Level
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report

Place = str
Message = str


@frozen
class Rule:
    """A validation rule. ``find`` gives a place and a message for each violation in a report."""

    id: str
    level: Level
    title: str
    """What it checks, Vietnamese, for the list of rules."""
    source: str
    """The clause it rests on, or "Thông lệ"."""
    find: Callable[[Report], Iterable[tuple[Place, Message]]]
