"""Number sequence: whether a number at the start of a line begins a paragraph or only happens to stand there.

"4. Tổ chức …" after "… trực tuyến mức độ 3," goes on with the sentence; after a full stop, and with
khoản 3 above, it is khoản 4. Both the line above and the run of numbers are asked.
"""

import re
from dataclasses import dataclass, field

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, is_mostly_caps
from danvan_desktop.report.numbering import POINT_LETTERS

_ENDED = re.compile(r"[.;:!?…][”\"’')\]»]*$")
_REFERS = re.compile(
    r"(?:\b(?:số|điều|khoản|điểm|mục|phần|chương|mức độ|năm|tháng|ngày|quý|thứ|lần|khóa|khoá|và|đến|từ|là|có)"
    r"|,)$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:\b(?:số|điều|khoản|điểm|mức độ|thứ|lần)|\d,)$", re.IGNORECASE)
"""Never the end of a paragraph."""
_SKIPPED = (4, 6)
"""D and E: who counts by the alphabet of other languages has no Đ."""
_LONGEST_TITLE = 150
_SURE_TITLE = 80


def is_ended(text: str) -> bool:
    """Tell whether ``text`` ends in a sign after which a paragraph may end."""
    return _ENDED.search(text) is not None


@dataclass(slots=True)
class Order:
    """The numbers reached so far."""

    section: int = 0
    letter: int = 0
    decimals: tuple[int, ...] = ()
    point: str = ""

    def follows(self, mark: ListMarker) -> bool:
        """Tell whether ``mark`` is the next number of its run, or begins one."""
        if mark.kind == "section":
            return mark.values[0] in {1, self.section + 1}
        if mark.kind == "letter":
            return mark.values[0] in {1, self.letter + 1} or (self.letter, mark.values[0]) == _SKIPPED
        if mark.kind == "decimal":
            return self._decimal_follows(mark.values)
        if mark.kind == "point":
            return mark.number[0] == "a" or mark.number[0] in _after(self.point)
        return True

    def _decimal_follows(self, values: tuple[int, ...]) -> bool:
        depth = len(values)
        if values[-1] == 1 and (depth == 1 or not self.decimals or values[:-1] == self.decimals[: depth - 1]):
            return True
        reached = self.decimals[:depth]
        return len(reached) == depth and values == (*reached[:-1], reached[-1] + 1)

    def take(self, mark: ListMarker) -> None:
        """Go on from ``mark``; a higher number begins the lower ones anew."""
        if mark.kind in {"part", "section", "letter"}:
            self.decimals = ()
        if mark.kind == "part":
            self.section = self.letter = 0
        elif mark.kind == "section":
            self.section = mark.values[0]
        elif mark.kind == "letter":
            self.letter, self.section = mark.values[0], 0
        elif mark.kind == "decimal":
            self.decimals = mark.values
        if mark.kind not in {"dash", "plus"}:
            self.point = mark.number[0] if mark.kind == "point" else ""


def begins(mark: ListMarker, order: Order, above: str, *, boundary: bool) -> bool:
    """Tell whether ``mark`` begins a paragraph under the line ``above``.

    ``boundary``: by its signs, its width or a blank line, a paragraph may well have ended above.
    """
    judge = {
        "part": _part_begins,
        "section": _section_begins,
        "letter": _letter_begins,
        "decimal": _decimal_begins,
        "point": _point_begins,
        "dash": _dash_begins,
        "plus": _dash_begins,
    }[mark.kind]
    return judge(mark, _Setting(order.follows(mark), above, boundary=boundary))


@frozen
class _Setting:
    follows: bool
    above: str
    boundary: bool = field(kw_only=True)

    @property
    def refers(self) -> bool:
        """Whether the line above asks for a number: "… mức độ 3,", "… theo khoản"."""
        asks = _ASKS if self.boundary else _REFERS
        return asks.search(self.above) is not None


def _part_begins(mark: ListMarker, setting: _Setting) -> bool:
    return setting.boundary or is_mostly_caps(mark.typed + mark.rest)


def _section_begins(mark: ListMarker, setting: _Setting) -> bool:
    if is_mostly_caps(mark.rest) and len(mark.rest.split()) > 1:
        return setting.boundary or (setting.follows and not setting.refers)
    if not setting.boundary:
        return False
    if not mark.rest:
        return setting.follows
    if not mark.rest[0].isupper() or len(mark.rest) > _LONGEST_TITLE:
        return False
    return setting.follows or (len(mark.rest) <= _SURE_TITLE and not is_ended(mark.rest))


def _letter_begins(_mark: ListMarker, setting: _Setting) -> bool:
    return setting.boundary and setting.follows


def _decimal_begins(mark: ListMarker, setting: _Setting) -> bool:
    if setting.refers:
        return False
    small = mark.rest[:1].islower()
    if not mark.plain:
        return setting.boundary and setting.follows and not small
    if not setting.boundary:
        return setting.follows and not small
    return setting.follows or mark.rest[:1].isupper()


def _point_begins(mark: ListMarker, setting: _Setting) -> bool:
    if setting.refers:
        return False
    if not mark.plain:
        return setting.boundary and setting.follows and mark.rest[:1].isupper()
    return setting.boundary or setting.follows


def _dash_begins(mark: ListMarker, setting: _Setting) -> bool:
    """A dash between two words that stand on two lines ("kinh tế / - xã hội") begins nothing."""
    if setting.boundary:
        return True
    return mark.plain and bool(mark.rest) and not mark.rest[0].islower() and not mark.rest[0].isdigit()


def _after(letter: str) -> str:
    """The letters that may follow ``letter`` in a run of points, in the decree's order or the alphabet's."""
    if not letter:
        return "a"
    following = chr(ord(letter) + 1) if "a" <= letter < "z" else ""
    place = POINT_LETTERS.find(letter)
    return following + (POINT_LETTERS[place + 1 : place + 2] if place >= 0 else "")
