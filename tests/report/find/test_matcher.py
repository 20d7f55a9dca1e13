"""Words are found as typed or whatever their marks and capitals, in composed and in decomposed text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.find.matcher import Matcher, Query
from danvan_desktop.report.text.fold_diacritics import fold
from tests.builders.strategies import PHRASES, texts

LETTERS = "aăâáàảãạấặêếệđĐdDƠơớuưỨ xyX-1,"
"""Few, so that what is looked for is often there."""


def found(query: Query, text: str) -> list[str]:
    """The words that are found."""
    return [text[start:end] for start, end in Matcher(query).spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        (Query("dan van"), "công tác Dân vận, DÂN VẬN khéo", ["Dân vận", "DÂN VẬN"]),
        (Query("dang"), "Đảng và dâng", ["Đảng", "dâng"]),
        (Query("ĐẢNG"), "đảng", ["đảng"]),
        (Query("dân vận", exact=True), "Dân vận, dân vận, dan van", ["dân vận"]),
        (Query("hòa"), "hoà, hòa, HÓA", ["hoà", "hòa", "HÓA"]),
        (Query("xã", exact=True), "xã, xa, xả", ["xã"]),
        (Query("xa"), "xã, Xa, xả", ["xã", "Xa", "xả"]),
        (Query("ban", whole_words=True), "ban, bạn, băng, uban, Ban.", ["ban", "bạn", "Ban"]),
        (Query("năm 2025", whole_words=True), "năm 20251, năm 2025.", ["năm 2025"]),
        (Query("(a)", whole_words=True), "x(a)y", ["(a)"]),
        (Query("aa"), "aaaa a", ["aa", "aa"]),
        (Query("dân vận"), "dân\u00a0vận", ["dân\u00a0vận"]),
        (Query(""), "dân vận", []),
        (Query("dài hơn cả"), "dài", []),
    ],
)
def test_what_is_looked_for_is_found_where_it_stands(query: Query, text: str, words: list[str]) -> None:
    assert found(query, text) == words


@pytest.mark.parametrize("exact", [False, True])
def test_decomposed_text_is_found_with_all_its_marks(*, exact: bool) -> None:
    apart = unicodedata.normalize("NFD", "Điều Đệ điều đệ")
    words = found(Query("điều", exact=exact), apart)
    assert [unicodedata.normalize("NFC", word) for word in words] == ["điều"] * exact or ["Điều", "điều"]
    assert len(words) == (1 if exact else 2)


def test_a_tone_typed_before_the_circumflex_is_the_same_letter() -> None:
    assert found(Query("tiếng", exact=True), "tie\u0301\u0302ng Viê\u0323t") == ["tie\u0301\u0302ng"]


def test_no_letter_is_cut_from_its_marks() -> None:
    assert found(Query("e", exact=True), "e\u0301 e\u0302 x\u030c e") == ["e"]
    assert found(Query("x"), "x\u030c") == ["x\u030c"]


@given(st.text(LETTERS, min_size=1, max_size=3), st.text(LETTERS, max_size=30), st.booleans(), st.booleans())
def test_decomposed_and_composed_text_have_the_same_hits(
    wanted: str, text: str, exact: bool, whole_words: bool
) -> None:
    matcher = Matcher(Query(wanted, exact, whole_words))
    composed = [text[start:end] for start, end in matcher.spans(text)]
    apart = unicodedata.normalize("NFD", text)
    again = [unicodedata.normalize("NFC", apart[start:end]) for start, end in matcher.spans(apart)]
    assert again == composed
    from_apart = Matcher(Query(unicodedata.normalize("NFD", wanted), exact, whole_words))
    assert from_apart.spans(text) == matcher.spans(text)


@given(st.text(LETTERS, min_size=1, max_size=3), st.text(LETTERS, max_size=30))
def test_every_hit_and_no_other_text_is_what_is_looked_for(wanted: str, text: str) -> None:
    exact, loose = (Matcher(Query(wanted, exact)).spans(text) for exact in (True, False))
    assert [text[start:end] for start, end in exact] == [wanted] * text.count(wanted)
    assert len(loose) == fold(text).count(fold(wanted))
    assert all(fold(text[start:end]) == fold(wanted) for start, end in loose)


@given(texts(), st.sampled_from(PHRASES))
def test_hits_follow_each_other_and_do_not_overlap(text: str, wanted: str) -> None:
    spans = Matcher(Query(wanted[:3])).spans(text + wanted)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert spans
