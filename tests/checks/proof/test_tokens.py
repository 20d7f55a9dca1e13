"""A text parted into syllables, numbers, signs and breaks, each with its place."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks.proof.tokens import BREAK, FIGURE, SIGN, tokens_of


def keys(text: str) -> list[str]:
    return [token.key for token in tokens_of(text)]


def test_numbers_and_symbols_are_no_words() -> None:
    assert keys("Nghị quyết số 25-NQ/TW, ngày 03/6/2013") == [
        BREAK, "nghi5", "quyêt1", "sô1", SIGN, BREAK, "ngay2", FIGURE, BREAK,
    ]  # fmt: skip
    assert keys("đạt 98,5% theo mẫu abc@tinh.vn") == [BREAK, "đat5", FIGURE, "theo", "mâu4", SIGN, BREAK]


def test_an_abbreviation_is_a_sign_and_a_heading_in_capitals_is_words() -> None:
    assert keys("UBND tỉnh và VNeID") == [BREAK, SIGN, "tinh3", "va2", SIGN, BREAK]
    assert keys("ĐẶC ĐIỂM") == [BREAK, "đăc5", "điêm3", BREAK]


def test_breaks_do_not_stand_beside_one_another() -> None:
    assert keys("... (kinh tế - xã hội).") == [BREAK, "kinh", "tê1", BREAK, "xa4", "hôi5", BREAK]
    assert keys("") == [BREAK, BREAK] or keys("") == [BREAK]


@given(st.text(st.sampled_from("aàảđĐư ỷ.,-/1Bế\n()“̣"), max_size=60))
def test_tokens_stand_in_order_and_each_word_where_it_says(text: str) -> None:
    tokens = tokens_of(text)
    assert tokens[0].key == BREAK
    assert tokens[-1].key == BREAK
    for before, after in pairwise(tokens):
        assert before.end <= after.start
    for token in tokens:
        assert not token.word or text[token.start : token.end] == token.word


def test_letters_with_marks_apart_are_one_word() -> None:
    text = unicodedata.normalize("NFD", "nhiệm vụ")
    assert keys(text) == keys("nhiệm vụ")
