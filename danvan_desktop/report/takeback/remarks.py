"""Comments of a file as remarks of the report (việc còn thiếu)."""

import re

from danvan_desktop.report.takeback.model import ReturnedComment

_DAY = re.compile(r"\d{4}-(\d{2})-(\d{2})")


def remark_text(comment: ReturnedComment) -> str:
    """Say who asks for what, and when: "Trần Thị B (28/11): …"."""
    day = _DAY.match(comment.date)
    who = comment.author.strip()
    when = f"({int(day[2])}/{int(day[1])})" if day else ""
    head = " ".join(filter(None, (who, when)))
    return f"{head}: {comment.text}" if head else comment.text


def with_remark(note: str | None, text: str) -> str:
    """Add a remark to those of a block; one that stands there already is not added again."""
    lines = (note or "").split("\n") if note else []
    return note or "" if text in lines else "\n".join([*lines, text])
