"""A finding (validation message): what is wrong in a report, where, and how grave."""

from typing import Literal

from danvan_desktop.frozen import frozen

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


@frozen
class Finding:
    """One violation of a rule; as text it is the line that ``check`` prints."""

    level: Level
    rule: str
    """The rule's id."""
    place: str
    """A block ("block:12"), a field ("letterhead.agency"), or "" for the whole report."""
    message: str
    """What is wrong and what to do, Vietnamese."""
    found: str = ""
    """The words that are meant, as they stand; "" where the finding is about no words."""
    suggestion: str = ""
    """What would be right in their place; "" where a person has to know."""

    def __str__(self) -> str:
        """Write level, rule, place and message in one line."""
        return f"{LEVEL_LABELS[self.level]}: {self.rule}: {self.place or 'toàn văn bản'}: {self.message}"
