"""Names of the bookmarks by which a Word file says which block a paragraph is.

``_dv_12_3fa9``: the id, and four hexadecimal digits of a hash of the report's id and this one. So the marks
of another report's paragraph that was pasted in are known to be none of ours. Earlier releases: ``_dv_12``.
"""

import hashlib
import re

from danvan_desktop.report.takeback.model import ReturnedMark

_NAME = re.compile(r"_dv_(\d{1,9})(?:_([0-9a-f]{4}))?")


def mark_name(report_id: str, identifier: int) -> str:
    """Name the bookmark of a block, a section or an annex."""
    return f"_dv_{identifier}_{check_of(report_id, identifier)}"


def check_of(report_id: str, identifier: int) -> str:
    """Return the four digits."""
    return hashlib.sha256(f"{report_id}/{identifier}".encode()).hexdigest()[:4]


def mark_of(name: str) -> ReturnedMark | None:
    """Read the name of a bookmark; None where it is none of ours, or that of a copy."""
    found = _NAME.fullmatch(name)
    return ReturnedMark(int(found[1]), found[2] or "") if found else None


def is_of(mark: ReturnedMark, report_id: str) -> bool:
    """Tell whether ``mark`` may be one of the report: one without a check may always be."""
    return mark.check in {"", check_of(report_id, mark.id)}
