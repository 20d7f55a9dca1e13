"""Tone mark placement on oa, oe, uy: "hòa, ủy" (old) and "hoà, uỷ" (new)."""

import re
from typing import Literal

Tone = Literal["old", "new"]

OLD_TONE = re.compile(r"[òóỏõọ][ae]\b|(?<!q)[ùúủũụ]y\b", re.IGNORECASE)
NEW_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)

_TONES = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}
_PLAIN = {toned: bare for bare, row in _TONES.items() for toned in row}


def retoned(text: str, tone: Tone) -> str:
    """Return ``text`` with every such tone placed the ``tone`` way; nothing else changes."""
    pattern = NEW_TONE if tone == "old" else OLD_TONE
    return pattern.sub(lambda match: _moved(match[0]), text)


def _moved(pair: str) -> str:
    """Move the tone of a pair of vowels to the other one: "òa" to "oà" and back."""
    first, second = pair[0].lower(), pair[1].lower()
    if first in _PLAIN:
        bare = _PLAIN[first]
        moved = bare + _TONES[second][_TONES[bare].index(first)]
    else:
        bare = _PLAIN[second]
        moved = _TONES[first][_TONES[bare].index(second)] + bare
    return "".join(new.upper() if old.isupper() else new for old, new in zip(pair, moved, strict=True))
