"""Word files that went out and came back: each comes back byte for byte, with what was decided about it."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.takeback.contribution import PartRequest
from danvan_desktop.report.takeback.export_code import export_code
from danvan_desktop.store.backup.move_file import write_everything
from danvan_desktop.store.backup.soundness import mark_of
from danvan_desktop.store.backup.take_everything import take_everything
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.purge import KEPT_DAYS
from danvan_desktop.store.takeback.contribution_rows import portions_of
from danvan_desktop.store.takeback.received_rows import Decided, decisions_of, open_keys_of
from tests.store.stored_reports import Clock, make_report

PAGE = 4096
DOCX = bytes(range(256)) * 60
EDITED = bytes(range(255, -1, -1)) * 70


@pytest.fixture
def draft(store: Store) -> Draft:
    return store.create(make_report())


def test_what_went_out_comes_back_with_its_report(store: Store, draft: Draft) -> None:
    report = make_report()
    number = store.correspondence.keep_sent(draft.id, report, DOCX)
    found = store.correspondence.sent_file(number)
    assert found is not None
    assert (found.report, found.docx) == (report, DOCX)
    assert [row.number for row in store.correspondence.of_code(export_code(report))] == [number]
    assert store.correspondence.of_code("") == ()


def test_the_same_state_is_kept_once_and_each_other_one_beside_it(store: Store, draft: Draft) -> None:
    first = store.correspondence.keep_sent(draft.id, make_report(), DOCX)
    assert store.correspondence.keep_sent(draft.id, make_report(), EDITED) == first
    second = store.correspondence.keep_sent(draft.id, make_report(text="khác"), DOCX)
    assert [row.number for row in store.correspondence.sent(draft.id)] == [second, first]
    found = store.correspondence.sent_file(first)
    assert found is not None
    assert found.docx == EDITED


def test_a_file_that_came_back_is_kept_once_with_its_decisions(store: Store, draft: Draft) -> None:
    number = store.correspondence.keep_received(draft.id, "sua.docx", EDITED, None)
    assert store.correspondence.received_content(number) == EDITED
    store.correspondence.decide(Decided(number, 3, {"a": "taken", "b": "refused"}))
    assert store.correspondence.keep_received(draft.id, "sua (1).docx", EDITED, None) == number
    (row,) = store.correspondence.received(draft.id)
    assert (row.name, row.undecided, decisions_of(row)) == ("sua.docx", 3, {"a": "taken", "b": "refused"})
    assert store.draft(draft.id).undecided == 3


def test_two_files_count_together_and_one_that_is_forgotten_no_more(store: Store, draft: Draft) -> None:
    numbers = [
        store.correspondence.keep_received(draft.id, f"{n}.docx", EDITED + bytes([n]), None) for n in (1, 2)
    ]
    for number, count in zip(numbers, (3, 4), strict=True):
        store.correspondence.decide(Decided(number, count, {}))
    assert store.draft(draft.id).undecided == 7
    store.correspondence.forget(numbers[0])
    assert store.draft(draft.id).undecided == 4
    with pytest.raises(UserError, match="chọn lại"):
        store.correspondence.received_content(numbers[0])


def test_what_two_files_made_of_the_same_both_propose_counts_once(store: Store, draft: Draft) -> None:
    sent = store.correspondence.keep_sent(draft.id, make_report(), EDITED)
    numbers = [
        store.correspondence.keep_received(draft.id, f"{n}.docx", EDITED + bytes([n]), sent) for n in (1, 2)
    ]
    store.correspondence.decide(Decided(numbers[0], 2, {}, ("a", "b")))
    store.correspondence.decide(Decided(numbers[1], 2, {"d": "taken"}, ("b", "c")))
    assert store.draft(draft.id).undecided == 3
    later, earlier = store.correspondence.received(draft.id)
    assert (later.undecided, decisions_of(later), open_keys_of(later)) == (2, {"d": "taken"}, ("b", "c"))
    assert open_keys_of(earlier) == ("a", "b")
    other = store.correspondence.keep_received(draft.id, "khac.docx", EDITED, None)
    store.correspondence.decide(Decided(other, 1, {}, ("a",)))
    assert store.draft(draft.id).undecided == 4, "that was made of something else"


@pytest.mark.parametrize("whole", [True, False])
def test_a_decision_is_saved_with_the_report_it_made_or_not_at_all(
    store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch, *, whole: bool
) -> None:
    number = store.correspondence.keep_received(draft.id, "sua.docx", EDITED, None)
    store.save(draft.id, make_report(text="trước"), "", decided=[Decided(number, 2, {})])
    decided = Decided(number, 1, {"a": "taken"})

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        for name in ("write_whole", "update"):
            patch.setattr(f"danvan_desktop.store.rows.draft_rows.{name}", full)
        with pytest.raises(UserError):
            store.save(draft.id, make_report(text="sau"), "", whole=whole, decided=[decided])
    assert store.load(draft.id) == make_report(text="trước")
    assert store.draft(draft.id).undecided == 2
    store.save(draft.id, make_report(text="sau"), "", whole=whole, decided=[decided])
    assert (store.load(draft.id), store.draft(draft.id).undecided) == (make_report(text="sau"), 1)


def test_a_copy_is_due_after_a_decision_that_changed_no_report(store: Store, draft: Draft) -> None:
    number = store.correspondence.keep_received(draft.id, "sua.docx", EDITED, None)
    marks = []
    for decisions in ({}, {"a": "refused"}):
        store.correspondence.decide(Decided(number, 1, decisions))
        with store.file.reading() as connection:
            marks.append(mark_of(connection))
    assert marks[0] != marks[1]


def test_it_goes_for_good_with_its_draft(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path, clock)) as store:
        for subject in ("Bỏ", "Giữ"):
            report = replace(make_report(subject), id=subject)
            number = store.create(report).id
            store.correspondence.keep_sent(number, report, DOCX)
            store.correspondence.keep_received(number, "sua.docx", EDITED, None)
        store.delete(1)
    left = -1
    for _ in range(KEPT_DAYS + 1):
        clock.forward(days=1)
        with closing(open_store(tmp_path, clock)) as store:
            left = len(store.drafts(deleted=True))
    assert left == 0
    with closing(sqlite3.connect(tmp_path / "drafts.sqlite3")) as connection:
        assert connection.execute("SELECT draft_id FROM contribution").fetchall() == []
        assert connection.execute("SELECT draft_id FROM sent").fetchall() == [(2,)]
        assert connection.execute("SELECT draft_id FROM received").fetchall() == [(2,)]
        assert connection.execute("SELECT count(*) FROM received_file").fetchone() == (1,)


def kept(store: Store, draft_id: int) -> tuple[object, ...]:
    """All that is kept for a draft, as it comes back."""
    words = store.correspondence
    sent = [words.sent_file(row.number) for row in words.sent(draft_id)]
    received = [(row.name, row.undecided, row.decisions) for row in words.received(draft_id)]
    contents = [words.received_content(row.number) for row in words.received(draft_id)]
    draft = store.draft(draft_id)
    counts = [draft.undecided, draft.waiting, draft.waiting_due]
    parts = [
        (row.department, row.due_on, row.instruction, row.ids, row.name, back and back.name)
        for row, back in words.contributions(draft_id)
    ]
    return [(each.report, each.docx) for each in sent if each], received, contents, counts, parts


def fill(store: Store) -> int:
    """Keep a file that went out, the one that came back and what was decided; the draft's number."""
    draft_id = store.create(make_report("Một", "x" * 3000)).id
    number = store.correspondence.keep_sent(draft_id, make_report("Một", "x" * 3000), DOCX)
    back = store.correspondence.keep_received(draft_id, "sua.docx", EDITED, number)
    store.correspondence.decide(Decided(back, 5, {"a": "taken"}))
    request = PartRequest("Phòng Tổng hợp", date(2025, 12, 5), "Ngắn gọn.")
    part = make_report("Một", "phần")
    store.correspondence.keep_contribution(draft_id, part, DOCX, request, portions_of(frozenset({7}), "III."))
    return draft_id


def test_a_rescue_brings_it_back(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path / "data", clock)) as store:
        draft_id = fill(store)
        before = kept(store, draft_id)
    path = tmp_path / "data" / "drafts.sqlite3"
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    with closing(open_store(tmp_path / "data", clock)) as store:
        assert store.rescue_notice
        assert kept(store, draft_id) == before


def test_no_zeroed_page_gives_something_else_or_keeps_the_store_shut(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path / "data", clock)) as store:
        draft_id = fill(store)
    data = (tmp_path / "data" / "drafts.sqlite3").read_bytes()
    for page in range(len(data) // PAGE):
        folder = tmp_path / str(page)
        folder.mkdir()
        damaged = data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :]
        (folder / "drafts.sqlite3").write_bytes(damaged)
        with closing(open_store(folder, clock)) as store:
            words = store.correspondence
            for row in words.sent(draft_id):
                found = words.sent_file(row.number)
                assert found is None or (found.report.subject, found.docx) == ("Một", DOCX)
            for back in words.received(draft_id):
                with suppress(UserError):
                    assert words.received_content(back.number) == EDITED


def test_the_file_for_another_pc_brings_it(store: Store, tmp_path: Path, clock: Clock) -> None:
    target = tmp_path / "toan-bo.danvan-toan-bo"
    with closing(open_store(tmp_path / "old", clock)) as old:
        before = kept(old, fill(old))
        draft_id = next(iter(old.drafts())).id
        old.history.take(draft_id, old.load(draft_id), "work")
        write_everything(old.file, target, {})
    store.create(replace(make_report("Ở đây"), id="1"))
    for _ in range(2):
        take_everything(store, target)
    here = next(each for each in store.drafts() if each.subject == "Một")
    assert kept(store, here.id) == before
    (row,) = store.correspondence.received(here.id)
    part, whole = store.correspondence.sent(here.id)
    assert row.sent == whole.number
    ((asked, _),) = store.correspondence.contributions(here.id)
    assert asked.sent == part.number
