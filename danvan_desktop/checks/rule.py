"""A validation rule: an id, a level, its legal source, examples, and the function that finds violations."""

from collections.abc import Callable, Iterable

from danvan_desktop.checks.finding import Finding, Level, place_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import PlacedText

CUSTOM, ARITHMETIC = "Thông lệ", "Số học"
"""Sources that are no clause."""


@frozen
class Match:
    """A place where a rule is violated: words of a text, a field, a part, or the whole report."""

    message: str
    """What is wrong and what to do, Vietnamese."""
    text: PlacedText | None = None
    """The text with the words; None where it is about no words."""
    start: int = 0
    end: int = 0
    suggestion: str = ""
    """What would be right in their place; "" where a person has to know."""
    place: str = ""
    """Where it is about no words: a block ("block:12"), a field, a part ("section:3"), "" for the whole."""
    missing: str = ""
    """Where it is about no words: those of elsewhere that nothing in the report answers."""


@frozen
class Rule:
    """A validation rule on content."""

    id: str
    """Never used for another rule later: offices switch rules off by it."""
    level: Level
    title: str
    """What it checks, Vietnamese, for the list of rules."""
    source: str
    """The clause it rests on, or "Thông lệ"."""
    find: Callable[[Manuscript], Iterable[Match]]
    bad: tuple[str, ...]
    """Texts in which it finds something (as ``checks.examples`` reads them)."""
    good: tuple[str, ...]
    """Texts in which it finds nothing."""
    safe: bool = False
    """Its suggestions may be put in without anybody's knowledge of the matter (Sửa ngay)."""


def finding_of(rule: Rule, match: Match) -> Finding:
    """Tell a match of ``rule`` as a finding."""
    if match.text is None:
        return Finding(rule.level, rule.id, match.place, match.message, match.missing, source=rule.source)
    return Finding(
        rule.level,
        rule.id,
        place_of(match.text.place),
        match.message,
        match.text.text[match.start : match.end],
        match.suggestion,
        rule.source,
        rule.safe and bool(match.suggestion),
        match.text.place,
        match.start,
        match.end,
    )
