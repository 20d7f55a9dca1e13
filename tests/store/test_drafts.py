"""The list of reports: search without tone marks, names, copies, the bin."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.model import Paragraph, Report, Run
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.contents import DamagedReportError
from tests.store.stored_reports import MOMENT, Clock, found, make_report, write_as_it_is


def titles(store: Store, search: str = "") -> list[str]:
    return [draft.title for draft in (found(store, search) if search else store.drafts())]


def test_a_kept_report_comes_back_as_it_was(store: Store) -> None:
    report = make_report(text="Đường lối của Đảng")
    assert store.load(store.create(report).id) == report


def test_drafts_of_one_report_are_found_by_its_identity_alone(store: Store) -> None:
    mine = store.create(replace(make_report(text="“khác” là mã của báo cáo khác"), id="mã “của” tôi"))
    other = store.create(replace(make_report(text='"mã “của” tôi"'), id="khác"))
    assert [draft.id for draft in store.of_report("mã “của” tôi")] == [mine.id]
    assert [draft.id for draft in store.of_report("khác")] == [other.id]
    assert store.of_report("lạ") == store.of_report("") == ()
    store.delete(mine.id)
    (found,) = store.of_report("mã “của” tôi")
    assert found.deleted is not None


def test_the_list_shows_the_last_edited_first(store: Store) -> None:
    old = store.create(make_report("Báo cáo cũ"))
    store.create(replace(make_report("Báo cáo mới"), modified=MOMENT + timedelta(hours=1)))
    assert titles(store) == ["Báo cáo mới", "Báo cáo cũ"]
    store.save(old.id, replace(make_report("Báo cáo cũ"), modified=MOMENT + timedelta(hours=2)), "")
    assert titles(store) == ["Báo cáo cũ", "Báo cáo mới"]


@pytest.mark.parametrize(
    "search", ["dan van", "DÂN VẬN", "dang", "duong loi", "đường lối", "van dan", "duo", "2025"]
)
def test_search_needs_no_tone_marks_and_looks_into_the_text(store: Store, search: str) -> None:
    store.create(make_report("Công tác Dân vận", "quán triệt đường lối của Đảng"))
    store.create(replace(make_report("Cải cách hành chính", "thủ tục"), year=2024))
    assert titles(store, search) == ["Công tác Dân vận"]


def test_reports_with_the_words_together_come_first_and_quotation_marks_want_no_others(store: Store) -> None:
    store.create(make_report("Một", "ủng hộ quỹ Vì người nghèo"))
    store.create(replace(make_report("Hai", "vì dân, người nghèo"), modified=MOMENT + timedelta(hours=1)))
    store.create(replace(make_report("Ba", "người dân"), modified=MOMENT + timedelta(hours=2)))
    assert titles(store, "vi nguoi ngheo") == ["Một", "Hai"]
    assert titles(store, '"vi  nguoi ngheo"') == titles(store, "“Vì người nghèo” quy") == ["Một"]
    assert titles(store, '"nguoi ngheo" vi') == ["Hai", "Một"]


@pytest.mark.parametrize("search", ["%", "_", "'", '"', "\\", "dan van khong co"])
def test_signs_are_searched_as_they_stand(store: Store, search: str) -> None:
    store.create(make_report("Công tác Dân vận", "quán triệt"))
    assert titles(store, search) == []


def test_search_follows_what_was_saved_last(store: Store) -> None:
    draft = store.create(make_report(text="chỉ tiêu cũ"))
    store.save(draft.id, make_report(text="mô hình mới"), "")
    assert (titles(store, "chi tieu"), len(titles(store, "mo hinh"))) == ([], 1)


def test_saving_keeps_the_place_of_the_cursor(store: Store) -> None:
    draft = store.create(make_report())
    store.save(draft.id, make_report(), "section:1/block:2/5")
    assert store.drafts()[0].place == "section:1/block:2/5"


def test_what_the_list_shows_follows_the_report(store: Store) -> None:
    draft = store.create(make_report())
    store.save(draft.id, replace(make_report("Khác"), year=2026, state="consulting"), "")
    (listed,) = store.drafts()
    assert (listed.subject, listed.year, listed.state) == ("Khác", 2026, "consulting")


def test_a_name_of_its_own_stands_in_the_list_and_is_found(store: Store) -> None:
    draft = store.create(make_report("Công tác Dân vận"))
    store.rename(draft.id, "  Bản gửi   Sở ")
    assert titles(store, "ban gui so") == ["Bản gửi Sở"]
    store.save(draft.id, make_report("Công tác Dân vận", "đã sửa"), "")
    assert titles(store, "ban gui so") == ["Bản gửi Sở"]
    store.rename(draft.id, " ")
    assert titles(store) == ["Công tác Dân vận"]
    assert titles(store, "ban gui so") == []


def test_a_copy_is_another_report(store: Store, clock: Clock) -> None:
    draft = store.create(make_report("Công tác Dân vận", "nội dung"))
    clock.forward(minutes=1)
    copy = store.duplicate(draft.id)
    first, second = store.load(draft.id), store.load(copy.id)
    assert titles(store) == ["Công tác Dân vận (bản sao)", "Công tác Dân vận"]
    assert first.id != second.id
    assert replace(second, id=first.id, modified=first.modified) == first


def test_a_deleted_report_can_be_brought_back(store: Store) -> None:
    draft = store.create(make_report("Công tác Dân vận", "nội dung"))
    store.delete(draft.id)
    assert not store.drafts()
    assert [each.title for each in found(store, "noi dung", deleted=True)] == ["Công tác Dân vận"]
    assert store.count_deleted() == 1
    store.restore(draft.id)
    assert titles(store) == ["Công tác Dân vận"]
    assert not store.drafts(deleted=True)
    assert store.count_deleted() == 0


def test_what_was_deleted_last_stands_first_in_the_bin(store: Store, clock: Clock) -> None:
    old = store.create(make_report("Báo cáo cũ"))
    new = store.create(replace(make_report("Báo cáo mới"), modified=MOMENT + timedelta(hours=1)))
    store.delete(new.id)
    clock.forward(minutes=1)
    store.delete(old.id)
    assert [draft.title for draft in store.drafts(deleted=True)] == ["Báo cáo cũ", "Báo cáo mới"]


def test_a_deleted_report_is_kept_90_days(tmp_path: Path, clock: Clock) -> None:
    store = open_store(tmp_path, clock)
    store.delete(store.create(make_report()).id)
    store.close()
    kept = []
    for _ in range(91):
        clock.forward(days=1)
        store = open_store(tmp_path, clock)
        kept.append(len(store.drafts(deleted=True)))
        store.close()
    assert kept == [1] * 90 + [0]


def test_a_clock_that_jumps_deletes_nothing_for_good(tmp_path: Path, clock: Clock) -> None:
    for days in (0, 4_000, -4_000, 200):
        clock.forward(days=days)
        store = open_store(tmp_path, clock)
        store.delete(store.create(make_report()).id)
        store.close()
    store = open_store(tmp_path, clock)
    assert len(store.drafts(deleted=True)) == 4
    store.close()


def test_opening_is_remembered(store: Store, clock: Clock) -> None:
    draft = store.create(make_report())
    assert draft.opened is None
    clock.forward(hours=1)
    store.mark_opened(draft.id)
    assert store.drafts()[0].opened == MOMENT + timedelta(hours=1)


def test_a_report_of_a_newer_release_is_listed_and_politely_refused(store: Store) -> None:
    draft = store.create(make_report())
    newer = json.loads(to_json(make_report())) | {"format": "danvan/999"}
    write_as_it_is(store, draft.id, json.dumps(newer))
    assert len(store.drafts()) == 1
    with pytest.raises(UserError, match="mới hơn"):
        store.load(draft.id)


@pytest.mark.parametrize("act", ["load", "delete", "restore", "duplicate", "mark_opened"])
def test_a_report_that_is_gone_is_said_to_be_gone(store: Store, act: str) -> None:
    with pytest.raises(UserError, match="không còn"):
        getattr(store, act)(7)


def test_saving_a_report_that_is_gone_is_no_silent_loss(store: Store) -> None:
    with pytest.raises(UserError, match="không còn"):
        store.save(7, make_report(), "")


text = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x00", exclude_categories=["Cs"]))
paragraphs = st.builds(
    Paragraph,
    id=st.just(0),
    role=st.sampled_from(["body", "heading", "clause", "point", "item"]),
    level=st.integers(1, 4),
    runs=st.lists(st.builds(Run, text, bold=st.booleans(), italic=st.booleans()), max_size=3).map(tuple),
)


@settings(max_examples=30)
@given(subject=text, opening=st.lists(paragraphs, max_size=4).map(tuple), place=text)
def test_save_and_load_are_each_others_inverse(
    tmp_path_factory: pytest.TempPathFactory, subject: str, opening: tuple[Paragraph, ...], place: str
) -> None:
    blocks = tuple(replace(block, id=10 + place) for place, block in enumerate(opening))
    report = from_json(to_json(replace(make_report(subject), opening=blocks, next_id=100)))
    store = open_store(tmp_path_factory.mktemp("data"))
    try:
        draft = store.create(make_report())
        store.save(draft.id, report, place)
        assert store.load(draft.id) == report
        assert store.drafts()[0].place == place
    finally:
        store.close()


@pytest.mark.parametrize("opened", ["khong phai ngay", -1, 1.5, b"\xff"])
def test_a_damaged_moment_of_opening_keeps_nothing_from_being_listed(store: Store, opened: object) -> None:
    draft = store.create(make_report("Còn đây"))
    store.file.database.execute_sql("UPDATE draft SET opened = ?", (opened,))
    assert [(each.title, each.opened) for each in store.drafts()] == [("Còn đây", None)]
    store.mark_opened(draft.id)
    assert store.draft(draft.id).opened is not None


def test_a_letter_that_is_none_is_damage_of_this_report_alone(store: Store) -> None:
    damaged, sound = store.create(make_report("Một")), store.create(make_report("Hai"))
    store.file.database.execute_sql(
        "UPDATE content SET report = CAST(replace(report, 'M', x'ff') AS TEXT) WHERE draft_id = ?",
        (damaged.id,),
    )
    with pytest.raises(DamagedReportError):
        store.load(damaged.id)
    assert store.load(sound.id).subject == "Hai"


def test_a_damaged_letter_in_the_list_is_taken_from_the_report(store: Store) -> None:
    store.create(make_report("Một"))
    store.file.database.execute_sql("UPDATE draft SET subject = CAST(x'ff' AS TEXT)")
    assert titles(store) == ["Một"]


def test_a_subject_may_hold_the_sign_for_a_letter_that_could_not_be_read(store: Store) -> None:
    store.create(make_report("Một \ufffd"))
    revision = "SELECT revision FROM content"
    before = store.file.database.execute_sql(revision).fetchone()
    assert titles(store) == ["Một \ufffd"]
    assert not store.drafts()[0].is_damaged
    assert store.file.database.execute_sql(revision).fetchone() == before


def test_a_letter_of_the_list_that_changed_is_put_right_when_the_report_is_opened(store: Store) -> None:
    draft = store.create(make_report("Một"))
    store.file.database.execute_sql("UPDATE draft SET subject = 'Mộu'")
    store.load(draft.id)
    assert titles(store) == ["Một"]


def test_a_lost_change_is_noticed(store: Store) -> None:
    report = make_report("Một")
    draft = store.create(report)
    store.save(draft.id, report, "")
    store.save(draft.id, replace(report, subject="Hai"), "", whole=False)
    assert store.load(draft.id).subject == "Hai"
    store.file.database.execute_sql("DELETE FROM change")
    with pytest.raises(DamagedReportError):
        store.load(draft.id)
    part = store.readable(draft.id)
    assert part is not None
    assert part.sections == report.sections


def test_the_list_says_what_the_check_found_until_it_finds_another(store: Store) -> None:
    draft = store.create(make_report())
    assert (draft.suspected, draft.unanswered) == (None, None)
    store.note_checked(draft.id, 3, 1)
    store.save(draft.id, make_report(text="sau"), "")
    store.note_checked(draft.id + 7, 9, 9)

    assert [(each.suspected, each.unanswered) for each in store.drafts()] == [(3, 1)]
    assert store.load(draft.id) == make_report(text="sau")


def test_what_an_office_has_issued_is_listed_newest_first(store: Store) -> None:
    head = replace(make_report().letterhead, agency="VĂN PHÒNG")

    def issued(year: int) -> Report:
        moment = MOMENT + timedelta(days=year)
        return replace(
            make_report(), id=str(year), year=year, state="issued", letterhead=head, modified=moment
        )

    ours = [store.create(issued(year)) for year in (2022, 2023, 2025)]
    store.create(replace(issued(2026), state="drafting"))
    store.create(replace(make_report(), id="other", state="issued"))

    assert [draft.id for draft in store.issued_by("VĂN PHÒNG", 2)] == [ours[2].id, ours[1].id]
