"""The history: taking a version, comparing two, and what three hours' typing a day takes on the disk."""

import zlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

import pytest

from danvan_desktop.fonts import find_fonts
from danvan_desktop.report.codec.danvan_file import from_json, to_one_line
from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.diff.model import BlockChange
from danvan_desktop.report.diff.words import segments
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.report.walk import every_id
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows import purge
from tests.bench.measuring import PAIRS, Figure, assert_within, ratio, seconds
from tests.builders.generated_report import long_report
from tests.builders.report_edits import edited, typed, worked_on

PAGES = 100
DAYS = 30
YEAR = 365
A_DAY = 18
"""Versions of three hours."""


@pytest.fixture(scope="module")
def report() -> Report:
    made = long_report(1, PAGES, find_fonts())
    return replace(made, next_id=1 + max(identity for _, identity in every_id(made)))


def test_two_versions_of_a_hundred_pages_are_compared(report: Report) -> None:
    """As the window does it: read from the disk, so that no object is shared; of all changes the words."""
    text, later = to_one_line(report), to_one_line(typed(edited(report, Random(3), 30), Random(4), 250))
    old, new = from_json(text), from_json(later)
    figures = []
    for what, same_ids in (("", True), (", without ids", False)):
        work = partial(_compared, old, new, same_ids=same_ids)
        taken = median(seconds(work) for _ in range(PAIRS))
        changes = len(compare(old, new, same_ids=same_ids).shown)
        name = f"two versions of {PAGES} pages compared{what}, in ms"
        figures.append(Figure(name, taken * 1000, 300, f"{changes} changes"))
    assert_within(*figures)


def _compared(old: Report, new: Report, *, same_ids: bool) -> None:
    for change in compare(old, new, same_ids=same_ids).shown:
        if isinstance(change, BlockChange) and change.old and change.new:
            one, other = change.old[0], change.new[0]
            if isinstance(one, Paragraph) and isinstance(other, Paragraph):
                segments(one.runs, other.runs)


def test_a_version_beside_deflating_the_whole_report(report: Report, tmp_path: Path) -> None:
    """A version of a hundred pages while it is typed into, on the disk when it is told."""
    dice, states = Random(1), [report]
    for _ in range(PAIRS + 1):
        states.append(typed(states[-1], dice, 5))
    with closing(open_store(tmp_path)) as store:
        draft = store.create(report)
        store.history.take(draft.id, report, "opened")
        coming = iter(states[1:])
        figure = ratio(
            f"taking a version of {PAGES} pages / writing and deflating its JSON",
            2.0,
            lambda: store.history.take(draft.id, next(coming), "work"),
            lambda: zlib.compress(to_one_line(report).encode()),
        )
    assert_within(figure)


def test_three_hours_of_typing_a_day(report: Report, tmp_path: Path) -> None:
    """Eighteen versions a day. What is older than a month is thinned to one a day and less: in the months
    between the first and the last two a day are taken, so as not to wait.
    """
    sizes: dict[int, float] = {}
    clock = [datetime(2025, 1, 6, 1, tzinfo=UTC)]
    with closing(open_store(tmp_path, lambda: clock[0])) as store:
        state, dice = report, Random(1)
        draft = store.create(state)
        for day in range(1, YEAR + 1):
            _begin_day(store, clock, day)
            for _ in range(A_DAY if day <= DAYS or day > YEAR - DAYS else 2):
                clock[0] += timedelta(minutes=10)
                state = worked_on(state, dice)
                store.history.take(draft.id, state, "work")
            if day in {DAYS, YEAR}:
                sizes[day] = _megabytes(store)
    assert_within(
        Figure(f"history of {PAGES} pages, 3 hours a day for {DAYS} days, in MB", sizes[DAYS], 5, ""),
        Figure(f"history of {PAGES} pages, 3 hours a day for a year, in MB", sizes[YEAR], 10, ""),
    )


def _begin_day(store: Store, clock: list[datetime], day: int) -> None:
    clock[0] = datetime(2025, 1, 6, 1, tzinfo=UTC) + timedelta(days=day)
    with store.file.transaction() as connection:
        purge.purge(connection, clock[0])


def _megabytes(store: Store) -> float:
    with store.file.reading() as connection:
        (size,) = connection.execute("SELECT sum(length(content)) FROM version").fetchone()
    return float(size) / 1e6
