"""Printed pages (PDF): access to them, and the tolerance of what is measured there."""

from danvan_desktop.inspection.finished_file import FinishedFile, PrintedFile

SLACK_MM = 0.3
"""Rounding by programs and printers' dots: less is no difference."""


def print_of(file: FinishedFile) -> PrintedFile:
    """Return the printed pages of a file that has them.

    Raises:
        ValueError: it is a Word file.
    """
    if file.printed is None:
        raise ValueError("the file is not printed")
    return file.printed
