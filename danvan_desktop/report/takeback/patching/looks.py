"""Looks of letters, three-way: bold, italic, underlined, raised or lowered, each of them by itself.

So who makes a word bold and who makes it italic agree, and both is what comes of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.model import Run, Runs

Look = Mapping[str, object]
"""Some of :data:`MARKS` with what they are."""

MARKS = ("bold", "italic", "underline", "vertical")


def with_looks(ours: Runs, old: Runs, new: Runs, *, are_ours_kept: bool = False) -> Runs:
    """Give ``ours`` the looks that ``new`` has and ``old`` had not; all three are of the same length.

    ``are_ours_kept``: but for those that ours has changed itself.
    """
    made = []
    for now, was, then in _in_step(ours, old, new):
        wanted = _changed(was, then)
        if are_ours_kept:
            wanted = {mark: wanted[mark] for mark in wanted if _mark(now, mark) == _mark(was, mark)}
        made.append(_looking(now, wanted))
    return joined(made)


def disagree(ours: Runs, old: Runs, new: Runs) -> bool:
    """Tell whether ours and the other side have both changed the same look, each to something else."""
    return any(
        _mark(now, mark) not in {_mark(was, mark), look}
        for now, was, then in _in_step(ours, old, new)
        for mark, look in _changed(was, then).items()
    )


def change_of_look(old: Runs, new: Runs) -> Look:
    """Say which looks the first letter of ``old`` got in ``new``."""
    return _changed(old[0], new[0]) if old and new else {}


def common_change(old: Runs, new: Runs) -> Look:
    """Say which looks all letters of ``old`` got in ``new``, which says the same letters."""
    changes = [_changed(was, then) for was, then in _in_step(old, new)]
    first = changes[0] if changes else {}
    return {mark: look for mark, look in first.items() if all(each.get(mark, 0) == look for each in changes)}


def looking(runs: Runs, look: Look) -> Runs:
    """Give ``runs`` with ``look``."""
    return joined(_looking(run, look) for run in runs)


def _in_step(*texts: Runs) -> Iterator[tuple[Run, ...]]:
    """Cut texts of the same length into pieces of one look each."""
    ends = sorted({end for runs in texts for end in accumulate(len(run.text) for run in runs)})
    start = 0
    for end in ends:
        pieces = [cut(runs, start, end) for runs in texts]
        if end > start and all(pieces):
            yield tuple(piece[0] for piece in pieces)
        start = end


def _changed(old: Run, new: Run) -> Look:
    return {mark: _mark(new, mark) for mark in MARKS if _mark(new, mark) != _mark(old, mark)}


def _mark(run: Run, name: str) -> object:
    found: object = getattr(run, name)
    return found


def _looking(run: Run, look: Look) -> Run:
    return replace(run, **look)  # type: ignore[arg-type]  # its fields
