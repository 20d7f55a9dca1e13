"""Whether a Word file takes more than one page, which it does not say itself: by its height."""

from itertools import groupby

from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.text_width import line_widths

_SURE, _OPEN = 0.96, 1.08
"""Of the height of a page: between both Word may set it either way."""


def is_one_page(file: FinishedFile) -> bool | None:
    """Tell whether all of ``file`` stands on one page; None where it cannot be told."""
    if file.breaks_pages or not file.sections:
        return False
    section = file.sections[0]
    height = _height(file)
    room = section.height - section.top - section.bottom
    if height is None or room <= 0:
        return None
    share = height / room
    return True if share <= _SURE else None if share <= _OPEN else False


def _height(file: FinishedFile) -> float | None:
    """Return the height of the text in twips; None without fonts to break its lines."""
    total = 0.0
    for table, group in groupby(file.paragraphs, key=lambda p: p.place.table):
        paragraphs = list(group)
        heights = [_height_of(paragraph) for paragraph in paragraphs]
        known = [height for height in heights if height is not None]
        if len(known) < len(heights):
            return None
        if table is None:
            total += sum(known)
            continue
        cells: dict[int, dict[int, float]] = {}
        for paragraph, height in zip(paragraphs, known, strict=True):
            row = cells.setdefault(paragraph.place.row, {})
            row[paragraph.place.column] = row.get(paragraph.place.column, 0.0) + height
        total += sum(max(row.values()) for row in cells.values())
    return total


def _height_of(paragraph: FlowParagraph) -> float | None:
    count = 0
    for line in paragraph.lines():
        widths = line_widths(line)
        if widths is None:
            return None
        count += len(widths)
    return count * paragraph.pitch + paragraph.format.before + paragraph.format.after
