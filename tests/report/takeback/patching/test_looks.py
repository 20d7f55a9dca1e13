"""Looks, three-way: each by itself, so that bold of one side and italic of the other are both there."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.model import Run, Runs
from danvan_desktop.report.takeback.patching.looks import (
    MARKS,
    change_of_look,
    common_change,
    disagree,
    looking,
    with_looks,
)

TEXT = "khoảng 40 m2"
LETTER = st.tuples(st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, "super", "sub"]))
LOOKS = st.lists(LETTER, min_size=len(TEXT), max_size=len(TEXT))
Letter = tuple[object, ...]


def said(looks: list[Letter]) -> Runs:
    return tuple(
        Run(letter, bold=bool(bold), italic=bool(italic), underline=bool(line), vertical=vertical)  # type: ignore[arg-type]  # drawn
        for letter, (bold, italic, line, vertical) in zip(TEXT, looks, strict=True)
    )


def letters(runs: Runs) -> list[Letter]:
    return [tuple(getattr(run, mark) for mark in MARKS) for run in runs for _ in run.text]


def three_way(ours: Letter, old: Letter, new: Letter) -> Letter:
    return tuple(o if t == b else t for o, b, t in zip(ours, old, new, strict=True))


@given(LOOKS, LOOKS, LOOKS)
def test_each_look_of_each_letter_is_the_one_that_was_changed_last(
    ours: list[Letter], old: list[Letter], new: list[Letter]
) -> None:
    made = with_looks(said(ours), said(old), said(new))
    assert letters(made) == [three_way(*each) for each in zip(ours, old, new, strict=True)]


@given(LOOKS, LOOKS, LOOKS)
def test_both_sides_disagree_only_about_raised_and_lowered(
    ours: list[Letter], old: list[Letter], new: list[Letter]
) -> None:
    verticals = [(o[3], b[3], t[3]) for o, b, t in zip(ours, old, new, strict=True)]
    assert disagree(said(ours), said(old), said(new)) == any(len(set(each)) == 3 for each in verticals)


@given(LOOKS, LOOKS, LOOKS)
def test_ours_are_kept_where_it_has_changed_them(
    ours: list[Letter], old: list[Letter], new: list[Letter]
) -> None:
    made = with_looks(said(ours), said(old), said(new), are_ours_kept=True)
    kept = [three_way(t, b, o) for o, b, t in zip(ours, old, new, strict=True)]
    assert letters(made) == kept


def test_a_change_of_all_letters_is_told_from_one_of_some() -> None:
    old = (Run("ba mươi"),)
    assert common_change(old, (Run("ba mươi", bold=True),)) == {"bold": True}
    assert common_change(old, (Run("ba ", bold=True), Run("mươi", bold=True, italic=True))) == {"bold": True}
    assert common_change(old, (Run("ba ", bold=True), Run("mươi"))) == {}
    assert common_change((), ()) == {}


def test_a_look_is_given_to_other_words() -> None:
    look = change_of_look((Run("386"),), (Run("386", italic=True),))
    assert looking((Run("400", bold=True), Run(" lượt")), look) == (
        Run("400", bold=True, italic=True),
        Run(" lượt", italic=True),
    )
    assert change_of_look((), ()) == {}
