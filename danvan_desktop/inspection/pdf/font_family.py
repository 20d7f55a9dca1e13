"""The family of a font, told from its PostScript name."""

import re
from functools import cache

_STYLE = re.compile(
    r"(?:[-,]\s*(?:Bold|Italic|Oblique|Regular|Roman)+|\s?(?:Bold|Italic|Oblique)+|\sRegular|MT|PS)$",
    re.IGNORECASE,
)
"""How the letters are cut; "Roman" says so behind a sign alone, else it is part of the name."""
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OLD = (".Vn", "VNI-")
"""Fonts of the legacy encodings are known by the name as it is."""


@cache
def font_family(name: str) -> str:
    """Return the family of a PostScript name: "TimesNewRomanPS-BoldMT" is Times New Roman."""
    bare = name.strip()
    while (shorter := _STYLE.sub("", bare).rstrip(" ,-")) and shorter != bare:
        bare = shorter
    return bare if bare.startswith(_OLD) else _WORD.sub(" ", bare)
