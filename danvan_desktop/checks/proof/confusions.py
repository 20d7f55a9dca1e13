"""Confusion sets: the syllables that a slip of the fingers or of the ear makes of one another."""

from collections.abc import Container, Iterator, Mapping
from itertools import chain

from danvan_desktop.checks.proof.syllables import TONES, key_of, split_key, with_i

KINDS = (
    "tone",  # another tone
    "hook",  # hỏi for ngã or ngã for hỏi
    "toneless",  # the tone is missing
    "hat",  # a hat, a horn or the bar of đ is missing or too many
    "bare",  # typed without any mark
    "letter",  # a letter is missing
    "extra",  # a letter too many
    "key",  # the key beside the right one
    "swap",  # two letters in the wrong order
    "sound",  # s/x, ch/tr, d/gi/r, l/n, and finals n/ng, c/t
    "last",  # another last letter: the fingers ended a more usual word ("các" for "cáo")
    "telex",  # what the fingers typed, the marks not made
)
_PLAIN = str.maketrans("ăâêôơưđ", "aaeooud")
_MARKED = {"a": "ăâ", "e": "ê", "o": "ôơ", "u": "ư", "d": "đ", "ă": "aâ", "â": "aă", "ê": "e"}
_MARKED |= {"ô": "oơ", "ơ": "oô", "ư": "u", "đ": "d"}
_LETTERS = "abcdeghiklmnopqrstuvxyăâđêôơư"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ONSETS = (("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("d", "v"), ("l", "n"))
_FINALS = (("n", "ng"), ("c", "t"), ("n", "nh"), ("t", "ch"), ("i", "y"), ("o", "u"))
_ENDINGS = ("a", "c", "i", "m", "n", "o", "p", "t", "u", "y", "ng", "nh", "ch")
_TELEX_TONES = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5", "z": ""}
_TELEX_LETTERS = (("uow", "ươ"), ("aw", "ă"), ("aa", "â"), ("dd", "đ"), ("ee", "ê"), ("oo", "ô"), ("ow", "ơ"))
_TWO_KEYS = [*((typed, meant) for typed, meant in _TELEX_LETTERS if len(typed) == 2), ("uw", "ư")]
_KEYS_OF_HAT = {meant: (typed[0], typed[1]) for typed, meant in _TWO_KEYS}
_HATS = {plain: [(meant, typed[1]) for typed, meant in _TWO_KEYS if typed[0] == plain] for plain in "adeou"}


def _neighbours() -> dict[str, str]:
    """Give the letters that lie beside each on the keyboard."""
    beside = {key: "" for row in _ROWS for key in row}
    for above, row in zip(("", *_ROWS), _ROWS, strict=False):
        for place, key in enumerate(row):
            beside[key] += (
                row[max(place - 1, 0) : place] + row[place + 1 : place + 2] + above[place : place + 2]
            )
            for other in above[place : place + 2]:
                beside[other] += key
    return beside


_BESIDE = _neighbours()


def bare(key: str) -> str:
    """Give the letters of a key as a keyboard has them: no hat, no horn, no tone."""
    return split_key(key)[0].translate(_PLAIN)


def candidates(key: str, known: Container[str], by_bare: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Give the known syllables that could have been meant by ``key``, each with the kind of slip.

    ``by_bare`` lists the known syllables that share their bare letters. Where two kinds lead to one
    syllable, that of the marks goes first, then that of the ear.
    """
    found: dict[str, str] = {}
    letters, tone = split_key(key)
    for other in by_bare.get(bare(key), ()):
        if other != key and (kind := _kind_of_marks(letters, tone, *split_key(other))):
            found[other] = kind
    others = chain(
        _sounds(letters, tone),
        _edits(letters, tone),
        _hat_keys(letters, tone),
        _last(letters, tone),
        _telex(letters),
    )
    for kind, other in others:
        if other != key and other not in found and other in known:
            found[other] = kind
    return found


def _kind_of_marks(letters: str, tone: str, meant: str, meant_tone: str) -> str:
    """Name the slip by which a syllable lost or changed its marks; "" if nobody makes it."""
    if letters == meant:
        if {tone, meant_tone} == {"3", "4"}:
            return "hook"
        return "tone" if tone else "toneless"
    if not tone and letters == meant.translate(_PLAIN):
        return "bare" if meant_tone else "hat"
    if tone == meant_tone:
        return "hat"
    return ""


def _edits(letters: str, tone: str) -> Iterator[tuple[str, str]]:
    if letters in {"y", "uy"}:  # "ý" for "ký", whose key has an i
        yield from (("letter", with_i(letter + letters) + tone) for letter in _LETTERS)
    for place in range(len(letters) + 1):
        before, after = letters[:place], letters[place:]
        for letter in _LETTERS:
            yield "letter", before + letter + after + tone
        if not after:
            continue
        yield "extra", before + after[1:] + tone
        for letter in _BESIDE.get(after[0].translate(_PLAIN), ""):
            for marked in letter + _MARKED.get(letter, ""):
                yield "key", before + marked + after[1:] + tone
        if len(after) > 1:
            yield "swap", before + after[1] + after[0] + after[2:] + tone


def _hat_keys(letters: str, tone: str) -> Iterator[tuple[str, str]]:
    """Exchange a key of Telex that makes a hat or a horn with one beside it: "tổ" (toor) for "tỏi" (toir)."""
    for place, letter in enumerate(letters):
        before, after = letters[:place], letters[place + 1 :] + tone
        if letter in _KEYS_OF_HAT:
            plain, hat = _KEYS_OF_HAT[letter]
            yield from (("key", before + plain + key + after) for key in _BESIDE[hat])
            if plain == hat:
                yield from (("key", before + key + plain + after) for key in _BESIDE[plain])
        for marked, hat in _HATS.get(letters[place - 1], ()) if place else ():
            if letter in _BESIDE[hat]:
                yield "key", before[:-1] + marked + after
        for marked, hat in _HATS.get(letter, ()) if place else ():
            if hat == letter and letters[place - 1] in _BESIDE[hat]:
                yield "key", before[:-1] + marked + after


def _last(letters: str, tone: str) -> Iterator[tuple[str, str]]:
    for ending in _ENDINGS:
        yield "last", letters[:-1] + ending + tone


def _sounds(letters: str, tone: str) -> Iterator[tuple[str, str]]:
    for pair in _ONSETS:
        for ours, theirs in (pair, pair[::-1]):
            if letters.startswith(ours):
                yield "sound", theirs + letters[len(ours) :] + tone
                if theirs == "gi" and letters[len(ours) : len(ours) + 1] in {"i", "ê"}:
                    yield "sound", "g" + letters[len(ours) :] + tone
    for pair in _FINALS:
        for ours, theirs in (pair, pair[::-1]):
            if letters.endswith(ours):
                yield "sound", letters[: -len(ours)] + theirs + tone
    for final, other in (("c", "t"), ("t", "c")):
        if letters.endswith(final):
            yield "sound", letters[:-1] + other + tone


def _telex(letters: str) -> Iterator[tuple[str, str]]:
    """Make the marks of what was typed by Telex with the keyboard's program off: "nghiệp" of "nghieepj"."""
    plain = letters.translate(_PLAIN)
    tone = ""
    for place in range(len(letters) - 1, 0, -1):
        if letters[place] in _TELEX_TONES and (place == len(letters) - 1 or plain[place] not in "rsx"):
            tone = _TELEX_TONES[letters[place]]
            letters = letters[:place] + letters[place + 1 :]
            break
    for typed, meant in _TELEX_LETTERS:
        letters = letters.replace(typed, meant)
    letters = letters.replace("ưow", "ươ").replace("w", "ư") if "w" in letters else letters
    if letters[-1:] not in TONES:
        yield "telex", key_of(letters) + tone
