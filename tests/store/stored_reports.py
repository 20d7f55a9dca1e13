"""Reports for the store to keep, and a clock that the test moves."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Paragraph, Report, Run, Section
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.listing.search import Search
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.draft_rows import Entry
from danvan_desktop.store.schema.migration_steps import STEPS

MOMENT = datetime(2025, 11, 24, 10, 32, 5, tzinfo=UTC)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = MOMENT

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **units: float) -> None:
        self.time += timedelta(**units)


def make_report(subject: str = "Kết quả thực hiện công tác Dân vận năm 2025", text: str = "") -> Report:
    return Report(
        id="0b7b2d0e-7a58-4b44-9d0a-3f1a7c5d2e11",
        modified=MOMENT,
        year=2025,
        subject=subject,
        next_id=3,
        sections=(
            Section(
                id=1,
                key="situation",
                number="I.",
                title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),),
                blocks=(Paragraph(id=2, runs=(Run(text),)),),
            ),
        ),
    )


def found(store: Store, words: str, *, deleted: bool = False) -> list[Draft]:
    """What the list shows when ``words`` are looked for, in its order."""
    drafts = store.drafts(deleted=deleted)
    search, matches = Search(drafts.numbers, words), Matches()
    while not search.is_over:
        matches += store.look_for(search, seconds=1)
    return [drafts[place] for place in matches.places()]


def write_as_it_is(store: Store, draft_id: int, text: str) -> None:
    """Store ``text`` in the place of the report, as a release would that can write it."""
    connection = store.file.database.connection()
    contents.write_whole(connection, draft_id, 2, Entry(MOMENT.isoformat()).text(), text)


def make_old_database(path: Path, *reports: Report) -> None:
    """Make a database as the release before checksums did, with ``reports`` in it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in (each for step in STEPS[:3] for each in step):
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 3")
        moment = MOMENT.isoformat()
        for report in reports:
            row = (report.subject, report.year, report.state, moment, moment, "", to_json(report))
            connection.execute(
                "INSERT INTO draft (subject, year, state, created, modified, folded, content)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
