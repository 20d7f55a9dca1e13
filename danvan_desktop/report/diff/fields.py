"""Difference of what stands in fields: letterhead, subject, recipients, signing lines, settings."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Attachments, Value

BLOCK_LISTS = frozenset({"opening", "sections", "closing", "annexes"})
"""Of a report these are lists of blocks and are compared as such."""
SILENT = frozenset({"id", "modified", "next_id", "unknown"})
"""What a program keeps for itself: a difference, but none to be shown."""

V = TypeVar("V", bound=Value)


@frozen
class FieldChange:
    """A field that says something else, named as in the file: "subject", "letterhead.agency"."""

    number: int
    """Its place among the changes of the reports."""
    name: str
    old: Any
    new: Any

    @property
    def is_silent(self) -> bool:
        """Whether it is nothing to show to a user."""
        return self.name in SILENT


def changed_fields(old: Value, new: Value) -> Iterator[tuple[str, object, object]]:
    """Each field of two reports, or of parts of them, that differs: its name, what it said, what it says."""
    yield from _changed(old, new, "", BLOCK_LISTS)


def _changed(
    old: Value, new: Value, prefix: str, left_out: frozenset[str] = frozenset()
) -> Iterator[tuple[str, object, object]]:
    for field in fields(old):
        if field.name in left_out:
            continue
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after:
            continue
        if isinstance(before, Value) and type(before) is type(after) and not isinstance(before, Attachments):
            yield from _changed(before, after, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", before, after


def with_field(value: V, name: str, item: object) -> V:
    """Put ``item`` into the field ``name`` of ``value``."""
    first, _, rest = name.partition(".")
    changed: object = with_field(getattr(value, first), rest, item) if rest else item
    return replace(value, **{first: changed})  # type: ignore[arg-type]  # its fields
