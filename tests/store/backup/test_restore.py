"""What comes out of a copy is what went in, beside what is there, which nothing changes."""

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.backup.backup import Backup
from danvan_desktop.store.backup.restore import restore
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.old_data import OldData, OldReport, read_old_data
from tests.builders.strategies import reports
from tests.store.stored_reports import MOMENT, Clock, make_report

OFFICE = Office(agency="VĂN PHÒNG")


def all_in(store: Store) -> list[Report]:
    return [store.load(draft.id) for draft in store.drafts()]


def bare(found: list[Report]) -> list[str]:
    """What the reports say, without whose they are, in an order of its own."""
    return sorted(repr(replace(each, id="")) for each in found)


def copied(store: Store) -> OldData:
    """Make a copy of ``store`` and read it."""
    made = Backup(store.file).round(None, asked=True).made
    assert made is not None
    found = read_old_data(made, MOMENT)
    assert found is not None
    return found


@settings(max_examples=25)
@given(st.lists(reports(), min_size=1, max_size=4), st.data())
def test_a_copy_gives_back_the_very_reports(made: list[Report], data: st.DataObject) -> None:
    made = [replace(each, id=f"{number}") for number, each in enumerate(made)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(open_store(folder / "one", Clock())) as store:
            drafts = [store.create(each) for each in made]
            whole = data.draw(st.booleans())
            edited = replace(made[0], subject="Sửa sau cùng")
            store.save(drafts[0].id, edited, "", whole=True)
            store.save(drafts[0].id, replace(edited, subject="Sửa nữa"), "", whole=whole)
            kept = all_in(store)
            found = copied(store)
        with closing(open_store(folder / "two", Clock())) as other:
            restore(other, found.reports, found.offices)
            assert sorted(all_in(other), key=lambda each: each.id) == sorted(kept, key=lambda each: each.id)


def test_reports_come_beside_those_that_are_there(store: Store) -> None:
    draft = store.create(make_report("Một", "hôm qua"))
    store.keep_offices((OFFICE,))
    found = copied(store)
    store.save(draft.id, make_report("Một", "hôm nay"), "")
    came = restore(store, found.reports, found.offices)
    assert came.titles == ("Một",)
    assert bare(all_in(store)) == bare([make_report("Một", "hôm nay"), make_report("Một", "hôm qua")])
    assert len({each.id for each in all_in(store)}) == 2
    assert store.load(draft.id) == make_report("Một", "hôm nay")
    assert store.offices() == (OFFICE,)


def test_reports_that_bear_one_identity_get_two(store: Store) -> None:
    twins = [OldReport(make_report("Một")), OldReport(make_report("Hai"))]
    restore(store, twins, ())
    assert len({each.id for each in all_in(store)}) == 2


def test_all_of_another_pc_comes_once(store: Store, tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path / "old", clock)) as old:
        kept = old.create(make_report("Một"))
        old.rename(kept.id, "Tên của tôi")
        later = make_report("Một", "sửa sau")
        gone = old.create(replace(later, id="hai", modified=MOMENT + timedelta(days=1)))
        old.delete(gone.id)
        old.keep_offices((OFFICE,))
        found = copied(old)
    first = restore(store, found.reports, found.offices, as_there=True)
    assert (first.skipped, first.offices, first.problem) == (0, 1, "")
    assert [draft.title for draft in store.drafts()] == ["Tên của tôi"]
    assert [draft.subject for draft in store.drafts(deleted=True)] == ["Một"]
    again = restore(store, found.reports, found.offices, as_there=True)
    assert (again.titles, again.skipped, again.problem) == ((), 2, "")


def test_a_report_that_was_edited_here_since_stays_and_the_other_comes_beside(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    with closing(open_store(tmp_path / "old", clock)) as old:
        old.create(make_report("Một", "ở máy cũ"))
        found = copied(old)
    here = store.create(make_report("Một", "ở máy này"))
    for _ in range(2):  # the second time nothing is new
        restore(store, found.reports, found.offices, as_there=True)
        assert store.load(here.id) == make_report("Một", "ở máy này")
        assert bare(all_in(store)) == bare([make_report("Một", "ở máy này"), make_report("Một", "ở máy cũ")])


def test_it_says_how_many_are_done(store: Store) -> None:
    told: list[tuple[int, int]] = []
    restore(store, [OldReport(make_report()) for _ in range(3)], (), tell=lambda *share: told.append(share))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_who_ends_the_program_meanwhile_has_some_of_them_whole(store: Store) -> None:
    answers = iter([True, True, False])
    chosen = [OldReport(replace(make_report(f"Số {number}"), id=str(number))) for number in range(5)]
    came = restore(store, chosen, (), is_wanted=lambda: next(answers))
    assert came.titles == ("Số 0", "Số 1")
    assert bare(all_in(store)) == bare([each.report for each in chosen[:2]])


def test_a_disk_that_takes_no_more_is_told(store: Store, clock: Clock) -> None:
    store.file.read_only_reason = "Ổ đĩa đầy."
    assert restore(store, [OldReport(make_report())], ()).problem == "Ổ đĩa đầy."


def test_words_of_an_office_that_is_here_already_come_along(
    store: Store, tmp_path: Path, clock: Clock
) -> None:
    store.keep_offices((replace(OFFICE, words=("tiệt",)),))
    with closing(open_store(tmp_path / "old", clock)) as old:
        old.keep_offices((replace(OFFICE, words=("Pờ Sì Ngài",), rules_off=("x",), symbol="khác"),))
        found = copied(old)

    came = restore(store, found.reports, found.offices, as_there=True)

    assert came.offices == 0
    assert store.offices() == (replace(OFFICE, words=("tiệt", "Pờ Sì Ngài")),)
