"""The normaliser: one spelling for each letter, nothing lost."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvan_desktop.report.text.normalise import normalise, one_line

VIETNAMESE = "aăâeêioôơuưyđ"
TONES = "\u0300\u0301\u0303\u0309\u0323"
AWKWARD = st.text(
    st.one_of(
        st.sampled_from("aeouAEOUdĐđÐðƉ" + TONES + "\u0302\u0306\u031b"),
        st.sampled_from("асеорхуАСЕОРΑΟαου\u1f71\u212b\u0453"),
        st.sampled_from(" \t\n\r\x0b\x0c\x85\u00a0\u200b\u00ad\ufeff\u2028\uf0b7\u2011\ufb01\ud800\x00"),
        st.characters(),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tiê\u0301ng Việt", "Tiếng Việt"),
        ("tie\u0302\u0301ng", "tiếng"),
        ("tie\u0301\u0302ng", "tiếng"),
        ("ti\u00e9\u0302ng", "tiếng"),
        ("vi\u1eb9\u0302t", "việt"),
        ("Ba\u0301\u0306c", "Bắc"),
        ("nu\u031b\u0301t", "nứt"),
        ("nu\u0301\u031bt", "nứt"),
    ],
)
def test_every_spelling_of_a_toned_vowel_becomes_the_one_character(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("vowel", ["a\u0302", "e\u0302", "o\u0302", "a\u0306"])
def test_a_tone_typed_before_the_shape_composes_like_the_usual_order(vowel: str, tone: str) -> None:
    base, shape = tuple(vowel)
    for letter in (base, base.upper()):
        composed = normalise(letter + tone + shape)
        assert len(composed) == 1
        assert composed == unicodedata.normalize("NFC", letter + shape + tone)


@pytest.mark.parametrize("raw", ["\u00d0ảng uỷ", "\u0189ảng uỷ"])
def test_the_letters_that_look_like_a_capital_d_with_stroke_become_it(raw: str) -> None:
    assert normalise(raw) == "Đảng uỷ"


def test_the_icelandic_small_eth_becomes_a_small_d_with_stroke() -> None:
    assert normalise("\u00f0ường l\u1ed1i") == "đường lối"


def test_cyrillic_and_greek_look_alikes_inside_latin_words_become_latin() -> None:
    assert normalise("b\u0430o c\u0430\u0301o \u039dghị") == "bao cáo Nghị"


def test_a_cyrillic_letter_takes_the_vietnamese_marks_with_it() -> None:
    assert normalise("k\u0435\u0302\u0301t") == "kết"
    assert normalise("k\u0435\u0301\u0302t") == "kết"


@pytest.mark.parametrize("word", ["Москва", "Одесса", "Αθήνα", "α", "βeta", "ёлка", "й"])
def test_a_word_in_another_script_stays_as_it_is(word: str) -> None:
    assert normalise(word) == word


def test_invisible_characters_vanish_and_odd_spaces_become_spaces() -> None:
    assert normalise("\ufeffcông\u200b tác\u00a0dân\u00ad vận\u202f2025") == "công tác dân vận 2025"


def test_every_kind_of_line_end_becomes_one_newline() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0be\x85f") == "a\nb\nc\nd\ne\nf"


def test_tabs_and_form_feeds_stay_and_other_controls_go() -> None:
    assert normalise("a\tb\x0cc\x00\x1b\x7f") == "a\tb\x0cc"


def test_document_numbers_lose_their_unbreakable_hyphen() -> None:
    assert normalise("25\u2011NQ/TW") == "25-NQ/TW"


def test_quotes_dashes_and_dots_of_the_author_stay() -> None:
    text = "“Dân vận khéo” – 2021 — … ‘x’ … .... ² ½ €"
    assert normalise(text) == text


def test_one_line_has_neither_line_ends_nor_double_spaces() -> None:
    assert one_line("  a \t b\r\n c\u00a0\u00a0d ") == "a b c d"


@given(AWKWARD)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(AWKWARD)
def test_the_result_is_nfc_and_can_be_written_as_utf_8(text: str) -> None:
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    result.encode()


def _visible(text: str) -> int:
    """Count the characters with ink of their own: no marks, spaces, controls or format characters.

    Half of a surrogate pair (Cs) was a character that nobody can read: a sign must stay in its place.
    """
    kinds = map(unicodedata.category, unicodedata.normalize("NFD", text))
    return sum(kind[0] not in "MZC" or kind in {"Co", "Cs"} for kind in kinds)


def test_half_of_a_surrogate_pair_leaves_the_sign_of_what_could_not_be_read() -> None:
    assert normalise("D\u00e2n\ud801 v\u1eadn\udc00") == "Dân\ufffd vận\ufffd"


@example("\ud801")
@given(AWKWARD.filter(lambda text: not set(text) & set("\ufb00\ufb01\ufb02\ufb03\ufb04\u115f\u1160")))
def test_no_visible_character_is_ever_lost(text: str) -> None:
    assert _visible(normalise(text)) == _visible(text)


@given(st.text(st.sampled_from(VIETNAMESE + TONES + "\u0302\u0306\u031b "), max_size=40))
def test_no_combining_mark_is_ever_lost(text: str) -> None:
    def marks(value: str) -> list[str]:
        return sorted(c for c in unicodedata.normalize("NFD", value) if unicodedata.combining(c))

    assert marks(normalise(text)) == marks(text)


@pytest.mark.parametrize("first", range(0, 0x10000, 0x1000))
def test_each_character_is_treated_alike_whatever_stands_beside_it(first: int) -> None:
    """Text of plain characters alone is given back at once: none of them may be one that is put right."""
    characters = map(chr, range(first, first + 0x1000))
    assert [each for each in characters if normalise(each) != normalise("\u200b" + each)] == []


@given(st.one_of(AWKWARD, st.text("Đất nước ưỡn ẹ–“”…,.\n\t" + TONES, max_size=20)))
def test_what_is_not_seen_before_a_text_changes_nothing_of_it(text: str) -> None:
    assert normalise("\u200b" + text) == normalise(text)
