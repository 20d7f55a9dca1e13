"""Measures a finished file for every line of the compliance sheet."""

from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.inspection.recognition.recognise import recognise
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.reading.progress import stepped


def measure(file: FinishedFile) -> tuple[str, dict[int, Measurement]]:
    """Return the document's title and the measurement of each line by its number."""
    anatomy = recognise(file)
    return anatomy.title, {number: line.measured(anatomy) for number, line in stepped(LINES.items())}
