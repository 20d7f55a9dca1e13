"""The shortest edit from one sequence to another (Myers, An O(ND) Difference Algorithm, 1986)."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from danvan_desktop.report.diff.common_ends import common_ends

_MOST_EDITS = 1_200
"""Beyond that a likely edit is looked for in place of the shortest one."""

Stretch = tuple[bool, int, int]
"""Whether it is the same in both, how many items it has of the old and of the new sequence."""


def shortest_edit(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Give the stretches that are the same and those that differ, in turns."""
    start, end = common_ends(old, new)
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    found: list[Stretch] = [(True, start, start)] if start else []
    found += _middle(middle_old, middle_new)
    if end:
        found.append((True, end, end))
    return _in_turns(found)


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    if not old or not new:
        return [(False, len(old), len(new))] if old or new else []
    snakes = _snakes(old, new)
    if snakes is None:
        return [
            (kind == "equal", high - low, new_high - new_low)
            for kind, low, high, new_low, new_high in SequenceMatcher(
                None, old, new, autojunk=False
            ).get_opcodes()
        ]
    found: list[Stretch] = []
    x = y = 0
    for low, new_low, length in snakes:
        if low > x or new_low > y:
            found.append((False, low - x, new_low - y))
        found.append((True, length, length))
        x, y = low + length, new_low + length
    if x < len(old) or y < len(new):
        found.append((False, len(old) - x, len(new) - y))
    return found


def _snakes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]] | None:
    """The diagonals of the shortest edit: where they begin in both, and their length."""
    size, new_size = len(old), len(new)
    reached = {1: 0}
    steps: list[dict[int, int]] = []
    for edits in range(min(size + new_size, _MOST_EDITS) + 1):
        steps.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            goes_down = diagonal == -edits or (
                diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
            )
            x = reached[diagonal + 1] if goes_down else reached[diagonal - 1] + 1
            y = x - diagonal
            while x < size and y < new_size and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            if x >= size and y >= new_size:
                return _walked_back(steps, size, new_size)
    return None


def _walked_back(steps: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for edits in range(len(steps) - 1, -1, -1):
        reached, diagonal = steps[edits], x - y
        goes_down = diagonal == -edits or (
            diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
        )
        before = diagonal + 1 if goes_down else diagonal - 1
        old_x = reached[before] if edits else 0
        old_y = old_x - before if edits else 0
        start_x = old_x if goes_down or not edits else old_x + 1
        length = x - start_x
        if length > 0:
            found.append((start_x, start_x - diagonal, length))
        x, y = old_x, old_y
    return found[::-1]


def _in_turns(found: Sequence[Stretch]) -> list[Stretch]:
    result: list[Stretch] = []
    for is_same, size, new_size in found:
        before = new_before = 0
        if result and result[-1][0] == is_same:
            _, before, new_before = result.pop()
        if before + size or new_before + new_size:
            result.append((is_same, before + size, new_before + new_size))
    return result
