"""Columns of the draft list, computed when a report is saved (draft_list_values.py), so that none is read."""

from typing import Any

from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.tab_count import TabCount

COLUMNS = (
    *("due", "round", "unedited", "unchecked", "missing", "agency"),
    *("settled", "issued_as", "signed_file"),
)


def read_due(text: str | None) -> PartialDate:
    """Give the deadline back; any part may be open."""
    parts = [int(part) if part.isdecimal() else None for part in (text or "--").split("-")]
    return PartialDate(*parts) if len(parts) == 3 else PartialDate()


def read_counts(row: dict[str, Any]) -> TabCount | None:
    """Give what is open; None where an earlier release saved the report and nobody has counted yet."""
    if row["unchecked"] is None:
        return None
    return TabCount("", row["unedited"], row["unchecked"], row["missing"])
