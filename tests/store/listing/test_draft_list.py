"""The list is read as rows; an entry is made when it is asked for; damage of a row stays with that row."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from danvan_desktop.report.model import PartialDate, Report, Request, State
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.listing.draft import Draft, Row, draft_of
from danvan_desktop.store.listing.draft_list import DraftList, Order
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


def titles(drafts: DraftList) -> list[str]:
    return [draft.title for draft in drafts]


def due(subject: str, day: int | None, state: State = "drafting") -> Report:
    request = None if day is None else Request("Sở Nội vụ", due=PartialDate(2025, 12, day))
    return replace(report(subject, 2025, state), request=request)


def test_reports_of_one_year_and_subject_are_found_however_they_are_spelt(store: Store) -> None:
    made = [
        store.create(report(subject, year)).id
        for subject, year in (("Uỷ ban  báo cáo", 2025), ("Ủy ban báo cáo", 2024), ("Khác", 2025), ("", 2025))
    ]
    found = store.drafts().of_subject
    assert [draft.id for draft in found(2025, "ủy ban báo cáo")] == made[:1]
    assert not found(2026, "Ủy ban báo cáo")
    assert not found(2025, " "), "without a subject nothing is alike"
    store._set(made[0], damaged=1)
    assert not store.drafts().of_subject(2025, "Uỷ ban báo cáo")


def test_the_list_is_sorted_and_what_is_alike_stays_as_it_stood(store: Store) -> None:
    for minutes, (subject, year, state) in enumerate(
        (
            ("Văn hóa", 2025, "issued"),
            ("đường lối", 2024, "drafting"),
            ("Ấn phẩm", 2025, "consulting"),
            ("Dân vận", 2026, "drafting"),
        )
    ):
        store.create(report(subject, year, state, minutes))  # type: ignore[arg-type]  # states they are
    drafts = store.drafts()
    assert titles(drafts.sorted_by("modified")) == ["Dân vận", "Ấn phẩm", "đường lối", "Văn hóa"]
    by_year = drafts.sorted_by("year")
    assert titles(by_year) == ["Dân vận", "Ấn phẩm", "Văn hóa", "đường lối"]
    assert by_year.groups("year") == [(2026, 0), (2025, 1), (2024, 3)]
    assert titles(drafts.sorted_by("title")) == ["Ấn phẩm", "Dân vận", "đường lối", "Văn hóa"]
    assert by_year.groups("title") == []
    by_state = drafts.sorted_by("state")
    assert titles(by_state) == ["Dân vận", "đường lối", "Ấn phẩm", "Văn hóa"]
    assert by_state.groups("state") == [("drafting", 0), ("consulting", 2), ("issued", 3)]


def test_what_must_be_sent_first_stands_first_and_what_was_sent_last(store: Store) -> None:
    for each in (
        due("Không hạn", None),
        due("Trong tháng", None),
        due("Ngày 15", 15),
        due("Đã gửi", 1, "issued"),
        due("Ngày 2", 2),
    ):
        store.create(each)
    assert titles(store.drafts().sorted_by("due"))[:2] == ["Ngày 2", "Ngày 15"]
    assert set(titles(store.drafts().sorted_by("due"))[2:]) == {"Không hạn", "Trong tháng", "Đã gửi"}


@pytest.mark.parametrize("order", get_args(Order))
def test_damaged_rows_can_be_sorted_too(store: Store, order: Order) -> None:
    damaged = [store.create(make_report(f"Báo cáo {number}")).id for number in range(len(DAMAGE))]
    for number, (column, value) in zip(damaged, DAMAGE.items(), strict=True):
        store.file.database.execute_sql(
            f"UPDATE draft SET {column} = ?, due = ? WHERE id = ?",  # noqa: S608 - our own names
            (value, value, number),
        )
    store.create(make_report("Nguyên vẹn"))
    drafts = store.drafts().sorted_by(order)
    assert len(drafts) == len(DAMAGE) + 1
    assert sum(first == 0 for _, first in drafts.groups(order)) <= 1


def test_a_later_releases_state_is_a_group_of_its_own(store: Store) -> None:
    store.create(replace(make_report(), state="a state of a later release"))  # type: ignore[arg-type]  # on purpose
    store.create(make_report())
    assert store.drafts().sorted_by("state").groups("state") == [("drafting", 0), ("", 1)]


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
    "settled": "x",
    "issued_as": b"\xff",
    "signed_file": b"\xff",
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
