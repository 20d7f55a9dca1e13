"""A tone mark set on the other of two vowels."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.text.tone_pairs import moved_tone


@given(st.sampled_from(["òa", "óa", "ỏe", "õe", "ọa", "ủy", "ÙY", "Úy"]))
def test_a_tone_mark_moves_there_and_back(pair: str) -> None:
    moved = moved_tone(pair)
    assert moved != pair
    assert moved_tone(moved) == pair
