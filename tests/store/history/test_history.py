"""The history: every version comes back as it was, none is kept twice, what is damaged is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.report.numbering import renumber
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.opening import open_store
from tests.builders.full_report import report as full_report
from tests.builders.report_edits import edited
from tests.builders.strategies import reports
from tests.store.stored_reports import Clock, make_report


@pytest.fixture
def draft(store: Store) -> Draft:
    return store.create(make_report())


def states(count: int, seed: int = 1) -> Iterator[Report]:
    """A report while it is worked on."""
    dice, report = Random(seed), renumber(full_report())
    for _ in range(count):
        report = edited(report, dice, times=3)
        yield report


def test_every_version_comes_back_as_it_was(store: Store, clock: Clock, draft: Draft) -> None:
    kept = {}
    for state in states(30):
        clock.forward(minutes=10)
        kept[store.history.take(draft.id, state, "work")] = state
    assert len(kept) > 20
    for number, state in kept.items():
        assert store.history.report(number) == state
    listed = store.history.versions(draft.id)
    assert [version.number for version in listed] == sorted(kept, reverse=True)
    assert {version.reason for version in listed} == {"work"}


@settings(max_examples=25)
@given(st.lists(reports(), min_size=1, max_size=5))
def test_any_reports_come_back(tmp_path_factory: pytest.TempPathFactory, found: list[Report]) -> None:
    with closing(open_store(tmp_path_factory.mktemp("any"))) as store:
        draft = store.create(found[0])
        kept = [(store.history.take(draft.id, each, "work"), each) for each in found]
        for number, each in kept:
            assert replace(store.history.report(number), modified=each.modified) == each


def test_also_after_the_program_was_closed(tmp_path: Path) -> None:
    kept = {}
    for state in states(6):
        with closing(open_store(tmp_path)) as store:
            draft = next(iter(store.drafts()), None) or store.create(state)
            kept[store.history.take(draft.id, state, "closed")] = state
    with closing(open_store(tmp_path)) as store:
        assert {number: store.history.report(number) for number in kept} == kept


def test_where_nothing_changed_no_other_version_is_made(store: Store, clock: Clock, draft: Draft) -> None:
    first = store.history.take(draft.id, make_report(), "closed")
    clock.forward(days=1)
    again = replace(make_report(), modified=clock())
    assert store.history.take(draft.id, again, "opened") == first
    assert [version.reason for version in store.history.versions(draft.id)] == ["closed"]


def test_an_export_of_the_same_text_makes_its_version_one_that_stays(store: Store, draft: Draft) -> None:
    number = store.history.take(draft.id, make_report(), "work")
    assert store.history.take(draft.id, make_report(), "exported") == number
    assert store.history.take(draft.id, make_report(), "named", "Bản gửi chị Hà") == number
    (version,) = store.history.versions(draft.id)
    assert (version.reason, version.name) == ("exported", "Bản gửi chị Hà")
    assert store.history.report(number) == make_report()


def test_a_version_gets_a_name_and_loses_it(store: Store, draft: Draft) -> None:
    number = store.history.take(draft.id, make_report(), "work")
    store.history.rename(number, "  Bản   gửi lần 1 ")
    assert store.history.versions(draft.id)[0].name == "Bản gửi lần 1"
    store.history.rename(number, " ")
    assert store.history.versions(draft.id)[0].name is None
    assert store.history.report(number) == make_report()


def test_each_report_has_a_history_of_its_own(store: Store, draft: Draft) -> None:
    other = store.create(make_report("Báo cáo khác"))
    store.history.take(draft.id, make_report(text="một"), "work")
    store.history.take(other.id, make_report(text="hai"), "work")
    store.history.take(draft.id, make_report(text="ba"), "work")
    texts = [
        store.history.report(version.number).sections[0].blocks[0]
        for version in store.history.versions(draft.id)
    ]
    assert texts == [make_report(text=text).sections[0].blocks[0] for text in ("ba", "một")]


def test_versions_are_thinned_as_they_are_taken(store: Store, clock: Clock, draft: Draft) -> None:
    for state in states(12):
        store.history.take(draft.id, state, "work")
        clock.forward(minutes=5)
    before = {
        version.number: store.history.report(version.number) for version in store.history.versions(draft.id)
    }
    _use_for_days(store, clock, 3)
    store.history.take(draft.id, make_report(text="hôm nay"), "work")
    left = store.history.versions(draft.id)
    assert 2 <= len(left) < 5
    for version in left[1:]:
        assert store.history.report(version.number) == before[version.number]


def test_what_others_are_written_as_changes_of_stays_for_them(
    store: Store, clock: Clock, draft: Draft
) -> None:
    base, *later = states(4)
    whole = store.history.take(draft.id, base, "work")
    numbers = [store.history.take(draft.id, state, "work") for state in later]
    for number in numbers:
        store.history.rename(number, f"Bản {number}")
    _use_for_days(store, clock, 100)
    store.history.take(draft.id, make_report(), "work")
    assert whole not in [version.number for version in store.history.versions(draft.id)]
    assert [store.history.report(number) for number in numbers] == later


def _use_for_days(store: Store, clock: Clock, days: int) -> None:
    from danvan_desktop.store.rows import purge

    for _ in range(days):
        clock.forward(days=1)
        with store.file.transaction() as connection:
            purge.purge(connection, clock())


def test_a_clock_that_is_wrong_for_a_day_lets_nothing_go(store: Store, clock: Clock, draft: Draft) -> None:
    for state in states(6):
        store.history.take(draft.id, state, "work")
        clock.forward(minutes=5)
    clock.forward(days=2000)
    store.history.take(draft.id, make_report(), "work")
    assert len(store.history.versions(draft.id)) == 7


def test_a_purged_report_takes_its_history_along(store: Store, clock: Clock, draft: Draft) -> None:
    number = store.history.take(draft.id, make_report(), "work")
    store.delete(draft.id)
    _use_for_days(store, clock, 95)
    assert store.history.versions(draft.id) == ()
    with pytest.raises(UserError, match="không còn trong lịch sử"):
        store.history.report(number)


def _spoil(store: Store, number: int) -> None:
    with store.file.transaction() as connection:
        connection.execute(
            "UPDATE version SET content = substr(content, 1, 9) || x'00' || substr(content, 11) WHERE id = ?",
            (number,),
        )


def test_a_damaged_version_is_refused_and_listed_as_damaged(store: Store, draft: Draft) -> None:
    number = store.history.take(draft.id, make_report(text="một"), "work")
    _spoil(store, number)
    with pytest.raises(UserError, match="bị hỏng"):
        store.history.report(number)
    (version,) = store.history.versions(draft.id)
    assert version.is_damaged
    assert store.load(draft.id) == make_report()


def test_after_a_damaged_whole_one_the_next_is_whole_again(store: Store, draft: Draft) -> None:
    first, second, third = states(3)
    whole = store.history.take(draft.id, first, "work")
    change = store.history.take(draft.id, second, "work")
    _spoil(store, whole)
    with pytest.raises(UserError):
        store.history.report(change)
    assert [version.is_damaged for version in store.history.versions(draft.id)] == [True, True]
    number = store.history.take(draft.id, third, "work")
    assert store.history.report(number) == third


def test_the_check_behind_the_window_tells_of_damaged_versions_once(store: Store, tmp_path: Path) -> None:
    first, second = states(2)
    draft = store.create(first)
    whole = store.history.take(draft.id, first, "work")
    store.history.take(draft.id, second, "work")
    _spoil(store, whole)
    store.begin_check()
    assert store._check is not None
    store._check.wait()
    (told,) = store.news()
    assert "có 2 bản bị hỏng" in told
    store.close()
    with closing(open_store(tmp_path / "data")) as again:
        again.begin_check()
        assert again._check is not None
        again._check.wait()
        assert again.news() == ()


def test_a_file_that_was_made_anew_meanwhile_gets_a_whole_version(store: Store, draft: Draft) -> None:
    first, second = states(2)
    store.history.take(draft.id, first, "work")
    with store.file.transaction() as connection:
        connection.execute("DELETE FROM version")
    number = store.history.take(draft.id, second, "work")
    assert store.history.report(number) == second


def test_exported_files_are_remembered_with_their_sums(store: Store, tmp_path: Path, draft: Draft) -> None:
    kept, changed, gone = (tmp_path / name for name in ("a.docx", "b.pdf", "c.docx"))
    for path in (kept, changed, gone):
        path.write_bytes(path.name.encode())
    number = store.history.take(draft.id, make_report(), "exported")
    store.history.note_exported(draft.id, number, [kept, changed, gone])
    changed.write_bytes(b"edited in Word")
    gone.unlink()
    found = {file.path: file.state() for file in store.history.exported(draft.id)}
    assert found == {kept: "as exported", changed: "changed", gone: "absent"}
    assert {file.version for file in store.history.exported(draft.id)} == {number}


def test_a_history_of_an_earlier_release_is_empty(tmp_path: Path) -> None:
    from tests.store.stored_reports import make_old_database

    path = tmp_path / "drafts.sqlite3"
    make_old_database(path, make_report())
    with closing(open_store(tmp_path)) as store:
        (draft,) = store.drafts()
        assert store.history.versions(draft.id) == ()
        store.history.take(draft.id, make_report(text="mới"), "work")
        assert len(store.history.versions(draft.id)) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
