"""Delta encoding of a report: what changed since an earlier one, as JSON, so that autosave writes little.

A report is a value whose unchanged parts are the same objects from one save to the next; finding what changed
therefore costs little more than looking at the lists that hold them.
"""

import json
from dataclasses import MISSING
from typing import Any

from danvan_desktop.report.codec.danvan_file import damaged, from_dict, parse
from danvan_desktop.report.codec.decode import Misfit, whole_characters
from danvan_desktop.report.codec.encode import JsonObject, plain_value, plan
from danvan_desktop.report.model import OpaqueBlock, Report, Value

Path = list[str | int]
Change = list[Any]
"""``[path]`` deletes a key, ``[path, value]`` sets it, ``[path, start, removed, values]`` splices a list."""


def changes(old: Report, new: Report) -> str | None:
    """Say as JSON text how ``new`` differs from ``old``; None where only a whole copy can say it."""
    if old.unknown != new.unknown:
        return None
    found: list[Change] = []
    _compare(old, new, [], found)
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return whole_characters(text)


def with_changes(text: str, changed: str) -> Report:
    """Read the text of a ``.danvan`` file and what :func:`changes` said of a later state of it.

    Raises:
        UserError: as :func:`~danvan_desktop.report.codec.danvan_file.from_json`; also where the two do not
            belong together.
    """
    raw = parse(text)
    try:
        for change in json.loads(changed):
            _apply(raw, change)
    except (LookupError, TypeError, ValueError) as error:
        raise damaged(Misfit("", "phần sửa sau cùng không khớp với báo cáo")) from error
    return from_dict(raw)


def _compare(old: Value, new: Value, path: Path, found: list[Change]) -> None:
    """Note how the keys of two values of one class differ."""
    for key, omitted in plan(type(new)):
        before, after = getattr(old, key), getattr(new, key)
        if before is after or before == after:
            continue
        here = [*path, key]
        if omitted is not MISSING and omitted in (before, after):
            found.append([here] if after == omitted else [here, plain_value(after)])
        else:
            _compare_items(before, after, here, found)


def _compare_items(old: object, new: object, path: Path, found: list[Change]) -> None:
    if isinstance(old, tuple) and isinstance(new, tuple):
        _compare_lists(old, new, path, found)
    elif isinstance(old, Value) and isinstance(new, Value) and _may_share_keys(old, new):
        _compare(old, new, path, found)
    else:
        found.append([path, plain_value(new)])


def _may_share_keys(old: Value, new: Value) -> bool:
    return type(old) is type(new) and old.unknown == new.unknown and not isinstance(new, OpaqueBlock)


def _compare_lists(old: tuple[Any, ...], new: tuple[Any, ...], path: Path, found: list[Change]) -> None:
    """From the end to the beginning, so that a splice moves no place that is still to be changed."""
    start, end = _common_ends(old, new)
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    for low, high, new_low, new_high in reversed(_differing(old_middle, new_middle)):
        if high - low == new_high - new_low:
            for index in range(high - low - 1, -1, -1):
                before, after = old_middle[low + index], new_middle[new_low + index]
                if before is not after and before != after:
                    _compare_items(before, after, [*path, start + low + index], found)
        else:
            values = [plain_value(item) for item in new_middle[new_low:new_high]]
            found.append([path, start + low, high - low, values])


def _common_ends(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[int, int]:
    """How many items at the beginning and at the end are the same."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and (old[start] is new[start] or old[start] == new[start]):
        start += 1
    end = 0
    while end < shorter - start and (old[-1 - end] is new[-1 - end] or old[-1 - end] == new[-1 - end]):
        end += 1
    return start, end


def _differing(old: tuple[Any, ...], new: tuple[Any, ...]) -> list[tuple[int, int, int, int]]:
    """The stretches (from, to) of both that are not the very same objects."""
    if len(old) == len(new):
        return [(0, len(old), 0, len(new))]
    from difflib import SequenceMatcher  # not by the first text, which only reads

    matcher = SequenceMatcher(None, list(map(id, old)), list(map(id, new)), autojunk=False)
    return [places for kind, *places in matcher.get_opcodes() if kind != "equal"]  # type: ignore[misc]


def _apply(raw: JsonObject, change: Change) -> None:
    *way, last = change[0]
    target: Any = raw
    for step in way:
        target = target[step]
    match change[1:]:
        case []:
            target.pop(last, None)
        case [value]:
            target[last] = value
        case [start, removed, values]:
            target[last][start : start + removed] = values
        case _:
            raise ValueError(change)
