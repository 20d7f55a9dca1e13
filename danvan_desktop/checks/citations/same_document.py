"""Whether citations of one kind and symbol are of two documents: each office begins anew each year."""

from functools import lru_cache

from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.report.text.fold_diacritics import fold

_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc"))
"""In short and in full, without marks."""


def are_two(one: Citation, other: Citation) -> bool:
    """Tell that both can not be one document: another office, or another day of another year.

    The same day of another year is one document whose year is mistyped once.
    """
    return _are_of_two_offices(one.issuer, other.issuer) or _are_of_two_years(one, other)


def _are_of_two_years(one: Citation, other: Citation) -> bool:
    first, second = one.issued_on, other.issued_on
    if not (first.year and second.year) or first.year == second.year:
        return False
    return (first.day, first.month) != (second.day, second.month)


def _are_of_two_offices(one: str, other: str) -> bool:
    """Whether neither name is the other's, in short or in full: "UBND tỉnh", "Ủy ban nhân dân tỉnh"."""
    first, second = _key(one), _key(other)
    return bool(first and second) and first not in second and second not in first


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    key = " ".join(fold(name).split())
    for short, long in _SHORT:
        key = key.replace(short, long)
    return key
