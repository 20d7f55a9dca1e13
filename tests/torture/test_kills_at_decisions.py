"""SIGKILL while changes of a returned file are decided: each decision is there with its words, or neither."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from docx.document import Document as WordFile

from danvan_desktop.exporters import word_file
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.store.connection.lock import LOCK_NAME
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.takeback.received_rows import decisions_of
from tests.builders.edited_word_file import sent_back
from tests.builders.returned_files import read_docx
from tests.torture.amounts import dice, runs
from tests.torture.at_decisions import TASK, TASK_OF_ALL, edit_every_second, edit_far_apart
from tests.torture.filled_folders import fill, make_report, newest
from tests.torture.outcomes import Outcome, outcome
from tests.torture.test_kills_at_work import is_kept, killed_at_work
from tests.torture.typist import Orders

LONGEST = 2.5
"""Seconds that all decisions take."""
FAR_APART = 27
"""Changes of the longer report: they are written and undone in slices."""


def test_a_kill_parts_no_decision_from_its_words(tmp_path: Path) -> None:
    chance = dice("decisions")
    seen = outcome("SIGKILL while changes are decided")
    made, returned = _sent_and_edited(tmp_path, make_report(91), edit_every_second)
    decided = 0
    for number in range(runs(20)):
        after = chance.uniform(0.0, LONGEST)
        orders = Orders(TASK, target=str(returned))
        with _killed(seen, tmp_path, made, orders, number, after) as (what, kept, store):
            decided += _expect_decisions(seen, what, store, kept)
    seen.lost = f"nothing ({decided} decisions in {seen.runs} files)"
    seen.settle()


def test_a_kill_while_all_are_taken_and_undone_finds_all_or_none(tmp_path: Path) -> None:
    chance = dice("all decisions")
    seen = outcome("SIGKILL while all changes are taken, undone and taken again")
    made, returned = _sent_and_edited(tmp_path, make_report(92, 160, 20), edit_far_apart)
    found: set[int] = set()
    for number in range(runs(20)):
        after = chance.uniform(0.0, LONGEST)
        orders = Orders(TASK_OF_ALL, target=str(returned))
        with _killed(seen, tmp_path, made, orders, number, after) as (what, _, store):
            taken = _expect_decisions(seen, what, store, 0)
            seen.expect(taken in {0, FAR_APART}, f"{what}: {taken} of {FAR_APART} are taken")
            found.add(taken)
    seen.lost = f"nothing (found {sorted(found)} of {FAR_APART} taken)"
    seen.settle()


def _sent_and_edited(folder: Path, report: Report, edit: Callable[[WordFile], None]) -> tuple[Path, Path]:
    """A data folder with the report, of which a Word file went out, and that file after ``edit``."""
    made, returned = folder / "made", folder / "sua.docx"
    fill(made, [report])
    with closing(open_store(made)) as store:
        draft = newest(store)
        kept = store.load(draft.id)
        docx = word_file(kept)
        store.correspondence.keep_sent(draft.id, kept, docx)
    returned.write_bytes(sent_back(docx, [edit]))
    return made, returned


@contextmanager
def _killed(
    seen: Outcome, folder: Path, made: Path, orders: Orders, number: int, after: float
) -> Iterator[tuple[str, int, Store]]:
    """What a program has left that was killed so many seconds after its first decision was kept.

    Gives what to call it, how many decisions were kept, and the store.
    """
    seen.runs += 1
    data = folder / "data"
    shutil.copytree(made, data)
    (data / LOCK_NAME).unlink(missing_ok=True)
    what = f"kill {number}, {after:.3f} s after the first decision"
    home = folder / "home"
    program = killed_at_work(seen, what, after, is_kept, folder=data, home=home, orders=orders)
    (data / LOCK_NAME).unlink(missing_ok=True)
    with closing(open_store(data)) as store:
        yield what, program.heard.kept, store
    shutil.rmtree(data)


def _expect_decisions(seen: Outcome, what: str, store: Store, kept: int) -> int:
    """See that what was taken stands in the report, what was not does not, and that none is lost."""
    draft, words = newest(store), store.correspondence
    (row,) = words.received(draft.id)
    sent = words.sent_file(row.sent) if row.sent is not None else None
    assert sent is not None
    report, decisions = store.load(draft.id), decisions_of(row)
    found = compare(sent.report, report, read_docx(sent.docx), read_docx(words.received_content(row.number)))
    for change in found.changes:
        is_taken = decisions.get(change.key) == "taken"
        seen.expect(
            change.is_done == is_taken,
            f"{what}: change {change.n} is {decisions.get(change.key)}, in the report: {change.is_done}",
        )
    seen.expect(len(decisions) >= kept, f"{what}: {len(decisions)} of {kept} decisions that were saved")
    seen.expect(
        draft.undecided == len(found.changes) - len(decisions),
        f"{what}: the list says {draft.undecided} are open",
    )
    return len(decisions)
