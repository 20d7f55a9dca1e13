"""A word that takes another's place takes its capitals too."""

import pytest

from danvan_desktop.report.text.letter_case import cased_like


@pytest.mark.parametrize(
    ("word", "like", "written"),
    [
        ("triệt", "tiệt", "triệt"),
        ("kinh", "Kính", "Kinh"),
        ("bổ sung", "BỔ XUNG", "BỔ SUNG"),
        ("UBND tỉnh", "UBND tinh", "UBND tỉnh"),
        ("ở", "Ơ", "Ở"),
        ("đề xuất", "", "đề xuất"),
        ("", "Ơ", ""),
    ],
)
def test_a_word_is_written_with_the_capitals_of_another(word: str, like: str, written: str) -> None:
    assert cased_like(word, like) == written
