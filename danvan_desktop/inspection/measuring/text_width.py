"""The width of a text: of printed lines, or computed from the metrics of the font."""

from collections.abc import Iterator, Sequence

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.inspection.flow import FlowParagraph, FlowRun


def text_width(paragraph: FlowParagraph) -> float | None:
    """Return how wide the text is on one line (printed: the longest), in twips; None without fonts.

    Blanks before the first letter and after the last one are no part of it.
    """
    if paragraph.printed:
        return max(line.width for line in paragraph.printed)
    return advance(_without_blank_ends(paragraph.runs))


def line_widths(paragraph: FlowParagraph) -> list[float] | None:
    """Return the widths of the lines that the text takes in its room, in twips; None without fonts."""
    if paragraph.printed:
        return [line.width for line in paragraph.printed]
    fonts = _fonts()
    if fonts is None:
        return None
    widths: list[float] = []
    line, blank = 0.0, 0.0
    for word, width in _words(_without_blank_ends(paragraph.runs), fonts):
        if word.isspace():
            blank += width
        elif line and line + blank + width > paragraph.room + 2:
            widths.append(line)
            line, blank = width, 0.0
        else:
            line, blank = line + blank + width, 0.0
    return [*widths, line]


def advance(runs: Sequence[FlowRun]) -> float | None:
    """Return how far ``runs`` lead, blanks at their ends included, in twips; None without fonts."""
    fonts = _fonts()
    return None if fonts is None else sum(_advance(run, run.shown.strip("\n"), fonts) for run in runs)


def _advance(run: FlowRun, text: str, fonts: FontSet) -> float:
    face = fonts.face(bold=run.format.bold, italic=run.format.italic)
    width = face.width(text) / face.units_per_em * run.format.size * 20
    return width * run.format.scale / 100 + run.format.spacing * len(text)


def _words(runs: Sequence[FlowRun], fonts: FontSet) -> Iterator[tuple[str, float]]:
    """Yield words and blanks in turn, each with its width; a word may be of several formats."""
    word, width = "", 0.0
    for run in runs:
        for character in run.shown:
            is_blank = character in " \t\n"
            if word and (is_blank or word.isspace()):
                yield word, width
                word, width = "", 0.0
            word += character
            width += _advance(run, character, fonts)
    if word:
        yield word, width


def _without_blank_ends(runs: Sequence[FlowRun]) -> list[FlowRun]:
    """Return ``runs`` from the first letter to the last."""
    seen = [index for index, run in enumerate(runs) if run.text.strip()]
    if not seen:
        return []
    found = list(runs[seen[0] : seen[-1] + 1])
    found[0] = FlowRun(found[0].text.lstrip(), found[0].format)
    found[-1] = FlowRun(found[-1].text.rstrip(), found[-1].format)
    return found


def _fonts() -> FontSet | None:
    try:
        return find_fonts()
    except UserError:
        return None  # the lines that need widths then say that they could not be measured
