"""What a font's name and its descriptor say: bold, italic."""

import re

from danvan_desktop.frozen import frozen

# TimesNewRomanPS-BoldItalicMT, Times New Roman,Bold, ABCDEF+LiberationSerif-Bold, .VnTimeH, Arial-Black …
_BOLD = re.compile(r"bold|black|heavy|(?:semi|demi)(?=$|[^a-z])|-bd|,bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it(?:$|mt)|,it", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@frozen
class Face:
    """The look of one font."""

    name: str
    bold: bool
    italic: bool


def face(name: str, flags: int, weight: int, angle: int) -> Face:
    """Judge a font by its ``name`` first; a subset without a telling name by its descriptor."""
    family = _SUBSET.sub("", name)
    bold = bool(_BOLD.search(family)) or bool(flags & _FORCE_BOLD_FLAG) or _BOLD_WEIGHT <= weight <= 1000
    italic = bool(_ITALIC.search(family)) or bool(flags & _ITALIC_FLAG) or -45 <= angle < 0
    return Face(family, bold, italic)
