"""The window's clock: the moment a report is changed, as its file keeps it."""

from datetime import datetime


def now() -> datetime:
    """Give the present in the machine's time zone, in whole seconds."""
    return datetime.now().astimezone().replace(microsecond=0)
