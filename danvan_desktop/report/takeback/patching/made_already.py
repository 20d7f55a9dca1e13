"""Which of the hunks of a text are made in ours already, whatever else was typed into it.

Between two hunks the text that went out stands; at each either what stood there or what came. Ours is held
against all these texts at once and the nearest of them is chosen: a word that stands many times in a row then
says nothing by itself. Levenshtein's distance over tokens, on a row of alternatives.
"""

from collections.abc import Collection, Sequence
from itertools import accumulate

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.common_ends import common_ends
from danvan_desktop.report.diff.words import tokens

_MOST_CELLS = 800_000
"""Of the table of distances; beyond it only what is the same letter by letter is recognised."""
_WORD, _SIGN = 200, 100
"""What a word, and a blank or a sign, count that is in one of the texts only."""
_KEPT = 8
"""So many of the tokens that are the same at an end are held against each other all the same."""


@frozen
class Alternative:
    """A place of the text that went out, from the letter ``start`` to ``end``, and what may stand there."""

    start: int
    end: int
    new: str


def made_already(
    base: str, ours: str, places: Sequence[Alternative], likely: Collection[int] = ()
) -> frozenset[int]:
    """Say which of ``places``, in order and apart from each other, say in ``ours`` what is new.

    ``likely``: numbers of those that are to be believed where both ways of reading are as near.
    """
    if base == ours or not places:
        return frozenset()
    exact = _letter_by_letter(base, ours, places, likely)
    return exact if exact is not None else _nearest(base, ours, places, likely)


def _letter_by_letter(
    base: str, ours: str, places: Sequence[Alternative], likely: Collection[int]
) -> frozenset[int] | None:
    """Find the places that make ``ours`` of ``base``, if any do."""
    reached: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    at = 0
    for number, place in enumerate(places):
        between, old = base[at : place.start], base[place.start : place.end]
        following: dict[int, tuple[int, tuple[int, ...]]] = {}
        for offset, (doubts, chosen) in reached.items():
            if not ours.startswith(between, offset):
                continue
            here = offset + len(between)
            for text, is_new in ((old, False), (place.new, True)):
                if ours.startswith(text, here):
                    way = (doubts + (is_new != (number in likely)), (*chosen, *((number,) if is_new else ())))
                    end = here + len(text)
                    following[end] = min(way, following.get(end, way))
        reached, at = following, place.end
    rest = base[at:]
    ends = [way for offset, way in reached.items() if ours[offset:] == rest]
    return frozenset(min(ends)[1]) if ends else None


@frozen
class _Step:
    """What came of a stretch, for each place of ours where it may end."""

    begins: tuple[int, ...]
    """Where in ours it then began."""
    is_new: tuple[bool, ...] = ()
    """Of a place with two ways: whether what is new is the nearer."""


def _nearest(base: str, ours: str, places: Sequence[Alternative], likely: Collection[int]) -> frozenset[int]:
    fixed = [base[a:b] for a, b in zip((0, *(p.end for p in places)), _starts(base, places), strict=True)]
    between, words = _without_same_ends([tokens(text) for text in fixed], tokens(ours))
    ways = [(tokens(base[each.start : each.end]), tokens(each.new)) for each in places]
    height = sum(map(len, between)) + sum(len(old) + len(new) for old, new in ways)
    if height * (len(words) + 1) > _MOST_CELLS:
        return frozenset()
    row = [0, *accumulate(map(_weight, words))]
    steps: list[_Step] = []
    for number, (old, new) in enumerate(ways):
        row, begins = _held_against(between[number], words, row)
        steps.append(_Step(begins))
        one, other = _held_against(old, words, row), _held_against(new, words, row)
        doubt = -1 if number in likely else 1
        is_new = tuple(second + doubt < first for first, second in zip(one[0], other[0], strict=True))
        row = [b + doubt if later else a for a, b, later in zip(one[0], other[0], is_new, strict=True)]
        found = (b if later else a for a, b, later in zip(one[1], other[1], is_new, strict=True))
        steps.append(_Step(tuple(found), is_new))
    steps.append(_Step(_held_against(between[-1], words, row)[1]))
    return _walked_back(steps, words, [new for _, new in ways])


def _starts(base: str, places: Sequence[Alternative]) -> tuple[int, ...]:
    return (*(each.start for each in places), len(base))


def _held_against(
    text: Sequence[str], words: Sequence[str], row: Sequence[int]
) -> tuple[list[int], tuple[int, ...]]:
    """Go on with the distances in ``row`` over ``text``; also where in ``words`` each began."""
    costs, begins = list(row), list(range(len(row)))
    weights = [_weight(word) for word in words]
    for token in text:
        weight = _weight(token)
        before, begun = costs[0], begins[0]
        costs[0] += weight
        for at, word in enumerate(words, start=1):
            cost, begin = costs[at] + weight, begins[at]
            if before < cost and token == word:
                cost, begin = before, begun
            if costs[at - 1] + weights[at - 1] < cost:
                cost, begin = costs[at - 1] + weights[at - 1], begins[at - 1]
            before, begun = costs[at], begins[at]
            costs[at], begins[at] = cost, begin
    return costs, tuple(begins)


def _walked_back(
    steps: Sequence[_Step], words: Sequence[str], news: Sequence[Sequence[str]]
) -> frozenset[int]:
    found = set()
    end = len(words)
    for number in range(len(steps) - 1, -1, -1):
        step = steps[number]
        start = step.begins[end]
        if step.is_new and step.is_new[end] and _stand_in(news[number // 2], words[start:end]):
            found.add(number // 2)
        end = start
    return frozenset(found)


def _stand_in(new: Sequence[str], ours: Sequence[str]) -> bool:
    """Tell whether no word of ``new`` is missing in ``ours``: they stand there in their order."""
    rest = iter(ours)
    return all(word in rest for word in new if word[0].isalnum())


def _without_same_ends(between: list[list[str]], words: list[str]) -> tuple[list[list[str]], list[str]]:
    """Leave out what is the same before the first place and behind the last one."""
    start = max(0, common_ends(between[0], words)[0] - _KEPT)
    end = max(0, common_ends(between[-1], words[start:])[1] - _KEPT)
    last = between[-1][: len(between[-1]) - end]
    return [between[0][start:], *between[1:-1], last], words[start : len(words) - end]


def _weight(token: str) -> int:
    return _WORD if token[0].isalnum() else _SIGN
