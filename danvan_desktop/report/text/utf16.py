"""Text measured and cut in UTF-16 code units, in which Qt counts positions and lengths.

A character beyond the first plane (an emoji) is two code units and one letter of Python. Half of such a pair,
a lone surrogate, may stand in what the clipboard or an input method (IME) gives: it counts as one.
"""


def utf16_length(text: str) -> int:
    """Count the UTF-16 code units of ``text``."""
    return len(text) if text.isascii() else len(_encoded(text)) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    """Return ``text`` from code unit ``start`` up to ``end``; half of a pair becomes U+FFFD."""
    return _encoded(text)[2 * start : 2 * end].decode("utf-16-le", "replace")


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
