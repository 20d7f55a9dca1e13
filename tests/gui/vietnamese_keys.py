"""What a person types to write Vietnamese, and what UniKey and EVKey make of it: bursts of keys.

An input method on Windows lets a letter through as it is typed. Where a key changes what was typed before
("a" after "a", "1" for a tone), it swallows the key and sends Backspaces and the letters anew, all within a
millisecond, or takes the letters back and pastes the new ones from the clipboard.
"""

import unicodedata
from collections.abc import Iterator
from typing import Literal

from danvan_desktop.frozen import frozen

Method = Literal["telex", "vni"]

_TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
"""Of each tone mark the key in Telex and the one in VNI."""
_MARKS = {"\u0302": ("", "6"), "\u0306": ("w", "8"), "\u031b": ("w", "7")}
"""Of each mark of a letter; the circumflex is the letter itself once more in Telex."""


@frozen
class Keystroke:
    """A key as it is pressed, and what an input method makes of it."""

    key: str
    """What stands on the keyboard."""
    taken_back: int
    """How many letters left of the cursor are taken back."""
    letters: str
    """What is written in their place."""

    @property
    def is_let_through(self) -> bool:
        """Whether the key itself reaches the program."""
        return not self.taken_back and self.letters == self.key


def keystrokes(text: str, method: Method) -> Iterator[Keystroke]:
    """The keys for ``text`` in their order; tones come at the end of a syllable, as most people type."""
    shown, wanted, tone = "", "", ""

    def stroke(key: str, now: str) -> Keystroke:
        nonlocal shown
        same = next((i for i, pair in enumerate(zip(shown, now, strict=False)) if len(set(pair)) > 1), None)
        same = min(len(shown), len(now)) if same is None else same
        made = Keystroke(key, len(shown) - same, now[same:])
        shown = now
        return made

    for letter in [*unicodedata.normalize("NFC", text), ""]:
        if letter.isalpha():
            base, mark, tone_mark = _parts(letter)
            wanted += letter
            plain = unicodedata.normalize("NFC", base + mark)
            yield stroke(_base_key(base), shown + _base_key(base))
            if plain != _base_key(base):
                yield stroke(_mark_key(base, mark, method), shown[:-1] + plain)
            tone = tone_mark or tone
            continue
        if tone:
            yield stroke(_TONES[tone][method == "vni"], wanted)
        if letter:
            yield Keystroke(letter, 0, letter)
        shown, wanted, tone = "", "", ""


def _parts(letter: str) -> tuple[str, str, str]:
    """The letter without marks, its own mark, its tone."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tone = next((mark for mark in marks if mark in _TONES), "")
    return base, "".join(mark for mark in marks if mark not in _TONES), tone


def _base_key(base: str) -> str:
    return {"đ": "d", "Đ": "D"}.get(base, base)


def _mark_key(base: str, mark: str, method: Method) -> str:
    if base in "đĐ":
        return "9" if method == "vni" else "d"
    telex, vni = _MARKS[mark]
    return vni if method == "vni" else telex or base.lower()


def typed_keys(text: str, method: Method) -> str:
    """What is pressed on the keyboard for ``text``."""
    return "".join(each.key for each in keystrokes(text, method))
