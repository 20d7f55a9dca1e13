"""List markers: numbers, letters and dashes at the start of a line, in every style offices use.

Here a line is looked at by itself; whether "4. Tổ chức …" really begins a khoản or only continues
"mức độ 3," is for :mod:`danvan_desktop.importers.recognition.lines.number_order` to say.
"""

import re
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.numbering import parse_roman

MarkKind = Literal["part", "section", "letter", "decimal", "point", "dash", "plus"]


@frozen
class ListMarker:
    """A number or a dash that may begin a paragraph."""

    kind: MarkKind
    typed: str
    """As it stands in the file: "II-", "1/", "•"."""
    number: str
    """In the decree's form: "II.", "1."; for a dash the sign we print."""
    rest: str
    """The line without it."""
    values: tuple[int, ...] = ()
    """The number as numbers: (3, 1) for "3.1"."""
    plain: bool = True
    """In a style that is hardly ever anything else ("1.", "a)"), not in one that may be ("1/", "3.1")."""


_PART = re.compile(
    r"((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+[^\W\d_]+|[IVX]{1,5}|\d{1,2}|(?:MỘT|HAI|BA|BỐN|NĂM)))\s*(?:[.:\-–/]\s*(?=\S)|[.:]?$|\s(?=\S))(.*)"
)
_SECTION = re.compile(r"(?![Vv]/[Vv]\b)([IVX]{1,6})\s?([./)]\s?[-–]|[.\-–—/):])(?=\s|$|[^\W\d_])\s*(.*)")
_LETTER = re.compile(r"([A-HĐ])\s?([.\-–/])(?=\s|$|[^\W\d_])\s*(.*)")
_DECIMAL_DASHED = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,3})(?:\s?([./)]\s?[-–])\s*|(?<=\.\d)(\s[-–])\s+)(?=\D)(.*)"
)
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})(?![\d])\s?([.)])(?!\d)\s*(.*)")
_DECIMAL_BARE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\S)(.*)")
_DECIMAL_ODD = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\s?([/\-–])(\s*)(\D.*)")
_POINT = re.compile(r"([a-zđ])\s?(\)(?:\s?[-–](?=\s))?)\s*(.*)")
_POINT_ODD = re.compile(r"([a-zđ])\s?([./]\s?[-–]|[./\-–])\s+(\D.*)")
_BULLET = re.compile(r"([•●▪◦∙·■□➢❖✓►])\s*(.*)")
_DASH = re.compile(r"([-–—−*])(?:\s+|(?=[^\W\d_“\"(])|$)(.*)")
_PLUS = re.compile(r"(\+)(?:\s+|(?=[^\W\d_“\"(])|$)(.*)")

_LETTERS = "ABCDĐEGH"
_LONGEST_TITLE = 150
"""Characters of the title behind a letter, where it is not in capitals."""
_ENDED = re.compile(r"[.;:,!?][”\"’')\]»]*$")


def parse_mark(text: str) -> ListMarker | None:
    """The number or dash at the start of ``text``, a normalised line; None where there is none."""
    first = text[:1]
    if first.isdigit():
        return _decimal(text)
    if first in "Pp":
        return _part(text)
    if first.isalpha():
        return _section(text) or _letter(text) or _point(text)
    return _dash(text)


def is_caps(text: str) -> bool:
    """Tell whether ``text`` is set in capitals, as the title of a mục is: at least two of them."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 2 and all(letter.isupper() for letter in letters)


def is_mostly_caps(text: str) -> bool:
    """Tell whether ``text`` is a title in capitals, a word in small letters allowed ("… “Dân vận khéo”")."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) >= 2 and capitals >= 0.7 * len(letters)


def _part(text: str) -> ListMarker | None:
    match = _PART.match(text)
    if match is None:
        return None
    number, rest = match.groups()
    if rest and not is_mostly_caps(rest) and (number.isupper() is False and rest[:1].islower()):
        return None
    return ListMarker("part", text[: len(text) - len(rest)].strip(), number, rest)


def _section(text: str) -> ListMarker | None:
    match = _SECTION.match(text)
    if match is None or (value := parse_roman(match[1])) is None:
        return None
    return ListMarker(
        "section", match[1] + match[2], f"{match[1]}.", match[3], (value,), plain=match[2] == "."
    )


def _letter(text: str) -> ListMarker | None:
    match = _LETTER.match(text)
    if match is None or match[1] not in _LETTERS or not _may_be_title(match[2], match[3]):
        return None
    value = _LETTERS.index(match[1]) + 1
    return ListMarker(
        "letter", match[1] + match[2], f"{match[1]}.", match[3], (value,), plain=match[2] == "."
    )


def _may_be_title(sign: str, rest: str) -> bool:
    """Tell whether ``rest``, behind a letter, is a title: in capitals, or as in "A. Tình hình chung"."""
    if not rest or is_mostly_caps(rest):
        return True
    return sign == "." and rest[0].isupper() and len(rest) <= _LONGEST_TITLE and not _ENDED.search(rest)


def _decimal(text: str) -> ListMarker | None:
    if match := _DECIMAL_DASHED.match(text):
        digits, sign, rest, plain = match[1], match[2] or match[3], match[4], match[2] is not None
    elif match := _DECIMAL.match(text):
        digits, sign, rest = match.groups()
        plain = sign == "."
    elif match := _DECIMAL_BARE.match(text):
        (digits, rest), sign, plain = match.groups(), "", False
    elif (match := _DECIMAL_ODD.match(text)) and (match[3] or match[4][1:2].islower()):
        digits, sign, _, rest = match.groups()
        plain = False  # "1-Công tác" is a number, "25-NQ/TW" is not
    else:
        return None
    values = tuple(int(part) for part in digits.split("."))
    if not all(values):
        return None
    number = ".".join(str(value) for value in values) + "."
    return ListMarker("decimal", digits + sign, number, rest, values, plain=plain)


def _point(text: str) -> ListMarker | None:
    if match := _POINT.match(text):
        return ListMarker("point", match[1] + match[2], match[1] + ")", match[3])
    if match := _POINT_ODD.match(text):
        return ListMarker("point", match[1] + match[2], match[1] + ")", match[3], plain=False)
    return None


def _dash(text: str) -> ListMarker | None:
    if match := _BULLET.match(text):
        return ListMarker("dash", match[1], "-", match[2])
    if match := _DASH.match(text):
        return ListMarker("dash", match[1], "-", match[2], plain=match[1] != "*")
    if match := _PLUS.match(text):
        return ListMarker("plus", "+", "+", match[2])
    return None
