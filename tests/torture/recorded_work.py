"""What the program does on the disk, step by step, to be recorded (``main``, in a process of its own).

After each step it writes the step's number into a file outside of the data folder: from there on it is
acknowledged. At the end it writes there what the store held after each step.
"""

import os
import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from danvan_desktop.atomic_files import write_all
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.connection import database
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import open_store
from tests.torture.amounts import IS_SHORT, dice
from tests.torture.filled_folders import (
    OFFICES,
    clock,
    fill,
    make_report,
    make_reports,
    with_paragraph,
    zero_page,
)
from tests.torture.older_databases import fill_older

EXPORTED = "bao-cao.txt"
STEPS = 15 if IS_SHORT else 80
VANISHES = STEPS // 2
"""The step at which the file is deleted."""


_KINDS = {
    "type here": 50,  # one report is typed into for a while
    "type": 5,
    "create": 8,
    "rename": 5,
    "delete": 5,
    "restore": 5,
    "offices": 5,
    "duplicate": 4,
    "settle": 4,
    "export": 4,
    "reopen": 5,
}
"""What a user does, and how often of a hundred."""


@dataclass(frozen=True)
class State:
    """What the store holds: number, title, whether it is deleted, and the report of each draft."""

    drafts: tuple[tuple[int, str, bool, Report], ...]
    offices: tuple[Office, ...]


NOTHING = State((), ())


def state_of(store: Store) -> State:
    listed = (*store.drafts(), *store.drafts(deleted=True))
    found = ((each.id, each.title, each.deleted is not None, store.load(each.id)) for each in listed)
    return State(tuple(sorted(found, key=lambda entry: entry[0])), store.offices())


def prepare(scenario: str, folder: Path) -> State:
    """Make what is there before; what it holds."""
    if scenario == "migration":
        fill_older(folder, make_reports(6, paragraphs=10), 3)
        return NOTHING
    if scenario == "saving on a network drive":
        return NOTHING
    fill(folder, make_reports(4, paragraphs=20))
    store = open_store(folder, clock)
    state = state_of(store)
    store.close()
    if scenario == "rescue":
        zero_page(folder / DATABASE_NAME, 1)
    return state


def steps(scenario: str, folder: Path) -> Iterator[Store]:
    """Do the work; after each step the store is given to be looked at."""
    if scenario == "saving on a network drive":
        setattr(database, "on_network_drive", lambda _: True)  # noqa: B010 - in a process of its own
    store = open_store(folder, clock)
    yield store
    if scenario in {"migration", "rescue"}:
        store.close()
        return
    chance = dice("recorded", scenario)
    for number in range(STEPS):
        if number + 1 == VANISHES and scenario == "vanished":
            (folder / DATABASE_NAME).unlink()
            store.look_after()
        store = one_step(store, folder, number, chance)
        yield store
    store.close()


def one_step(store: Store, folder: Path, number: int, chance: Random) -> Store:
    """One thing that a user does."""
    drafts = store.drafts()
    kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0] if drafts else "create"
    if kind == "reopen":
        store.close()
        return open_store(folder, clock)
    if kind == "create":
        store.create(make_report(1000 + number, paragraphs=20))
    else:
        _do(kind, store, folder, number, drafts[0] if kind == "type here" else chance.choice(drafts))
    return store


def _do(kind: str, store: Store, folder: Path, number: int, draft: Draft) -> None:
    match kind:
        case "rename":
            store.rename(draft.id, f"Tên riêng {number}")
        case "delete":
            store.delete(draft.id)
        case "restore":
            for each in store.drafts(deleted=True)[:1]:
                store.restore(each.id)
        case "offices":
            store.keep_offices([replace(OFFICES[0], place=f"Xã {number}"), OFFICES[1]])
        case "duplicate":
            store.duplicate(draft.id)
        case "settle":
            store.settle()
        case "export":
            write_all({folder / EXPORTED: f"bản {number}\n".encode() * 3000}, force=True)
        case _:
            report = with_paragraph(store.load(draft.id), f"Gõ thêm ở bước {number}.")
            store.save(draft.id, report, "", whole=False)


def main() -> None:
    scenario, folder, acknowledged, states = sys.argv[1], *map(Path, sys.argv[2:5])
    seen: list[State] = []
    said = os.open(acknowledged, os.O_WRONLY | os.O_CREAT, 0o600)
    for store in steps(scenario, folder):
        seen.append(state_of(store))
        os.write(said, b"%d\n" % len(seen))
    os.close(said)
    states.write_bytes(pickle.dumps(seen))
