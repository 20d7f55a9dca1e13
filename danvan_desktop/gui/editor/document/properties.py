"""User properties on Qt's text formats: what the editor stores beside the text, restored by undo.

QTextBlockUserData is lost by delete and undo; a format's properties are not.
"""

import json
from enum import IntEnum
from functools import lru_cache

from PySide6.QtGui import QTextFormat

from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.decode import decode
from danvan_desktop.report.codec.encode import JsonObject, encode
from danvan_desktop.report.model import Column, ColumnFormula, Origin, TableForm

_FIRST = int(QTextFormat.Property.UserProperty.value)

OBJECT_CHARACTER = "\ufffc"
"""Stands in the text where an object is drawn."""

OPAQUE_OBJECT = int(QTextFormat.ObjectTypes.UserObject.value) + 1
"""The drawn object of a block this release does not know."""


class Key(IntEnum):
    """The properties of blocks, characters, tables and cells."""

    ID = _FIRST + 1
    """Of a block: its id; below zero for one that is none of the report's until it holds text."""
    KIND = _FIRST + 2
    """Of a block: "paragraph", "filler" (beside a table, or alone), "caption", "opaque", "cell"."""
    ROLE = _FIRST + 3
    LEVEL = _FIRST + 4
    NUMBER = _FIRST + 5
    """Of a block: the number as it stands when it is fixed."""
    NUMBERING = _FIRST + 6
    NOTE = _FIRST + 7
    HINT = _FIRST + 8
    ORIGIN = _FIRST + 9
    UNKNOWN = _FIRST + 10
    """Of a block, run, table or cell: the keys this release does not know."""
    BOLD = _FIRST + 11
    """Of a run: bold by the author's wish, not because it stands in a heading."""
    TABLE = _FIRST + 12
    """Of a table: what its grid does not show, as JSON."""
    OPAQUE = _FIRST + 13
    """Of an opaque block: its type and content."""


def text_property(source: QTextFormat, key: Key) -> str:
    """The text stored under ``key``; "" when there is none."""
    value = source.property(key)
    return value if isinstance(value, str) else ""


def optional_text(source: QTextFormat, key: Key) -> str | None:
    """The text stored under ``key``; None when there is none (Qt gives an empty text back as a list)."""
    value = source.property(key)
    return None if value is None else text_property(source, key)


def number_property(source: QTextFormat, key: Key) -> int:
    """The whole number stored under ``key``; 0 when there is none."""
    value = source.property(key)
    return value if isinstance(value, int) else 0


def dump_origin(origin: Origin | None) -> str:
    """Write ``origin`` as text."""
    if origin is None:
        return ""
    return json.dumps(encode(origin), ensure_ascii=False)


@lru_cache(maxsize=4096)
def load_origin(text: str) -> Origin | None:
    """Read what :func:`dump_origin` wrote."""
    if not text:
        return None
    return decode(Origin, json.loads(text))


@frozen
class TableData:
    """Properties of a table that its grid of cells does not show, stored as JSON."""

    columns: tuple[Column, ...]
    note: str | None = None
    origin: Origin | None = None
    form: TableForm | None = None
    unknown: str = ""

    def dump(self) -> str:
        """Write this as text."""
        columns = [
            [column.share, column.align, _dump_form(column.form), column.unknown] for column in self.columns
        ]
        return json.dumps([columns, self.note, dump_origin(self.origin), _dump_form(self.form), self.unknown])

    @staticmethod
    @lru_cache(maxsize=1024)
    def load(text: str) -> "TableData":
        """Read what :meth:`dump` wrote; a table from elsewhere has nothing."""
        if not text:
            return TableData(())
        columns, note, origin, form, unknown = json.loads(text)
        return TableData(
            tuple(
                Column(share, align, form and decode(ColumnFormula, form), unknown=more)
                for share, align, form, more in columns
            ),
            note,
            load_origin(origin),
            form and decode(TableForm, form),
            unknown,
        )


def _dump_form(form: TableForm | ColumnFormula | None) -> JsonObject | None:
    return None if form is None else encode(form)
