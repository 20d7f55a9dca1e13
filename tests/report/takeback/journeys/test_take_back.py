"""From a report that went out and one that came back to the one that came of both, whoever edited what."""

import os
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.diff.likeness import block_text
from danvan_desktop.report.diff.words import tokens
from danvan_desktop.report.model import Report, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.walk import every_block, every_id
from tests.builders.full_report import report as full_report
from tests.builders.report_edits import edited
from tests.builders.returned_files import as_returned, texts

DICE = st.randoms(use_true_random=False)
BASE = renumber(full_report())
EXAMPLES = int(os.environ.get("TAKEBACK_EXAMPLES", "25"))
"""`make takeback` asks for thousands."""


def _ids(report: Report) -> frozenset[int]:
    return frozenset(identifier for _, identifier in every_id(report))


@settings(max_examples=EXAMPLES)
@given(DICE)
def test_nothing_accepted_is_the_report_as_it_stands_byte_for_byte(dice: Random) -> None:
    ours, theirs = edited(BASE, dice, times=5), edited(BASE, dice, times=5)
    comparison = compare(BASE, ours, as_returned(BASE), as_returned(theirs, _ids(BASE)))
    assert to_json(merged(BASE, ours, comparison, frozenset())) == to_json(ours)


@settings(max_examples=EXAMPLES)
@given(DICE)
def test_everything_accepted_says_what_the_file_says(dice: Random) -> None:
    theirs = edited(BASE, dice, times=dice.randint(1, 10))
    returned = as_returned(theirs, _ids(BASE))
    comparison = compare(BASE, BASE, as_returned(BASE), returned)
    made = merged(BASE, BASE, comparison, frozenset(change.n for change in comparison.changes))
    assert texts(as_returned(made)) == texts(returned)


@settings(max_examples=10)
@given(DICE)
def test_an_unedited_file_has_no_change(dice: Random) -> None:
    base = edited(BASE, dice, times=5)
    comparison = compare(base, base, as_returned(base), as_returned(base))
    assert comparison.changes == ()


@settings(max_examples=EXAMPLES)
@given(DICE)
def test_any_choice_gives_a_sound_report_in_which_every_survivor_keeps_its_id(dice: Random) -> None:
    ours, theirs = edited(BASE, dice, times=6), edited(BASE, dice, times=8)
    comparison = compare(BASE, ours, as_returned(BASE), as_returned(theirs, _ids(BASE)))
    chosen = frozenset(change.n for change in comparison.changes if dice.random() < 0.5)
    made = merged(BASE, ours, comparison, chosen)
    found = [identifier for _, identifier in every_id(made)]
    assert len(found) == len(set(found))
    assert max(found, default=0) < made.next_id
    chosen_changes = [change for change in comparison.changes if change.n in chosen]
    merged_away = {block for change in chosen_changes if change.kind == "merge" for block in change.blocks}
    kept_by_both = _ids(BASE) & _ids(ours) & _ids(theirs)  # both may have given out the same new id
    rewritten = {each for each in kept_by_both if not _said(BASE).get(each, set()) & _said(theirs)[each]}
    assert kept_by_both - merged_away - rewritten <= set(found)


@settings(max_examples=EXAMPLES)
@given(DICE)
def test_in_two_steps_it_is_the_same_as_at_once(dice: Random) -> None:
    theirs = edited(BASE, dice, times=6)
    comparison = compare(BASE, BASE, as_returned(BASE), as_returned(theirs, _ids(BASE)))
    chosen = frozenset(change.n for change in comparison.changes if dice.random() < 0.6)
    first = frozenset(n for n in chosen if dice.random() < 0.5)
    halfway = merged(BASE, BASE, comparison, first)
    in_steps = merged(BASE, halfway, comparison, chosen)
    assert texts(as_returned(in_steps)) == texts(as_returned(merged(BASE, BASE, comparison, chosen)))


@settings(max_examples=EXAMPLES)
@given(DICE)
@example(Random(5009))  # a Mục moved with the closing words, before text that became an annex
@example(Random(6007))  # a text put in before its heading, beside a Mục that the file took out
@example(Random(8090))  # a paragraph parted where kept ones follow it
@example(Random(8510))  # a text put in before a Mục of which only the heading goes
@example(Random(8613))  # closing words moved over what itself moves on
def test_one_after_the_other_in_any_order_it_is_the_same_as_at_once(dice: Random) -> None:
    theirs = edited(BASE, dice, times=6)
    comparison = compare(BASE, BASE, as_returned(BASE), as_returned(theirs, _ids(BASE)))
    chosen = [change.n for change in comparison.changes if dice.random() < 0.8]
    dice.shuffle(chosen)
    made, taken = BASE, frozenset[int]()
    for n in chosen:
        made = merged(BASE, made, comparison, frozenset({n}), taken=taken)
        taken |= {n}
    at_once = merged(BASE, BASE, comparison, frozenset(chosen))
    assert texts(as_returned(made)) == texts(as_returned(at_once))


@settings(max_examples=EXAMPLES)
@given(DICE)
def test_no_word_of_theirs_is_lost_whatever_ours_has_become(dice: Random) -> None:
    ours, theirs = edited(BASE, dice, times=5), edited(BASE, dice, times=5)
    returned = as_returned(theirs, _ids(BASE))
    comparison = compare(BASE, ours, as_returned(BASE), returned)
    made = merged(BASE, ours, comparison, frozenset(change.n for change in comparison.changes))
    there = _words(texts(as_returned(made))) | _words([each.text for each in comparison.left])
    assert _words(texts(returned)) - _words(texts(as_returned(BASE))) <= there


def _said(report: Report) -> dict[int, set[str]]:
    """The words of each block and of each title: one that has none of its own any more may be another's."""
    titles = {section.id: plain(section.title) for section in report.sections}
    titles |= {annex.id: plain(annex.title) for annex in report.annexes}
    blocks = {block.id: block_text(block) for _, block in every_block(report)}
    return {identifier: _words([text]) for identifier, text in {**titles, **blocks}.items()}


def _words(lines: list[str]) -> set[str]:
    return {token for line in lines for token in tokens(line.casefold()) if token[0].isalnum()}
