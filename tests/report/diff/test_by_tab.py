"""Changes tab by tab: each stands on its tab, a move on both, fields where the window has them."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.diff.apply import take_back
from danvan_desktop.report.diff.by_tab import by_tab
from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.model import Annex, Report, Request, Run
from danvan_desktop.report.numbering import renumber
from tests.builders.full_report import report as full_report
from tests.builders.report_edits import edited
from tests.builders.reports import block, office_report
from tests.builders.strategies import reports


def changed_tabs(old: Report, new: Report) -> dict[str, int]:
    return {tab.key: len(tab.shown) for tab in by_tab(compare(old, new)) if tab.shown}


def test_fields_stand_on_the_tab_that_shows_them() -> None:
    old = office_report("Hương Giang")
    new = replace(
        old,
        subject="Khác",
        recipients=("A",),
        legal_bases=((Run("Căn cứ"),),),
        request=Request(agency="Sở"),
        closing=(block(1, "Hết"),),
    )
    assert changed_tabs(old, new) == {"general": 1, "opening": 1, "closing": 1, "signature": 1, "other": 1}


def test_a_block_that_moved_is_named_on_both_tabs() -> None:
    old = office_report("Hương Giang", opening=(block(1, "Câu."),))
    new = replace(old, opening=(), closing=old.opening)
    assert changed_tabs(old, new) == {"opening": 1, "closing": 1}


def test_annexes_are_one_tab_with_a_part_for_each() -> None:
    old = office_report("Hương Giang", annexes=(Annex(1, title=(Run("A"),)), Annex(2, title=(Run("B"),))))
    new = replace(old, annexes=(old.annexes[0], replace(old.annexes[1], title=(Run("C"),))))
    assert changed_tabs(old, new) == {"annex:2": 1}
    assert [tab.name for tab in by_tab(compare(old, new))][-2:] == ["annexes", "annexes"]


@settings(max_examples=30)
@given(reports(), st.randoms(use_true_random=False))
def test_every_change_that_is_shown_stands_on_a_tab(report: Report, dice: Random) -> None:
    old = renumber(report)
    diff = compare(old, edited(old, dice, times=8))
    on_tabs = {number for tab in by_tab(diff) for number in tab.changes}
    assert {change.number for change in diff.shown} <= on_tabs


def test_a_tab_taken_back_is_as_it_was() -> None:
    old = renumber(full_report())
    new = edited(old, Random(5), times=20)
    diff = compare(old, new)
    for tab in by_tab(diff):
        made = take_back(old, diff, tab.changes)
        left = {each.key: each.shown for each in by_tab(compare(old, made))}
        assert not left.get(tab.key), tab.key
