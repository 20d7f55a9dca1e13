"""What the compliance sheet measures of a Word file."""

from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.measure import measure
from danvan_desktop.inspection.sheet import Measurement, Outcome


def measured(content: bytes) -> dict[int, Measurement]:
    """What each line of the sheet finds in the file."""
    return measure(read_docx(content, "bao-cao.docx"))[1]


def numbers(found: dict[int, Measurement], *outcomes: Outcome) -> set[int]:
    """The lines with one of these outcomes."""
    return {number for number, measurement in found.items() if measurement.outcome in outcomes}
