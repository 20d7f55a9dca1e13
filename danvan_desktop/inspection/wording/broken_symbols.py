"""Symbols of documents and ranges of figures that a line breaks behind their hyphen or slash."""

import re

_BROKEN = re.compile(r"(?:^|[\s(])(?=\S*\d)\S*[^\W_][-–/]$")


def ends_in_a_symbol(line: str) -> bool:
    """Tell whether ``line`` ends within a word such as "25-NQ/TW" or "2021-2025": no blank follows."""
    return _BROKEN.search(line) is not None
