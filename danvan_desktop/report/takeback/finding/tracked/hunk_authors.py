"""Who made a hunk under track changes; what several people took out or made bold side by side is parted.

What several put in at one place is one hunk of all of them, and so is what one took out and another put in
its place: a part of it alone would stand in the wrong words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import Revision, TrackedErasure, TrackedStretch
from danvan_desktop.report.takeback.patching.text_patch import Hunk


class Traced(Protocol):
    """What has traces of tracked changes: a block, a cell."""

    @property
    def tracked(self) -> tuple[TrackedStretch, ...]:
        """Letters that were put in."""

    @property
    def erased(self) -> tuple[TrackedErasure, ...]:
        """Letters that were taken out."""

    @property
    def restyled(self) -> tuple[TrackedStretch, ...]:
        """Letters that got other looks."""


@frozen
class TextWithTraces:
    """So many letters of a text that came back, with their traces."""

    size: int
    traces: Traced
    end: Revision | None = None
    """Who put in the end of the paragraph."""


@frozen
class _Piece:
    """Letters of a hunk, from ``start`` to ``end``, that one person took out or put in; None: untracked."""

    start: int
    end: int
    who: tuple[Revision, ...]

    @property
    def author(self) -> str | None:
        return self.who[0].author if self.who else None


def traced(units: Iterable[Unit]) -> list[TextWithTraces]:
    """Give units with their traces."""
    return [TextWithTraces(len(plain(unit.runs)), unit.block, unit.block.is_new) for unit in units]


def signed(texts: Sequence[TextWithTraces], hunk: Hunk) -> list[Hunk]:
    """Give ``hunk`` with who made it, as several where several people did; ``texts`` stand in a row."""
    start = 0
    for text in texts:
        low, high = hunk.new_start - start, hunk.new_end - start
        start += text.size + 1
        is_within = low >= 0 and high <= text.size and not hunk.parts
        if is_within and (pieces := _pieces(text.traces, hunk, low, high)):
            return pieces
    return [_with(hunk, _distinct(_who(texts, hunk)))]


def _pieces(traces: Traced, hunk: Hunk, low: int, high: int) -> list[Hunk]:
    if hunk.is_look:
        parts = list(_one_by_one(traces.restyled, low, high))
        if len(parts) < 2:
            return []
        return [_with(_look_of(hunk, part), part.who) for part in parts]
    gone = list(_taken_out(hunk, [each for each in traces.erased if _is_erased_here(each, hunk, low, high)]))
    put_in = _distinct(overlapping(traces.tracked, low, high))
    if len({each.author for each in gone} | {each.author for each in put_in}) < 2 or len(gone) < 2:
        return []
    # What came in the place of what went is one with it, else both would stand there.
    *before, last = [_made(hunk, each) for each in gone]
    last = replace(last, new=hunk.new)
    return [*before, _with(last, _distinct((*put_in, *gone[-1].who)))]


def _made(hunk: Hunk, gone: _Piece) -> Hunk:
    start, end = hunk.start + gone.start, hunk.start + gone.end
    return _with(Hunk(start, end, cut(hunk.old, gone.start, gone.end), (), hunk.new_start), gone.who)


def _look_of(hunk: Hunk, part: _Piece) -> Hunk:
    return replace(
        hunk,
        start=hunk.start + part.start,
        end=hunk.start + part.end,
        old=cut(hunk.old, part.start, part.end),
        new=cut(hunk.new, part.start, part.end),
        new_start=hunk.new_start + part.start,
    )


def _one_by_one(stretches: Sequence[TrackedStretch], low: int, high: int) -> Iterator[_Piece]:
    """Part the letters from ``low`` to ``high`` by authors; what nobody tracked goes with what follows it."""
    here = [each for each in stretches if each.start < high and low < each.end]
    if not here:
        return
    at = 0
    groups = [list(same) for _, same in groupby(here, key=lambda each: each.revision.author)]
    for number, same in enumerate(groups):
        is_last = number == len(groups) - 1
        end = high - low if is_last else min(same[-1].end, high) - low
        yield _Piece(at, end, _distinct(each.revision for each in same))
        at = end


def _taken_out(hunk: Hunk, erased: Sequence[TrackedErasure]) -> Iterator[_Piece]:
    """Part the words that went by authors; where their words are not found one piece is all of them."""
    text = plain(hunk.old)
    groups = [list(same) for _, same in groupby(erased, key=lambda each: each.revision.author)]
    starts = [0]
    for same in groups[1:]:
        starts.append(text.find("".join(each.text for each in same).strip(), starts[-1] + 1))
    if not text:
        return
    if -1 in starts or not groups:
        yield _Piece(0, len(text), _distinct(each.revision for each in erased))
        return
    if text.startswith(" "):  # each goes with the blank before it
        starts = [at - (at > 0 and text[at - 1] == " ") for at in starts]
    for start, end, same in zip(starts, [*starts[1:], len(text)], groups, strict=True):
        yield _Piece(start, end, _distinct(each.revision for each in same))


def _who(texts: Sequence[TextWithTraces], hunk: Hunk) -> Iterator[Revision]:
    """Give who made a hunk: who put words in, then who took some out."""
    start = 0
    for text in texts:
        low, high = hunk.new_start - start, hunk.new_end - start
        start += text.size + 1
        if hunk.is_look:
            yield from overlapping(text.traces.restyled, low, high)
        if high >= 0 and low <= text.size:
            yield from overlapping(text.traces.tracked, low, high)
            for gone in text.traces.erased:
                if _is_erased_here(gone, hunk, low, high):
                    yield gone.revision
    if hunk.parts:
        yield from (text.end for text in texts if text.end is not None)


def overlapping(stretches: Sequence[TrackedStretch], low: int, high: int) -> Iterator[Revision]:
    """Give who tracked something of the letters from ``low`` to ``high``."""
    return (each.revision for each in stretches if each.start < high and low < each.end)


def _is_erased_here(gone: TrackedErasure, hunk: Hunk, low: int, high: int) -> bool:
    """Tell whether a hunk is what was taken out; a blank, or a word that stands twice, may move it."""
    old = plain(hunk.old).strip(" ")
    if not old or gone.put_in_by is not None:
        return False
    if low <= gone.at <= high:
        return True
    is_beside = low - 1 <= gone.at <= high + 1 and gone.text.strip(" ") in old
    return is_beside or (old in gone.text and abs(gone.at - low) <= len(gone.text))


def _with(hunk: Hunk, who: tuple[Revision, ...]) -> Hunk:
    return replace(hunk, revision=who[0] if who else None, also=who[1:])


def _distinct(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    return tuple(dict.fromkeys(revisions))
