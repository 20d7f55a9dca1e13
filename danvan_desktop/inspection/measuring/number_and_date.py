"""Number and symbol, place and date of a letterhead, parsed; the blanks that may be filled in by hand."""

import re

from danvan_desktop.inspection.recognition.anatomy import Anatomy

BLANK = r"[\s.…_]*"
"""Room that is left to fill in, with or without dots."""
_NUMBER = re.compile(rf"Số:(?P<number>\s*\d*\s*|{BLANK})/(?P<symbol>\S.*)")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày(?P<day>[\s\d…._]*)tháng(?P<month>[\s\d…._]*)năm(?P<year>[\s\d…._]*)"
)
UNFILLED = "…"
"""What our own print puts in the place of a field that is not filled in."""


def number_match(anatomy: Anatomy) -> re.Match[str] | None:
    """Return number and symbol of the line that has them."""
    return None if anatomy.number is None else _NUMBER.fullmatch(anatomy.number.text)


def date_match(anatomy: Anatomy) -> re.Match[str] | None:
    """Return place, comma, day, month and year of the line that has them."""
    return None if anatomy.date is None else _DATE.fullmatch(" ".join(anatomy.date.text.split("\n")))
