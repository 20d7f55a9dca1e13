"""The list of reports shows deadline and open items without reading whole reports."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from danvan_desktop.report.annexes.totals import problems
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import confirm_all, total
from danvan_desktop.report.lifecycle.states import issue
from danvan_desktop.report.model import (
    Letterhead,
    Marks,
    Paragraph,
    PartialDate,
    Report,
    Request,
    Run,
    Signature,
    Table,
)
from danvan_desktop.report.office.office import Office
from danvan_desktop.report.tab_count import TabCount
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.report.codec.test_danvan_file import UNTYPED_FIELDS
from tests.store.stored_reports import MOMENT, Clock, make_report

OFFICE = Office(
    "ỦY BAN NHÂN DÂN TỈNH A", "VĂN PHÒNG", signers=(Signature(("CHÁNH VĂN PHÒNG",), None, "Nguyễn Văn A"),)
)


def this_years() -> Report:
    old = make_report(text="Có 12 mô hình, tăng 03 mô hình so với năm 2024.")
    report = next_year(old, 2026, MOMENT, "new")
    closing = (Paragraph(99, runs=(Run("Trên đây là báo cáo."),), note="chờ số liệu"),)
    request = Request("Sở Nội vụ", due=PartialDate(2026, 12, 15))
    return replace(report, closing=closing, next_id=100, request=request)


def test_the_list_tells_deadline_round_and_what_is_open(store: Store) -> None:
    report = this_years()
    draft = store.create(replace(report, state="consulting", marks=Marks(draft=2)))
    assert (draft.due, draft.round) == (PartialDate(2026, 12, 15), 2)
    assert draft.counts == total(report)
    assert draft.counts is not None
    assert (draft.counts.unchecked, draft.counts.missing) == (3, 1)
    store.save(draft.id, replace(report, closing=(), request=Request(due=PartialDate(None, 12))), "")
    (listed,) = store.drafts()
    assert (listed.due, listed.round) == (PartialDate(None, 12, None), None)
    assert listed.counts is not None
    assert listed.counts.missing == 0


def test_the_list_tells_what_was_reviewed_and_how_it_was_issued(store: Store) -> None:
    report = this_years()
    draft = store.create(report)
    assert (draft.settled, draft.issued_as, draft.signed_file) == (0, "", "")
    kept = [confirm_all(block) for block in report.sections[0].blocks if isinstance(block, Paragraph)]
    reviewed = replace(report, sections=(replace(report.sections[0], blocks=tuple(kept)),))
    head = replace(report.letterhead, symbol="BC-VP")
    issued = issue(replace(reviewed, letterhead=head), "214", PartialDate(2026, 6, 24), MOMENT, "ky.pdf")
    store.save(draft.id, issued, "")
    (listed,) = store.drafts()
    assert listed.settled == 3
    assert (listed.issued_as, listed.signed_file) == ("số 214/BC-VP ngày 24/6/2026", "ky.pdf")


def first_release(folder: Path) -> None:
    """Leave a data folder as the first release did."""
    folder.mkdir()
    connection = sqlite3.connect(folder / "drafts.sqlite3")
    for statement in STEPS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_a_database_of_the_first_release_keeps_annex_forms_and_content(tmp_path: Path, clock: Clock) -> None:
    first_release(tmp_path / "old")
    text = UNTYPED_FIELDS.read_text("utf-8")
    with closing(sqlite3.connect(tmp_path / "old" / "drafts.sqlite3")) as connection:
        connection.execute(
            "INSERT INTO draft (subject, year, state, created, modified, folded, content) "
            "VALUES ('x', 2026, 'issued', ?, ?, '', ?)",
            (MOMENT.isoformat(), MOMENT.isoformat(), text),
        )
        connection.commit()
    store = open_store(tmp_path / "old", clock)
    report = store.load(1)
    table = report.annexes[0].blocks[0]
    assert isinstance(table, Table)
    assert table.form is not None
    assert (table.form.id, table.form.full_marks) == ("cham-diem", 100)
    assert problems(report.annexes[0]) == ()
    wrong = replace(table, form=replace(table.form, full_marks=90))
    assert problems(replace(report.annexes[0], blocks=(wrong,))) == (
        "Tổng điểm tối đa phải bằng 90 (đang là 100).",
    )
    store.save(1, report, "")
    store.close()
    with closing(sqlite3.connect(tmp_path / "old" / "drafts.sqlite3")) as connection:
        (stored,) = connection.execute("SELECT report FROM content").fetchone()
    assert json.loads(stored) == json.loads(text)


def test_reports_of_the_first_release_are_counted_afterwards(tmp_path: Path, clock: Clock) -> None:
    from danvan_desktop.report.codec.danvan_file import to_json

    folder = tmp_path / "old"
    first_release(folder)
    connection = sqlite3.connect(folder / "drafts.sqlite3")
    for content in (to_json(this_years()), "{}"):
        connection.execute(
            "INSERT INTO draft (subject, year, state, created, modified, folded, content) "
            "VALUES ('x', 2026, 'drafting', ?, ?, '', ?)",
            (MOMENT.isoformat(), MOMENT.isoformat(), content),
        )
    connection.commit()
    connection.close()
    store = open_store(folder, clock)
    assert [draft.counts for draft in store.drafts()] == [None, None]
    store.settle()
    counts = {draft.id: draft.counts for draft in store.drafts()}
    assert counts == {1: total(this_years()), 2: TabCount("")}
    assert {draft.id: draft.due for draft in store.drafts()}[1] == PartialDate(2026, 12, 15)
    store.close()
    assert len(list(folder.glob("drafts-v1-*.sqlite3"))) == 1


def test_offices_are_kept_in_their_order(store: Store) -> None:
    assert store.offices() == ()
    other = Office("TỈNH ỦY A", "BAN DÂN VẬN", recipients=("Tỉnh ủy",))
    store.keep_offices([OFFICE, other])
    assert store.offices() == (OFFICE, other)
    store.keep_offices([other])
    assert store.offices() == (other,)


def test_an_office_of_a_later_release_is_not_lost(store: Store) -> None:
    store.file.database.execute_sql("INSERT INTO office VALUES (0, '{\"signers\": 7}', '')")
    assert store.offices() == ()
    store.keep_offices([OFFICE])
    assert store.offices() == (OFFICE,)
    rows = store.file.database.execute_sql("SELECT content FROM office ORDER BY position").fetchall()
    assert rows[1] == ('{"signers": 7}',)


def test_a_copy_of_an_issued_report_can_be_edited(store: Store) -> None:
    report = issue(make_report(), "45", PartialDate(2025, 12, 15), MOMENT, "bc.pdf")
    copy = store.load(store.duplicate(store.create(report).id).id)
    assert (copy.state, copy.letterhead.number, copy.letterhead.issued_on) == (
        "drafting",
        None,
        PartialDate(2025),
    )
    assert copy.attachments.signed_file is None
    assert copy.id != report.id


def test_the_list_tells_whose_report_it_is_also_of_one_saved_by_an_earlier_release(store: Store) -> None:
    head = Letterhead(parent_agency="ỦY BAN NHÂN DÂN TỈNH A", agency="VĂN PHÒNG")
    draft = store.create(replace(make_report(), letterhead=head))
    assert draft.agency == "ỦY BAN NHÂN DÂN TỈNH A – VĂN PHÒNG"
    assert store.create(make_report()).agency == ""
    store.file.database.execute_sql("UPDATE draft SET agency = NULL")
    assert {each.agency for each in store.drafts()} == {None}
    store.settle()
    assert {each.agency for each in store.drafts()} == {draft.agency, ""}
