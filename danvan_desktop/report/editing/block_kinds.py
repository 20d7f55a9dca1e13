"""Paragraph kinds and heading levels as pure functions: promote, demote, recognise, what Return begins."""

import re
from dataclasses import replace
from typing import NamedTuple

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report, Role, Runs

Place = tuple[Role, int]
"""A role with its level: what a paragraph is in the tree of the text."""


@frozen
class Kind:
    """A kind of paragraph as the editor offers it."""

    role: Role
    level: int
    label: str
    shortcut: str
    """As Qt writes it ("Ctrl+Alt+1"); Word's own where Word has one."""
    hint: str = ""

    @property
    def place(self) -> Place:
        """Its role and level."""
        return self.role, self.level


_NOT_IN_DECREE = "NĐ 30 không quy định"

KINDS: tuple[Kind, ...] = (
    Kind("heading", 1, "Khoản có tiêu đề (1. in đậm)", "Ctrl+Alt+1"),
    Kind("heading", 2, "Tiểu khoản có tiêu đề (1.1. in đậm)", "Ctrl+Alt+2", _NOT_IN_DECREE),
    Kind("clause", 1, "Khoản (1.)", "Ctrl+Alt+3"),
    Kind("clause", 2, "Tiểu khoản (1.1.)", "Ctrl+Alt+4", _NOT_IN_DECREE),
    Kind("point", 1, "Điểm (a)", "Ctrl+Alt+5"),
    Kind("item", 1, "Gạch đầu dòng (-)", "Ctrl+Shift+L"),
    Kind("item", 2, "Dấu cộng (+)", "Ctrl+Alt+6"),
    Kind("body", 1, "Đoạn văn", "Ctrl+Shift+N"),
)
"""What a paragraph can be made into, in the order of the menu."""

PROMOTE_LABEL, PROMOTE_SHORTCUT = "Nâng cấp đề mục", "Shift+Tab"
DEMOTE_LABEL, DEMOTE_SHORTCUT = "Hạ cấp đề mục", "Tab"
MOVE_UP_LABEL, MOVE_UP_SHORTCUT = "Chuyển lên", "Alt+Shift+Up"
MOVE_DOWN_LABEL, MOVE_DOWN_SHORTCUT = "Chuyển xuống", "Alt+Shift+Down"

_DEMOTED: dict[Place, Place] = {
    ("heading", 1): ("heading", 2),
    ("heading", 2): ("heading", 3),
    # Below a khoản the decree knows the điểm; a tiểu khoản is made by its kind or by typing "1.1.".
    ("clause", 1): ("point", 1),
    ("clause", 2): ("clause", 3),
    ("point", 1): ("item", 1),
    ("item", 1): ("item", 2),
}
_PROMOTED: dict[Place, Place] = {
    **{lower: upper for upper, lower in _DEMOTED.items()},
    ("clause", 2): ("clause", 1),
    ("heading", 4): ("heading", 3),
    ("clause", 4): ("clause", 3),
}


def kind_of(role: Role, level: int) -> Kind:
    """Give the kind that names a paragraph of ``role`` and ``level``; deeper levels bear the deepest name."""
    named = [kind for kind in KINDS if kind.role == role]
    return max((kind for kind in named if kind.level <= level), key=lambda kind: kind.level, default=named[0])


def promote(role: Role, level: int) -> Place:
    """Raise a paragraph one step (Nâng cấp đề mục); at the top it stays what it is."""
    return _PROMOTED.get((role, level), (role, level))


def demote(role: Role, level: int) -> Place:
    """Lower a paragraph one step (Hạ cấp đề mục); at the bottom, and in body text, it stays what it is."""
    return _DEMOTED.get((role, level), (role, level))


def after_return(role: Role, level: int, *, empty: bool) -> Place:
    """Say what the paragraph begun by Return is.

    After a heading comes body text, after all else the same again. Return in an ``empty`` paragraph
    begins none: that paragraph itself becomes what is given here, body text.
    """
    if empty or role == "heading":
        return "body", 1
    return role, level


class Recognised(NamedTuple):
    """What a typed number or dash makes of a paragraph; ``rest`` is its text without it."""

    role: Role
    level: int
    number: str | None
    """In the form we print ("1.", "3.1.", "đ)"); None for an item."""
    rest: str


LONGEST_HEADING = 150
"""Characters up to which a numbered line can be a heading, where it has no end sign."""

_DECIMAL = re.compile(r"\s*([1-9][0-9]?(?:\.[1-9][0-9]?){0,3})([.)]?)(?:\s+|$)")
_POINT = re.compile(r"\s*([abcdđeghiklmnopqrstuvxy])\)\s*")
_DASH = re.compile(r"\s*([-–—+•*])(\s+|(?=[^\W\d_])|$)")


def recognise(text: str) -> Recognised | None:
    """Understand "1.", "3.1.", "1)", "a)", "-", "–", "+" or "•" typed at the start of a paragraph.

    A numbered line without an end sign (a colon is none) is a heading, any other a clause. "3.1"
    without its full stop counts only before a capital ("3.1 Nhân rộng"), so that a sentence may begin
    with a figure.
    """
    if match := _DECIMAL.match(text):
        return _recognise_decimal(match, text[match.end() :])
    if match := _POINT.match(text):
        return Recognised("point", 1, match[1] + ")", text[match.end() :])
    if match := _DASH.match(text):
        return _recognise_dash(match, text[match.end() :])
    return None


def _recognise_decimal(match: "re.Match[str]", rest: str) -> Recognised | None:
    digits, end = match.groups()
    level = digits.count(".") + 1
    if not end and (level == 1 or not rest[:1].isupper()):
        return None
    if end == ")" and level > 1:
        return None
    return Recognised(numbered_role(rest), level, digits + ".", rest)


def _recognise_dash(match: "re.Match[str]", rest: str) -> Recognised | None:
    sign, space = match.groups()
    # Without a space "-Tổ chức" is a list line in haste; "-o0o-" and "*Ghi chú" (a footnote) are not.
    if rest and not space and (sign == "*" or not rest[0].isupper()):
        return None
    return Recognised("item", 2 if sign == "+" else 1, None, rest)


def numbered_role(text: str) -> Role:
    """Tell whether the ``text`` after a number is a heading or a clause of running text."""
    words = text.rstrip()
    is_heading = len(words) <= LONGEST_HEADING and not words.endswith((".", ";", ",", "…", "/"))
    return "heading" if is_heading else "clause"


def drop_start(runs: Runs, count: int) -> Runs:
    """Take the first ``count`` characters off ``runs``: the number that was recognised."""
    kept = []
    for run in runs:
        left = run.text[count:]
        count = max(0, count - len(run.text))
        if left:
            kept.append(run if left == run.text else replace(run, text=left))
    return tuple(kept)


def mint(report: Report) -> tuple[int, Report]:
    """Give a new id, and the report that knows it is taken."""
    return report.next_id, replace(report, next_id=report.next_id + 1)
