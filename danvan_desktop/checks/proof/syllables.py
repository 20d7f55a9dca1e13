"""The key of a syllable: what it is, however its tone mark is placed and its last i or y is written.

"hoà" and "hòa", "kỹ" and "kĩ" have one key. A key is the letters with their hats and horns, then the tone as
a digit: "hoa2", "ki4"; the level tone has no digit. Only what could be Vietnamese has a key.
"""

import re
import unicodedata
from functools import lru_cache

TONES = "012345"
"""ngang, sắc, huyền, hỏi, ngã, nặng."""
_TONE_OF_MARK = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_MARK_OF_TONE = {tone: mark for mark, tone in _TONE_OF_MARK.items()}
_TONE_OF_LETTER = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone)
    for vowel in "aăâeêioôơuưy"
    for mark, tone in _TONE_OF_MARK.items()
}
_SYLLABLE = re.compile(
    r"(?P<onset>ngh?|n[gh]|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]|)"
    r"(?P<nucleus>(?:[aăâeêioôơuưy]){1,3})"
    r"(?P<coda>ng|nh|ch|[cmnpt]|)"
)
_Y_AT_END = re.compile(r"(?<=^[hklmstvr])y$|(?<=^qu)y$")


@lru_cache(maxsize=16384)
def key_of(word: str) -> str:
    """Give the key of ``word``, whatever its case: of what is no Vietnamese syllable its letters alone."""
    letters, tone = [], ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        plain, mark = _TONE_OF_LETTER.get(letter, (letter, ""))
        letters.append(plain)
        tone = mark or tone
    return with_i("".join(letters)) + tone


def with_i(letters: str) -> str:
    """Give letters without a tone as they are in a key: "ky" is "ki"."""
    return _Y_AT_END.sub("i", letters)


def split_key(key: str) -> tuple[str, str]:
    """Part a key into its letters and its tone ("" for the level one)."""
    return (key[:-1], key[-1]) if key[-1:] in {*TONES[1:]} else (key, "")


def is_syllable(key: str) -> bool:
    """Whether a key can be read as a Vietnamese syllable: onset, vowels, final, and no impossible tone."""
    letters, tone = split_key(key)
    if not (found := _SYLLABLE.fullmatch(letters)):
        return False
    return tone in {"1", "5"} or found["coda"] not in {"c", "ch", "p", "t"}


_SPELT_WITH_Y = frozenset("hklmt") | {"qu"}
"""Onsets after which the administration writes y: hy sinh, kỹ năng, lý do, mỹ thuật, tỷ lệ, quý."""
_SPELT_WITH_I = frozenset({"mi", "mi2", "li", "ti", "ti2", "ki"})


def spell(key: str) -> str:
    """Write a key as a word in small letters: the tone mark placed as in "hòa", "thủy", "lý"."""
    letters, tone = split_key(key)
    if letters[-1:] == "i" and letters[:-1] in _SPELT_WITH_Y and key not in _SPELT_WITH_I:
        letters = letters[:-1] + "y"
    if not tone or not (found := _SYLLABLE.fullmatch(letters)):
        return letters
    place = found.start("nucleus") + _bearer(found["nucleus"], found["coda"])
    marked = unicodedata.normalize("NFC", letters[place] + _MARK_OF_TONE[tone])
    return letters[:place] + marked + letters[place + 1 :]


def _bearer(nucleus: str, coda: str) -> int:
    """Say which vowel of the nucleus bears the tone mark."""
    hatted = [place for place, vowel in enumerate(nucleus) if vowel in "ăâêôơư"]
    if hatted:
        return hatted[-1]
    if len(nucleus) == 1:
        return 0
    if coda or len(nucleus) == 3:
        return 1
    return 0
