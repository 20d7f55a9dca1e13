"""Comparison of two reports."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.aspects import aspects_of
from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.claims import each_once
from danvan_desktop.report.diff.fields import FieldChange, changed_fields
from danvan_desktop.report.diff.likeness import block_text, likeness, profile
from danvan_desktop.report.diff.matching import Group, Item, match
from danvan_desktop.report.diff.model import (
    Aspect,
    BlockChange,
    BlockChangeKind,
    Change,
    Heading,
    ReportDiff,
    Row,
    TabChange,
    TabChangeKind,
    TabDiff,
    TabPlace,
)
from danvan_desktop.report.model import Block, OpaqueBlock, Report, plain
from danvan_desktop.report.walk import block_lists_by_id

_TITLE_LIKENESS = 0.6
"""So like are the headings of a section whose id says nothing."""


def compare(old: Report, new: Report, *, same_ids: bool | None = None) -> ReportDiff:
    """Say how ``new`` differs from ``old``.

    ``same_ids``: whether an id means the same in both; unless said, where they are states of one report.
    """
    trusted = old.id == new.id if same_ids is None else same_ids
    return _Comparison(old, new, same_ids=trusted).result()


@frozen
class _List:
    """A list of blocks with its name."""

    name: str
    heading: Heading | None
    blocks: tuple[Block, ...]


def _lists(report: Report) -> list[_List]:
    return [
        _List(name, None if part is None else replace(part, blocks=()), blocks)
        for name, part, blocks in block_lists_by_id(report)
    ]


class _Comparison:
    def __init__(self, old: Report, new: Report, *, same_ids: bool) -> None:
        self._same_ids = same_ids
        self._changes: list[Change] = []
        for name, before, after in changed_fields(old, new):
            self._changes.append(FieldChange(len(self._changes), name, before, after))
        self._old_lists, self._new_lists = _lists(old), _lists(new)
        self._new_of = _matched_lists(self._old_lists, self._new_lists, same_ids=same_ids)
        self._old_of = {new: old for old, new in self._new_of.items()}
        self._olds = [Item(tab, block) for tab, each in enumerate(self._old_lists) for block in each.blocks]
        self._news = [Item(tab, block) for tab, each in enumerate(self._new_lists) for block in each.blocks]
        groups = match(self._olds, self._news, self._new_of, same_ids=same_ids)
        self._by_old = {number: group for group in groups for number in group[0]}
        self._by_new = {number: group for group in groups for number in group[1]}
        self._moves: dict[Group, int] = {}
        self._tabs: list[TabDiff] = []

    def result(self) -> ReportDiff:
        self._add_pair(0, 0)
        sections = self._add_movable("section:")
        closing = next(tab for tab, each in enumerate(self._old_lists) if each.name == "closing")
        self._add_pair(closing, self._new_of[closing])
        annexes = self._add_movable("annex:")
        return ReportDiff(tuple(self._changes), tuple(self._tabs), tuple(sections), tuple(annexes))

    # ------------------------------------------------------------------ sections and annexes

    def _add_movable(self, kind: str) -> list[TabPlace]:
        """Compare the lists of one kind, which may have come, gone or moved; give the places of all."""
        olds, news = (
            [tab for tab, each in enumerate(lists) if each.name.startswith(kind)]
            for lists in (self._old_lists, self._new_lists)
        )
        pairs = [(self._old_of[tab], tab) for tab in news if tab in self._old_of]
        chosen = heaviest_chain(
            [old for old, _ in pairs], [1 + len(self._new_lists[new].blocks) for _, new in pairs]
        )
        stayed = [pairs[index] for index in sorted(chosen)]
        made: dict[tuple[int | None, int | None], int] = {}
        places = []
        for old, new in _merged_order(olds, news, stayed):
            whole = (old, new)
            if old is None and new is not None:
                whole = (self._old_of.get(new), new)
            elif new is None and old is not None:
                whole = (old, self._new_of.get(old))
            if whole not in made:
                made[whole] = self._add_tab(*whole, has_moved=whole not in stayed)
            places.append(TabPlace(made[whole], in_old=old is not None, in_new=new is not None))
        return places

    def _add_tab(self, old: int | None, new: int | None, *, has_moved: bool) -> int:
        before = None if old is None else self._old_lists[old].heading
        after = None if new is None else self._new_lists[new].heading
        kind: TabChangeKind | None = None
        if before is None or after is None:
            kind = "added" if before is None else "removed"
        elif has_moved:
            kind = "moved"
        elif before != after and not self._is_alike(before, after):
            kind = "changed"
        number = None
        if kind is not None:
            number = self._note(lambda at: TabChange(at, kind, before, after))
        if old is not None and new is not None:
            return self._add_pair(old, new, number)
        rows = self._lone_rows(old, new, number)
        names = (_name(self._old_lists, old), _name(self._new_lists, new))
        self._tabs.append(TabDiff(*names, before, after, number, tuple(rows)))
        return len(self._tabs) - 1

    def _is_alike(self, old: Heading, new: Heading) -> bool:
        return not self._same_ids and replace(old, id=new.id) == new

    def _lone_rows(self, old: int | None, new: int | None, tab_change: int | None) -> Iterator[Row]:
        """Rows of a list that is in one report only: what has moved from or to it, and what is its own."""
        for number, item in enumerate(self._olds):
            if item.tab == old:
                yield from self._old_row(number, tab_change)
        for number, item in enumerate(self._news):
            if item.tab == new:
                yield from self._new_row(number, tab_change)

    # ------------------------------------------------------------------ blocks

    def _add_pair(self, old: int, new: int, tab_change: int | None = None) -> int:
        olds = [number for number, item in enumerate(self._olds) if item.tab == old]
        news = [number for number, item in enumerate(self._news) if item.tab == new]
        here = _distinct(self._by_new[number] for number in news if number in self._by_new)
        pairs = [group for group in here if self._olds[group[0][0]].tab == old]
        places = [group[0][0] for group in pairs]
        is_sorted = places == sorted(places)
        weights = [1 if is_sorted else 1 + len(block_text(self._olds[place].block)) for place in places]
        stayed = {pairs[index] for index in heaviest_chain(places, weights)}
        rows: list[Row] = []
        come: list[Row] = []
        waiting = iter(olds)
        for number in news:
            group = self._by_new.get(number)
            if group is None or group not in stayed:
                come += self._new_row(number, None)
            elif number == group[1][0]:
                rows += self._old_rows_before(waiting, group[0], stayed)
                rows += come
                come = []
                rows.append(self._stayed_row(group))
        rows += self._old_rows_before(waiting, (), stayed)
        rows += come
        before, after = self._old_lists[old], self._new_lists[new]
        self._tabs.append(
            TabDiff(before.name, after.name, before.heading, after.heading, tab_change, tuple(rows))
        )
        return len(self._tabs) - 1

    def _old_rows_before(
        self, waiting: Iterator[int], until: tuple[int, ...], stayed: set[Group]
    ) -> Iterator[Row]:
        """Take old blocks up to those of ``until``; what has not stayed was removed or moved away."""
        left = set(until)
        for number in waiting:
            group = self._by_old.get(number)
            if group is None or group not in stayed:
                yield from self._old_row(number, None)
            left.discard(number)
            if until and not left:
                return

    def _stayed_row(self, group: Group) -> Row:
        old = tuple(self._olds[number].block for number in group[0])
        new = tuple(self._news[number].block for number in group[1])
        kind: BlockChangeKind = "changed"
        if len(old) == len(new) == 1:
            if old == new or (not self._same_ids and _with_id(old[0], new[0].id) == new[0]):
                return Row(old, new, None)
        else:
            kind = "split" if len(new) > 1 else "merged"
        return Row(old, new, self._note_block(kind, group, old, new))

    def _old_row(self, number: int, tab_change: int | None) -> Iterator[Row]:
        """Say of an old block that it is not here any more."""
        group = self._by_old.get(number)
        block = self._olds[number].block
        if group is None:
            change = tab_change
            if change is None:
                change = self._note_block("removed", ((number,), ()), (block,), ())
            yield Row((block,), (), change)
        elif number == group[0][0]:
            yield Row(tuple(self._olds[each].block for each in group[0]), (), self._move(group))

    def _new_row(self, number: int, tab_change: int | None) -> Iterator[Row]:
        group = self._by_new.get(number)
        block = self._news[number].block
        if group is None:
            change = tab_change
            if change is None:
                change = self._note_block("added", ((), (number,)), (), (block,))
            yield Row((), (block,), change)
        elif number == group[1][0]:
            yield Row((), tuple(self._news[each].block for each in group[1]), self._move(group))

    def _move(self, group: Group) -> int:
        if group not in self._moves:
            old = tuple(self._olds[number].block for number in group[0])
            new = tuple(self._news[number].block for number in group[1])
            self._moves[group] = self._note_block("moved", group, old, new)
        return self._moves[group]

    def _note_block(
        self, kind: BlockChangeKind, group: Group, old: tuple[Block, ...], new: tuple[Block, ...]
    ) -> int:
        aspects: frozenset[Aspect] = frozenset({"words"})
        if len(old) == len(new) == 1:
            aspects = aspects_of(old[0], new[0])
        old_tab = self._old_lists[self._olds[group[0][0]].tab].name if group[0] else ""
        new_tab = self._new_lists[self._news[group[1][0]].tab].name if group[1] else ""
        return self._note(lambda at: BlockChange(at, kind, old, new, old_tab, new_tab, aspects))

    def _note(self, make: Callable[[int], Change]) -> int:
        number = len(self._changes)
        self._changes.append(make(number))
        return number


def _merged_order(
    olds: Sequence[int], news: Sequence[int], stayed: Sequence[tuple[int, int]]
) -> Iterator[tuple[int | None, int | None]]:
    """All of both in one order; those of ``stayed`` stand for both."""
    old_at = new_at = 0
    for old, new in [*stayed, (-1, -1)]:
        old_end = olds.index(old) if old >= 0 else len(olds)
        new_end = news.index(new) if new >= 0 else len(news)
        yield from ((each, None) for each in olds[old_at:old_end])
        yield from ((None, each) for each in news[new_at:new_end])
        if old >= 0:
            yield old, new
        old_at, new_at = old_end + 1, new_end + 1


def _matched_lists(olds: Sequence[_List], news: Sequence[_List], *, same_ids: bool) -> dict[int, int]:
    """Of each old list of blocks the new one."""
    places = {each.name: tab for tab, each in enumerate(news)}
    if same_ids:
        return {tab: places[each.name] for tab, each in enumerate(olds) if each.name in places}
    found = {tab: places[each.name] for tab, each in enumerate(olds) if each.heading is None}
    for kind in ("section:", "annex:"):
        found |= _matched_headings(olds, news, kind)
    return found


def _matched_headings(olds: Sequence[_List], news: Sequence[_List], kind: str) -> dict[int, int]:
    """Pair sections, or annexes, by what they have in common: words of headings and of blocks."""
    claims = []
    for old, one in enumerate(olds):
        for new, other in enumerate(news):
            if one.name.startswith(kind) and other.name.startswith(kind):
                how = _how_like(one, other)
                if how >= _TITLE_LIKENESS:
                    claims.append((how, -abs(old - new), old, new))
    return each_once((old, new) for _, _, old, new in sorted(claims, reverse=True))


def _how_like(one: _List, other: _List) -> float:
    titles = [profile(plain(each.heading.title) if each.heading else "") for each in (one, other)]
    texts = [{block_text(block) for block in each.blocks} for each in (one, other)]
    shared = len(texts[0] & texts[1]) / max(1, min(map(len, texts)))
    return likeness(*titles) if all(titles) and shared < _TITLE_LIKENESS else max(shared, 0.0)


def _distinct(groups: Iterable[Group]) -> list[Group]:
    return list(dict.fromkeys(groups))


def _with_id(block: Block, identity: int) -> Block:
    return block if isinstance(block, OpaqueBlock) else replace(block, id=identity)


def _name(lists: Sequence[_List], tab: int | None) -> str:
    return "" if tab is None else lists[tab].name
