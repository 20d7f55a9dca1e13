"""Fonts, sizes and the like of letters of a file that came back: the decree sets them, no report holds them.

Letters are set otherwise where the same words, or none of what went out, were set so: a table may have two
sizes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.layout_values import LetterEffect, LetterStretch
from danvan_desktop.report.takeback.model import ReturnedBlock
from danvan_desktop.report.takeback.wording import points_text
from danvan_desktop.report.text.legacy_encodings import code_of_font
from danvan_desktop.report.text.symbol_fonts import is_symbol_font

_LEAST_SIZE, _LEAST_SPACING, _LEAST_WIDTH = 0.5, 5, 3
"""A half point, a quarter of one, three percent: less is what an editor rounds."""
_SAME_FONTS = frozenset({"times new roman", "liberation serif", "tinos", "thorndale", "times"})
"""What programs put in the place of one another, all of the same widths."""
_EFFECTS: Mapping[LetterEffect, str] = {
    "caps": "chữ in hoa",
    "smallCaps": "chữ hoa nhỏ",
    "outline": "chữ viền",
    "shadow": "chữ có bóng",
    "emboss": "chữ nổi",
    "imprint": "chữ chìm",
    "shd": "tô nền chữ",
    "bdr": "đóng khung chữ",
    "em": "dấu nhấn mạnh trên chữ",
    "position": "nâng hoặc hạ chữ",
}
_Setting = TypeVar("_Setting")


@frozen
class _Aspect(Generic[_Setting]):
    """One thing that is set of letters."""

    of: Callable[[LetterStretch], _Setting]
    is_same: Callable[[_Setting, _Setting], bool]
    said: Callable[[_Setting, _Setting], str]


def letters_set_otherwise(before: ReturnedBlock, after: ReturnedBlock) -> Iterator[tuple[str, str]]:
    """Say what of the letters of ``after`` is set otherwise than in ``before``, and of which words.

    These are "" where it is all of them. What was tracked is named with who did it, elsewhere.
    """
    stretches = [(each, words) for each in after.letters if (words := _words(after, each))]
    known = defaultdict[str, list[LetterStretch]](list)
    for each in before.letters:
        known[_words(before, each)].append(each)
    everything = "".join(words for _, words in stretches)
    for aspect in _ASPECTS:
        found = []
        for each, words in stretches:
            beside = known.get(words) or before.letters
            if _is_other(aspect, beside, each) and not _is_tracked(after, each):
                found.append((aspect.said(_usual(aspect, beside), aspect.of(each)), words))
        is_all = "".join(words for _, words in found) == everything
        yield from dict.fromkeys((said, "" if is_all else words) for said, words in found)


def _words(block: ReturnedBlock, stretch: LetterStretch) -> str:
    """Give the words of ``stretch``; "" where there is no letter among them."""
    words = stretch.words or plain(cut(block.runs, stretch.start, stretch.end))
    return words.strip() if any(map(str.isalnum, words)) else ""


def _usual(aspect: _Aspect[_Setting], stretches: Iterable[LetterStretch]) -> _Setting:
    """Give how most letters are set."""
    letters = Counter[_Setting]()
    for each in stretches:
        letters[aspect.of(each)] += each.end - each.start
    return letters.most_common(1)[0][0]


def _is_other(aspect: _Aspect[_Setting], before: Sequence[LetterStretch], stretch: LetterStretch) -> bool:
    """Tell whether none of ``before`` is set so; of nothing nothing can be told."""
    now = aspect.of(stretch)
    return bool(before) and not any(aspect.is_same(aspect.of(each), now) for each in before)


def _is_tracked(block: ReturnedBlock, stretch: LetterStretch) -> bool:
    if block.kind != "table":
        return any(each.start < stretch.end and stretch.start < each.end for each in block.restyled)
    restyled = (
        plain(runs)
        for tracked in block.tracked_cells
        if tracked.restyled and (cell := block.rows[tracked.row][tracked.column]) is not None
        for runs in cell.paragraphs
    )
    return any(stretch.words.strip() in text for text in restyled)


def _near(least: float) -> Callable[[float, float], bool]:
    return lambda was, now: abs(now - was) < least


def _is_same_font(was: str, now: str) -> bool:
    one, other = (each.partition(";")[0].strip().casefold() for each in (was, now))
    if not (one and other) or code_of_font(now) or is_symbol_font(now):  # told as what they are
        return True
    return one == other or {one, other} <= _SAME_FONTS


def _effects(was: tuple[LetterEffect, ...], now: tuple[LetterEffect, ...]) -> str:
    came = [_EFFECTS[each] for each in now if each not in was]
    went = [f"bỏ {_EFFECTS[each]}" for each in was if each not in now]
    return ", ".join([*came, *went])


_ASPECTS: tuple[_Aspect[Any], ...] = (
    _Aspect(lambda each: each.points, _near(_LEAST_SIZE), lambda was, now: f"cỡ chữ {was:g} → {now:g}"),
    _Aspect(lambda each: each.font, _is_same_font, lambda was, now: f"phông chữ {was} → {now}"),
    _Aspect(
        lambda each: each.spacing,
        _near(_LEAST_SPACING),
        lambda was, now: f"giãn cách giữa các chữ {points_text(was)} → {points_text(now)}",
    ),
    _Aspect(lambda each: each.width, _near(_LEAST_WIDTH), lambda was, now: f"bề rộng chữ {was}% → {now}%"),
    _Aspect(lambda each: each.effects, lambda was, now: was == now, _effects),
)
