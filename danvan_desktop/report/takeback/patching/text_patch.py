"""Three-way patch of texts: places of the text that went out, each with what stands there now, put into ours.

A text may be several paragraphs in a row, parted by line feeds: so a split is a line feed that came, a merge
one that went.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.words import cut, joined, letter_stretches, segments
from danvan_desktop.report.model import Run, Runs, plain
from danvan_desktop.report.takeback.model import Revision
from danvan_desktop.report.takeback.patching.looks import (
    Look,
    change_of_look,
    common_change,
    disagree,
    looking,
    with_looks,
)
from danvan_desktop.report.takeback.patching.made_already import Alternative, made_already

BREAK = "\n"


@frozen
class Hunk:
    """A place of the text that went out, from the letter ``start`` to ``end``, and what stands there now."""

    start: int
    end: int
    old: Runs
    new: Runs
    new_start: int
    """Where ``new`` begins in the text that came back."""
    is_look: bool = False
    """Only its looks are others: the letters are the same."""
    revision: Revision | None = None
    also: tuple[Revision, ...] = ()
    """Who else made it, or the same person at another time."""

    @property
    def people(self) -> tuple[Revision, ...]:
        """All who made it under track changes."""
        return self.also if self.revision is None else (self.revision, *self.also)

    @property
    def parts(self) -> bool:
        """Whether paragraphs are split or merged here."""
        return not self.is_look and BREAK in plain(self.old) + plain(self.new)

    @property
    def new_end(self) -> int:
        """Where ``new`` ends in the text that came back."""
        return self.new_start + len(plain(self.new))


def in_one(texts: Iterable[Runs]) -> Runs:
    """Put paragraphs in a row."""
    made: list[Run] = []
    for number, runs in enumerate(texts):
        if number:
            made.append(Run(BREAK))
        made += runs
    return tuple(made)


def hunks_between(old: Runs, new: Runs) -> list[Hunk]:
    """Say where ``new`` differs from ``old``."""
    found: list[Hunk] = []
    at = new_at = 0
    for segment in segments(old, new):
        size, new_size = len(plain(segment.old)), len(plain(segment.new))
        if segment.kind == "restyled":
            found.append(Hunk(at, at + size, segment.old, segment.new, new_at, is_look=True))
        elif segment.kind != "equal":
            last = found[-1] if found else None
            if last is not None and not last.is_look and last.end == at and last.new_end == new_at:
                last = found.pop()
                found.append(
                    replace(last, end=at + size, old=(*last.old, *segment.old), new=(*last.new, *segment.new))
                )
            else:
                found.append(Hunk(at, at + size, segment.old, segment.new, new_at))
        at, new_at = at + size, new_at + new_size
    return found


@frozen
class _Stretch:
    """A stretch of the text that went out and the one of ours that it became."""

    is_same: bool
    start: int
    end: int
    our_start: int
    our_end: int


@frozen
class Piece:
    """Some text of the result: ours, or that of a hunk (its number)."""

    runs: Runs
    hunk: int | None = None
    new_start: int = 0
    """Of a hunk's text: where it stands in the text that came back."""
    our_start: int = 0
    """Of ours: where it stands in our text."""


class TextPatch:
    """Hunks between the text that went out and the one that came back, to be put into ours."""

    def __init__(
        self, base: Runs, ours: Runs, hunks: Sequence[Hunk] = (), likely: Collection[Hunk] = ()
    ) -> None:
        """``hunks``: all there are; ``likely``: those to be taken for made where that cannot be told."""
        self._ours = joined(ours)
        self._our_text = plain(ours)
        self._done = _made(plain(base), self._our_text, hunks, likely)
        self._base = _with_hunks(base, self._done)
        """The text that went out with what is made in ours already."""
        self._stretches = list(_stretches(plain(self._base), self._our_text))
        self._looks = [self._here(hunk) for hunk in hunks if hunk.is_look]

    def is_done(self, hunk: Hunk) -> bool:
        """Tell whether ours says the same there already."""
        if hunk.is_look:
            here = self._here(hunk)
            return self._has_letters_of(here) and self._looked(here, self._ours) == self._ours
        return hunk in self._done

    def conflicts(self, hunk: Hunk) -> bool:
        """Tell whether ours says something else there; of looks whether it has others, or other words."""
        if self.is_done(hunk):
            return False
        here = self._here(hunk)
        if hunk.is_look:
            return self.has_other_looks(hunk) or not any(True for _ in self._same_letters(here))
        return bool(self._overlapped(here))

    def has_other_looks(self, hunk: Hunk) -> bool:
        """Tell whether ours has given the letters of ``hunk`` another look than it does."""
        return self.our_look(hunk) is not None

    def our_look(self, hunk: Hunk) -> tuple[Runs, Runs] | None:
        """Give the first letters to which ours gave another look than ``hunk`` does, before and now."""
        for start, end, old, new in self._same_letters(self._here(hunk)):
            now = cut(self._ours, start, end)
            if disagree(now, old, new):
                return old, now
        return None

    def apply(self, hunks: Sequence[tuple[int, Hunk]], both: frozenset[int] = frozenset()) -> list[Piece]:
        """Put hunks, each with its number, into ours; of a conflict ours goes, but for those in ``both``."""
        ours = self._ours
        for number, hunk in hunks:
            if hunk.is_look:
                ours = self._looked(self._here(hunk), ours, are_ours_kept=number in both)
        pieces: list[Piece] = []
        at = 0
        words = [
            (number, self._here(hunk))
            for number, hunk in hunks
            if not hunk.is_look and not self.is_done(hunk)
        ]
        for group in self._together(words):
            number, hunk = group[0][0], self._joined([hunk for _, hunk in group])
            start, end = self._our_range(hunk)
            start, end = max(start, at), max(end, at)
            pieces.append(Piece(cut(ours, at, start), our_start=at))
            if number in both:
                pieces.append(Piece(cut(ours, start, end), our_start=start))
                pieces.append(Piece((Run(" "),), number, -1))
            pieces.append(Piece(self._with_our_look(hunk), number, hunk.new_start))
            at = end
        pieces.append(Piece(cut(ours, at, len(self._our_text)), our_start=at))
        return [piece for piece in pieces if piece.runs]

    def _here(self, hunk: Hunk) -> Hunk:
        """Say where ``hunk`` stands once what is made already is in the text."""
        shift = sum(
            len(plain(each.new)) - (each.end - each.start) for each in self._done if each.end <= hunk.start
        )
        within = sum(
            len(plain(each.new)) - (each.end - each.start)
            for each in self._done
            if hunk.start < each.end <= hunk.end and hunk.start <= each.start < hunk.end
        )
        return replace(hunk, start=hunk.start + shift, end=hunk.end + shift + within)

    def _same_letters(self, hunk: Hunk) -> Iterator[tuple[int, int, Runs, Runs]]:
        """Give where ours still has letters of a hunk of looks, with their looks before and after."""
        for each in self._stretches:
            start, end = max(each.start, hunk.start), min(each.end, hunk.end)
            if each.is_same and start < end:
                shift = each.our_start - each.start
                low, high = start - hunk.start, end - hunk.start
                yield start + shift, end + shift, cut(hunk.old, low, high), cut(hunk.new, low, high)

    def _other_words(self, hunk: Hunk) -> Iterator[tuple[int, int, Look]]:
        """Give where ours has words of its own in the midst of a hunk of looks, and the look they get."""
        for each in self._overlapped(hunk):
            if each.our_start < each.our_end:
                at = max(each.start, hunk.start) - hunk.start
                look = change_of_look(cut(hunk.old, at, None), cut(hunk.new, at, None))
                yield each.our_start, each.our_end, look

    def _has_letters_of(self, hunk: Hunk) -> bool:
        """Tell whether ours has anything in the place of a hunk of looks."""
        return any(True for _ in self._same_letters(hunk)) or any(True for _ in self._other_words(hunk))

    def _looked(self, hunk: Hunk, ours: Runs, *, are_ours_kept: bool = False) -> Runs:
        """Give ``ours`` the looks of ``hunk``, also what it says itself in its place."""
        for start, end, old, new in self._same_letters(hunk):
            middle = with_looks(cut(ours, start, end), old, new, are_ours_kept=are_ours_kept)
            ours = joined((*cut(ours, 0, start), *middle, *cut(ours, end, None)))
        for start, end, look in self._other_words(hunk):
            middle = looking(cut(ours, start, end), look)
            ours = joined((*cut(ours, 0, start), *middle, *cut(ours, end, None)))
        return ours

    def _with_our_look(self, hunk: Hunk) -> Runs:
        """Give the new words of ``hunk`` the look that ours has given what stands in their place.

        Of what is only put in that is the look of both letters beside it, unless the other side has changed
        the look of one of them too.
        """
        if self._overlapped(hunk):
            return hunk.new
        places = [(hunk.start, hunk.end)] if hunk.end > hunk.start else self._beside(hunk.start)
        if any(each.start < end and start < each.end for start, end in places for each in self._looks):
            return hunk.new
        looks = [
            common_change(
                cut(self._base, start, end), cut(self._ours, self._our_start(start), self._our_end(end))
            )
            for start, end in places
        ]
        first = looks[0] if looks else {}
        return looking(hunk.new, first) if all(each == first for each in looks) else hunk.new

    def _beside(self, at: int) -> list[tuple[int, int]]:
        """Give the places of the letters before and behind ``at`` in its paragraph."""
        text = plain(self._base)
        found = ((at - 1, at), (at, at + 1))
        return [(start, end) for start, end in found if start >= 0 and text[start:end].strip(BREAK)]

    def _overlapped(self, hunk: Hunk) -> list[_Stretch]:
        return [each for each in self._stretches if not each.is_same and _overlap(each, hunk)]

    def _widened(self, hunk: Hunk) -> Hunk:
        """Widen ``hunk`` to whole stretches of ours that it overlaps."""
        touched = self._overlapped(hunk)
        if not touched:
            return hunk
        start = min(hunk.start, *(each.start for each in touched))
        end = max(hunk.end, *(each.end for each in touched))
        before, after = cut(self._base, start, hunk.start), cut(self._base, hunk.end, end)
        return replace(
            hunk,
            start=start,
            end=end,
            new=(*before, *hunk.new, *after),
            new_start=hunk.new_start - len(plain(before)),
        )

    def _together(self, hunks: Sequence[tuple[int, Hunk]]) -> list[list[tuple[int, Hunk]]]:
        """Group what overlaps once it is widened."""
        groups: list[list[tuple[int, Hunk]]] = []
        reach = -1
        for number, hunk in sorted(hunks, key=lambda each: (each[1].start, each[1].end)):
            wide = self._widened(hunk)
            if groups and (
                wide.start < reach or (wide.start == reach and wide is not hunk and wide.start == wide.end)
            ):
                groups[-1].append((number, hunk))
            else:
                groups.append([(number, hunk)])
            reach = max(reach, wide.end)
        return groups

    def _joined(self, hunks: Sequence[Hunk]) -> Hunk:
        first = hunks[0]
        for hunk in hunks[1:]:
            between = cut(self._base, first.end, hunk.start)
            first = replace(first, end=hunk.end, new=(*first.new, *between, *hunk.new))
        return self._widened(first)

    def our_place(self, hunk: Hunk) -> tuple[int, int]:
        """Say from which letter to which ours has its own words in the place of ``hunk``."""
        return self._our_range(self._widened(self._here(hunk)))

    def _our_range(self, hunk: Hunk) -> tuple[int, int]:
        """Where a widened hunk lies in ours."""
        if hunk.start == hunk.end:
            put_in = next((each for each in self._stretches if _is_put_in_at(each, hunk.start)), None)
            if put_in is not None:
                return put_in.our_start, put_in.our_end
            start = self._our_start(hunk.start)
            return start, start
        return self._our_start(hunk.start), self._our_end(hunk.end)

    def _our_start(self, at: int) -> int:
        for each in self._stretches:
            if each.is_same and each.start <= at < each.end:
                return each.our_start + at - each.start
        first = next((each for each in self._stretches if not each.is_same and each.start == at), None)
        if first is not None:
            return first.our_start
        return max((each.our_end for each in self._stretches if each.end <= at), default=0)

    def _our_end(self, at: int) -> int:
        for each in self._stretches:
            if each.is_same and each.start < at <= each.end:
                return each.our_start + at - each.start
        return max((each.our_end for each in self._stretches if each.end <= at), default=0)


def _made(base: str, ours: str, hunks: Sequence[Hunk], likely: Collection[Hunk]) -> list[Hunk]:
    """Choose the hunks that are made in ours, in order; one that overlaps another is never one of them."""
    apart: list[Hunk] = []
    for hunk in sorted(hunks, key=lambda each: (each.start, each.end)):
        if not hunk.is_look and (not apart or apart[-1].end <= hunk.start):
            apart.append(hunk)
    places = [Alternative(hunk.start, hunk.end, plain(hunk.new)) for hunk in apart]
    wanted = {number for number, hunk in enumerate(apart) if hunk in likely}
    return [apart[number] for number in sorted(made_already(base, ours, places, wanted))]


def _with_hunks(base: Runs, hunks: Sequence[Hunk]) -> Runs:
    made: list[Run] = []
    at = 0
    for hunk in hunks:
        made += (*cut(base, at, hunk.start), *hunk.new)
        at = hunk.end
    return (*made, *cut(base, at, None))


def _is_put_in_at(stretch: _Stretch, at: int) -> bool:
    return not stretch.is_same and stretch.start == stretch.end == at


def _stretches(base: str, ours: str) -> Iterable[_Stretch]:
    at = our_at = 0
    for is_same, size, our_size in letter_stretches(base, ours):
        yield _Stretch(is_same, at, at + size, our_at, our_at + our_size)
        at, our_at = at + size, our_at + our_size


def _overlap(stretch: _Stretch, hunk: Hunk) -> bool:
    if stretch.start == stretch.end or hunk.start == hunk.end:
        inside = stretch.start < hunk.start < stretch.end or hunk.start < stretch.start < hunk.end
        at_one_place = stretch.start == stretch.end == hunk.start == hunk.end
        return inside or at_one_place
    return stretch.start < hunk.end and hunk.start < stretch.end
