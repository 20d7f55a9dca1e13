"""The list is read as rows; an entry is made when it is asked for; damage of a row stays with that row."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report, State
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft, Row, draft_of
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.opening import open_store
from tests.builders.many_reports import YEARS, fill
from tests.store.stored_reports import MOMENT, make_report


def report(subject: str, year: int, state: State = "drafting", minutes: int = 0) -> Report:
    return replace(make_report(subject), year=year, state=state, modified=MOMENT + timedelta(minutes=minutes))


def test_no_entry_is_made_before_it_is_asked_for(store: Store) -> None:
    for number in range(5):
        store.create(make_report(f"Báo cáo {number}"))
    made: list[int] = []
    drafts = store.drafts()

    def make(row: Row) -> Draft:
        made.append(row[0])
        return draft_of(row)

    counted = DraftList(drafts._rows, make)
    assert (len(counted), counted.numbers, counted.place_of(2)) == (5, [5, 4, 3, 2, 1], 3)
    assert made == []
    assert [counted[3].title, counted[3].title] == ["Báo cáo 1"] * 2
    assert made == [2]
    assert [draft.id for draft in counted[1:3]] == [4, 3]


def test_the_current_report_is_the_latest_years_that_is_not_issued_and_was_edited_last(store: Store) -> None:
    assert store.drafts().current() is None
    for each in (
        report("Năm trước", 2024, minutes=9),
        report("Đã gửi", 2025, "issued", minutes=8),
        report("Đang soạn", 2025, minutes=2),
        report("Soạn trước đó", 2025, minutes=1),
    ):
        store.create(each)
    current = store.drafts().current()
    assert current is not None
    assert current.title == "Đang soạn"
    store._set(current.id, damaged=1)
    current = store.drafts().current()
    assert current is not None
    assert current.title == "Soạn trước đó"


def test_reports_of_earlier_years_come_with_the_latest_issued_one_first(store: Store) -> None:
    for each in (
        report("Năm nay", 2026),
        report("Bản nháp", 2025, minutes=5),
        report("Đã gửi", 2025, "issued"),
        report("Xưa", 2020, "issued", minutes=9),
    ):
        store.create(each)
    assert [draft.title for draft in store.drafts().before(2026)] == ["Đã gửi", "Bản nháp", "Xưa"]
    assert store.drafts().years() == {2026, 2025, 2020}


def test_each_year_and_state_has_a_sample(tmp_path: Path) -> None:
    fill(tmp_path, make_report(), 10 * YEARS)
    store = open_store(tmp_path)
    drafts = store.drafts()
    samples = drafts.samples
    assert {draft.year for draft in samples} == {draft.year for draft in drafts}
    assert {draft.state for draft in samples} == {"drafting", "issued", "consulting"}
    assert len(samples) <= YEARS + 3
    store.close()


DAMAGE: dict[str, object] = {
    "name": b"\xff",
    "subject": b"\xc4",
    "year": "hai nghìn",
    "state": b"\x07",
    "modified": "hôm qua",
    "opened": "2025-13-45T00:00:00",
    "place": b"\x00",
    "round": "x",
    "agency": b"\xff",
}


@pytest.mark.parametrize("column", DAMAGE)
def test_a_damaged_row_is_made_anew_from_its_report(store: Store, column: str) -> None:
    sound = store.create(make_report("Nguyên vẹn"))
    draft = store.create(make_report("Công tác Dân vận"))
    store.file.database.execute_sql(
        f"UPDATE draft SET {column} = ? WHERE id = ?",  # noqa: S608 - our own names
        (DAMAGE[column], draft.id),
    )
    drafts = store.drafts()
    assert len(drafts) == 2
    assert drafts.current() is not None
    place = drafts.place_of(draft.id)
    assert place is not None
    assert isinstance(drafts.title(place), str)
    assert drafts[place] == draft
    assert store.draft(draft.id) == draft, "and stays so"
    assert store.draft(sound.id) == sound


def test_text_that_is_none_is_damage_of_its_row_alone(store: Store) -> None:
    sound, draft = store.create(make_report("Nguyên vẹn")), store.create(make_report("Công tác Dân vận"))
    store.file.database.execute_sql(
        "UPDATE draft SET subject = CAST(x'c4c4c4' AS TEXT) WHERE id = ?", (draft.id,)
    )
    assert {each.id: each for each in store.drafts()} == {sound.id: sound, draft.id: draft}


def test_a_damaged_row_of_a_damaged_report_is_shown_as_damaged(store: Store) -> None:
    draft = store.create(make_report("Công tác Dân vận"))
    store.file.database.execute_sql("UPDATE draft SET modified = 'x', year = 'y'")
    store.file.database.execute_sql("UPDATE content SET checksum = ''")
    store.file.watch.note_write()  # as if the disk had done it, and nobody had written
    (shown,) = store.drafts()
    assert (shown.id, shown.title, shown.is_damaged) == (draft.id, "Công tác Dân vận", True)
    assert isinstance(shown, Draft)
