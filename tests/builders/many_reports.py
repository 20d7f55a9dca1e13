"""A data folder with so many reports that a slip shows: as if each had been saved, but in seconds."""

from datetime import timedelta
from pathlib import Path

from danvan_desktop.report.codec.danvan_file import to_one_line
from danvan_desktop.report.model import Report
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows import contents, draft_rows
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.rows.search import folded_text

YEARS = 30
_STATES = ("drafting", "issued", "consulting")


def fill(folder: Path, report: Report, count: int) -> None:
    """Store ``report`` ``count`` times in ``folder``, each with a subject and a year of its own."""
    text, folded = to_one_line(report), folded_text(report, None)
    values = draft_rows.list_values(report, Entry(""))
    columns = ", ".join(("id", *values))
    places = ", ".join("?" * (len(values) + 1))
    store = open_store(folder)
    with store.file.transaction() as connection:
        for number in range(1, count + 1):
            moment = utc(report.modified + timedelta(minutes=number))
            row = values | {
                "created": moment,
                "modified": moment,
                "subject": f"{report.subject} số {number}",
                "year": report.year - number % YEARS,
                "state": _STATES[number % len(_STATES)],
            }
            said = text.replace(report.subject, str(row["subject"]))
            contents.write_whole(connection, number, 1, Entry(moment).text(), said)
            connection.execute("INSERT INTO search VALUES (?, ?)", (number, f"{folded} so {number}"))
            connection.execute(
                f"INSERT INTO draft ({columns}) VALUES ({places})",  # noqa: S608 - our own names
                (number, *row.values()),
            )
    store.close()
