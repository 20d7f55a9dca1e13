"""Where an entry of the outline may be moved: a section among sections, a khoản in front of or behind others.

A place is a gap: the number of the entry it lies before. What stands under an entry moves along.
"""

from collections.abc import Sequence

from danvan_desktop.gui.workspace.outline.entries import OutlineEntry
from danvan_desktop.report.location import parse


def tab_of(entry: OutlineEntry) -> str:
    """Return the tab that ``entry`` is, or stands in."""
    return parse(entry.place).tab


def extent(entries: Sequence[OutlineEntry], at: int) -> int:
    """Return the gap behind the entry ``at`` and all that stands under it."""
    end = at + 1
    while end < len(entries) and entries[end].depth > entries[at].depth:
        end += 1
    return end


def can_move(entries: Sequence[OutlineEntry], at: int) -> bool:
    """Tell whether that entry is a section or stands in one: the other tabs have their fixed places."""
    return 0 <= at < len(entries) and _is_in_section(entries[at])


def snapped(entries: Sequence[OutlineEntry], at: int, gap: int) -> int:
    """Return the nearest gap to ``gap`` that lies between entries no deeper than ``at``, not inside one."""
    if gap >= len(entries) or entries[gap].depth <= entries[at].depth:
        return gap
    start = max(index for index in range(gap) if entries[index].depth <= entries[at].depth)
    end = extent(entries, start)
    if (
        entries[start].depth < entries[at].depth
    ):  # there is nothing of its kind yet: right below what is above
        return gap
    return start if gap - start < end - gap else end


def stays(entries: Sequence[OutlineEntry], at: int, gap: int) -> bool:
    """Tell whether nothing changes when the entry ``at`` is moved to ``gap``."""
    return at <= gap <= extent(entries, at)


def allows(entries: Sequence[OutlineEntry], at: int, gap: int) -> bool:
    """Tell whether the entry ``at`` may be moved to ``gap``, where it would come to another place."""
    if not can_move(entries, at) or stays(entries, at, gap) or not 0 < gap <= len(entries):
        return False
    above, below = entries[gap - 1], entries[gap] if gap < len(entries) else None
    if not _is_in_section(above) and not (
        below is not None and _is_in_section(below) and not entries[at].depth
    ):
        return False
    if below is not None and below.depth > entries[at].depth:
        return False
    # Level for level: what is moved needs something above it to stand under.
    return entries[at].depth <= above.depth + 1 if entries[at].depth else True


def neighbour(entries: Sequence[OutlineEntry], at: int, step: int) -> int | None:
    """Return the next gap up (-1) or down (1) that the entry ``at`` may be moved to."""
    if not can_move(entries, at):
        return None
    ways = range(at - 1, 0, -1) if step < 0 else range(extent(entries, at) + 1, len(entries) + 1)
    return next((gap for gap in ways if allows(entries, at, gap)), None)


def _is_in_section(entry: OutlineEntry) -> bool:
    return tab_of(entry).startswith("section:")
