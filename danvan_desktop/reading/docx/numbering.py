"""Automatic numbering: the numbers and bullets of lists, which are not in the text (ECMA-376 1, 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.docx.elements import Element, child_value, children, is_on, local, value, whole
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.report.numbering import roman

BULLET = "bullet"
LEVELS = 9
_LARGEST = 3999
_PLACE = re.compile(r"%([1-9])")
_VIETNAMESE = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@frozen
class Level:
    """One level of a list: the format of its numbers and how its paragraphs are set (``w:lvl``)."""

    kind: str = "decimal"
    pattern: str = ""
    """"%1.%2.": the number of this level and of those above; of a bullet its sign."""
    start: int = 1
    all_decimal: bool = False
    gap: str = " "
    """What parts the number from the text."""
    restarts: int | None = None
    """After which level it begins anew; None: after any above."""
    style: str = ""
    """The paragraph style that stands for it, "" for none."""
    paragraph: Element | None = None
    """``w:pPr``: how its paragraphs are set."""
    text: Element | None = None
    """``w:rPr``: how its number is set; None for a bullet, whose font is a symbol's."""


@frozen
class ListNumber:
    """The number or bullet that Word writes before one paragraph."""

    level: Level
    label: str
    """The number as it is shown, or the sign of a bullet."""
    values: tuple[int, ...] = ()
    """The numbers in it, from the left; none for a bullet."""


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)


@dataclass(slots=True)
class _Use:
    """A list in use (``w:num``), perhaps with a start or levels of its own."""

    of: _List
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def level(self, place: int) -> Level | None:
        return self.levels.get(place) or self.of.levels.get(place)


class Numbering:
    """Counter of a file's lists: gives each numbered paragraph its number, in the order of the text."""

    def __init__(
        self, root: Element | None, list_of_style: Callable[[str], str | None] = lambda _: None
    ) -> None:
        """Read the lists below ``root``; ``list_of_style`` tells which list a list style uses."""
        self._uses: dict[str, _Use] = {}
        abstract = {
            value(entry, "abstractNumId") or "": entry
            for entry in children(root)
            if local(entry) == "abstractNum"
        }
        lists = {identifier: _List(_levels(entry)) for identifier, entry in abstract.items()}
        for entry in children(root):
            of = lists.get(child_value(entry, w("abstractNumId")) or "")
            if local(entry) == "num" and of is not None:
                self._uses[value(entry, "numId") or ""] = _use(entry, of)
        self._follow_links(abstract, lists, list_of_style)

    def _follow_links(
        self,
        abstract: dict[str, Element],
        lists: dict[str, _List],
        list_of_style: Callable[[str], str | None],
    ) -> None:
        """Resolve ``w:numStyleLink``: a list without levels that refers to a list style, which has them."""
        for identifier, entry in abstract.items():
            linked = child_value(entry, w("numStyleLink"))
            if linked and not lists[identifier].levels:
                source = self._uses.get(list_of_style(linked) or "")
                if source is not None:
                    lists[identifier].levels = source.of.levels

    def level(self, identifier: str, place: int) -> Level | None:
        """Return the level at ``place``, 0 the highest, of the list in use as ``identifier``."""
        use = self._uses.get(identifier)
        return None if use is None else use.level(place)

    def level_of_style(self, identifier: str, style: str) -> int | None:
        """Return the level for which a paragraph style stands; None where there is none."""
        levels = ((place, self.level(identifier, place)) for place in range(LEVELS))
        return next((place for place, level in levels if level and level.style == style), None)

    def count(self, identifier: str, place: int) -> ListNumber | None:
        """Count one paragraph more and return its number; None where there is no such list or level."""
        use = self._uses.get(identifier)
        level = None if use is None else use.level(place)
        if use is None or level is None:
            return None
        _step(use, place, level)
        if level.kind == BULLET:
            return ListNumber(level, level.pattern.strip())
        return _number(use, level)


def _step(use: _Use, place: int, level: Level) -> None:
    counts = use.of.counts
    if place in use.starts:  # the first paragraph of this use begins its own count
        counts[place] = use.starts.pop(place) - 1
    elif counts[place] == 0:
        counts[place] = level.start - 1
    counts[place] += 1
    for deeper in range(place + 1, LEVELS):
        below = use.level(deeper)
        if below is None or below.restarts is None or (below.restarts and place < below.restarts):
            counts[deeper] = 0


def _number(use: _Use, level: Level) -> ListNumber:
    values: list[int] = []

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        above = use.level(at) or level
        values.append(use.of.counts[at] or above.start)
        return written(values[-1], "decimal" if level.all_decimal else above.kind)

    label = _PLACE.sub(number, level.pattern).strip()
    return ListNumber(level, label, tuple(values))


def written(number: int, kind: str) -> str:
    """Return ``number`` as Word writes it in a list of that kind."""
    number = min(max(number, 0), _LARGEST)
    if kind in {"upperRoman", "lowerRoman"}:
        return roman(number) if kind == "upperRoman" else roman(number).lower()
    if kind in {"upperLetter", "lowerLetter"} and number:
        # Word: a … z, aa, bb, cc; it knows no "đ".
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 5)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02}"
    if kind == "vietnameseCounting" and 1 <= number <= len(_VIETNAMESE):
        return _VIETNAMESE[number - 1]
    return "" if kind in {"none", BULLET} else str(number)


def _use(entry: Element, of: _List) -> _Use:
    use = _Use(of)
    for override in children(entry):
        if local(override) != "lvlOverride":
            continue
        place = whole(value(override, "ilvl"))
        if (own := override.find(w("lvl"))) is not None:
            use.levels[place] = _level(own)
        if (start := child_value(override, w("startOverride"))) is not None:
            use.starts[place] = _limited(start)
    return use


def _levels(entry: Element) -> dict[int, Level]:
    return {whole(value(level, "ilvl")): _level(level) for level in children(entry) if local(level) == "lvl"}


def _level(entry: Element) -> Level:
    kind = child_value(entry, w("numFmt")) or "decimal"
    restarts = child_value(entry, w("lvlRestart"))
    return Level(
        kind=kind,
        pattern=child_value(entry, w("lvlText")) or "",
        start=_limited(child_value(entry, w("start"))),
        all_decimal=bool(is_on(entry.find(w("isLgl")))),
        gap="" if child_value(entry, w("suff")) == "nothing" else " ",
        restarts=None if restarts is None else whole(restarts),
        style=child_value(entry, w("pStyle")) or "",
        paragraph=entry.find(w("pPr")),
        text=None if kind == BULLET else entry.find(w("rPr")),
    )


def _limited(text: str | None) -> int:
    return min(max(whole(text, 1), 0), _LARGEST)
