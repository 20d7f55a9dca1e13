"""The states of a report: where it may go, and what each does to the draft mark."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json, to_dict, to_json
from danvan_desktop.report.lifecycle.states import (
    STATE_LABELS,
    TRANSITIONS,
    amend_issue,
    correction_of,
    is_read_only,
    issue,
    issued_as,
    move,
    rounds,
    seems_issued,
    state_label,
    with_signed_file,
    withdraw_issue,
)
from danvan_desktop.report.model import Attachments, ImportNote, Letterhead, Marks, PartialDate, Report, State
from danvan_desktop.report.text.dates import short_date

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAY = PartialDate(2026, 12, 8)


def report(state: State = "drafting", draft: int | None = None) -> Report:
    return Report(
        "r",
        datetime(2026, 11, 24, tzinfo=UTC),
        2026,
        "x",
        state=state,
        letterhead=Letterhead(symbol="BC-VP", issued_on=PartialDate(2026)),
        marks=Marks(urgency="KHẨN", draft=draft),
        import_notes=(ImportNote("x", "y"),),
    )


def test_an_issue_recorded_by_mistake_can_be_taken_back() -> None:
    issued = issue(report(), "45", PartialDate(2026, 12, 15), NOW, "a.pdf")
    blank = withdraw_issue(issued, NOW, keep_number=False)
    assert (blank.state, blank.letterhead.number) == ("for_signing", None)
    assert blank.letterhead.issued_on == PartialDate(2026)
    assert blank.attachments.signed_file is None
    assert issue(blank, "45", PartialDate(2026, 12, 15), NOW, "a.pdf") == issued
    assert withdraw_issue(issued, NOW, keep_number=True).letterhead == issued.letterhead
    with pytest.raises(UserError, match="chưa ban hành"):
        withdraw_issue(report(), NOW, keep_number=False)


def test_what_was_recorded_of_the_issue_can_be_mended() -> None:
    issued = issue(report(), "45", PartialDate(2026, 12, 15), NOW)
    mended = amend_issue(issued, "Số: 46", PartialDate(2026, 12, 16), NOW)
    assert (mended.letterhead.number, mended.letterhead.issued_on.day) == ("46", 16)
    assert replace(mended, letterhead=issued.letterhead) == issued
    assert with_signed_file(issued, "a.pdf", NOW).attachments.signed_file == "a.pdf"
    for number, on in (("", PartialDate(2026, 12, 16)), ("46", PartialDate(2026, 12))):
        with pytest.raises(UserError, match="Hãy ghi đủ số"):
            amend_issue(issued, number, on, NOW)
    with pytest.raises(UserError, match="chưa ban hành"):
        amend_issue(report(), "46", PartialDate(2026, 12, 16), NOW)
    with pytest.raises(UserError, match="chưa ban hành"):
        with_signed_file(report(), "a.pdf", NOW)


@pytest.mark.parametrize(
    ("number", "on", "state", "seems"),
    [
        ("45", PartialDate(2025, 12, 15), "drafting", True),
        ("45", PartialDate(2025, 12, 15), "issued", False),
        ("45", PartialDate(2025, 12), "drafting", False),
        (None, PartialDate(2025, 12, 15), "drafting", False),
    ],
)
def test_a_report_with_number_and_whole_date_seems_issued(
    number: str | None, on: PartialDate, state: State, seems: bool
) -> None:
    made = replace(report(), state=state, letterhead=Letterhead(number=number, issued_on=on, symbol="BC-VP"))
    assert seems_issued(made) is seems


def test_each_asking_for_opinions_is_the_next_round() -> None:
    first = move(report(), "consulting", NOW)
    assert (first.marks.draft, state_label(first)) == (1, "Lấy ý kiến (lần 1)")
    second = move(first, "consulting", NOW)
    assert (second.marks.draft, rounds(second)) == (2, 2)


def test_the_count_goes_on_after_a_pause_and_through_the_file() -> None:
    back = move(move(move(report(), "consulting", NOW), "for_signing", NOW), "drafting", NOW)
    assert back.marks.draft is None
    again = move(from_json(to_json(back)), "consulting", NOW)
    assert again.marks.draft == 2


def test_an_imported_draft_number_is_counted_on() -> None:
    assert move(report(draft=3), "consulting", NOW).marks.draft == 4


def test_moving_sets_the_clock() -> None:
    assert move(report(), "for_signing", NOW).modified == NOW


def test_the_hundredth_round_is_refused_and_the_99th_is_not() -> None:
    assert rounds(move(report("consulting", 98), "consulting", NOW)) == 99
    with pytest.raises(UserError, match="99 lần"):
        move(report("consulting", 99), "consulting", NOW)


@given(st.lists(st.sampled_from(("drafting", "consulting", "for_signing")), max_size=12))
def test_only_what_goes_round_bears_du_thao(path: list[State]) -> None:
    current = report()
    for state in path:
        if state not in TRANSITIONS[current.state]:
            with pytest.raises(UserError, match="không chuyển sang"):
                move(current, state, NOW)
            continue
        current = move(current, state, NOW)
        assert (current.marks.draft is not None) == (current.state == "consulting")
        assert current.marks.urgency == "KHẨN"


def test_issuing_keeps_number_date_and_file_and_closes_the_report() -> None:
    ready = move(move(report(), "consulting", NOW), "for_signing", NOW)
    issued = issue(ready, " 45 ", DAY, NOW, "BC-Dan-van-2026.pdf")
    assert (issued.letterhead.number, issued.letterhead.issued_on) == ("45", DAY)
    assert issued.attachments.signed_file == "BC-Dan-van-2026.pdf"
    assert is_read_only(issued)
    assert not is_read_only(ready)
    assert state_label(issued) == "Đã ban hành"
    assert issued_as(issued) == f"số 45/{issued.letterhead.symbol} ngày {short_date(DAY)}"
    assert issued_as(ready) == issued_as(replace(ready, state="issued")) == ""


def test_the_symbol_typed_with_the_number_is_not_written_twice() -> None:
    ready = move(report(), "for_signing", NOW)
    symbol = ready.letterhead.symbol
    assert issue(ready, f"Số: 45/{symbol}", DAY, NOW).letterhead.number == "45"


def test_an_old_report_that_was_brought_in_is_issued_at_once() -> None:
    assert issue(report(), "45", DAY, NOW).state == "issued"


@pytest.mark.parametrize(("number", "day"), [("", DAY), ("45", PartialDate(2026, 12)), ("45", PartialDate())])
def test_a_report_without_number_or_date_is_not_issued(number: str, day: PartialDate) -> None:
    with pytest.raises(UserError, match="đủ số và ngày"):
        issue(report("for_signing"), number, day, NOW)


def test_a_report_that_goes_round_is_not_issued() -> None:
    with pytest.raises(UserError, match="Trình ký"):
        issue(report("consulting", 1), "45", DAY, NOW)


def test_what_is_issued_goes_nowhere() -> None:
    issued = report("issued")
    for state in STATE_LABELS:
        with pytest.raises(UserError, match="chỉ để xem"):
            move(issued, state, NOW)
    with pytest.raises(UserError, match="chỉ để xem"):
        issue(issued, "46", DAY, NOW)


def test_issuing_needs_its_own_words() -> None:
    with pytest.raises(UserError, match="ghi số, ngày"):
        move(report("for_signing"), "issued", NOW)


def test_a_correction_is_a_new_draft_that_names_the_old_report() -> None:
    ready = replace(report("for_signing"), attachments=Attachments(rounds=2, paper="signing"))
    issued = issue(move(ready, "drafting", NOW), "45", DAY, NOW, "a.pdf")
    draft = correction_of(issued, NOW, "new")
    assert (draft.id, draft.state, draft.marks.draft) == ("new", "drafting", None)
    assert draft.letterhead == Letterhead(symbol="BC-VP", issued_on=PartialDate(2026))
    assert to_dict(draft)["attachments"]["corrects"] == {
        "id": "r",
        "number": "45",
        "symbol": "BC-VP",
        "issued_on": {"year": 2026, "month": 12, "day": 8},
    }
    kept = draft.attachments
    assert (kept.rounds, kept.paper, kept.signed_file) == (0, None, None), (
        "the new draft has gone nowhere yet"
    )
    assert draft.import_notes == ()
    assert from_json(to_json(draft)) == draft
    assert issued.state == "issued"


def test_what_is_not_issued_needs_no_correction() -> None:
    with pytest.raises(UserError, match="chưa ban hành"):
        correction_of(report(), NOW, "new")


def test_every_state_has_a_label_and_its_ways() -> None:
    assert set(STATE_LABELS) == set(TRANSITIONS)
    assert all(set(ways) <= set(STATE_LABELS) for ways in TRANSITIONS.values())


def test_attachments_of_others_stay() -> None:
    strange = replace(report(), attachments=Attachments(unknown='{"x":[1]}'))
    kept = move(move(strange, "consulting", NOW), "drafting", NOW)
    assert to_dict(kept)["attachments"] == {"rounds": 1, "x": [1]}
    issued = issue(kept, "45", DAY, NOW, "a.pdf")
    assert to_dict(issued)["attachments"] == {"rounds": 1, "signed_file": "a.pdf", "x": [1]}
    assert set(to_dict(correction_of(issued, NOW, "n"))["attachments"]) == {"corrects", "x"}
