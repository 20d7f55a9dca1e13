"""Data folders: of this release, closed and as a crash leaves it, and of the first release."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.editing.map_texts import with_texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.builders import full_report, inspected_report
from tests.fuzz.canaries import Planter
from tests.fuzz.mutation.package import written
from tests.fuzz.seeds.seed import Seed

OF_A_DATABASE = (DATABASE_NAME, f"{DATABASE_NAME}-wal")
FIRST_RELEASE = "first-release"
"""It had no checksums: what was changed in a text cannot be known."""
_NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)
_REPORTS = 5
_WORDLESS = 3


def databases() -> Iterator[Seed]:
    """Each a package of the files in the folder."""
    yield Seed("database", "closed", _folder(_fill, close=True))
    yield Seed("database", "crashed", _folder(_fill, close=False))
    yield Seed("database", FIRST_RELEASE, written({DATABASE_NAME: _first_release()}))


def _folder(fill: Callable[[Store], None], *, close: bool) -> bytes:
    """The files after ``fill``; not closed, the newest stand in the WAL alone."""
    ticks = iter(range(1_000_000))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with closing(open_store(folder, lambda: _NOW + timedelta(seconds=next(ticks)))) as store:
            fill(store)
            if not close:
                return _files(folder)
        return _files(folder)


def _files(folder: Path) -> bytes:
    there = (folder / name for name in OF_A_DATABASE)
    return written({path.name: path.read_bytes() for path in there if path.exists()})


def _reports() -> Iterator[Report]:
    plant = Planter()
    for number in range(_REPORTS):
        made = full_report.report() if number % 2 else inspected_report.REPORT
        yield replace(
            with_texts(made, plant), id=f"report-{number}", subject=plant(f"Báo cáo số {number} năm nay")
        )


def _fill(store: Store) -> None:
    """Write each report twice, one of them as autosave does, and delete one.

    The last transactions bring in no word: damage in them is what a power cut leaves of a save that was never
    told to be done (store/connection/wal.py), and no program can tell the two apart.
    """
    drafts = [(store.create(report).id, report) for report in _reports()]
    for number, report in drafts:
        store.save(number, replace(report, kind="BÁO CÁO"), "", whole=number % 2 == 0)
    store.delete(drafts[-1][0])
    store.keep_offices((Office("TỈNH A", "VĂN PHÒNG zq801x"), Office("TỈNH B", "VĂN PHÒNG zq802x")))
    for number, _ in drafts[:_WORDLESS]:
        store.mark_opened(number)


def _first_release() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / DATABASE_NAME
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in STEPS[0]:
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 1")
            moment = _NOW.isoformat(timespec="microseconds")
            for report in _reports():
                connection.execute(
                    "INSERT INTO draft (subject, year, state, created, modified, folded, content) "
                    "VALUES (?, 2025, 'drafting', ?, ?, '', ?)",
                    (report.subject, moment, moment, to_json(report)),
                )
        return path.read_bytes()
