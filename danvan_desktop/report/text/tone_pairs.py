"""Pairs of vowels whose tone mark has two places: "hòa, ủy" (old) and "hoà, uỷ" (new)."""

_TONES = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}
_PLAIN = {toned: bare for bare, row in _TONES.items() for toned in row}


def moved_tone(pair: str) -> str:
    """Move the tone mark of two vowels to the other one: "òa" to "oà" and back; capitals stay."""
    first, second = pair[0].lower(), pair[1].lower()
    if first in _PLAIN:
        bare = _PLAIN[first]
        moved = bare + _TONES[second][_TONES[bare].index(first)]
    else:
        bare = _PLAIN[second]
        moved = _TONES[first][_TONES[bare].index(second)] + bare
    return "".join(new.upper() if old.isupper() else new for old, new in zip(pair, moved, strict=True))
