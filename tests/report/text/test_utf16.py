"""Lengths and slices in UTF-16 code units."""

import pytest

from danvan_desktop.report.text.utf16 import utf16_length, utf16_slice

EMOJI, LONE = "\U0001f600", "\ud83d"


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("Bao cao", 7), ("Báo cáo", 7), (f"Mẫu {EMOJI} của", 10), (f"Mẫu {LONE} của", 9), (LONE, 1)],
)
def test_a_pair_counts_as_two_and_a_lone_surrogate_as_one(text: str, length: int) -> None:
    assert utf16_length(text) == length


def test_a_slice_is_cut_in_code_units() -> None:
    assert utf16_slice(f"a{EMOJI}bc", 3, 4) == "b"
    assert utf16_slice(f"a{EMOJI}bc", 1, 3) == EMOJI
    assert utf16_slice("Báo cáo", 4, 99) == "cáo"


def test_half_of_a_pair_becomes_the_replacement_character() -> None:
    assert utf16_slice(f"a{EMOJI}b", 2, 4) == "\ufffdb"
    assert utf16_slice(f"a{LONE}b", 0, 3) == "a\ufffdb"
