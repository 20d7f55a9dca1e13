"""Inspection of finished files in the worker process, for the compliance sheet.

Nothing of Qt is imported here. A process and not a thread: PDFium knows no threads.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from danvan_desktop.exporters import export
from danvan_desktop.inspection import inspect
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.report.model import Report


def measured(files: tuple[Path, ...], report: Report | None) -> tuple[ComplianceSheet, ...]:
    """Return the sheet of each of ``files``; with ``report`` they are written first, and thrown away.

    Raises:
        UserError: a file cannot be written, read or measured.
    """
    if report is None:
        return tuple(_sheets(files))
    with TemporaryDirectory(prefix="danvan-") as folder:
        written = tuple(Path(folder) / file.name for file in files)
        export(report, written)
        return tuple(_sheets(written))


def _sheets(files: tuple[Path, ...]) -> Iterator[ComplianceSheet]:
    yield from map(inspect, files)
