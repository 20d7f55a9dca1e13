"""Inspection of the open report as it would be exported, for the compliance sheet.

Nothing of Qt is imported here. A process and not a thread: PDFium knows no threads. Only files that were
written here are read here: one from outside has a process of its own (``file_reader/``).
"""

from pathlib import Path

from danvan_desktop.exporters import export
from danvan_desktop.inspection import inspect
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.report.model import Report


def measured(report: Report, files: tuple[Path, ...]) -> tuple[ComplianceSheet, ...]:
    """Write ``report`` as ``files`` and return the sheet of each.

    Raises:
        UserError: a file cannot be written, read or measured.
    """
    export(report, files)
    return tuple(map(inspect, files))
