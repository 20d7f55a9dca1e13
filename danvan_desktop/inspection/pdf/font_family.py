"""The family of a font, told from its PostScript name."""

import re
from functools import cache

_STYLE = re.compile(r"[-,]?(PS)?[-,]?(Bold|Italic|Oblique|Regular|Roman)*(MT)?$", re.IGNORECASE)
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def font_family(name: str) -> str:
    """Return the family of a PostScript name: "TimesNewRomanPS-BoldMT" is Times New Roman."""
    bare = _STYLE.sub("", name)
    return _WORD.sub(" ", bare) if bare else name
