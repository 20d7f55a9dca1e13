"""The width of a text: of printed lines, or computed from the metrics of the font."""

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.inspection.flow import FlowParagraph


def text_width(paragraph: FlowParagraph) -> float | None:
    """Return how wide the text is (of printed lines the longest), in twips; None without fonts to measure."""
    if paragraph.printed:
        return max(line.width for line in paragraph.printed)
    fonts = _fonts()
    if fonts is None:
        return None
    total = 0.0
    for run in paragraph.runs:
        face = fonts.face(bold=run.format.bold, italic=run.format.italic)
        text = run.shown.strip("\n")
        advance = face.width(text) / face.units_per_em * run.format.size * 20
        total += advance * run.format.scale / 100 + run.format.spacing * len(text)
    return total


def _fonts() -> FontSet | None:
    try:
        return find_fonts()
    except UserError:
        return None  # the lines that need widths then say that they could not be measured
