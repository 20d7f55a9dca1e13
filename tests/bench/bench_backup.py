"""A copy of 1,000 reports and their restoring: how long it takes, and how long a save waits meanwhile."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.store.backup.backup import Backup
from danvan_desktop.store.backup.move_file import write_everything
from danvan_desktop.store.backup.restore import restore
from danvan_desktop.store.backup.take_everything import take_everything
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.old_data import read_old_data
from tests.bench.measuring import Figure, assert_within, seconds
from tests.bench.windows import SAMPLE_PAGES, report_of, with_a_word
from tests.builders.many_reports import fill

REPORTS = 1000
COPIES = 8
"""One after the other: a single one is over in a second."""
SAVE_EVERY = 0.02
"""Seconds between saves: twenty-five times as often as who types without a pause."""
LEAST_SAVES = 20


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """So many reports of five pages."""
    folder = tmp_path_factory.mktemp("reports")
    fill(folder, report_of(SAMPLE_PAGES), REPORTS)
    with closing(open_store(folder)) as store:
        yield store


class Typist:
    """Saves an open report again and again, as autosave does, and measures each save."""

    def __init__(self, store: Store, report: Report) -> None:
        self._store, self._report = store, report
        self._draft = store.create(report)
        store.save(self._draft.id, report, "", whole=True)

    def save(self, number: int) -> float:
        """Save after a word was typed; in ms."""
        edited = with_a_word(self._report, f"từ{number} ")
        return seconds(lambda: self._store.save(self._draft.id, edited, "", whole=False)) * 1000

    def while_alive(self, thread: threading.Thread) -> list[float]:
        """Save until ``thread`` has ended."""
        taken: list[float] = []
        thread.start()
        while thread.is_alive():
            taken.append(self.save(len(taken)))
            time.sleep(SAVE_EVERY)
        thread.join()
        return taken


def test_a_copy_of_a_thousand_reports_and_the_saves_meanwhile(filled: Store) -> None:
    backup = Backup(filled.file)
    typist = Typist(filled, report_of(SAMPLE_PAGES))
    alone = [typist.save(number) for number in range(LEAST_SAVES)]
    taken: list[float] = []

    def copy() -> None:
        taken.extend(seconds(lambda: backup.round(None, asked=True)) for _ in range(COPIES))

    meanwhile = typist.while_alive(threading.Thread(target=copy))
    assert len(meanwhile) > LEAST_SAVES
    made = list(backup.folder.iterdir())
    size = made[0].stat().st_size / 1e6
    what = f"copy of {REPORTS} reports"
    assert_within(
        Figure(f"{what}, written and read again, in s", median(taken), 20, f"{size:.0f} MB"),
        Figure(
            f"{what}: the longest of {len(meanwhile)} saves meanwhile, in ms",
            max(meanwhile),
            100,
            f"median {median(meanwhile):.1f} ms, without a copy {median(alone):.1f} ms",
        ),
    )
    for path in made:
        path.unlink()


def test_restoring_a_thousand_reports(filled: Store, tmp_path: Path) -> None:
    backup = Backup(filled.file)
    made = backup.round(None, asked=True).made
    assert made is not None
    found = read_old_data(made, filled.file.now())
    assert found is not None
    report = report_of(SAMPLE_PAGES)
    with closing(open_store(tmp_path / "plain")) as plain:
        created = median(seconds(lambda: plain.create(report)) for _ in range(LEAST_SAVES))
    with closing(open_store(tmp_path / "new")) as new:
        took = seconds(lambda: restore(new, found.reports, found.offices))
        assert len(new.drafts()) == len(found.reports)
    made.unlink()
    each = took / len(found.reports)
    what = f"restoring {len(found.reports)} reports out of a copy, each / creating one"
    detail = f"{took:.1f} s; {each * 1000:.1f} ms / {created * 1000:.1f} ms"
    assert_within(Figure(what, each / created, 3.0, detail))


def test_all_of_a_thousand_reports_to_another_pc(filled: Store, tmp_path: Path) -> None:
    target = tmp_path / "tat-ca.danvan-toan-bo"
    out = seconds(lambda: write_everything(filled.file, target, {}))
    size = target.stat().st_size / 1e6
    with closing(open_store(tmp_path / "new")) as new:
        first = seconds(lambda: take_everything(new, target))
        again = seconds(lambda: take_everything(new, target))
    assert_within(
        Figure(f"everything of {REPORTS} reports into one file, in s", out, 40, f"{size:.0f} MB"),
        Figure("all of it into a new PC, in s", first, 120, f"again, with nothing new: {again:.1f} s"),
    )
