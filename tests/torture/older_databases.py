"""Databases as earlier releases made them, from the migration steps: reports in the rows of the list."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.codec.decode import canonical
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.rows.draft_rows import utc
from danvan_desktop.store.rows.search import folded_text
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.torture.filled_folders import MOMENT, OFFICES

VERSIONS = (1, 2, 3)
"""Schemas of released programs before reports left the list; the second has offices."""


def fill_older(folder: Path, reports: Sequence[Report], version: int) -> None:
    """Keep ``reports`` in ``folder`` as a program of that schema did."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statements in STEPS[:version]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        moment = utc(MOMENT)
        for report in reports:
            connection.execute(
                "INSERT INTO draft (subject, year, state, created, modified, folded, content) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    report.subject,
                    2025,
                    report.state,
                    moment,
                    moment,
                    folded_text(report, None),
                    to_json(report),
                ),
            )
        for position, office in enumerate(OFFICES if version > 1 else ()):
            connection.execute("INSERT INTO office VALUES (?, ?)", (position, canonical(encode(office))))
