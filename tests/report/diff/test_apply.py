"""Applying: all changes give the new report, none the old one, any choice a sound report."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.diff.apply import apply, take_back
from danvan_desktop.report.diff.compare import compare
from danvan_desktop.report.model import Report
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.walk import every_block, every_id
from tests.builders.full_report import report as full_report
from tests.builders.report_edits import edited
from tests.builders.strategies import reports

DICE = st.randoms(use_true_random=False)


@settings(max_examples=40)
@given(reports(), DICE)
def test_the_difference_applied_to_the_old_gives_the_new(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=dice.randint(1, 12))
    assert apply(old, compare(old, new)) == new


@settings(max_examples=40)
@given(reports(), reports())
def test_also_of_reports_that_have_nothing_to_do_with_each_other(old: Report, new: Report) -> None:
    assert apply(old, compare(old, new)) == new


@settings(max_examples=40)
@given(reports(), DICE)
def test_no_change_gives_the_old(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=8)
    assert replace(apply(old, compare(old, new), ()), next_id=old.next_id) == old


@settings(max_examples=40)
@given(reports(), DICE)
def test_any_choice_of_changes_gives_a_sound_report(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=12)
    diff = compare(old, new)
    chosen = {change.number for change in diff.changes if dice.random() < 0.5}
    made = apply(old, diff, chosen)
    assert from_json(to_json(made)) == made
    ids = [identity for _, identity in every_id(made)]
    assert len(ids) == len(set(ids))
    assert max(ids, default=0) < made.next_id
    both = {block.id for _, block in every_block(old)} & {block.id for _, block in every_block(new)}
    assert both <= set(ids)


def test_taking_one_change_back_leaves_the_others() -> None:
    old = renumber(full_report())
    dice = Random(7)
    new = edited(old, dice, times=25)
    diff = compare(old, new)
    for change in diff.shown:
        made = take_back(old, diff, {change.number})
        left = compare(made, new)
        assert len(left.shown) < len(diff.shown)
        assert left.shown


@settings(max_examples=40)
@given(reports(), DICE)
def test_all_taken_back_gives_the_old(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=8)
    diff = compare(old, new)
    made = take_back(old, diff, range(len(diff.changes)))
    assert replace(made, next_id=old.next_id) == old


@settings(max_examples=40)
@given(reports(), DICE)
def test_any_change_taken_back_leaves_a_sound_report(report: Report, dice: Random) -> None:
    old = renumber(report)
    new = edited(old, dice, times=12)
    diff = compare(old, new)
    made = take_back(old, diff, {change.number for change in diff.changes if dice.random() < 0.3})
    assert from_json(to_json(made)) == made
    ids = {identity for _, identity in every_id(made)}
    both = {block.id for _, block in every_block(old)} & {block.id for _, block in every_block(new)}
    assert both <= ids
