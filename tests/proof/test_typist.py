"""The typist's slips are another's: keystrokes and back, and each slip gives a real word or none."""

import random

import pytest

from tests.proof.typist import SLIPS, keystrokes, slip, typed


@pytest.mark.parametrize(
    "word", ["người", "quyết", "được", "nghiệp", "hòa", "giữ", "thuyền", "khuỷu", "đường", "ủy", "hoàn"]
)
def test_keystrokes_make_the_word_again(word: str) -> None:
    assert typed(*keystrokes(word)) == word


def test_a_slip_is_a_real_word_and_another() -> None:
    real = {"tinh", "tính", "tỉnh", "tĩnh", "tin", "tịnh"}
    for kind in SLIPS:
        for seed in range(5):
            assert slip("tỉnh", kind, real, random.Random(seed)) in {*real, ""} - {"tỉnh"}
    assert slip("tỉnh", "rơi dấu thanh", real, random.Random(1)) == "tinh"
    assert slip("tỉnh", "hỏi, ngã", real, random.Random(1)) == "tĩnh"
