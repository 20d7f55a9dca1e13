"""Legacy 8-bit encodings of Vietnamese, detected and converted: TCVN3 (ABC, ".VnTime") and VNI ("VNI-Times").

Both put Vietnamese letters where Windows has the letters of western Europe. In Word the font tells the
code; in plain text nothing does, and the syllables vote: the reading that gives the most of them wins.
Text must come here before it is normalised, which takes soft hyphens away (the "ư" of TCVN3).
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from danvan_desktop.report.text.syllables import is_syllable

Code = Literal["TCVN3", "VNI"]

# TCVN 5712:1993, VN3; capitals with a tone do not exist, ".VnTimeH" shows small letters as capitals.
_TCVN3 = str.maketrans(
    dict(
        zip(
            map(
                chr,
                bytes.fromhex(
                    "b5b6b7b8b9 a8bbbcbdbec6 a9c7c8c9cacb cccecfd0d1 aad2d3d4d5d6 d7d8dcddde"
                    "dfe1e2e3e4 abe5e6e7e8e9 aceaebecedee eff1f2f3f4 adf5f6f7f8f9 fafbfcfdfe ae"
                    "a1a2a3a4a5a6a7"
                ),
            ),
            "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
            strict=True,
        )
    )
)


def _vni_pairs() -> dict[str, str]:
    """Map the two characters of a letter, "aù", to the letter, "á"; in capitals alike."""
    pairs: dict[str, str] = {}
    tones = "ùøûõï"
    for base, letters in {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹỵ"}.items():
        pairs |= {base + sign: letter for sign, letter in zip(tones, letters, strict=True)}
    pairs |= {"ô" + sign: letter for sign, letter in zip(tones, "ớờởỡợ", strict=True)}
    pairs |= {"ö" + sign: letter for sign, letter in zip(tones, "ứừửữự", strict=True)}
    for base, letters in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items():
        pairs |= {base + sign: letter for sign, letter in zip("âáàåãä", letters, strict=True)}
    pairs |= {"a" + sign: letter for sign, letter in zip("êéèúüë", "ăắằẳẵặ", strict=True)}
    capitals = {pair.upper(): letter.upper() for pair, letter in pairs.items()}
    mixed = {pair[0].upper() + pair[1]: letter.upper() for pair, letter in pairs.items()}
    return pairs | mixed | capitals


_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
_VNI = (
    _VNI_SINGLES | {single.upper(): letter.upper() for single, letter in _VNI_SINGLES.items()} | _vni_pairs()
)
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_HAVE_CAPITALS = frozenset("abcdefghijklmnopqrstuvwxyzăâđêôơư")
"""Small letters of which TCVN3 has capitals too; of those with a tone it has none."""

_TCVN3_FONT = re.compile(r"\.vn", re.IGNORECASE)
_CAPITAL_FONT = re.compile(r"H(?:[-,_ ]*(?:Bold|Italic|Oblique|Regular|Normal|PS|MT|B|I))*\s*$")
"""The "H" at the end of a name, whatever a file says of the style behind it."""
_VNI_FONT = re.compile(r"vni[- ]", re.IGNORECASE)

_WORDS = re.compile(r"[^\W\d_]+")
_SIGNS_OF_CODES = re.compile("[\u00a1-\u00aa\u00ac-\u00af\u00b5\u00b6\u00b8\u00b9\u00be]")
_ONLY_IN_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Letters of Vietnamese that are none of Windows-1252."""
_NOT_IN_TCVN3 = re.compile("[ÀÁÂÃÙÚà]")
"""Letters of Vietnamese whose codes TCVN3 leaves free."""
_WORDS_WITH_U = 40
"""In so many words of Vietnamese there is an "ư"."""
_SAMPLE = 4_000
"""Words that vote."""


def from_tcvn3(text: str) -> str:
    """Read ``text``, TCVN3 shown as the letters of Windows-1252, as Unicode."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Read ``text``, VNI shown as the letters of Windows-1252, as Unicode."""
    return _VNI_LETTER.sub(lambda match: _VNI[match.group()], text)


def code_of_font(font: str) -> Code | None:
    """Name the code that text in ``font`` is in; None for a font of Unicode."""
    if _VNI_FONT.match(font):
        return "VNI"
    return "TCVN3" if _TCVN3_FONT.match(font) else None


def shows_capitals(font: str) -> bool:
    """Tell whether ``font`` is one of TCVN3 that shows small letters as capitals: ".VnTimeH-Bold"."""
    return code_of_font(font) == "TCVN3" and _CAPITAL_FONT.search(font) is not None


def from_code(text: str, code: Code) -> str:
    """Read ``text`` as ``code``."""
    return from_tcvn3(text) if code == "TCVN3" else from_vni(text)


def from_voted(text: str, code: Code) -> str:
    """Read ``text`` as ``code`` where no font says what is shown as capitals: its other letters do.

    "BáO CáO" in a line of TCVN3 was "BÁO CÁO" in ".VnTimeH".
    """
    if code == "VNI":
        return from_vni(text)
    return "".join(map(_with_capitals, from_tcvn3(text).splitlines(keepends=True)))


def _with_capitals(line: str) -> str:
    words = list(_WORDS.finditer(line))
    cases = [_is_capital(word.group()) for word in words]
    if not any(case and not word.group().isupper() for case, word in zip(cases, words, strict=True)):
        return line
    made, end = [], 0
    for place, word in enumerate(words):
        text = word.group()
        made += [line[end : word.start()], text.upper() if _among_capitals(cases, place) else text]
        end = word.end()
    return "".join([*made, line[end:]])


def _is_capital(word: str) -> bool | None:
    """Tell whether a word is in capitals by the letters that TCVN3 has both of; None where none tells."""
    if any(letter in _HAVE_CAPITALS for letter in word):
        return False
    return True if sum(letter.isupper() for letter in word) > 1 else None


def _among_capitals(cases: Sequence[bool | None], place: int) -> bool:
    """Whether the word at ``place`` is in capitals; one that does not tell goes with its neighbours."""
    if cases[place] is not None:
        return bool(cases[place])
    before = next((case for case in reversed(cases[:place]) if case is not None), None)
    after = next((case for case in cases[place + 1 :] if case is not None), None)
    return before is not False and after is not False


def is_better_as(text: str, code: Code) -> bool:
    """Tell whether ``text`` in a font of ``code`` really is in that code; the font may be a leftover."""
    if _ONLY_IN_UNICODE.search(text) or (code == "TCVN3" and _NOT_IN_TCVN3.search(text)):
        return False
    tokens = _voters(text)
    return not tokens or _votes(tokens, lambda token: from_code(token, code)) >= _votes(tokens, str)


def convert_legacy(text: str) -> tuple[str, Code | None]:
    """Read ``text`` by the vote of its syllables; give it in Unicode, and the code it was in, if any."""
    tokens = _voters(text)
    as_it_is = _votes(tokens, str)
    votes: dict[Code, int] = {"TCVN3": _votes(tokens, from_tcvn3), "VNI": _votes(tokens, from_vni)}
    code = max(votes, key=lambda name: votes[name])
    clearly = votes[code] > 2 * as_it_is and votes[code] * 10 >= len(tokens) * 6
    # Of VNI, half may pass for Vietnamese ("Soá" is a syllable), but never all.
    entirely = votes[code] == len(tokens) and len(tokens) - as_it_is >= 2
    wins = votes[code] >= 2 and (clearly or entirely)
    return (from_voted(text, code), code) if wins else (text, None)


def has_lost_letters(text: str) -> bool:
    """Tell whether ``text``, converted from TCVN3, has no "ư" at all: a soft hyphen is easily dropped.

    "Ư" is no witness: it has a code of its own, that is not lost.
    """
    return len(text.split()) >= _WORDS_WITH_U and "ư" not in text


def _voters(text: str) -> list[str]:
    """The words of ``text`` that the codes read differently: those with a letter that is not ASCII.

    One sign alone ("µ") is no witness.
    """
    found = []
    for token in text.split():
        if len(token) > 1 and not token.isascii():
            found.append(token)
            if len(found) == _SAMPLE:
                break
    return found


def _votes(tokens: Sequence[str], read: Callable[[str], str]) -> int:
    return sum(map(_is_vietnamese, map(read, tokens)))


def _is_vietnamese(token: str) -> bool:
    """Tell whether all words of ``token`` are syllables, and no sign of an old code is among them."""
    words = _WORDS.findall(token)
    return bool(words) and not _SIGNS_OF_CODES.search(token) and all(map(is_syllable, words))
