"""Alignment: which blocks of two reports correspond, by id first and by likeness where ids say nothing.

In this order, each step only with what is still without a partner: the same id; the same words, which stand
only once on both sides; the likest in the same gap between two that have partners; far away, but very like (a
move); what is left of a paragraph that was split, and what went into one that others were merged with.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from danvan_desktop.report.diff.claims import far_candidates, near_claims
from danvan_desktop.report.diff.likeness import Profile, block_text, likeness, profile, share_of
from danvan_desktop.report.model import Block, Paragraph

NEAR_LIKENESS = 0.5
"""So like are two blocks in the same gap that one came of the other."""
FAR_LIKENESS = 0.7
"""So like are two blocks far from each other."""
FAR_WORDS = 6
"""A block that was moved is recognised by so many words."""
PIECE_SHARE = 0.75
"""So much of a piece that was split off stands in the whole."""
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of blocks of the old and of the new report that correspond: one and one; one and several."""


class Item:
    """A block in its place."""

    def __init__(self, tab: int, block: Block) -> None:
        """``tab``: the number of the list of blocks it stands in."""
        self.tab, self.block = tab, block
        self._profile: Profile | None = None

    @property
    def profile(self) -> Profile:
        """Its words."""
        if self._profile is None:
            self._profile = profile(block_text(self.block))
        return self._profile


def match(
    olds: Sequence[Item], news: Sequence[Item], tabs: Mapping[int, int], *, same_ids: bool
) -> list[Group]:
    """Give the groups of blocks that correspond; whoever is in none was added or removed.

    ``tabs`` leads from an old list of blocks to the new one; ``same_ids``: an id means the same in both.
    """
    matcher = _Matcher(olds, news, tabs)
    if same_ids:
        matcher.by_id()
    matcher.by_same_words()
    matcher.in_gaps(NEAR_LIKENESS)
    matcher.far_away()
    groups = matcher.with_splits_and_merges()
    if not same_ids:
        groups += matcher.alone_in_gaps(groups)
    return groups


class _Matcher:
    def __init__(self, olds: Sequence[Item], news: Sequence[Item], tabs: Mapping[int, int]) -> None:
        self._olds, self._news, self._tabs = olds, news, tabs
        self._partner: dict[int, int] = {}
        """Of an old block the new one."""
        self._taken: dict[int, int] = {}
        """Of a new block the old one."""

    def _pair(self, old: int, new: int) -> None:
        self._partner[old], self._taken[new] = new, old

    def _free_olds(self) -> list[int]:
        return [number for number in range(len(self._olds)) if number not in self._partner]

    def _free_news(self) -> list[int]:
        return [number for number in range(len(self._news)) if number not in self._taken]

    def by_id(self) -> None:
        places = {item.block.id: number for number, item in enumerate(self._news)}
        for number, item in enumerate(self._olds):
            new = places.get(item.block.id)
            if new is not None and new not in self._taken:
                self._pair(number, new)

    def by_same_words(self) -> None:
        olds, news = (
            _unique_texts(items, free)
            for items, free in ((self._olds, self._free_olds()), (self._news, self._free_news()))
        )
        for text, number in olds.items():
            if text in news:
                self._pair(number, news[text])

    def in_gaps(self, least: float) -> None:
        for olds, news in self._gaps():
            claims = sorted(near_claims(olds, news, self._how_like, least), reverse=True)
            for _, _, old, new in claims:
                if old not in self._partner and new not in self._taken:
                    self._pair(old, new)

    def _how_like(self, old: int, new: int) -> float:
        one, other = self._olds[old], self._news[new]
        if type(one.block) is not type(other.block) or not one.profile or not other.profile:
            return 0.0
        return likeness(one.profile, other.profile)

    def far_away(self) -> None:
        olds = _long_texts(self._olds, self._free_olds())
        for old, seen in far_candidates(olds, _long_texts(self._news, self._free_news())):
            claims = [(self._how_like(old, new), -new) for new in seen if new not in self._taken]
            if claims and max(claims)[0] >= FAR_LIKENESS:
                self._pair(old, -max(claims)[1])

    def with_splits_and_merges(self) -> list[Group]:
        groups: list[Group] = []
        free_olds, free_news = set(self._free_olds()), set(self._free_news())
        for old, new in sorted(self._partner.items()):
            news = _pieces(self._news, new, free_news, self._olds[old], self._olds[old].profile)
            olds: tuple[int, ...] = (old,)
            if len(news) == 1:
                olds = _pieces(self._olds, old, free_olds, self._news[new], self._news[new].profile)
            free_news -= set(news)
            free_olds -= set(olds)
            groups.append((olds, news))
        return groups

    def alone_in_gaps(self, groups: Iterable[Group]) -> list[Group]:
        """Pair what was rewritten in its place: alone in its gap on both sides, and of one kind."""
        groups = list(groups)
        for olds, news in groups:
            for old in olds:
                self._partner.setdefault(old, news[0])
            for new in news:
                self._taken.setdefault(new, olds[0])
        found: list[Group] = []
        for free_olds, free_news in self._gaps():
            if len(free_olds) == len(free_news) == 1:
                one, other = self._olds[free_olds[0]].block, self._news[free_news[0]].block
                if _kind(one) == _kind(other):
                    found.append(((free_olds[0],), (free_news[0],)))
        return found

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Runs of old and of new blocks without partners that begin or end beside the same partners."""
        after: dict[tuple[str, int], list[int]] = {}
        before: dict[tuple[str, int], list[int]] = {}
        for start, end, run in _runs(self._news, self._taken):
            after[start] = before[end] = run
        for start, end, run in _runs(self._olds, self._partner):
            news = after.get(self._translated(start)) or before.get(self._translated(end))
            if news:
                yield run, news

    def _translated(self, edge: tuple[str, int]) -> tuple[str, int]:
        kind, number = edge
        return (kind, self._partner[number]) if kind == "block" else (kind, self._tabs.get(number, -1))


def _runs(
    items: Sequence[Item], paired: Mapping[int, int]
) -> Iterator[tuple[tuple[str, int], tuple[str, int], list[int]]]:
    """Each run of blocks without partners, with the block or the edge of the list on both sides of it."""
    number = 0
    while number < len(items):
        if number in paired:
            number += 1
            continue
        tab, first = items[number].tab, number
        while number < len(items) and items[number].tab == tab and number not in paired:
            number += 1
        has_before = first > 0 and items[first - 1].tab == tab
        has_after = number < len(items) and items[number].tab == tab
        start = ("block", first - 1) if has_before else ("start", tab)
        end = ("block", number) if has_after else ("end", tab)
        yield start, end, list(range(first, number))


def _unique_texts(items: Sequence[Item], free: Iterable[int]) -> dict[tuple[object, ...], int]:
    found: dict[tuple[object, ...], int] = {}
    again = set()
    for number in free:
        text = block_text(items[number].block)
        key = (type(items[number].block), text)
        if key in found or not text.strip():
            again.add(key)
        found[key] = number
    return {key: number for key, number in found.items() if key not in again}


def _long_texts(items: Sequence[Item], numbers: Iterable[int]) -> dict[int, str]:
    return {
        number: block_text(items[number].block)
        for number in numbers
        if items[number].profile.total() >= FAR_WORDS
    }


def _kind(block: Block) -> tuple[object, ...]:
    return (Paragraph, block.role, block.level) if isinstance(block, Paragraph) else (type(block),)


def _pieces(
    items: Sequence[Item], middle: int, free: set[int], whole: Item, words: Profile
) -> tuple[int, ...]:
    """The neighbours of ``middle`` that, with it, have the words of ``whole``."""
    if not isinstance(whole.block, Paragraph) or not isinstance(items[middle].block, Paragraph):
        return (middle,)
    found = [middle]
    left = words - items[middle].profile
    for step in (1, -1):
        at = middle + step
        while at in free and left and _is_piece(items[at], items[middle], left):
            found.append(at)
            left -= items[at].profile
            at += step
    return tuple(sorted(found))


def _is_piece(item: Item, beside: Item, left: Profile) -> bool:
    if item.tab != beside.tab or not isinstance(item.block, Paragraph) or item.profile.total() < 2:
        return False
    return share_of(item.profile, left) >= PIECE_SHARE
