"""Words: segments give both texts back, and change no more than was changed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.diff.words import joined, patched, segments, tokens, unpatched
from danvan_desktop.report.model import Run, Runs, plain
from tests.builders.strategies import runs, texts


def said(old: str, new: str) -> list[tuple[str, str, str]]:
    found = segments((Run(old),), (Run(new),))
    return [(each.kind, plain(each.old), plain(each.new)) for each in found]


@given(texts())
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_syllables_numbers_and_signs_are_tokens() -> None:
    assert tokens("Đạt 98,5% (tốt).") == ["Đạt", " ", "98,5", "%", " ", "(", "tốt", ")", "."]


def test_a_tone_mark_of_its_own_belongs_to_its_letter() -> None:
    assert tokens("ho\u0301a") == ["ho\u0301a"]


@given(runs(), runs())
def test_segments_give_both_texts_back(old: Runs, new: Runs) -> None:
    found = segments(old, new)
    assert unpatched(found) == joined(old)
    assert patched(found) == joined(new)


@given(runs())
def test_equal_texts_have_no_other_segment(text: Runs) -> None:
    assert {each.kind for each in segments(text, text)} <= {"equal"}


@given(st.lists(texts(), min_size=1, max_size=6), st.lists(texts(), min_size=1, max_size=6))
def test_what_is_deleted_and_inserted_is_never_the_same(old: list[str], new: list[str]) -> None:
    found = said(" ".join(old), " ".join(new))
    for one, other in pairwise(found):
        if one[0] == "deleted" and other[0] == "inserted":
            assert one[1] != other[2]


def test_a_word_in_the_middle() -> None:
    assert said("Kết quả khá tốt.", "Kết quả rất tốt.") == [
        ("equal", "Kết quả ", "Kết quả "),
        ("deleted", "khá", ""),
        ("inserted", "", "rất"),
        ("equal", " tốt.", " tốt."),
    ]


def test_a_space_between_two_rewritten_words_is_no_likeness() -> None:
    assert said("một hai ba", "bốn năm ba") == [
        ("deleted", "một hai", ""),
        ("inserted", "", "bốn năm"),
        ("equal", " ba", " ba"),
    ]


def test_what_was_typed_at_the_end() -> None:
    assert said("Đã xong.", "Đã xong. Tốt.") == [
        ("equal", "Đã xong.", "Đã xong."),
        ("inserted", "", " Tốt."),
    ]


def test_bold_letters_within_a_word_are_restyled_alone() -> None:
    found = segments((Run("Dân vận"),), (Run("Dân "), Run("v", bold=True), Run("ận")))
    assert [(each.kind, plain(each.new)) for each in found] == [
        ("equal", "Dân "),
        ("restyled", "v"),
        ("equal", "ận"),
    ]
