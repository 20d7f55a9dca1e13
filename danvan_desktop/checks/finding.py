"""A finding (validation message): what is wrong in a report, where, and how grave."""

from typing import Literal

from danvan_desktop.frozen import frozen

Level = Literal["error", "warning", "info"]
"""``error`` is against a rule with a source, ``warning`` should be looked at, ``info`` is custom."""

LEVEL_LABELS: dict[Level, str] = {
    "error": "Không đúng quy định",
    "warning": "Cần xem lại",
    "info": "Thông lệ",
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

    def __str__(self) -> str:
        """Write level, rule, place and message in one line."""
        return f"{LEVEL_LABELS[self.level]}: {self.rule}: {self.place or 'toàn văn bản'}: {self.message}"
