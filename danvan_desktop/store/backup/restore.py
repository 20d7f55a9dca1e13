"""Reports out of a copy, or of the file of another PC, come into the list beside the present ones."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office, same_office, with_words_of
from danvan_desktop.store.backup.share import Tell, untold
from danvan_desktop.store.backup.soundness import IsWanted
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.rescue.old_data import OldReport


@frozen
class Restored:
    """What came of it."""

    titles: tuple[str, ...] = ()
    """Of the reports that came into the list."""
    skipped: int = 0
    """Reports that are there already in the same state."""
    offices: int = 0
    """Offices that came to "Cơ quan và người ký"."""
    problem: str = ""
    """Why not all came, in Vietnamese."""
    places: tuple[tuple[int, int], ...] = ()
    """The number of each draft there and of that which has the report here, if its identity is the same."""


def restore(
    store: Store,
    chosen: Sequence[OldReport],
    offices: Sequence[Office],
    *,
    as_there: bool = False,
    is_wanted: IsWanted = lambda: True,
    tell: Tell = untold,
) -> Restored:
    """Put ``chosen`` and ``offices`` into ``store``; nothing that is there is changed.

    ``as_there``: what is in the list already in the same state is passed over, and what was deleted there
    comes to "Đã xóa"; without, each comes into the list. ``tell`` hears how many of them are done. Each
    report is on disk before the next one is taken: who is cut off finds some of them, whole.
    """
    titles: list[str] = []
    places: list[tuple[int, int]] = []
    skipped = 0
    try:
        present = _Present(store)
        for done, old in enumerate(chosen):
            if not is_wanted():
                break
            tell(done, len(chosen))
            same = present.same(old.report) if as_there else None
            if same is not None:
                skipped += 1
                number, report = same
                places += [(old.number, number)] if report.id == old.report.id else []
                continue
            report = present.of_its_own(old.report)
            draft = store.create(report, name=old.name)
            if report.id == old.report.id:
                places.append((old.number, draft.id))
            if as_there and old.is_deleted:
                store.delete(draft.id)
            titles.append(old.title)
        return Restored(tuple(titles), skipped, _add_offices(store, offices), places=tuple(places))
    except UserError as error:
        return Restored(tuple(titles), skipped, problem=error.message, places=tuple(places))


def _add_offices(store: Store, offices: Sequence[Office]) -> int:
    """Add the offices that are not here; of those that are, the words they were told elsewhere."""
    before = store.offices()
    kept = list(before)
    for office in offices:
        at = next((at for at, old in enumerate(kept) if same_office(office, old)), len(kept))
        kept[at : at + 1] = [with_words_of(kept[at], office) if at < len(kept) else office]
    if tuple(kept) != before:
        store.keep_offices(kept)
    return len(kept) - len(before)


class _Present:
    """The reports that are in a store, deleted or not."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._drafts: defaultdict[tuple[str, int, datetime], list[int]] = defaultdict(list)
        for deleted in (False, True):
            for draft in store.drafts(deleted=deleted):
                self._drafts[draft.subject, draft.year, draft.modified].append(draft.id)
        with store.file.reading_beside() as connection:
            self._identities = set(_identities(connection))

    def same(self, report: Report) -> tuple[int, Report] | None:
        """Give the draft that has ``report`` in just this state, and what it holds; None: there is none."""
        bare = replace(report, id="")
        numbers = self._drafts.get((report.subject, report.year, report.modified.astimezone()), ())
        return next((each for each in self._loaded(numbers) if replace(each[1], id="") == bare), None)

    def of_its_own(self, report: Report) -> Report:
        """Give ``report`` an identity of its own where one there has the same: two drafts are never one."""
        if report.id in self._identities:
            return replace(report, id=uuid4().hex)
        self._identities.add(report.id)
        return report

    def _loaded(self, numbers: Iterable[int]) -> Iterable[tuple[int, Report]]:
        for number in numbers:
            try:
                yield number, self._store.load(number)
            except UserError:  # damaged, or of a newer release
                continue


def _identities(connection: sqlite3.Connection) -> Iterable[str]:
    query = (
        "SELECT CASE WHEN json_valid(report) THEN json_extract(report, '$.id') END FROM content "
        "ORDER BY draft_id"
    )
    return (identity for (identity,) in connection.execute(query) if isinstance(identity, str))
