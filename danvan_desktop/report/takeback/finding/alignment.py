"""Alignment: which paragraph that came back is which that went out.

A mark alone is no proof (an editor puts it on both halves of a split paragraph, a new paragraph typed above
another takes it away), nor are words alone (a list repeats itself); together they nearly always are. In this
order, each step only with what is still without a partner: a mark and the same words; the same words, which
stand only once on both sides; a mark and like words, the likest claim first; sure pieces of what was split or
merged; like words in the same gap; very like words anywhere (a move); what was rewritten in its place; the
other pieces.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.claims import far_candidates, near_claims
from danvan_desktop.report.diff.likeness import likeness, share_of
from danvan_desktop.report.location import CLOSING
from danvan_desktop.report.takeback.finding.units import Unit

_MARKED = 0.3
"""So like are two units of which one bears the other's mark."""
_MARKED_ALONE = 0.12
"""Or of which one alone bears it, from its first letter to its last."""
_SHARED = 0.6
"""Or so much of one of them stands in the other."""
_NEAR = 0.5
_FAR = 0.66
_FAR_WORDS = 6
_SURE_PIECE = 0.8
_LIKELY_PIECE = 0.6
_FEWEST_WORDS = 3
_SENTENCE = 12
"""So many words no heading has: a style is no proof of a kind."""
_FIXED = 1_000
"""So many words the heading of an annex, and closing words that still are, count for in what moved."""


@frozen
class UnitLink:
    """Units that went out and those they became: one and one, one and several, several and one."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    is_moved: bool = False


def aligned(olds: Sequence[Unit], news: Sequence[Unit]) -> list[UnitLink]:
    """Link ``olds`` with ``news``; who is in no link went, or came."""
    finder = _Alignment(olds, news)
    finder.by_mark_and_words()
    finder.by_unique_words()
    finder.by_mark_and_likeness()
    finder.pieces(_SURE_PIECE)
    finder.same_words_in_order()
    finder.in_gaps(finder.like_words(_NEAR))
    finder.far_away()
    finder.pieces(_SURE_PIECE)
    finder.in_gaps(finder.in_place)
    finder.pieces(_LIKELY_PIECE)
    finder.by_mark_alone()
    finder.in_gaps(finder.in_place)  # of two neighbours one may have its mark left
    return finder.links()


class _Alignment:
    def __init__(self, olds: Sequence[Unit], news: Sequence[Unit]) -> None:
        self._olds, self._news = olds, news
        self._partner: dict[int, int] = {}
        self._taken: dict[int, int] = {}
        self._more_news: dict[int, list[int]] = defaultdict(list)
        """Of an old unit the further pieces it was split into."""
        self._more_olds: dict[int, list[int]] = defaultdict(list)
        """Of a new unit the further ones that were merged into it."""
        self._claimants = Counter(identifier for unit in news for identifier in unit.ids)
        self._by_id: dict[int, int] = {}
        for number, unit in enumerate(olds):
            if unit.id:
                self._by_id.setdefault(unit.id, number)

    # who is free

    def _pair(self, old: int, new: int) -> None:
        self._partner[old], self._taken[new] = new, old

    def _is_free(self, old: int, new: int) -> bool:
        return old not in self._partner and new not in self._taken

    def _claims(self) -> Iterator[tuple[int, int]]:
        for new, unit in enumerate(self._news):
            for identifier in unit.ids:
                old = self._by_id.get(identifier)
                if old is not None and _may_be(self._olds[old], unit):
                    yield old, new

    # steps

    def by_mark_and_words(self) -> None:
        for old, new in self._claims():
            if self._is_free(old, new) and self._olds[old].key == self._news[new].key:
                self._pair(old, new)

    def by_unique_words(self) -> None:
        olds, news = self._unique(self._olds, self._partner), self._unique(self._news, self._taken)
        for key, old in olds.items():
            new = news.get(key)
            if new is not None and _may_be(self._olds[old], self._news[new]):
                self._pair(old, new)

    def by_mark_and_likeness(self) -> None:
        found = []
        for old, new in self._claims():
            if self._is_free(old, new):
                how = self._how_like(old, new)
                least = _MARKED if self._claimants[self._olds[old].id] > 1 else _MARKED_ALONE
                if how >= least or self._shared(old, new) >= _SHARED:
                    found.append((how, -abs(old - new), old, new))
        self._take(found)

    def by_mark_alone(self) -> None:
        """What nothing else was found for: a mark that one alone bears, on a unit of the same kind."""
        for old, new in self._claims():
            one, other = self._olds[old], self._news[new]
            if self._is_free(old, new) and self._claimants[one.id] == 1 and one.shape == other.shape:
                self._pair(old, new)

    def same_words_in_order(self) -> None:
        """Pair what says the same several times: within a gap first, then in the order of the text."""
        self.in_gaps(self._same_words)
        places = defaultdict[str, list[int]](list)
        for new, unit in enumerate(self._news):
            if new not in self._taken and unit.key:
                places[unit.key].append(new)
        for old, unit in enumerate(self._olds):
            if old not in self._partner and places.get(unit.key):
                new = places[unit.key][0]
                if _may_be(unit, self._news[new]):
                    self._pair(old, places[unit.key].pop(0))

    def _same_words(self, olds: Sequence[int], news: Sequence[int]) -> None:
        at = 0
        for old in olds:
            same = next(
                (i for i in range(at, len(news)) if self._olds[old].key == self._news[news[i]].key), None
            )
            if same is not None and self._is_free(old, news[same]):
                self._pair(old, news[same])
                at = same + 1

    def like_words(self, least: float) -> Callable[[Sequence[int], Sequence[int]], None]:
        return lambda olds, news: self._take(near_claims(olds, news, self._how_like, least))

    def far_away(self) -> None:
        found = []
        olds, news = _long_texts(self._olds, self._partner), _long_texts(self._news, self._taken)
        for old, seen in far_candidates(olds, news):
            for new in seen:
                how = self._how_like(old, new)
                if how >= _FAR or (self._shared(old, new) >= _SURE_PIECE and how >= _NEAR):
                    found.append((how, -abs(old - new), old, new))
        self._take(found)

    def in_place(self, olds: Sequence[int], news: Sequence[int]) -> None:
        """What stands alone in its gap was rewritten there, if it is of the same kind."""
        if len(olds) == len(news) == 1 and _alike(self._olds[olds[0]], self._news[news[0]]):
            self._pair(olds[0], news[0])
            return
        # Several in a gap, as many before as after, of the same labels: each was rewritten.
        if len(olds) == len(news) and all(
            _alike(self._olds[old], self._news[new]) and self._olds[old].block.label
            for old, new in zip(olds, news, strict=True)
        ):
            for old, new in zip(olds, news, strict=True):
                self._pair(old, new)

    def pieces(self, least: float) -> None:
        for old, new in sorted(self._partner.items()):
            if self._taken[new] == old:  # not a piece itself, whose whole is another
                self._split(old, new, least)
                self._merge(old, new, least)

    def _split(self, old: int, new: int, least: float) -> None:
        if self._more_olds[new] or not _can_split(self._olds[old]):
            return
        mine = [new, *self._more_news[old]]
        left = self._olds[old].profile - sum_of(self._news[each].profile for each in mine)
        for step in (1, -1):
            at = (max(mine) if step > 0 else min(mine)) + step
            while 0 <= at < len(self._news) and at not in self._taken and left:
                if not self._is_piece(self._news[at], left, least, self._olds[old]):
                    break
                self._taken[at] = old
                self._more_news[old].append(at)
                left -= self._news[at].profile
                at += step

    def _merge(self, old: int, new: int, least: float) -> None:
        if self._more_news[old] or not _can_split(self._news[new]):
            return
        mine = [old, *self._more_olds[new]]
        left = self._news[new].profile - sum_of(self._olds[each].profile for each in mine)
        for identifier in self._news[new].ids:  # moved beside it before
            at = self._by_id.get(identifier, -1)
            if (
                at >= 0
                and at not in self._partner
                and self._is_piece(self._olds[at], left, least, self._news[new])
            ):
                self._partner[at] = new
                self._more_olds[new].append(at)
                left -= self._olds[at].profile
        for step in (1, -1):
            at = (max(mine) if step > 0 else min(mine)) + step
            while 0 <= at < len(self._olds) and at not in self._partner and left:
                if not self._is_piece(self._olds[at], left, least, self._news[new]):
                    break
                self._partner[at] = new
                self._more_olds[new].append(at)
                left -= self._olds[at].profile
                at += step

    def _is_piece(self, piece: Unit, left: Counter[str], least: float, whole: Unit) -> bool:
        if not _can_split(piece):
            return False
        share = share_of(piece.profile, left)
        words = piece.profile.total()
        if words < _FEWEST_WORDS:
            return share == 1 and bool(words) and (set(piece.ids) & set(whole.ids) != set())
        return share >= least or (share >= _MARKED and bool(set(piece.ids) & set(whole.ids)))

    # gaps

    def in_gaps(self, pair: Callable[[Sequence[int], Sequence[int]], None]) -> None:
        for olds, news in list(self._gaps()):
            free_olds = [old for old in olds if old not in self._partner]
            free_news = [new for new in news if new not in self._taken]
            if free_olds and free_news:
                pair(free_olds, free_news)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        before: dict[int, list[int]] = {}
        after: dict[int, list[int]] = {}
        for run in _runs(len(self._news), self._taken):
            before[run[0] - 1] = after[run[-1] + 1] = run
        last_old, last_new = len(self._olds), len(self._news)
        for run in _runs(len(self._olds), self._partner):
            start = -1 if run[0] == 0 else self._last_of(run[0] - 1)
            end = last_new if run[-1] + 1 == last_old else self._first_of(run[-1] + 1)
            news = before.get(start) or after.get(end)
            if news:
                yield run, news

    def _last_of(self, old: int) -> int:
        return max([self._partner[old], *self._more_news[old]])

    def _first_of(self, old: int) -> int:
        return min([self._partner[old], *self._more_news[old]])

    # likeness

    def _how_like(self, old: int, new: int) -> float:
        one, other = self._olds[old], self._news[new]
        if not _may_be(one, other) or not one.profile or not other.profile:
            return 0.0
        return likeness(one.profile, other.profile)

    def _shared(self, old: int, new: int) -> float:
        one, other = self._olds[old].profile, self._news[new].profile
        if min(one.total(), other.total()) < _FEWEST_WORDS:
            return 0.0
        return max(share_of(one, other), share_of(other, one))

    def _take(self, claims: Iterable[tuple[float, int, int, int]]) -> None:
        for _, _, old, new in sorted(claims, reverse=True):
            if self._is_free(old, new):
                self._pair(old, new)

    def _unique(self, units: Sequence[Unit], paired: dict[int, int]) -> dict[tuple[bool, str], int]:
        found: dict[tuple[bool, str], int] = {}
        again = set()
        for number, unit in enumerate(units):
            key = (unit.kind == "table", unit.key)
            if number in paired or not unit.key:
                continue
            if key in found:
                again.add(key)
            found[key] = number
        return {key: number for key, number in found.items() if key not in again}

    def _moved_sign(self, old: int, new: int) -> tuple[bool, bool]:
        """Whether it kept its mark, and whether it stands behind an empty paragraph that was not there."""
        one, other = self._olds[old], self._news[new]
        has_mark = bool(set(one.ids) & set(other.ids))
        return has_mark, other.block.is_behind_blank and not one.block.is_behind_blank

    def _weight(self, old: int) -> int:
        """How little a unit is likely to have moved: closing words and annexes never over text."""
        unit = self._olds[old]
        closes = unit.tab == self._news[self._partner[old]].tab == CLOSING
        return 1 + unit.profile.total() + (_FIXED if unit.kind == "annex" or closes else 0)

    # result

    def links(self) -> list[UnitLink]:
        merged_away = {old for more in self._more_olds.values() for old in more}
        groups = []
        for old, new in sorted(self._partner.items()):
            if old in merged_away:
                continue
            olds = tuple(sorted([old, *self._more_olds[new]]))
            news = tuple(sorted([new, *self._more_news[old]]))
            groups.append((olds, news))
        groups.sort()
        places = [news[0] for _, news in groups]
        weights = [sum(map(self._weight, olds)) for olds, _ in groups]
        signs = [self._moved_sign(olds[0], news[0]) for olds, news in groups]
        annexes = {n for n, (olds, _) in enumerate(groups) if self._olds[olds[0]].kind == "annex"}
        stays = _with_swaps(places, heaviest_chain(places, weights), signs, annexes) if groups else set()
        return [
            UnitLink(olds, news, is_moved=number not in stays) for number, (olds, news) in enumerate(groups)
        ]


def _with_swaps(
    places: Sequence[int], stays: set[int], signs: Sequence[tuple[bool, bool]], fixed: set[int]
) -> set[int]:
    """Of two neighbours that changed places either may have moved, but for those that are ``fixed``.

    Say it of the one that left an empty paragraph, or lost its mark on the way, else of the later one.
    """
    order = {place: number for number, place in enumerate(places)}
    in_new = [order[place] for place in sorted(places)]
    found = set(stays)
    for before, number in pairwise(in_new):
        if before != number + 1 or (before in found) == (number in found) or fixed & {before, number}:
            continue
        (has_mark, _), (other_has_mark, is_behind_hole) = signs[number], signs[before]
        later_moved = not is_behind_hole and (has_mark or not other_has_mark)
        found -= {before, number}
        found.add(number if later_moved else before)
    return found


def sum_of(profiles: Iterable[Counter[str]]) -> Counter[str]:
    """Add up word counts."""
    total: Counter[str] = Counter()
    for each in profiles:
        total += each
    return total


def _may_be(one: Unit, other: Unit) -> bool:
    """Whether one can have come of the other: a table is no paragraph, an annex's label only one itself."""
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or kinds in ({"paragraph", "section"}, {"paragraph", "basis"})


def _can_split(unit: Unit) -> bool:
    return unit.kind in {"paragraph", "basis"}


def _alike(one: Unit, other: Unit) -> bool:
    if not _may_be(one, other):
        return False
    if one.block.label or other.block.label:
        return one.block.label == other.block.label
    return one.shape == other.shape or not other.block.has_own_style or _is_text_typed_anew(one, other)


def _is_text_typed_anew(one: Unit, other: Unit) -> bool:
    """Tell whether both are running text by their length, whatever style the one typed anew took on."""
    both = one.profile.total(), other.profile.total()
    is_text = one.block.role == "body" and other.kind == "paragraph"
    return is_text and not other.ids and min(both) >= _SENTENCE


def _long_texts(units: Sequence[Unit], paired: Collection[int]) -> dict[int, str]:
    return {
        number: unit.text
        for number, unit in enumerate(units)
        if number not in paired and unit.profile.total() >= _FAR_WORDS
    }


def _runs(count: int, paired: dict[int, int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in range(count):
        if number in paired:
            if run:
                yield run
            run = []
        else:
            run.append(number)
    if run:
        yield run
