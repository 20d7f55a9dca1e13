"""Columns of the draft list, computed when a report is saved, so that listing reads no report."""

from typing import Any

from danvan_desktop.report.lifecycle.review import TabCount, settled_places, total
from danvan_desktop.report.lifecycle.states import issued_as
from danvan_desktop.report.model import PartialDate, Report

COLUMNS = (
    *("due", "round", "unedited", "unchecked", "missing", "agency"),
    *("settled", "issued_as", "signed_file"),
)


def column_values(report: Report) -> dict[str, Any]:
    """Give the values of :data:`COLUMNS` for ``report``."""
    due = PartialDate() if report.request is None else report.request.due
    found = total(report)
    return {
        "due": "-".join("" if part is None else str(part) for part in (due.year, due.month, due.day)),
        "round": report.marks.draft,
        "unedited": found.unedited,
        "unchecked": found.unchecked,
        "missing": found.missing,
        "agency": " – ".join(filter(None, (report.letterhead.parent_agency, report.letterhead.agency))),
        "settled": settled_places(report),
        "issued_as": issued_as(report),
        "signed_file": report.attachments.signed_file or "",
    }


def read_due(text: str | None) -> PartialDate:
    """Give the deadline back; any part may be open."""
    parts = [int(part) if part.isdecimal() else None for part in (text or "--").split("-")]
    return PartialDate(*parts) if len(parts) == 3 else PartialDate()


def read_counts(row: dict[str, Any]) -> TabCount | None:
    """Give what is open; None where an earlier release saved the report and nobody has counted yet."""
    if row["unchecked"] is None:
        return None
    return TabCount("", row["unedited"], row["unchecked"], row["missing"])
