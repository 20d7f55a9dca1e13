"""Clock: the present as a time stamp of a report (when it was made, changed, saved)."""

from datetime import datetime


def now() -> datetime:
    """Give the present in the machine's time zone, in whole seconds."""
    return datetime.now().astimezone().replace(microsecond=0)
