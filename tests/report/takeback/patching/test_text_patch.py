"""Words and looks of a text, three-way: what both sides did is there, and what speaks against it is told."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Run, Runs, Vertical, plain
from danvan_desktop.report.takeback.patching.text_patch import Hunk, TextPatch, hunks_between

DICE = st.randoms(use_true_random=False)
_SAID = "Văn phòng tiếp 386 lượt công dân và giải quyết xong 41 đơn trên 40 m2 sàn"
WORDS = _SAID.split()
BASE = (Run("Tiếp 386 lượt công dân, giải quyết xong 41 đơn."),)


def styled(text: str, *stretches: tuple[str, Run]) -> Runs:
    """``text``, in which words have the look of a run."""
    runs: list[Run] = [Run(text)]
    for words, look in stretches:
        last = runs.pop()
        before, _, after = last.text.partition(words)
        runs += [Run(before), Run(words, look.bold, look.italic, look.underline, look.vertical), Run(after)]
    return joined(runs)


BOLD, ITALIC = Run("", bold=True), Run("", italic=True)
RAISED, LOWERED = Run("", vertical="super"), Run("", vertical="sub")
TEXT = plain(BASE)


def patch_of(ours: Runs, theirs: Runs, base: Runs = BASE) -> tuple[TextPatch, list[Hunk]]:
    hunks = hunks_between(base, theirs)
    return TextPatch(base, ours, hunks), hunks


def merged(ours: Runs, theirs: Runs, both: frozenset[int] = frozenset(), base: Runs = BASE) -> Runs:
    patch, hunks = patch_of(ours, theirs, base)
    return joined(run for piece in patch.apply(list(enumerate(hunks)), both) for run in piece.runs)


def test_bold_of_one_side_and_italic_of_the_other_are_both_there_and_no_conflict() -> None:
    ours, theirs = styled(TEXT, ("386 lượt", ITALIC)), styled(TEXT, ("386", BOLD))
    patch, hunks = patch_of(ours, theirs)
    assert not any(map(patch.conflicts, hunks))
    assert not any(map(patch.is_done, hunks))
    made = merged(ours, theirs)
    assert [(run.text, run.bold, run.italic) for run in made[1:3]] == [
        ("386", True, True),
        (" lượt", False, True),
    ]
    again, hunks = patch_of(made, theirs)
    assert all(map(again.is_done, hunks))


@pytest.mark.parametrize(("both", "expected"), [(frozenset(), "super"), (frozenset({0}), "sub")])
def test_raised_here_and_lowered_there_is_a_conflict(both: frozenset[int], expected: str) -> None:
    text = "Sửa 40 m2 sàn."
    ours, theirs = styled(text, ("2", LOWERED)), styled(text, ("2", RAISED))
    patch, (hunk,) = patch_of(ours, theirs, (Run(text),))
    assert patch.conflicts(hunk)
    assert patch.has_other_looks(hunk)
    assert patch.our_look(hunk) == ((Run("2"),), (Run("2", vertical="sub"),))
    assert [run.vertical for run in merged(ours, theirs, both, (Run(text),))] == [None, expected, None]


def test_a_look_of_words_that_ours_has_said_otherwise_is_a_conflict_and_can_be_given_to_them() -> None:
    ours, theirs = (Run(TEXT.replace("386", "400")),), styled(TEXT, ("386", BOLD))
    patch, (hunk,) = patch_of(ours, theirs)
    assert (patch.conflicts(hunk), patch.has_other_looks(hunk)) == (True, False)
    made = merged(ours, theirs)
    assert [run.text for run in made if run.bold] == ["400"]
    assert patch_of(made, theirs)[0].is_done(hunk)


def test_a_look_of_words_that_ours_took_out_is_never_called_done() -> None:
    ours, theirs = (Run(TEXT.replace(" 386 lượt", "")),), styled(TEXT, ("386", BOLD))
    patch, (hunk,) = patch_of(ours, theirs)
    assert (patch.conflicts(hunk), patch.is_done(hunk)) == (True, False)
    assert merged(ours, theirs) == ours


def test_words_that_ours_put_into_the_midst_of_what_became_bold_are_bold_too() -> None:
    ours, theirs = (Run(TEXT.replace("lượt", "nghìn lượt")),), styled(TEXT, ("386 lượt công dân", BOLD))
    patch, hunks = patch_of(ours, theirs)
    assert not any(map(patch.conflicts, hunks))
    assert [run.text for run in merged(ours, theirs) if run.bold] == ["386 nghìn lượt công dân"]


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (TEXT.replace("386", "400"), "Tiếp 400 lượt"),
        (TEXT.replace("386", "386 nghìn"), "Tiếp 386 nghìn lượt"),
        (f"Đã {TEXT}", "Đã Tiếp 386 lượt"),
    ],
)
def test_new_words_take_on_the_look_that_ours_has_given_what_stands_there(theirs: str, expected: str) -> None:
    ours = styled(TEXT, ("Tiếp 386 lượt", BOLD))
    assert [run.text for run in merged(ours, (Run(theirs),)) if run.bold] == [expected]


def test_new_words_at_the_edge_of_what_ours_made_bold_stay_as_they_came() -> None:
    ours = styled(TEXT, ("386", BOLD))
    theirs = (Run(TEXT.replace("386", "386 nghìn")),)
    assert [run.text for run in merged(ours, theirs) if run.bold] == ["386"]


def _typed(base: Runs, dice: Random) -> Runs:
    """``base`` with some words said otherwise and some looks changed."""
    made: list[Run] = []
    for word in plain(base).split(" "):
        run = Run(f"{word} ")
        if dice.random() < 0.15:
            run = Run(f"{dice.choice(WORDS)} ")
        if dice.random() < 0.9:
            made.append(_looking(run, dice))
    return joined(made)


def _looking(run: Run, dice: Random) -> Run:
    if dice.random() < 0.7:
        return run
    verticals: tuple[Vertical | None, ...] = (None, "super", "sub")
    vertical = dice.choice(verticals)
    return Run(run.text, dice.random() < 0.5, dice.random() < 0.5, dice.random() < 0.2, vertical)


@given(DICE)
def test_what_was_taken_one_by_one_looks_as_what_was_taken_at_once(dice: Random) -> None:
    base = joined(Run(f"{word} ") for word in WORDS)
    theirs = _typed(base, dice)
    hunks = hunks_between(base, theirs)
    at_once = joined(
        run for piece in TextPatch(base, base, hunks).apply(list(enumerate(hunks))) for run in piece.runs
    )
    assert at_once == theirs
    ours, made = base, list[Hunk]()
    for hunk in dice.sample(hunks, len(hunks)):
        patch = TextPatch(base, ours, hunks, made)
        made.append(hunk)
        if not patch.is_done(hunk):
            ours = joined(run for piece in patch.apply([(0, hunk)]) for run in piece.runs)
    assert ours == theirs


@given(DICE)
def test_looks_that_nothing_speaks_against_are_done_once_they_are_taken(dice: Random) -> None:
    base = joined(Run(f"{word} ") for word in WORDS)
    ours = _typed(base, dice)
    theirs = joined(_looking(Run(f"{word} "), dice) for word in WORDS)
    patch, hunks = patch_of(ours, theirs, base)
    quiet = [(n, hunk) for n, hunk in enumerate(hunks) if not patch.conflicts(hunk)]
    made = joined(run for piece in patch.apply(quiet) for run in piece.runs)
    assert plain(made) == plain(ours)
    again = TextPatch(base, made, hunks)
    # Of words that ours said otherwise nothing tells for certain which of its own have their look.
    there = [hunk for _, hunk in quiet if plain(hunk.old) in plain(ours)]
    assert all(again.is_done(hunk) for hunk in there)
