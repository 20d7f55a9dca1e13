"""What the classes before a line of the markup mean: ``c`` centred, ``s13`` of 13 pt, ``in22`` 22 mm in …"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.builders.papers.page import Line, Rule

_NAME = re.compile(r"([a-z]+)(\d+(?:-\d+)*)?([a-z]*)")
_TAB_ALIGN = {"l": "left", "c": "center", "r": "right"}
_RULES = {"shape", "connector", "path", "vml", "border"}
_PLACES = {"own", "above", "next"}


def styled(line: Line, name: str) -> Line:
    """``line`` as the class says; figures of two parts, "12-5", are 12.5."""
    found = _NAME.fullmatch(name)
    kind, figures, more = (found[1], found[2] or "", found[3]) if found else ("", "", "")
    if kind in _WORDS and not figures:
        return _WORDS[kind](line)
    if kind in _MEASURES:
        return _MEASURES[kind](line, float(figures.replace("-", ".")))
    if kind == "t":
        return replace(line, tabs=(*line.tabs, (float(figures), _TAB_ALIGN[more])))
    if kind in {"frame", "box"}:
        x, y, width = map(float, figures.split("-"))
        return replace(line, frame=(x, y, width), boxed=kind == "box")
    raise ValueError(name)


def _aligned(align: str) -> Callable[[Line], Line]:
    """Centred and at a side there is no indent unless one is given; justified the body's stays."""
    return lambda line: replace(line, align=align, first_mm=line.first_mm or 0)


def _rule_kind(kind: str) -> Callable[[Line], Line]:
    return lambda line: replace(line, rules=(replace(line.rules[0], kind=kind),))


def _rule_place(place: str) -> Callable[[Line], Line]:
    return lambda line: replace(line, rules=(replace(line.rules[0], place=place),))


_WORDS: Mapping[str, Callable[[Line], Line]] = {
    **{name: _aligned(align) for name, align in (("c", "center"), ("l", "left"), ("r", "right"))},
    "j": lambda line: replace(line, align="justify"),
    "n": lambda line: replace(line, first_mm=0),
    "keep": lambda line: replace(line, keeps=True),
    **{kind: _rule_kind(kind) for kind in _RULES},
    **{place: _rule_place(place) for place in _PLACES},
    # What the spans and the kind of line are, is seen to where they are made.
    **dict.fromkeys(("b", "i", "u", "x", "not", "may"), lambda line: line),
}

_MEASURES: Mapping[str, Callable[[Line, float], Line]] = {
    "s": lambda line, points: replace(line, size=points),
    "in": lambda line, mm: replace(line, left_mm=mm),
    "ri": lambda line, mm: replace(line, right_mm=mm),
    "rn": lambda line, mm: replace(line, right_mm=-mm),
    "fi": lambda line, mm: replace(line, first_mm=mm),
    "hang": lambda line, mm: replace(line, first_mm=-mm, left_mm=line.left_mm + mm),
    "be": lambda line, points: replace(line, before=points),
    "af": lambda line, points: replace(line, after=points),
    "h": lambda line, level: replace(line, heading=int(level)),
    "num": lambda line, level: replace(line, listed=int(level)),
    "rule": lambda line, mm: replace(line, rules=(Rule(mm),), align="center", first_mm=0),
}
