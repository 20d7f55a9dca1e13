"""The two ways of placing tones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.inspection.wording.tones import NEW_TONE, OLD_TONE, Tone, retoned


def test_both_ways_of_setting_tones_are_told_apart() -> None:
    assert len(OLD_TONE.findall("hòa, ủy, thúy")) == 3
    assert len(NEW_TONE.findall("hoà, uỷ, thuý")) == 3
    both_alike = "quý, quỹ, toàn, hoàn, khoản, thuyết"
    assert OLD_TONE.findall(both_alike) == NEW_TONE.findall(both_alike) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa giải, ủy ban, khỏe", "hoà giải, uỷ ban, khoẻ"),
        ("ỦY BAN, HÒA BÌNH", "UỶ BAN, HOÀ BÌNH"),
        ("Thúy, lũy kế, hóa", "Thuý, luỹ kế, hoá"),
        ("quý, quỹ, khoán, toàn, thuyết, quà", "quý, quỹ, khoán, toàn, thuyết, quà"),  # the same either way
    ],
)
def test_tones_move_to_the_other_vowel_and_back(old: str, new: str) -> None:
    assert (retoned(old, "new"), retoned(new, "old")) == (new, old)
    assert (retoned(old, "old"), retoned(new, "new")) == (old, new)


@given(st.text(alphabet="aàáoòóeèuùúyỳýqhb OÒÓAÀÁYÝUÚ.", max_size=40), st.sampled_from(["old", "new"]))
def test_one_way_of_tones_stays_as_it_is(text: str, tone: Tone) -> None:
    once = retoned(text, tone)
    assert retoned(once, tone) == once
    assert len(once) == len(text)
