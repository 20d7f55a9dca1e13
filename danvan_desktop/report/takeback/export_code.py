"""The code of an export: which state of the report a Word file went out as."""

import hashlib

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Report

_DIGITS = 16


def export_code(report: Report) -> str:
    """Return the code: the same state of a report has the same one, so that its files stay the same bytes."""
    return hashlib.sha256(to_json(report).encode()).hexdigest()[:_DIGITS]
