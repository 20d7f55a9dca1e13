"""Dates in running text, after the decree's rule of zeros: before days below 10 and months 1 and 2 alone."""

from datetime import date

from danvan_desktop.report.model import PartialDate


def short_date(when: PartialDate, *, unknown: str = "…") -> str:
    """Write "03/6/2013", "14/8", "6/2013" or "2013"; ``unknown`` where no part is known (PL I, II.4.b)."""
    day = "" if when.day is None else f"{when.day:02}"
    month = "" if when.month is None else f"{when.month:02}" if when.month < 3 else str(when.month)
    year = "" if when.year is None else str(when.year)
    if when.month is None:
        return year or unknown
    return "/".join(filter(None, (day, month, year)))


def whole_date(when: PartialDate) -> date | None:
    """Give ``when`` as a day of the calendar; None where a part is not known or there is no such day."""
    if when.year is None or when.month is None or when.day is None:
        return None
    try:
        return date(when.year, when.month, when.day)
    except ValueError:  # 31/11: typed by hand, waits to be put right
        return None


def without_day(when: PartialDate) -> str:
    """Give the word before ``when`` where its day is not known: "tháng ", "năm "."""
    if when.month is None:
        return "năm " if when.year is not None else ""
    return "" if when.day is not None else "tháng "
