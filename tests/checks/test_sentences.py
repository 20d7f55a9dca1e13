"""Where a sentence begins and ends."""

import pytest

from danvan_desktop.checks.sentences import is_inside, is_quoted, sentence_at

TEXT = "Năm 2025 đạt 98,5%. Sách, báo, v.v. và tài liệu. “Dân vận khéo” là gì?"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("đạt", "Năm 2025 đạt 98,5%."),
        ("98", "Năm 2025 đạt 98,5%."),
        ("tài", "Sách, báo, v.v. và tài liệu."),
        ("khéo", "“Dân vận khéo” là gì?"),
    ],
)
def test_a_sentence_ends_with_its_stop(words: str, sentence: str) -> None:
    start, end = sentence_at(TEXT, TEXT.index(words))
    assert TEXT[start:end] == sentence


def test_a_word_is_inside_a_sentence_where_words_stand_before_it() -> None:
    assert is_inside("tại Phường", 4)
    assert is_inside("Năm 2025, Phường", 10)
    assert not is_inside("Hết. Phường", 5)
    assert not is_inside("Phường", 0)
    assert not is_inside("(Phường", 1)


def test_what_stands_in_quotation_marks_is_quoted() -> None:
    text = "mô hình “Dân vận khéo” và dân vận"
    assert is_quoted(text, text.index("vận"), text.index("vận") + 3)
    assert not is_quoted(text, text.rindex("vận"), len(text))
