"""SIGKILL while changes of a returned file are decided: each decision is there with its words, or neither."""

import shutil
import time
from contextlib import closing
from pathlib import Path

from danvan_desktop.exporters import word_file
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.store.connection.lock import LOCK_NAME
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.takeback.received_rows import decisions_of
from tests.builders.edited_word_file import sent_back
from tests.builders.returned_files import read_docx
from tests.torture.amounts import dice, runs
from tests.torture.at_decisions import TASK, edit_every_second
from tests.torture.filled_folders import fill, make_report, newest
from tests.torture.outcomes import Outcome, outcome
from tests.torture.started_program import StartedProgram
from tests.torture.test_kills_at_work import expect_no_trace
from tests.torture.typist import Orders

KEPT_SECONDS = 60.0
LONGEST = 2.5
"""Seconds that all decisions take."""


def test_a_kill_parts_no_decision_from_its_words(tmp_path: Path) -> None:
    chance = dice("decisions")
    seen = outcome("SIGKILL while changes are decided")
    made, returned = tmp_path / "made", tmp_path / "sua.docx"
    fill(made, [make_report(91)])
    with closing(open_store(made)) as store:
        draft = newest(store)
        report = store.load(draft.id)
        docx = word_file(report)
        store.correspondence.keep_sent(draft.id, report, docx)
    returned.write_bytes(sent_back(docx, [edit_every_second]))
    decided = 0
    for number in range(runs(20)):
        seen.runs += 1
        folder = tmp_path / "data"
        shutil.copytree(made, folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        program = StartedProgram(folder, tmp_path / "home", Orders(TASK, target=str(returned)))
        begun = program.wait_for(lambda heard: heard.kept > 0, KEPT_SECONDS)
        after = chance.uniform(0.0, LONGEST)
        time.sleep(after)
        program.kill()
        what = f"kill {number}, {after:.3f} s after the first decision"
        seen.expect(begun, f"{what}: nothing was decided: {program.complaint}")
        expect_no_trace(seen, what, program, folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        with closing(open_store(folder)) as store:
            decided += _expect_decisions(seen, what, store, program.heard.kept)
        shutil.rmtree(folder)
    seen.lost = f"nothing ({decided} decisions in {seen.runs} files)"
    seen.settle()


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
