"""JSON encoder: from the dataclasses of the model to plain JSON values, in one form only."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any, cast

from danvan_desktop.report.codec.decode import BLOCK_TYPES
from danvan_desktop.report.model import Attachments, Cell, Column, OpaqueBlock, Paragraph, Run, Table, Value

JsonObject = dict[str, Any]

LEFT_OUT: Mapping[type[Value], frozenset[str]] = {
    Run: frozenset({"bold", "italic", "underline", "vertical"}),
    Paragraph: frozenset({"note", "hint", "origin"}),
    Column: frozenset({"form"}),
    Table: frozenset({"note", "origin", "form"}),
    Cell: frozenset({"rows", "cols"}),
    Attachments: frozenset(
        {"last_tasks", "rounds", "paper", "signed_file", "corrects", "passed_over", "answers"}
    ),
}
"""Keys that are written only where they say something; every other key is always written."""

_TYPE_NAMES: Mapping[type[Value], str] = {kind: name for name, kind in BLOCK_TYPES.items()}


def encode(value: Value) -> JsonObject:
    """Turn a part of the model into the object that :func:`json.dumps` takes."""
    if isinstance(value, OpaqueBlock):
        return cast("JsonObject", json.loads(value.content))
    result: JsonObject = {}
    if name := _TYPE_NAMES.get(type(value)):
        result["type"] = name
    for key, omitted in plan(type(value)):
        item = getattr(value, key)
        if omitted is MISSING or item != omitted:
            result[key] = plain_value(item)
    for key, item in (json.loads(value.unknown) if value.unknown else {}).items():
        result.setdefault(key, item)
    return result


def plain_value(value: object) -> object:
    """Turn the value of a key into what :func:`json.dumps` takes."""
    if isinstance(value, Value):
        return encode(value)
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 20 and 20.0 are equal, so they are written alike
    return value


_PLANS: dict[object, tuple[tuple[str, object], ...]] = {}


def plan(kind: type[Value]) -> tuple[tuple[str, object], ...]:
    """Name the keys of ``kind`` in their order, each with the value that is left out."""
    if kind not in _PLANS:
        left_out = LEFT_OUT.get(kind, frozenset())
        _PLANS[kind] = tuple(
            (field.name, field.default if field.name in left_out else MISSING)
            for field in fields(kind)
            if field.name != "unknown"
        )
    return _PLANS[kind]
