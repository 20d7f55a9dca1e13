"""JSON decoder: from plain JSON values to the dataclasses of the model, directed by their type hints.

One reader is built for each type and kept. A value that does not fit raises :class:`Misfit`
with its place; keys that a class does not have are kept in its ``unknown``.
"""

import json
import math
import re
import types
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import datetime
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from danvan_desktop.report.codec.number_bounds import BOUNDS, LARGEST
from danvan_desktop.report.model import Attachments, Block, Column, OpaqueBlock, Paragraph, Table, Value

V = TypeVar("V", bound=Value)
Reader = Callable[[object, str], Any]

LENIENT: frozenset[tuple[type[Value], str]] = frozenset(
    {
        (Column, "form"),
        (Table, "form"),
        *((Attachments, each.name) for each in fields(Attachments) if each.name != "unknown"),
    }
)
"""Fields that earlier releases kept without reading them: a value that does not fit damages no file.

It stays among the unknown keys and is written back.
"""

BLOCK_TYPES: Mapping[str, type[Paragraph | Table]] = {"paragraph": Paragraph, "table": Table}


class Misfit(ValueError):  # noqa: N818 - it is not shown as an error: the codec words one from it
    """A value that does not fit the format; ``reason`` is Vietnamese and starts in lower case."""

    def __init__(self, place: str, reason: str) -> None:
        """Keep where it is ("sections[1].title") and what is wrong with it."""
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def decode(kind: type[V], value: object, place: str = "") -> V:
    """Build a ``kind`` from a parsed JSON object; raise :class:`Misfit` where it does not fit."""
    result: V = _reader(kind)(value, place)
    return result


def canonical(value: object) -> str:
    """One text for one JSON value: keys sorted, no spaces, always encodable."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return whole_characters(text)


_HALF_PAIR = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def whole_characters(text: str) -> str:
    """``text`` with every half of a surrogate pair, which UTF-8 cannot write, shown as U+FFFD."""
    return _HALF_PAIR.sub("�", text)


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    one_line = _LINE_BREAK.sub(" ", whole_characters(text))
    return unicodedata.normalize("NFC", _NO_CHARACTER.sub("", one_line))


_READERS: dict[object, Reader] = {}


def _reader(kind: object) -> Reader:
    """Give the function that reads a value of type ``kind``; built once for each type."""
    if kind not in _READERS:
        _READERS[kind] = _build_reader(kind)
    return _READERS[kind]


def _build_reader(kind: object) -> Reader:
    origin = get_origin(kind)
    if origin is Literal:
        return _literal(get_args(kind))
    if origin is tuple:
        return _sequence(_reader(get_args(kind)[0]))
    if origin in {Union, types.UnionType}:
        return _union(kind)
    if isinstance(kind, type) and issubclass(kind, Value):
        return _object(kind)
    return _SCALARS[kind]


def _union(kind: object) -> Reader:
    if kind == Block:
        return _block
    (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
    read = _reader(inner)
    return lambda value, place: None if value is None else read(value, place)


def _literal(options: tuple[object, ...]) -> Reader:
    allowed = {(type(option), option) for option in options}
    listed = ", ".join(str(option) for option in options)

    def read(value: object, place: str) -> object:
        if not isinstance(value, str | int) or (type(value), value) not in allowed:
            raise Misfit(place, f"chỉ nhận một trong các giá trị: {listed}")
        return value

    return read


def _sequence(read_one: Reader) -> Reader:
    def read(value: object, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Misfit(place, "cần một danh sách [ … ]")
        return tuple(read_one(item, f"{place}[{index}]") for index, item in enumerate(value))

    return read


def _object(kind: type[Value]) -> Reader:
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind) if field.name != "unknown"}
    readers = {name: _field_reader(kind, name, hints[name]) for name in known}
    lenient = {name: reader for name, reader in readers.items() if (kind, name) in LENIENT}
    plan = [(name, readers[name], _required(field)) for name, field in known.items() if name not in lenient]

    def read(value: object, place: str) -> Value:
        found = _as_object(value, place)
        arguments: dict[str, Any] = {}
        for name, read_field, required in plan:
            if name in found:
                arguments[name] = read_field(found[name], _inside(place, name))
            elif required:
                raise Misfit(_inside(place, name), "thiếu mục bắt buộc này")
        rest = {key: item for key, item in found.items() if key not in known}
        for name in lenient.keys() & found.keys():
            try:
                arguments[name] = lenient[name](found[name], _inside(place, name))
            except Misfit:
                rest[name] = found[name]
        return kind(**arguments, unknown=canonical(rest) if rest else "")

    return read


def _field_reader(kind: type[Value], name: str, hint: object) -> Reader:
    read = _reader(hint)
    bounds = BOUNDS.get((kind, name))
    if bounds is None:
        return read
    low, high = bounds

    def read_within(value: object, place: str) -> float | None:
        number: float | None = read(value, place)
        if number is not None and not low <= number <= high:
            raise Misfit(place, f"số phải từ {low} đến {high}")
        return number

    return read_within


def _required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _block(value: object, place: str) -> Block:
    found = _as_object(value, place)
    name = found.get("type")
    if not isinstance(name, str):
        raise Misfit(_inside(place, "type"), "thiếu loại của khối (paragraph, table …)")
    rest = {key: item for key, item in found.items() if key != "type"}
    if name in BLOCK_TYPES:
        return decode(BLOCK_TYPES[name], rest, place)
    identity = decode(Paragraph, {"id": rest.get("id")}, place).id
    return OpaqueBlock(id=identity, type=whole_characters(name), content=canonical(found))


def _as_object(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Misfit(place, "cần một đối tượng { … }")
    return value


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise Misfit(place, "cần chữ trong dấu ngoặc kép")
    return _clean(value)


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise Misfit(place, "cần true hoặc false")
    return value


def _whole(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST:
        raise Misfit(place, "cần một số nguyên")
    return value


def _real(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST:
        raise Misfit(place, "cần một số")
    if not math.isfinite(value):
        raise Misfit(place, "cần một số")
    return float(value)


def _moment(value: object, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value, place))
    except ValueError:
        moment = None  # one message for both ways of being wrong
    if moment is None or moment.tzinfo is None:
        raise Misfit(place, "cần ngày giờ có múi giờ, ví dụ 2025-11-24T10:32:05+07:00")
    return moment


_SCALARS: Mapping[object, Reader] = {str: _text, bool: _flag, int: _whole, float: _real, datetime: _moment}
