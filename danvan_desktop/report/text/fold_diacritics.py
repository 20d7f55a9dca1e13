"""Folding text for search: "dang" finds Đảng, "duong loi" finds đường lối."""

import unicodedata

_D = {"đ": "d", "Đ": "d", "Ð": "d", "ð": "d"}  # the last two are look-alikes
_MOST_LETTERS = 4096


def fold(text: str) -> str:
    """Take tone and vowel marks off ``text``, write đ as d and all in lower case.

    Each letter of NFC text gives one letter, so that a place in the folded text is the place in ``text``.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).translate(_FOLDED)


class _Folded(dict[int, str]):
    """For ``str.translate``: a call for each letter of 300 pages takes four times as long."""

    def __missing__(self, code: int) -> str:
        folded = _fold_letter(chr(code))
        if len(self) < _MOST_LETTERS:
            self[code] = folded
        return folded


_FOLDED = _Folded()


def _fold_letter(letter: str) -> str:
    if letter in _D:
        return _D[letter]
    parts = unicodedata.normalize("NFD", letter)
    lower = (parts[0] if all(map(unicodedata.combining, parts[1:])) else letter).lower()
    return lower if len(lower) == 1 else letter


def fold_words(text: str) -> str:
    """Fold ``text`` for comparing words: no mark at all is left, and one space between words."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
