"""Numbers of sections, blocks and annexes: what "auto" shows, and reading numbers that were typed.

The rules (PL I, II.6.đ where the decree speaks, the clerk's habit where it does not):

* Sections run I., II., III. and begin anew at each Phần.
* Headings and clauses of one level share one run in their section: 1., 2.; below them 3.1., 3.2.
  (the decree knows no 3.1., offices use it). A 1.1. with no 1. above it counts that 1. as given.
* Points run a) b) c) d) đ) e) g) … and begin anew after a heading or a clause, and after a paragraph
  that announces a list (it ends with ":" and a point follows at once). Any other paragraph, table or
  dash between two points belongs to the point above it.
* A fixed number stays, and the next automatic one continues from it where it can be read.
* Annexes are I, II … when there are two or more.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from danvan_desktop.report.model import Annex, Block, Numbering, Paragraph, Report, Section, plain

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in the decree's own order: no f j w z, no ă â ê ô ơ ư (PL I, II.6.đ)."""

DEEPEST_LEVEL = 4

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_TAIL = " .)/-–:"
Numbered = TypeVar("Numbered", Paragraph, Section, Annex)


def roman(n: int) -> str:
    """Write ``n`` (1 or more) in Roman numerals: 4 is "IV"."""
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (n // value)
        n %= value
    return letters


def parse_roman(text: str) -> int | None:
    """Read "IV", "IV." or "IV-" as 4; None where it is no Roman number of up to 3999."""
    letters = text.strip().rstrip(_TAIL)
    if not 1 <= len(letters) <= 15 or set(letters) - set("MDCLXVI"):
        return None
    value, rest = 0, letters
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value if value < 4000 and roman(value) == letters else None


def parse_decimal(text: str) -> tuple[int, ...] | None:
    """Read "3.", "3)" or "3.1" as (3,) or (3, 1); None where it is no such number."""
    digits = text.strip().rstrip(_TAIL)
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", digits):
        return None
    numbers = tuple(int(part) for part in digits.split("."))
    return numbers if all(numbers) else None


def point_letters(n: int) -> str:
    """Write the letters of point ``n``: a to y, then aa, ab and on."""
    letters = ""
    while n:
        n, place = divmod(n - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[place] + letters
    return letters


def parse_point(text: str) -> int | None:
    """Read "a)" as 1 and "đ)" as 5; None where it is no letter of a point."""
    letters = text.strip().rstrip(_TAIL)
    if not 1 <= len(letters) <= 3 or set(letters) - set(POINT_LETTERS):
        return None
    n = 0
    for letter in letters:
        n = n * len(POINT_LETTERS) + POINT_LETTERS.index(letter) + 1
    return n


def renumber(report: Report) -> Report:
    """Compute every automatic number of ``report`` anew; what does not change stays the same object."""
    return _apply(report, adopt=False)


def fixed_or_auto(report: Report) -> Report:
    """Decide for each number as it stands whether it is what "auto" gives; else it is "fixed".

    For importers: no shown number changes, now or when the report is renumbered.
    """
    return _apply(report, adopt=True)


def number_blocks(blocks: Sequence[Block], *, adopt: bool = False) -> tuple[Block, ...]:
    """Number one list of blocks. With ``adopt`` the shown numbers stay: see :func:`fixed_or_auto`."""
    known = _RECENT.get(id(blocks))
    if known is not None and known[0] is blocks and known[1] == adopt:
        return known[2]
    numbered = _number_blocks(blocks, adopt=adopt)
    if isinstance(blocks, tuple) and len(blocks) > _FEW:
        while len(_RECENT) >= _MOST_RECENT:
            _RECENT.pop(next(iter(_RECENT)), None)
        _RECENT[id(blocks)] = (blocks, adopt, numbered)
    return numbered


_FEW, _MOST_RECENT = 50, 24
_RECENT: dict[int, tuple[Sequence[Block], bool, tuple[Block, ...]]] = {}
"""Long lists that were numbered last, by identity: of a long report one section changes between two saves."""


def _number_blocks(blocks: Sequence[Block], *, adopt: bool) -> tuple[Block, ...]:
    counter = _BlockCounter()
    numbered: list[Block] = []
    before: Block | None = None
    for block in blocks:
        numbered.append(counter.number(block, before, adopt=adopt) if isinstance(block, Paragraph) else block)
        before = block
    return tuple(numbered)


class _BlockCounter:
    """The numbers reached so far in one list of blocks."""

    def __init__(self) -> None:
        self.levels = [0] * DEEPEST_LEVEL
        self.point = 0

    def number(self, paragraph: Paragraph, before: Block | None, *, adopt: bool) -> Paragraph:
        """Give ``paragraph`` its number and count it."""
        if paragraph.role in {"heading", "clause"}:
            self.point = 0
            follow = self._next_decimal(paragraph.level)
            result = _settle(paragraph, follow, adopt=adopt)
            self._count_decimal(result, follow)
            return result
        if paragraph.role == "point":
            if _announces(before):
                self.point = 0
            result = _settle(paragraph, point_letters(self.point + 1) + ")", adopt=adopt)
            if result.number is not None:
                self.point = parse_point(result.number) or self.point
            return result
        return _settle(paragraph, None, adopt=adopt)

    def _next_decimal(self, level: int) -> str:
        above = [number or 1 for number in self.levels[: level - 1]]
        return ".".join(str(number) for number in [*above, self.levels[level - 1] + 1]) + "."

    def _count_decimal(self, paragraph: Paragraph, follow: str) -> None:
        numbers = parse_decimal(paragraph.number) if paragraph.number is not None else None
        if numbers is None:
            return
        level = paragraph.level
        expected = parse_decimal(follow) or ()
        above = numbers[:-1] if len(numbers) == level else expected[:-1]
        self.levels = [*above, numbers[-1], *[0] * (DEEPEST_LEVEL - level)]


def _announces(block: Block | None) -> bool:
    """Tell whether ``block`` is a paragraph that announces a list of points."""
    return isinstance(block, Paragraph) and block.role == "body" and plain(block.runs).rstrip().endswith(":")


def _settle(part: Numbered, follow: str | None, *, adopt: bool) -> Numbered:
    """Give ``part`` its number, where ``follow`` is what "auto" shows (None: it can have no number)."""
    number, numbering = part.number, part.numbering
    if follow is None and not isinstance(part, Annex):
        number, numbering = None, "none"
    elif adopt:
        numbering = _adopted(number, follow)
    elif numbering == "auto":
        number = follow
    elif numbering == "none":
        number = None
    if (number, numbering) == (part.number, part.numbering):
        return part
    return replace(part, number=number, numbering=numbering)


def _adopted(number: str | None, follow: str | None) -> Numbering:
    if number == follow:
        return "auto"
    return "none" if number is None else "fixed"


def _apply(report: Report, *, adopt: bool) -> Report:
    changed = replace(
        report,
        opening=number_blocks(report.opening, adopt=adopt),
        sections=_number_sections(report.sections, adopt=adopt),
        closing=number_blocks(report.closing, adopt=adopt),
        annexes=_number_annexes(report.annexes, adopt=adopt),
    )
    return report if changed == report else changed


def _number_sections(sections: Iterable[Section], *, adopt: bool) -> tuple[Section, ...]:
    numbered = []
    reached = 0
    for section in sections:
        if section.part is not None:
            reached = 0
        settled = _settle(section, roman(reached + 1) + ".", adopt=adopt)
        reached = _reached(settled.number, reached)
        numbered.append(_with_blocks(settled, adopt=adopt))
    return tuple(numbered)


def _number_annexes(annexes: Sequence[Annex], *, adopt: bool) -> tuple[Annex, ...]:
    numbered = []
    reached = 0
    for annex in annexes:
        settled = _settle(annex, roman(reached + 1) if len(annexes) > 1 else None, adopt=adopt)
        reached = _reached(settled.number, reached)
        numbered.append(_with_blocks(settled, adopt=adopt))
    return tuple(numbered)


def _reached(number: str | None, before: int) -> int:
    return (parse_roman(number) or before) if number is not None else before


def _with_blocks(container: Numbered, *, adopt: bool) -> Numbered:
    if isinstance(container, Paragraph):
        return container
    blocks = number_blocks(container.blocks, adopt=adopt)
    same = all(new is old for new, old in zip(blocks, container.blocks, strict=True))
    return container if same else replace(container, blocks=blocks)
