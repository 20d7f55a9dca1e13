"""Word's automatic numbers, which are not in the text: counted here as Word counts them (17.9)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.docx.names import local, value, w, whole
from danvan_desktop.report.numbering import roman

_LEVELS = 9
_LARGEST = 3999
_PLACE = re.compile(r"%([1-9])")
_SIGNS = {"-": "-", "–": "–", "—": "—", "\uf02d": "-", "+": "+"}
"""Bullets as they look; every other one is shown as "•", whatever symbol font it is from."""


@frozen
class Level:
    """One level of a list."""

    kind: str
    pattern: str
    """"%1.%2.": the number of this level and of those above."""
    start: int
    gap: str
    """What parts the number from the text."""
    restarts: int | None
    """After which level it begins anew; None: after any above."""
    style: str
    """The paragraph style that stands for it, "" for none."""
    paragraph: etree._Element | None
    """How its paragraphs are set."""
    text: etree._Element | None
    """How its number looks; None for a bullet, whose font is a symbol's."""


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)


@dataclass(slots=True)
class _Use:
    """A ``w:num``: a list in use, perhaps with a start or levels of its own."""

    of: _List
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """Gives each numbered paragraph its number; paragraphs must be counted in the order of the text."""

    def __init__(self, root: etree._Element | None) -> None:
        self._uses: dict[str, _Use] = {}
        if root is None:
            return
        kinds = {
            value(entry, "abstractNumId"): _List(_levels(entry)) for entry in root.iter(w("abstractNum"))
        }
        for entry in root.iterchildren(w("num")):
            of = kinds.get(value(entry.find(w("abstractNumId"))))
            if of is not None:
                self._uses[value(entry, "numId") or ""] = _use(entry, of)

    def level(self, identifier: str, place: int) -> Level | None:
        """Return the level at ``place``, 0 the highest, of the list in use as ``identifier``."""
        use = self._uses.get(identifier)
        return None if use is None else use.levels.get(place) or use.of.levels.get(place)

    def place_of(self, identifier: str, style: str) -> int:
        """Return the level for which a paragraph style stands, the highest where there is none."""
        levels = ((place, self.level(identifier, place)) for place in range(_LEVELS))
        return next((place for place, level in levels if level and level.style == style), 0)

    def count(self, identifier: str, place: int) -> str:
        """Count one paragraph more and return its number as it is shown, with what parts it from the text."""
        use, level = self._uses[identifier], self.level(identifier, place)
        if level is None:
            return ""
        counts = use.of.counts
        if place in use.starts:  # the first paragraph of this use begins its own count
            counts[place] = use.starts.pop(place) - 1
        elif counts[place] == 0:
            counts[place] = level.start - 1
        counts[place] += 1
        for deeper in range(place + 1, _LEVELS):
            below = self.level(identifier, deeper)
            if below is None or below.restarts is None or (below.restarts and place < below.restarts):
                counts[deeper] = 0
        shown = self._shown(identifier, level, counts)
        return shown + level.gap if shown else ""

    def _shown(self, identifier: str, level: Level, counts: list[int]) -> str:
        if level.kind == "bullet":
            return _SIGNS.get(level.pattern.strip(), "•") if level.pattern.strip() else ""

        def number(match: re.Match[str]) -> str:
            above = self.level(identifier, int(match[1]) - 1) or level
            return written(counts[int(match[1]) - 1] or above.start, above.kind)

        return _PLACE.sub(number, level.pattern).strip()


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
    return "" if kind == "none" else str(number)


def _use(entry: etree._Element, of: _List) -> _Use:
    use = _Use(of)
    for override in entry.iterchildren(w("lvlOverride")):
        place = whole(value(override, "ilvl"))
        if (own := override.find(w("lvl"))) is not None:
            use.levels[place] = _level(own)
        if (start := override.find(w("startOverride"))) is not None:
            use.starts[place] = _counted(value(start))
    return use


def _levels(entry: etree._Element) -> dict[int, Level]:
    return {whole(value(level, "ilvl")): _level(level) for level in entry if local(level) == "lvl"}


def _level(entry: etree._Element) -> Level:
    kind = value(entry.find(w("numFmt"))) or "decimal"
    restarts = value(entry.find(w("lvlRestart")))
    return Level(
        kind=kind,
        pattern=value(entry.find(w("lvlText"))) or "",
        start=_counted(value(entry.find(w("start")))),
        gap="" if value(entry.find(w("suff"))) == "nothing" else " ",
        restarts=None if restarts is None else whole(restarts),
        style=value(entry.find(w("pStyle"))) or "",
        paragraph=entry.find(w("pPr")),
        text=None if kind == "bullet" else entry.find(w("rPr")),
    )


def _counted(text: str | None) -> int:
    return min(max(whole(text, 1), 0), _LARGEST)
