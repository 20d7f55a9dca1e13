"""Changes of our own files: values and types, keys, lists, and the text that holds them."""
# ruff: noqa: ANN401, E501 - JSON may be anything; samples read best in lines as long as they are

import json
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any

from tests.fuzz.canaries import FOREIGN, canary
from tests.fuzz.mutation.mutator import ODD_TEXT, Mutator

Place = tuple[Any, Any]
"""A list or an object, and which of its values."""

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 64, 2**31, 2**63, 10**40, 1e308, 0.1, -0.0, "", "x", "0", "danvan/1", [], {},
    [[]], [{}], {"": ""}, "\0", "\ud800", "\ud83d", "a\nb", "\u2028", "e\u0301", "2025-02-30", "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+14:00", "2025-11-24T10:32:05", "paragraph", "table", "picture", "heading", "auto", "super",
)  # fmt: skip
_MOST_LETTERS = 1_000_000
"""Of entries that a change may bring in: larger files are tried by the tests of limits."""
_DEEP = 100
"""Lists and objects inside one another; a sound file has ten."""
_NUMBERS = ("1e999", "-1e999", "NaN", "Infinity", "1" * 5_000, "-0", "1.0", "01", "0x1", "1E400", "4.0")


def change_value(data: bytes, dice: Random) -> bytes:
    """Put another value, of any type, in the place of one."""
    return _each(data, dice, lambda holder, key: holder.__setitem__(key, dice.choice(_VALUES)))


def change_text(data: bytes, dice: Random) -> bytes:
    """Put odd letters into texts."""

    def change(holder: Any, key: Any) -> None:
        if isinstance(holder[key], str):
            text = holder[key]
            place = dice.randint(0, len(text))
            holder[key] = text[:place] + dice.choice(ODD_TEXT) * dice.choice((1, 1, 50)) + text[place:]

    return _each(data, dice, change, times=dice.choice((5, 40)))


def drop_value(data: bytes, dice: Random) -> bytes:
    """Leave keys or entries out."""
    return _each(data, dice, lambda holder, key: holder.pop(key))


def rename_key(data: bytes, dice: Random) -> bytes:
    """Call a key otherwise: by a name that a later release may know, or by another's."""

    def change(holder: Any, key: Any) -> None:
        if isinstance(holder, dict):
            name = dice.choice(
                (f"{key}2", key.upper(), "id", "text", "type", "runs", "", "\ud800", "format", "unknown")
            )
            holder[name] = holder.pop(key)

    return _each(data, dice, change, times=dice.choice((2, 10)))


def add_value(data: bytes, dice: Random) -> bytes:
    """Add what no release knows, with a canary in it."""

    def change(holder: Any, key: Any) -> None:
        word = canary(dice.choice(FOREIGN))
        if isinstance(holder, dict):
            holder[f"mới{dice.randrange(9)}"] = dice.choice((word, [word], {"text": word}, {word: 1}))
        else:
            holder.insert(key, dice.choice(_VALUES))

    return _each(data, dice, change)


def move_value(data: bytes, dice: Random) -> bytes:
    """Put one value in the place of another, or both in each other's."""

    def change(raw: Any) -> None:
        places = list(_places(raw))
        for _ in range(dice.randint(1, 3)):
            (one, a), (two, b) = dice.choice(places), dice.choice(places)
            two[b] = json.loads(json.dumps(one[a]))

    return _edited(data, change)


def repeat_entries(data: bytes, dice: Random) -> bytes:
    """Write entries of a list many times, ids and all."""

    times = dice.choice((1, 3, 200))

    def change(holder: Any, key: Any) -> None:
        if isinstance(holder, list) and len(text := json.dumps(holder[key])) * times < _MOST_LETTERS:
            holder[key:key] = [json.loads(text) for _ in range(times)]

    # Entries of entries multiply.
    return _each(data, dice, change, times=2 if times > 3 else 8)


def nest(data: bytes, dice: Random) -> bytes:
    """Put a value into many lists or objects."""
    depth = dice.choice((3, 60, 70, 900, 20_000))
    opened, closed = dice.choice((("[", "]"), ('{"a":', "}"), ('[{"blocks":', "}]")))
    return _in_the_text(data, dice, opened * depth + "1" + closed * depth)


def odd_number(data: bytes, dice: Random) -> bytes:
    """Write a number as JSON cannot, or hardly, hold it."""
    return _in_the_text(data, dice, dice.choice(_NUMBERS))


def twin_key(data: bytes, dice: Random) -> bytes:
    """Write a key twice."""
    text = data.decode(errors="replace")
    places = [at for at, letter in enumerate(text) if letter == "{"]
    if not places:
        return data
    at = dice.choice(places) + 1
    name = dice.choice(("id", "text", "runs", "blocks", "format", "subject"))
    return f'{text[:at]}"{name}": {dice.choice(("1", "[]", "null"))},{text[at:]}'.encode()


def another_format(data: bytes, dice: Random) -> bytes:
    """Name another format."""
    name = dice.choice(
        ("danvan/0", "danvan/2", "danvan/01", "danvan/1 ", "", "danvan", "danvan/999999", "ＤＡＮＶＡＮ/1")
    )
    return data.replace(b"danvan/1", name.encode(), 1)


def other_writing(data: bytes, dice: Random) -> bytes:
    """Write the same otherwise: marks, escapes, comments, commas too many."""
    text = data.decode(errors="replace")
    changes: tuple[Callable[[], str], ...] = (
        lambda: "\ufeff" + text,
        lambda: json.dumps(_raw(data)),
        lambda: text.replace("\n", "\r\n"),
        lambda: text.replace(",", ",,", 1),
        lambda: "/* a */" + text,
        lambda: text + text,
        lambda: text.rstrip().removesuffix("}"),
        lambda: text + "\0" * 9,
        lambda: " " * 70_000 + text,
    )
    try:
        return dice.choice(changes)().encode(errors="replace")
    except RecursionError:
        return data


def other_coding(data: bytes, dice: Random) -> bytes:
    """Write it in another encoding than UTF-8."""
    return data.decode(errors="replace").encode(
        dice.choice(("utf-16", "utf-16-le", "cp1258", "utf-32")), "replace"
    )


MUTATORS: tuple[Mutator, ...] = (
    change_value,
    change_value,
    change_text,
    drop_value,
    rename_key,
    add_value,
    move_value,
    repeat_entries,
    nest,
    odd_number,
    twin_key,
    another_format,
    other_writing,
    other_coding,
)


def _raw(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _places(raw: Any) -> Iterator[Place]:
    waiting = [raw]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            yield holder, key
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])


def _edited(data: bytes, change: Callable[[Any], None]) -> bytes:
    raw = _raw(data)
    if not isinstance(raw, dict) or not raw:
        return data
    try:
        change(raw)
        return _written(raw).encode("utf-8", "surrogatepass")
    except RecursionError:  # nested more deeply than can be written again
        return data


def _each(data: bytes, dice: Random, change: Callable[[Any, Any], object], times: int = 0) -> bytes:
    """Change a few places; one that an earlier change took away is passed over."""

    def changes(raw: Any) -> None:
        places = list(_places(raw))
        for holder, key in dice.sample(places, min(len(places), times or dice.choice((1, 1, 2, 5)))):
            if key in holder if isinstance(holder, dict) else key < len(holder):
                change(holder, key)

    return _edited(data, changes)


def _in_the_text(data: bytes, dice: Random, written: str) -> bytes:
    """Put ``written`` in the place of a value, past what a JSON writer would write."""
    raw = _raw(data)
    if not isinstance(raw, dict) or not raw:
        return data
    holder, key = dice.choice(list(_places(raw)))
    holder[key] = "đây là chỗ"
    try:
        text = _written(raw)
    except RecursionError:
        return data
    return text.replace('"đây là chỗ"', written).encode("utf-8", "surrogatepass")


def _written(raw: Any) -> str:
    """Write ``raw`` as the program does; without spaces where they would be far more than the rest."""
    return json.dumps(raw, ensure_ascii=False, indent=None if _is_deep(raw) else 1)


def _is_deep(raw: Any) -> bool:
    level = [raw]
    for _ in range(_DEEP):
        level = [each for holder in level for each in _inside(holder) if isinstance(each, dict | list)]
    return bool(level)


def _inside(holder: Any) -> Iterable[Any]:
    if isinstance(holder, dict):
        return holder.values()
    return holder if isinstance(holder, list) else ()
