"""Symbol fonts ("Symbol", "Wingdings"): their private code points mapped to Unicode.

Word and PDF put such a code into the private area U+F000-U+F0FF. Here are those that a report uses and
that Times New Roman can print.
"""

PRIVATE = 0xF000

_SYMBOL = {
    0x2B: "+",
    0x2D: "-",
    0x61: "α",
    0x62: "β",
    0x6D: "µ",
    0x70: "π",
    0xA3: "≤",
    0xA5: "∞",
    0xA7: "•",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xD7: "·",
    0xE5: "∑",
}
_WINGDINGS = {
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0xA7: "▪",
    0xA8: "□",
    0xE0: "→",
}

UNKNOWN_FONT = {
    PRIVATE + code: sign
    for code, sign in {
        **{code: _WINGDINGS[code] for code in (0x6F, 0xA8, 0xE0)},
        **{
            code: _SYMBOL[code] for code in (0xA3, 0xA7, 0xAE, 0xB0, 0xB1, 0xB3, 0xB4, 0xB7, 0xB8, 0xB9, 0xBB)
        },
        0x2B: "+",
        0x2D: "-",
        0x76: "❖",  # these are bullets
        0xD8: "➢",
        0xFC: "✓",
    }.items()
}
"""What a character of the private area means where no font is told, as in text that was copied."""


def is_symbol_font(font: str) -> bool:
    """Tell whether ``font`` shows signs instead of letters."""
    return font.lower().startswith(("symbol", "wingdings", "webdings"))


def sign_of(font: str, code: int) -> str | None:
    """The sign at ``code`` of ``font``, one of signs; None where no letter can stand for it."""
    code = code - PRIVATE if code >= PRIVATE else code
    name = font.lower()
    if name.startswith("symbol"):
        return _SYMBOL.get(code)
    return _WINGDINGS.get(code) if name == "wingdings" else None
