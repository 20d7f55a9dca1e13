"""The database table of offices ("Cơ quan và người ký")."""

import json
from collections.abc import Sequence

import peewee

from danvan_desktop.report.codec.decode import Misfit, canonical, decode
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.office.office import Office

_offices = peewee.Table("office")


def read(database: peewee.SqliteDatabase) -> tuple[Office, ...]:
    """Give the offices in their order; one that this release cannot read is passed over, not lost."""
    query = _offices.select(_offices.c.content).order_by(_offices.c.position)
    return tuple(filter(None, (_office(row[0]) for row in query.bind(database).tuples())))


def write(database: peewee.SqliteDatabase, kept: Sequence[Office]) -> None:
    """Put ``kept`` in the place of all that could be read."""
    query = _offices.select(_offices.c.content).order_by(_offices.c.position)
    strange = [row[0] for row in query.bind(database).tuples() if _office(row[0]) is None]
    _offices.delete().execute(database)
    for position, content in enumerate([*(canonical(encode(office)) for office in kept), *strange]):
        row = {_offices.c.position: position, _offices.c.content: content}
        _offices.insert(row).execute(database)


def _office(content: str) -> Office | None:
    try:
        return decode(Office, json.loads(content))
    except (Misfit, ValueError):
        return None
