"""Figures as offices write them: "1.234,5", "09", "+03", "85,9%": full stops for thousands, decimal comma.

Spaces between thousands, as they come out of spreadsheets, are read too.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from danvan_desktop.frozen import frozen

_FIGURE = re.compile(r"([+\-−–]?)\s*(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:\s\d{3})+|\d{1,15})(?:,(\d{1,9}))?\s*(%?)")


@frozen
class Figure:
    """A number as it was written."""

    value: Decimal
    percent: bool = False
    padded: bool = False
    """Written "09": a count below ten with its custom zero."""


def parse_figure(text: str) -> Figure | None:
    """Read the whole of ``text`` as one figure; None where it is none, or is no Vietnamese one ("1.5")."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    sign, whole, fraction, percent = match.groups()
    value = Decimal(re.sub(r"\D", "", whole) + ("." + fraction if fraction else ""))
    padded = whole.startswith("0") and len(whole) > 1
    return Figure(-value if sign in {"-", "−", "–"} else value, bool(percent), padded)


def format_figure(
    value: Decimal, *, signed: bool = False, padded: bool = False, places: int | None = None
) -> str:
    """Write ``value`` as "1.234,5"; ``signed`` with + or -, ``padded`` with a zero before a count below ten.

    ``places`` rounds half up to so many decimals; zeros at the end of the decimals are left out.
    """
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    whole, fraction = whole.replace(",", "."), fraction.rstrip("0")
    if padded and not fraction:
        whole = whole.zfill(2)
    sign = "-" if value < 0 else "+" if signed and value > 0 else ""
    return sign + whole + ("," + fraction if fraction else "")


def increase(now: Figure, before: Figure) -> str:
    """Write how much more ``now`` is than ``before``: "+03", "-26", "0"; of two rates in points."""
    difference = now.value - before.value
    if now.percent and before.percent:
        return format_figure(difference, signed=True) + " điểm %"
    return format_figure(difference, signed=True, padded=difference != 0 and (now.padded or before.padded))


def growth(now: Figure, before: Figure) -> str:
    """Write the increase in per cent of ``before`` ("+33,3"); "" from 0 or less, and of rates."""
    if before.value <= 0 or now.percent or before.percent:
        return ""
    return format_figure((now.value - before.value) * 100 / before.value, signed=True, places=1)
