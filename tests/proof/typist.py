"""A typist who slips: words become keystrokes of Telex, a finger errs, another word comes out.

Nothing of it is the proof-reader's: it knows no confusion sets, only keys, the shape of syllables and what
the ear confuses. A slip counts when another real syllable comes out.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Container

_MARKS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_HATS = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_KEYBOARD = ("qwertyuiop", "asdfghjkl;", "zxcvbnm,./")
_EARS = [("s", "x"), ("tr", "ch"), ("r", "d"), ("d", "gi"), ("r", "gi"), ("l", "n")]
_ENDS = [("n", "ng"), ("t", "c")]


def keystrokes(word: str) -> tuple[str, str]:
    """Give the keys of a word in small letters, its tone key apart ("" for none)."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_MARKS[mark] for mark in parts if mark in _MARKS), tone)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _MARKS))
        keys += _HATS.get(plain, plain)
    return keys, tone


def typed(keys: str, tone: str) -> str:
    """Make the word of its keys, the tone mark where Unikey puts it."""
    word = re.sub(r"uo(?=w)", "ươ", keys).replace("ươw", "ươ")
    for hat, pressed in _HATS.items():
        word = word.replace(pressed, hat)
    mark = {key: mark for mark, key in _MARKS.items()}.get(tone, "")
    if not mark:
        return word
    vowels = [place for place, letter in enumerate(word) if letter in "aeiouyăâêôơư"]
    if word[:2] in {"qu", "gi"} and len(vowels) > 1:
        vowels = vowels[1:]
    if not vowels:
        return word
    hatted = [place for place in vowels if word[place] in "ăâêôơư"]
    closed = word[-1] not in "aeiouyăâêôơư"
    bearer = (
        hatted[-1]
        if hatted
        else vowels[0]
        if len(vowels) == 1
        else vowels[1 if closed or len(vowels) > 2 else 0]
    )
    return word[:bearer] + unicodedata.normalize("NFC", word[bearer] + mark) + word[bearer + 1 :]


def _beside(key: str, chance: random.Random) -> str:
    for row in _KEYBOARD:
        if key in row:
            place = row.index(key) + chance.choice((-1, 1))
            return row[place] if 0 <= place < len(row) else key
    return key


def _dropped_tone(keys: str, tone: str, _: random.Random) -> str:
    return typed(keys, "") if tone else ""


def _other_tone(keys: str, tone: str, chance: random.Random) -> str:
    return typed(keys, chance.choice("sfrxj"))


def _hook(keys: str, tone: str, _: random.Random) -> str:
    return typed(keys, {"r": "x", "x": "r"}[tone]) if tone in {"r", "x"} else ""


def _lost_hat(keys: str, tone: str, chance: random.Random) -> str:
    hats = [found.start() for found in re.finditer(r"(?<=[aou])w|(?<=a)a|(?<=e)e|(?<=o)o|(?<=d)d", keys)]
    place = chance.choice(hats) if hats else -1
    return typed(keys[:place] + keys[place + 1 :], tone) if hats else ""


def _added_hat(keys: str, tone: str, chance: random.Random) -> str:
    places = [
        place
        for place, key in enumerate(keys)
        if key in "aeoud" and keys[place + 1 : place + 2] not in {"w", key}
    ]
    if not places:
        return ""
    place = chance.choice(places)
    return typed(
        keys[: place + 1]
        + chance.choice({"a": "aw", "o": "ow", "u": "w"}.get(keys[place], keys[place]))
        + keys[place + 1 :],
        tone,
    )


def _bare(keys: str, tone: str, _: random.Random) -> str:
    stripped = re.sub(r"(?<=[aou])w|(?<=a)a|(?<=e)e|(?<=o)o|(?<=d)d", "", keys)
    return stripped if tone and stripped != keys else ""


def _dropped_key(keys: str, tone: str, chance: random.Random) -> str:
    place = chance.randrange(len(keys))
    return typed(keys[:place] + keys[place + 1 :], tone)


def _key_beside(keys: str, tone: str, chance: random.Random) -> str:
    place = chance.randrange(len(keys))
    return typed(keys[:place] + _beside(keys[place], chance) + keys[place + 1 :], tone)


def _swapped(keys: str, tone: str, chance: random.Random) -> str:
    place = chance.randrange(max(len(keys) - 1, 1))
    return typed(keys[:place] + keys[place : place + 2][::-1] + keys[place + 2 :], tone)


def _ear(keys: str, tone: str, chance: random.Random) -> str:
    heard = []
    for one, other in _EARS:
        for ours, theirs in ((one, other), (other, one)):
            if keys.startswith(ours):
                heard.append(theirs + keys[len(ours) :])
    for one, other in _ENDS:
        for ours, theirs in ((one, other), (other, one)):
            if keys.endswith(ours) and not (ours == "n" and keys.endswith("ng")):
                heard.append(keys[: -len(ours)] + theirs)
    return typed(chance.choice(heard), tone) if heard else ""


SLIPS: dict[str, Callable[[str, str, random.Random], str]] = {
    "rơi dấu thanh": _dropped_tone,
    "nhầm dấu thanh": _other_tone,
    "hỏi, ngã": _hook,
    "rơi mũ, móc": _lost_hat,
    "thừa mũ, móc": _added_hat,
    "không dấu": _bare,
    "rơi chữ": _dropped_key,
    "nhầm phím bên cạnh": _key_beside,
    "đảo chữ": _swapped,
    "nói sao viết vậy": _ear,
}


def slip(word: str, kind: str, real: Container[str], chance: random.Random) -> str:
    """Give what a slip of ``kind`` makes of ``word``, if it is another real word; else ""."""
    keys, tone = keystrokes(word)
    for _ in range(6):
        made = unicodedata.normalize("NFC", SLIPS[kind](keys, tone, chance))
        if made and made != word and made in real:
            return made
    return ""
