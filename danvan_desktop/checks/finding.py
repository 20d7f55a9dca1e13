"""A finding (validation message): what is wrong in a report, where, how grave, and what would be right."""

from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import TextPlace

Level = Literal["error", "misspelt", "warning", "info", "doubtful"]
"""``error`` is against a rule with a source, ``warning`` should be looked at, ``info`` is custom.

``misspelt`` and ``doubtful`` are the proof-reader's: the one is shown at once, the other where more is asked.
"""

LEVEL_LABELS: dict[Level, str] = {
    "error": "Không đúng quy định",
    "misspelt": "Nghi sai chính tả",
    "warning": "Cần xem lại",
    "info": "Thông lệ",
    "doubtful": "Nên xem lại",
}
GRAVE: frozenset[Level] = frozenset({"error", "misspelt"})
"""What ``check`` ends with exit code 1 for."""


@frozen
class Finding:
    """One violation of a rule; ``checks.listing`` writes it as a line for people."""

    level: Level
    rule: str
    """The rule's id."""
    place: str
    """A block ("block:12"), a field ("letterhead.agency"), a part ("section:3"), or "" for the whole."""
    message: str
    """What is wrong and what to do, Vietnamese."""
    found: str = ""
    """The words that are meant, as they stand; "" where the finding is about no words.

    Without :attr:`at` they stand in last year's report.
    """
    suggestion: str = ""
    """What would be right in their place; "" where a person has to know."""
    source: str = ""
    """The clause it rests on, or "Thông lệ"."""
    safe: bool = False
    """``suggestion`` may be put in the place of ``found`` without anybody's knowledge of the matter."""
    at: TextPlace | None = None
    """The text that holds ``found``; None where the finding is about no words."""
    start: int = 0
    """Where ``found`` stands in that text, in letters of Python."""
    end: int = 0

    def __str__(self) -> str:
        """Write level, rule, place and message in one line."""
        return f"{LEVEL_LABELS[self.level]}: {self.rule}: {self.place or 'toàn văn bản'}: {self.message}"


def as_json_object(finding: Finding) -> dict[str, str | bool]:
    """Give what ``check --json`` prints of a finding."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "place": finding.place,
        "found": finding.found,
        "suggestion": finding.suggestion,
        "message": finding.message,
        "source": finding.source,
        "safe": finding.safe,
    }


def place_of(at: TextPlace) -> str:
    """Name where a text stands as :attr:`Finding.place` does."""
    if at.block:
        return f"block:{at.block}"
    if at.annex:
        return f"annex:{at.annex}"
    return at.tab if at.tab.startswith("section:") else at.field
