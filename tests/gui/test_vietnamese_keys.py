"""The keys that the replay types are those of Telex and VNI, and give the text that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.vietnamese_keys import Keystroke, Method, keystrokes, typed_keys

WORDS = ("Đường", "ươm", "quyết", "nghị", "Ủy", "ban", "đẩy", "mạnh", "tuyên", "truyền", "vận", "động")


@pytest.mark.parametrize(
    ("method", "text", "keys"),
    [
        ("telex", "Dân vận", "Daan vaanj"),
        ("telex", "Đường", "Dduwowngf"),
        ("telex", "ỦY BAN 2025", "UYr BAN 2025"),
        ("vni", "Dân vận", "Da6n va6n5"),
        ("vni", "Đường ăn", "D9u7o7ng2 a8n"),
    ],
)
def test_these_keys_are_pressed(method: Method, text: str, keys: str) -> None:
    assert typed_keys(text, method) == keys


def test_a_key_that_changes_a_letter_takes_back_from_there_on() -> None:
    assert list(keystrokes("vận", "telex"))[-2:] == [Keystroke("n", 0, "n"), Keystroke("j", 2, "ận")]


@given(st.lists(st.sampled_from(WORDS), max_size=5), st.sampled_from(("telex", "vni")))
def test_bursts_end_in_the_text(words: list[str], method: Method) -> None:
    text = " ".join(words)
    written = ""
    for each in keystrokes(text, method):
        written = written[: len(written) - each.taken_back] + each.letters
    assert written == text
