"""Which versions are let go as they grow old.

All of the last day stay, then the last of each hour for a week, the last of each day for two months, the
last of each week after that; named ones and those of an export or the issuing for ever. A version is as old
as the clock says or the days of use, whichever is less: a clock that is wrong for a day lets nothing go.
"""

from collections.abc import Sequence
from datetime import datetime

from danvan_desktop.store.history.version_rows import VersionRow

ALL_DAYS = 1
HOURLY_DAYS = 7
DAILY_DAYS = 60


def to_let_go(rows: Sequence[VersionRow], now: datetime, day: int) -> list[VersionRow]:
    """Choose of the versions of one draft, the oldest first, those that are not needed any more.

    ``day``: the day of use that it is today. The newest always stays.
    """
    last: dict[str, int] = {}
    for row in rows:
        bucket = _bucket(row, now, day)
        if bucket is not None:
            last[bucket] = row.number
    return [
        row
        for row in rows[:-1]
        if not row.is_kept and (bucket := _bucket(row, now, day)) is not None and last[bucket] != row.number
    ]


def _bucket(row: VersionRow, now: datetime, day: int) -> str | None:
    """The stretch of time of which one version stays; None: all of them do."""
    try:
        taken = row.moment.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return None
    age = (now - taken).total_seconds() / 86_400
    if day >= row.day:  # else the count has begun anew
        age = min(age, day - row.day)
    if age < ALL_DAYS:
        return None
    if age < HOURLY_DAYS:
        return f"{taken:%Y-%m-%d %H}"
    if age < DAILY_DAYS:
        return f"{taken:%Y-%m-%d}"
    year, week, _ = taken.isocalendar()
    return f"{year}/{week}"
