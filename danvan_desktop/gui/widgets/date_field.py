"""Date field: one line edit that parses 20/11/2026, 20-11-26, or 20/11 of a given year."""

import re
from calendar import monthrange
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from danvan_desktop.report.model import PartialDate

_PARTS = re.compile(r"\s*(?:(?:(\d{1,2})\s*[/.\- ]\s*)?(\d{1,2})\s*[/.\- ]\s*)?(\d{1,4})\s*")

_LONG_PAST_DAYS = 180


class DateField(QLineEdit):
    """Line edit for a date; any part but the year may be left out (partial date)."""

    def __init__(
        self, name: str, year: int, parent: QWidget | None = None, *, ahead_of: date | None = None
    ) -> None:
        """``year`` is meant where a day and a month are typed without one.

        Of a day to come, the next year is meant where it would be long past on the day ``ahead_of``.
        """
        super().__init__(parent)
        self._year, self._ahead_of = year, ahead_of
        self.setAccessibleName(name)
        self.setPlaceholderText("ngày/tháng/năm")
        self.setMaxLength(14)
        self.setMaximumWidth(180)

    def show_date(self, when: PartialDate) -> None:
        """Show ``when``."""
        self.setText("/".join(str(part) for part in (when.day, when.month, when.year) if part is not None))

    def date(self) -> PartialDate | None:
        """Return the typed date, with no part where nothing is typed; None where it is no date."""
        if not self.text().strip():
            return PartialDate()
        parts = self._parts()
        return None if parts is None else _checked(*parts)

    def problem(self) -> str:
        """Return the validation message for what is typed; "" where it is valid."""
        if self.date() is not None:
            return ""
        day, month, year = self._parts() or (None, None, 0)
        if month is not None and not 1 <= month <= 12:
            return f"không có tháng {month}"
        if day is not None and month is not None and 1900 <= year <= 2999:
            last = monthrange(year, month)[1]
            return f"tháng {month} chỉ có {last} ngày" if day > last else f"không có ngày {day}"
        return f"hãy ghi ngày/tháng/năm, ví dụ 20/11/{self._year}"

    def _parts(self) -> tuple[int | None, int | None, int] | None:
        """Read day, month and year; None where something else is typed."""
        text = self.text().strip()
        short = re.fullmatch(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})", text)
        if short:
            day, month = int(short[1]), int(short[2])
            return day, month, self._year_meant(day, month)
        match = _PARTS.fullmatch(text)
        if match is None:
            return None
        parts = [None if part is None else int(part) for part in match.groups()]
        return parts[0], parts[1], _whole_year(parts[2] or 0)

    def _year_meant(self, day: int, month: int) -> int:
        if self._ahead_of is None or _checked(day, month, self._year) is None:
            return self._year
        past = (self._ahead_of - date(self._year, month, day)).days
        return self._year + 1 if past > _LONG_PAST_DAYS else self._year

    def weekday(self) -> str:
        """Name the day of the week; "" where the date is not whole."""
        when = self.date()
        if when is None or when.day is None or when.month is None or when.year is None:
            return ""
        return _WEEKDAYS[date(when.year, when.month, when.day).weekday()]


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""Monday first; the names have capitals (PL II, III.4), which Qt's do not have."""


def _whole_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def _checked(day: int | None, month: int | None, year: int) -> PartialDate | None:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day) if 1900 <= year <= 2999 else None
