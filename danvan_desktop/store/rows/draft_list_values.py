"""What the columns of the draft list say of a report, computed when it is saved."""

from typing import Any

from danvan_desktop.report.document_kinds import REPORT
from danvan_desktop.report.lifecycle.review import settled_places, total
from danvan_desktop.report.lifecycle.states import issued_as
from danvan_desktop.report.model import PartialDate, Report


def column_values(report: Report) -> dict[str, Any]:
    """Give the values of the columns (draft_list_columns.py) for ``report``."""
    due = PartialDate() if report.request is None else report.request.due
    found = total(report)
    return {
        "due": "-".join("" if part is None else str(part) for part in (due.year, due.month, due.day)),
        "round": report.marks.draft,
        "unedited": found.unedited,
        "unchecked": found.unchecked,
        "missing": found.missing,
        "agency": _agency(report),
        "settled": settled_places(report),
        "issued_as": issued_as(report),
        "signed_file": report.attachments.signed_file or "",
    }


def _agency(report: Report) -> str:
    """Whose report it is; "" of a paper of another kind that was taken as text: it is nobody's report."""
    if report.kind.strip().upper() != REPORT:
        return ""
    return " – ".join(filter(None, (report.letterhead.parent_agency, report.letterhead.agency)))
