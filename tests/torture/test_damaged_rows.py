"""One damaged value in one row of the list never keeps the program from starting, nor loses a report."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from tests.torture.amounts import IS_SHORT, dice
from tests.torture.filled_folders import OFFICES, fill, look_into, make_reports
from tests.torture.outcomes import outcome

VALUES: list[object] = [
    None,
    "",
    "khong phai ngay",
    "2025-13-45T99:00:00",
    "9999-12-31T23:59:59.999999+00:00",
    "0001-01-01T00:00:00+00:00",
    -1,
    10**15,
    1.5,
    b"\xff\xfe\x00",
    "\ud83d",
]
"""The last one is no character: half of one, as a flipped bit makes it."""


@pytest.fixture(scope="module")
def sound(memory: Path) -> tuple[Path, list[Report]]:
    folder = memory / "rows"
    return folder, fill(folder, make_reports(3, paragraphs=4))


def columns(folder: Path) -> list[tuple[str, str]]:
    """Every table and column that the program reads, but the numbers of rows."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [
            (table, column[1])
            for table in tables
            if not table.startswith("sqlite_")
            for column in connection.execute(f"PRAGMA table_info({table})")
            if not (column[5] and column[2] == "INTEGER")
        ]


def damage(folder: Path, table: str, column: str, value: object) -> bool:
    """Put ``value`` into the column of one row; False: SQLite allows it no more than the program does."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
        written = "CAST(x'EDA0BDED' AS TEXT)" if value == VALUES[-1] else "?"
        given = () if value == VALUES[-1] else (value,)
        try:
            connection.execute(
                f"UPDATE {table} SET {column} = {written} "  # noqa: S608 - of the schema
                f"WHERE rowid = (SELECT max(rowid) FROM {table})",
                given,
            )
        except sqlite3.IntegrityError:
            return False
    return True


def test_any_value_of_any_row_may_be_damaged(sound: tuple[Path, list[Report]], place: Path) -> None:
    folder, reports = sound
    seen = outcome("one value of one row damaged")
    cases = [(*column, value) for column in columns(folder) for value in VALUES]
    for table, column, value in dice("rows").sample(cases, 40) if IS_SHORT else cases:
        damaged = place / "damaged"
        shutil.copytree(folder, damaged)
        if damage(damaged, table, column, value):
            seen.runs += 1
            what = f"{table}.{column} = {value!r}"
            try:
                found = look_into(damaged)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
                seen.expect(False, f"{what}: {type(error).__name__}: {error}")
            else:
                for message in found.told:
                    seen.hear(message)
                is_the_text = table in {"content", "change"}
                whole = [report for report in reports if report in found.reports]
                seen.expect(len(whole) >= len(reports) - is_the_text, f"{what}: a report is gone")
                if len(whole) < len(reports):
                    told = " ".join(found.told)
                    seen.expect("hỏng" in told, f"{what}: another text, and nothing is told: {told}")
                if table != "draft":
                    seen.expect(found.offices == OFFICES, f"{what}: the offices are others")
                else:
                    shown = set(found.titles) - {report.subject for report in reports}
                    seen.expect(column in {"name", "subject"} or not shown, f"{what}: the list shows {shown}")
        shutil.rmtree(damaged)
    seen.settle()
