"""Difference of two texts word by word: Vietnamese syllables, whole figures, single signs; formatting too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.common_ends import common_ends
from danvan_desktop.report.diff.shortest_edit import shortest_edit
from danvan_desktop.report.model import Run, Runs, plain

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)+(?!\w)|[\w\u0300-\u036f]+|\n|[^\S\n]+|[^\w\s]")
_MOST_PAIRS = 4_000_000
"""Of tokens to be compared with each other: beyond that the texts are called different as a whole."""

SegmentKind = Literal["equal", "deleted", "inserted", "restyled"]


@frozen
class Segment:
    """A stretch that is the same in both texts, only in one of them, or only differently formatted."""

    kind: SegmentKind
    old: Runs
    new: Runs


def tokens(text: str) -> list[str]:
    """Split ``text`` into words, figures, white space, line feeds and single signs; together they are it."""
    return _TOKEN.findall(text)


def segments(old: Runs, new: Runs) -> tuple[Segment, ...]:
    """Say how ``new`` came of ``old``; what all segments have of ``old`` is ``old``, of ``new`` is ``new``.

    Runs that look alike come back joined, empty ones not at all: see :func:`joined`.
    """
    found: list[Segment] = []
    olds, news = _Cutter(old), _Cutter(new)
    for is_same, before, after in letter_stretches(plain(old), plain(new)):
        old_runs, new_runs = olds.take(before), news.take(after)
        if is_same:
            found.extend(_compared_looks(old_runs, new_runs))
            continue
        if before:
            found.append(Segment("deleted", old_runs, ()))
        if after:
            found.append(Segment("inserted", (), new_runs))
    return tuple(found)


def patched(changes: Iterable[Segment]) -> Runs:
    """Give the new text of :func:`segments`."""
    return joined(run for each in changes for run in each.new)


def unpatched(changes: Iterable[Segment]) -> Runs:
    """Give the old text of :func:`segments`."""
    return joined(run for each in changes for run in each.old)


def joined(runs: Iterable[Run]) -> Runs:
    """Join neighbouring runs that look alike, and drop empty ones."""
    made: list[Run] = []
    for run in runs:
        if made and look(made[-1]) == look(run):
            made[-1] = replace(made[-1], text=made[-1].text + run.text)
        elif run.text:
            made.append(run)
    return tuple(made)


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """Give what ``runs`` say from the letter ``start`` to ``end``."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        size = len(run.text)
        low = max(start - at, 0)
        high = size if end is None else min(end - at, size)
        if low < high:
            kept.append(run if (low, high) == (0, size) else replace(run, text=run.text[low:high]))
        at += size
    return tuple(kept)


def look(run: Run) -> tuple[object, ...]:
    """All of ``run`` but its text."""
    return run.bold, run.italic, run.underline, run.vertical, run.unknown


class _Cutter:
    """Cuts runs from the front."""

    def __init__(self, runs: Runs) -> None:
        self._left = [run for run in reversed(runs) if run.text]

    def take(self, length: int) -> Runs:
        taken: list[Run] = []
        while length:
            run = self._left.pop()
            if len(run.text) > length:
                self._left.append(replace(run, text=run.text[length:]))
                run = replace(run, text=run.text[:length])
            length -= len(run.text)
            taken.append(run)
        return tuple(taken)


def _compared_looks(old: Runs, new: Runs) -> Iterator[Segment]:
    """Segments of two texts of the same letters, cut where one of them changes its look."""
    if joined(old) == joined(new):
        yield Segment("equal", old, new)
        return
    ends = sorted({*_ends(old), *_ends(new)})
    olds, news = _Cutter(old), _Cutter(new)
    kind: SegmentKind | None = None
    before: list[Run] = []
    after: list[Run] = []
    last = 0
    for end in ends:
        old_part, new_part = olds.take(end - last), news.take(end - last)
        last = end
        now: SegmentKind = "equal" if joined(old_part) == joined(new_part) else "restyled"
        if kind is not None and now != kind:
            yield Segment(kind, tuple(before), tuple(after))
            before, after = [], []
        kind = now
        before.extend(old_part)
        after.extend(new_part)
    if kind is not None:
        yield Segment(kind, tuple(before), tuple(after))


def _ends(runs: Runs) -> Iterator[int]:
    end = 0
    for run in runs:
        end += len(run.text)
        yield end


def letter_stretches(old_text: str, new_text: str) -> list[tuple[bool, int, int]]:
    """Give the stretches, whether they are the same, and how many letters they have of each text."""
    old, new = tokens(old_text), tokens(new_text)
    start, end = common_ends(old, new)
    found = [(True, start, start)] if start else []
    found += _middle(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        found.append((True, end, end))
    return _in_letters(found, old, new)


def _middle(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int]]:
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return [(False, len(old), len(new))] if old or new else []
    found: list[tuple[bool, int, int]] = []
    low = 0
    for is_equal, size, new_size in shortest_edit(old, new):
        # A space or a comma that two rewritten stretches share is no likeness.
        is_same = is_equal and any(_is_word(token) for token in old[low : low + size])
        low += size
        if found and not found[-1][0] and not is_same:
            _, before, after = found.pop()
            found.append((False, before + size, after + new_size))
        else:
            found.append((is_same, size, new_size))
    return _trimmed(found, old, new)


def _trimmed(
    found: list[tuple[bool, int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[bool, int, int]]:
    """Give back to its neighbours what is the same at both ends of a changed stretch."""
    result: list[tuple[bool, int, int]] = []
    low = new_low = 0
    for is_same, before, after in found:
        if is_same:
            result.append((True, before, after))
        else:
            head, tail = common_ends(old[low : low + before], new[new_low : new_low + after])
            result += [
                (True, head, head),
                (False, before - head - tail, after - head - tail),
                (True, tail, tail),
            ]
        low, new_low = low + before, new_low + after
    return [each for each in result if each[1] or each[2]]


def _in_letters(
    found: list[tuple[bool, int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[bool, int, int]]:
    result: list[tuple[bool, int, int]] = []
    low = new_low = 0
    for is_same, before, after in found:
        letters = sum(map(len, old[low : low + before]))
        new_letters = sum(map(len, new[new_low : new_low + after]))
        low, new_low = low + before, new_low + after
        if result and result[-1][0] == is_same:
            _, more, new_more = result.pop()
            letters, new_letters = letters + more, new_letters + new_more
        result.append((is_same, letters, new_letters))
    return result


def _is_word(token: str) -> bool:
    return token[0].isalnum()
