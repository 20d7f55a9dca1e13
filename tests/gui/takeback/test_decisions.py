"""Decisions: what is open, what "all" takes, and what the store is told."""

from dataclasses import replace

from danvan_desktop.gui.takeback.decisions import ChangeRow, Decisions, are_beside, tabs_of, taken_at_once
from danvan_desktop.report.takeback.model import Change
from danvan_desktop.store.takeback.received_rows import Decided

EDIT = Change(1, "edit", "section:2", key="a")
GONE = Change(2, "delete", "section:2", key="b")
CONFLICT = Change(3, "edit", "section:5", key="c", conflict="Bản đang soạn cũng sửa chỗ này.")
DONE = Change(4, "edit", "section:5", key="d", is_done=True)
HYPHENS = Change(5, "edit", "section:2", key="e", is_by_editor=True)
CHANGES = (EDIT, GONE, CONFLICT, DONE, HYPHENS)


def test_what_is_done_already_and_what_an_editor_did_is_not_asked() -> None:
    decisions = Decisions(7)
    assert [change.n for change in CHANGES if decisions.is_open(change)] == [1, 2, 3]
    assert decisions.count(CHANGES) == 3
    assert decisions.decided().undecided == 3


def test_an_answer_closes_a_change_and_can_be_taken_back() -> None:
    decisions = Decisions(7)
    before = decisions.give([EDIT, GONE], "taken")
    assert decisions.count(CHANGES) == 1
    assert decisions.decided().decisions == {"a": "taken", "b": "taken"}
    decisions.put(before)
    assert decisions.count(CHANGES) == 3
    assert decisions.decided().decisions == {}


def test_answers_come_back_from_the_store_and_words_of_a_later_release_are_none() -> None:
    decisions = Decisions(7, {"a": "refused", "b": "postponed"})
    assert decisions.answer(EDIT) == "refused"
    assert decisions.answer(GONE) is None


def test_what_was_decided_of_another_file_made_of_the_same_counts_until_it_is_taken_back() -> None:
    one, other = Decisions(7, name="pho.docx"), Decisions(8, name="phong.docx")
    are_beside([one, other])
    before = one.give([EDIT], "refused")
    assert other.answer(EDIT) == "refused"
    assert (other.answered_in(EDIT), one.answered_in(EDIT)) == ("pho.docx", "")
    assert other.count(CHANGES) == 2
    assert other.decided() == Decided(8, 2, {}, ("b", "c"))
    other.give([EDIT], "taken")
    assert (other.answer(EDIT), one.answer(EDIT)) == ("taken", "refused")
    assert other.made(CHANGES) == {1}
    one.put(before)
    assert one.answered_in(EDIT) == "phong.docx"


def test_the_next_row_is_one_that_is_open_and_does_not_wait() -> None:
    decisions = Decisions(7)
    assert decisions.next_open(CHANGES, frozenset({1}), frozenset()) == {2}
    assert decisions.next_open(CHANGES, frozenset({1}), frozenset({2})) == {3}
    assert decisions.next_open(CHANGES, frozenset({3}), frozenset()) == {1}
    decisions.give([EDIT, GONE], "refused")
    assert decisions.next_open(CHANGES, frozenset({3}), frozenset()) == frozenset()


def test_tabs_stand_in_the_order_of_the_text_and_what_an_editor_did_comes_last() -> None:
    tabs = tabs_of(CHANGES)
    assert [(tab.tab, [sorted(row.numbers) for row in tab.rows]) for tab in tabs] == [
        ("section:2", [[1], [2]]),
        ("section:5", [[3], [4]]),
        ("", [[5]]),
    ]


def test_the_same_replacement_many_times_is_one_row_and_counts_once() -> None:
    same = tuple(replace(EDIT, n=n, key=str(n), group="g", tab=f"section:{n}") for n in (1, 2, 3))
    (tab,) = tabs_of(same)
    assert [row.numbers for row in tab.rows] == [{1, 2, 3}]
    assert Decisions(1).count(same) == 1


def test_all_takes_no_conflict_and_nothing_that_an_editor_did() -> None:
    rows = [ChangeRow((change,)) for change in CHANGES]
    taken = taken_at_once(rows, is_base_sure=True)
    assert [row.first.n for row in taken] == [1, 2, 4]


def test_without_what_went_out_all_takes_nothing_away() -> None:
    rows = [ChangeRow((EDIT,)), ChangeRow((GONE,))]
    assert [row.first.n for row in taken_at_once(rows, is_base_sure=False)] == [1]
