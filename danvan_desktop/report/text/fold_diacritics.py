"""Folding text for search: "dang" finds Đảng, "duong loi" finds đường lối."""

import unicodedata
from functools import lru_cache

_D = str.maketrans({"đ": "d", "Đ": "d", "Ð": "d", "ð": "d"})  # the last two are look-alikes


def fold(text: str) -> str:
    """Take tone and vowel marks off ``text``, write đ as d and all in lower case.

    Each letter of NFC text gives one letter, so that a place in the folded text is the place in ``text``.
    """
    if text.isascii():
        return text.lower()
    return "".join(_fold_letter(letter) for letter in unicodedata.normalize("NFC", text).translate(_D))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    lower = (parts[0] if all(map(unicodedata.combining, parts[1:])) else letter).lower()
    return lower if len(lower) == 1 else letter


def fold_words(text: str) -> str:
    """Fold ``text`` for comparing words: no mark at all is left, and one space between words."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
