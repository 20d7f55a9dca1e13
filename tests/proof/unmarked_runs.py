"""How many runs of words typed without marks are found in a text, and how many wholly set right."""

import random
import unicodedata
from collections.abc import Sequence

from danvan_desktop.checks.proof.proofreader import Proofreader
from danvan_desktop.checks.proof.tokens import tokens_of

LENGTHS = (2, 3, 4, 6)
_ROUNDS = 3
_FEWEST_MARKED = 2


def without_marks(words: str) -> str:
    """Write ``words`` as a keyboard does whose Vietnamese is switched off."""
    parted = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def measure_runs(
    reader: Proofreader, texts: Sequence[str], length: int, seed: int = 3
) -> tuple[int, int, int]:
    """Take the marks off ``length`` words in a row of each text; count runs, those found, those set right."""
    chance, made, found, right = random.Random(seed), 0, 0, 0
    for text in texts:
        for _ in range(_ROUNDS):
            if (spoilt := _spoil(text, length, chance)) is None:
                continue
            wrong, start, end = spoilt
            made += 1
            touching = [
                slip for slip in reader.read([wrong], every=True) if slip.start < end and start < slip.end
            ]
            found += any(slip.confidence == "likely" for slip in touching)
            mended = wrong
            for slip in reversed(touching):
                mended = mended[: slip.start] + (slip.suggestion or slip.found) + mended[slip.end :]
            right += mended == text
    return made, found, right


def _spoil(text: str, length: int, chance: random.Random) -> tuple[str, int, int] | None:
    """Give the text with a run without marks and where that stands; None where none can be."""
    tokens = tokens_of(text)
    places = [
        place
        for place in range(1, len(tokens) - length)
        if all(token.word and not token.capital for token in tokens[place : place + length])
        and sum(not token.word.isascii() for token in tokens[place : place + length]) >= _FEWEST_MARKED
    ]
    if not places:
        return None
    place = chance.choice(places)
    start, end = tokens[place].start, tokens[place + length - 1].end
    return text[:start] + without_marks(text[start:end]) + text[end:], start, end
