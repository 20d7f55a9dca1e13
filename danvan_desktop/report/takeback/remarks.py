"""Comments of a file as remarks of the report (việc còn thiếu)."""

import re

from danvan_desktop.report.takeback.model import ReturnedComment
from danvan_desktop.report.text.normalise import one_line

_DAY = re.compile(r"\d{4}-(\d{2})-(\d{2})")

_LONGEST = 60
"""Letters of words that a remark repeats: longer ones are the paragraph on which it hangs."""


def remark_text(comment: ReturnedComment) -> str:
    """Say who asks for what, when, and about which words: "Trần Thị B (28/11), về “412”: …"."""
    day = _DAY.match(comment.date)
    who = comment.author.strip()
    when = f"({int(day[2])}/{int(day[1])})" if day else ""
    head = " ".join(filter(None, (who, when)))
    words = comment.words if len(comment.words) <= _LONGEST else ""
    head = ", ".join(filter(None, (head, f"về “{words}”" if words else "")))
    return f"{head}: {comment.text}" if head else comment.text


def with_remark(note: str | None, text: str) -> str:
    """Add a remark to those of a block, in one line; one that stands there already is not added again."""
    if has_remark(note, text):
        return note or ""
    return "; ".join(filter(None, (note, text)))


def has_remark(note: str | None, text: str) -> bool:
    """Tell whether a remark stands among those of a block, however the lines of it were kept."""
    return one_line(text) in one_line(note or "")
