"""Export as a ``.danvan`` file: the whole report, nothing of its layout."""

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.model import Report


def danvan_bytes(report: Report) -> bytes:
    """``report`` as a ``.danvan`` file."""
    return to_json(report).encode()
