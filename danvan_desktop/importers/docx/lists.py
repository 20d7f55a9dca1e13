"""Word's automatic numbers, which are not in the text: counted here as Word counts them (17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.docx.looks import ParagraphLook, Styles
from danvan_desktop.importers.docx.losses import Losses
from danvan_desktop.importers.docx.names import Element, child_value, children, is_on, local, value, w, whole
from danvan_desktop.importers.text.marks import Mark, MarkKind, parse_mark
from danvan_desktop.report.numbering import roman

_LEVELS = 9
_LARGEST = 3999
_AFTER_D = 5
"""Where the Vietnamese alphabet has "đ" and Word has "e"."""
_BULLET = "bullet"
_PLACE = re.compile(r"%([1-9])")
_VIETNAMESE = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_BARE = " .)(/-–:"


@frozen
class Level:
    """One level of a list."""

    kind: str = "decimal"
    pattern: str = ""
    """"%1.%2.": the number of this level and of those above."""
    start: int = 1
    all_decimal: bool = False
    restarts: int | None = None
    """After which level it begins anew; None: after any above."""


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)


@dataclass(slots=True)
class _Use:
    """A ``w:num``: a list in use, perhaps with a start or levels of its own."""

    of: _List
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def level(self, place: int) -> Level | None:
        """The level at ``place``, 0 the highest."""
        return self.levels.get(place) or self.of.levels.get(place)


class Lists:
    """Gives each numbered paragraph its number; paragraphs must come in the order of the text."""

    def __init__(self, root: Element | None, styles: Styles, losses: Losses) -> None:
        self._styles = styles
        self._losses = losses
        self._uses: dict[str, _Use] = {}
        if root is not None:
            self._read(root)

    def mark(self, look: ParagraphLook, text: str) -> Mark | str:
        """Count the paragraph with this look and ``text``; give its number.

        What Word writes before the text and is no number we know ("Điều 1.") is given as it is.
        """
        use = self._uses.get(look.list_id or "")
        if use is None:
            return ""
        place = min(max(look.list_level, 0), _LEVELS - 1)
        level = use.level(place)
        if level is None:
            return ""
        self._count(use, place, level)
        if level.kind == "none" and not level.pattern.strip():
            return ""
        if level.kind == _BULLET:
            return self._bullet(level.pattern, place, text)
        return self._number(use, level, text)

    def _count(self, use: _Use, place: int, level: Level) -> None:
        counts = use.of.counts
        if place in use.starts:  # the first paragraph of this use begins its own count
            counts[place] = use.starts.pop(place) - 1
        elif counts[place] == 0:
            counts[place] = level.start - 1
        counts[place] += 1
        for deeper in range(place + 1, _LEVELS):
            below = use.level(deeper)
            if below is None or below.restarts is None or (below.restarts and place < below.restarts):
                counts[deeper] = 0

    def _bullet(self, sign: str, place: int, text: str) -> Mark:
        if sign.strip() in {"-", "–", "—", "\uf02d"}:
            shown = "-"
        elif sign.strip() == "+":
            shown = "+"
        else:
            shown = "-" if place == 0 else "+"
            self._losses.count("bullet")
        return Mark("dash" if shown == "-" else "plus", shown, shown, text)

    def _number(self, use: _Use, level: Level, text: str) -> Mark | str:
        values: list[int] = []

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            above = use.level(at) or level
            number = use.of.counts[at] or above.start
            values.append(number)
            return _written(number, "decimal" if level.all_decimal else above.kind)

        label = " ".join(_PLACE.sub(shown, level.pattern).split())
        if level.kind == "lowerLetter" and values and values[-1] >= _AFTER_D:
            self._losses.say("letters")
        return _mark(label, level, values, text)

    def _read(self, root: Element) -> None:
        abstract = {
            value(entry, "abstractNumId") or "": entry
            for entry in children(root)
            if local(entry) == "abstractNum"
        }
        lists = {identifier: _List(_levels(entry)) for identifier, entry in abstract.items()}
        for entry in children(root):
            if local(entry) != "num":
                continue
            of = lists.get(child_value(entry, w("abstractNumId")) or "")
            if of is not None:
                self._uses[value(entry, "numId") or ""] = _use(entry, of)
        self._follow_links(abstract, lists)

    def _follow_links(self, abstract: dict[str, Element], lists: dict[str, _List]) -> None:
        """A list may say only that it looks like a list style, which has the levels."""
        for identifier, entry in abstract.items():
            linked = child_value(entry, w("numStyleLink"))
            if linked and not lists[identifier].levels:
                source, _ = self._styles.list_of_style(linked)
                if source in self._uses:
                    lists[identifier].levels = self._uses[source].of.levels


def _use(entry: Element, of: _List) -> _Use:
    use = _Use(of)
    for override in children(entry):
        if local(override) != "lvlOverride":
            continue
        place = whole(value(override, "ilvl"))
        if (own := override.find(w("lvl"))) is not None:
            use.levels[place] = _level(own)
        if (start := child_value(override, w("startOverride"))) is not None:
            use.starts[place] = _counted(start)
    return use


def _levels(entry: Element) -> dict[int, Level]:
    return {whole(value(level, "ilvl")): _level(level) for level in children(entry) if local(level) == "lvl"}


def _level(entry: Element) -> Level:
    restarts = child_value(entry, w("lvlRestart"))
    return Level(
        kind=child_value(entry, w("numFmt")) or "decimal",
        pattern=child_value(entry, w("lvlText")) or "",
        start=_counted(child_value(entry, w("start"))),
        all_decimal=bool(is_on(entry.find(w("isLgl")))),
        restarts=None if restarts is None else whole(restarts),
    )


def _counted(text: str | None) -> int:
    return min(max(whole(text, 1), 0), _LARGEST)


def _mark(label: str, level: Level, values: list[int], text: str) -> Mark | str:
    """Read ``label``, the number Word shows, as the number of a mục, khoản or điểm."""
    number = label.strip(_BARE)
    written = ".".join(_written(n, level.kind) for n in values[-1:])
    kinds: dict[str, tuple[MarkKind, Callable[[str], str]]] = {
        "upperRoman": ("section", lambda own: f"{own}."),
        "upperLetter": ("letter", lambda own: f"{own}."),
        "lowerLetter": ("point", lambda own: f"{own})"),
        "lowerRoman": ("point", lambda own: f"{own})"),
    }
    if level.kind in kinds and number and number == written:
        kind, form = kinds[level.kind]
        return Mark(kind, label, form(number), text, tuple(values[-1:]))
    if re.fullmatch(r"\d{1,4}(?:\.\d{1,4}){0,3}", number) and all(values):
        parts = tuple(map(int, number.split(".")))
        return Mark("decimal", label, ".".join(map(str, parts)) + ".", text, parts)
    found = parse_mark(f"{label} {text}")
    if found is not None and found.kind == "part" and found.rest == text:
        return found
    return label


def _written(number: int, kind: str) -> str:
    number = min(max(number, 0), _LARGEST)
    if kind in {"upperRoman", "lowerRoman"}:
        return roman(number) if kind == "upperRoman" else roman(number).lower()
    if kind in {"upperLetter", "lowerLetter"} and number:
        # Word: a … z, aa, bb, cc.
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 5)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02}"
    if kind == "vietnameseCounting" and 1 <= number <= len(_VIETNAMESE):
        return _VIETNAMESE[number - 1]
    return "" if kind in {"none", _BULLET} else str(number)
