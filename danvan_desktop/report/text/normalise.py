"""Unicode normalisation (NFC) of all imported text: one spelling for each letter, no invisible characters.

Text reaches the program from Word, PDF, web pages and old keyboards. The same "ế" may come as one
character, as "ê" and a tone, or as "e" with the tone typed before the circumflex; "Đ" may be the
Icelandic Ð; spaces may be unbreakable and letters Cyrillic. Afterwards all compare equal.
"""

import re
import unicodedata

from danvan_desktop.report.text.symbol_fonts import UNKNOWN_FONT

# What stays as it is, in any order: of nearly all text no more is asked.
_PLAIN = re.compile("[\t\n\f -~À-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…]*")
# Nothing to see: zero-width spaces and joiners, soft hyphen, direction marks, byte order mark.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
# No character at all in a document: controls (tab and line ends excepted) and the two non-characters.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_LINE_END = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")

# Looks like the character on the right and never means anything else in a Vietnamese text.
_LOOK_ALIKES = str.maketrans(
    {
        "\u00d0": "Đ",  # Icelandic eth
        "\u0189": "Đ",  # African d
        "\u00f0": "đ",
        "\u0256": "đ",
        "\u2010": "-",  # hyphen: "25-NQ/TW" must be found by searching "25-NQ/TW"
        "\u2011": "-",  # non-breaking hyphen
        "\ufb00": "ff",  # ligatures of PDF fonts
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
    | {chr(code): sign for code, sign in UNKNOWN_FONT.items()}
)
# Read as Latin only inside a word that has Latin letters, so that a Greek or Russian name stays.
_FOREIGN = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕкмтΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορυν",
    "ABEKMHOPCTYXIJSaeopcyxijskmtABEZHIKMNOPTYXaopuv",
)
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")

# A circumflex or breve typed after the tone. Both have combining class 230, so that canonical ordering
# leaves them, "ế" does not compose, and the two spellings never compare equal.
_TONE_FIRST = re.compile("([AEOaeo])([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306])")
_COMBINING = re.compile("[\u0300-\u036f]")
_LATIN_LETTER = re.compile("[A-Za-zĐđ]")
_FOREIGN_LETTER = re.compile("[\u0370-\u04ff]")


def normalise(text: str) -> str:
    """Return ``text`` in NFC with look-alikes, invisible characters and odd spaces put right.

    No visible character is lost, line ends become one newline, tabs and form feeds stay; idempotent.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _ODD_LINE_END.sub("\n", text)
    text = _LONE_SURROGATE.sub("\ufffd", _CONTROLS.sub("", _INVISIBLE.sub("", text)))
    text = compose(_ODD_SPACE.sub(" ", text).translate(_LOOK_ALIKES))
    if _FOREIGN_LETTER.search(text):
        text = compose(_WORD.sub(_latin_word, unicodedata.normalize("NFD", text)))
    return text


def one_line(text: str) -> str:
    """Return ``text`` normalised, with every run of white space, line ends too, as one space."""
    return " ".join(normalise(text).split())


def compose(text: str) -> str:
    """NFC, also where the tone stands before the circumflex or the breve."""
    if not _COMBINING.search(text):
        return unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_FIRST.sub(r"\1\3\2", apart))


def _latin_word(match: re.Match[str]) -> str:
    """The word in Latin letters, or as it is when it has none, or has a letter like no Latin one."""
    word = match.group()
    if not _FOREIGN_LETTER.search(word) or not _LATIN_LETTER.search(word):
        return word
    latin = word.translate(_FOREIGN)
    return word if _FOREIGN_LETTER.search(latin) else latin
