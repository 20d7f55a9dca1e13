"""Excerpts of the paper that are shown while their fields are filled in: the letterhead, the closing.

They come from the same composing and typesetting as the whole report, so nothing in them lies elsewhere
than on the paper.
"""

from dataclasses import replace
from typing import Literal

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.document import Twips
from danvan_desktop.layout.pages import Line, Stroke
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Report

ExcerptPart = Literal["letterhead", "closing"]
"""From the agency to Kính gửi; or Nơi nhận beside the signing block."""


@frozen
class Excerpt:
    """Lines and rules as they lie on the paper, and the box of the paper around them, in twips."""

    family: str
    """The typeface that was measured."""
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]
    left: Twips
    top: Twips
    width: Twips
    """Of the text area, whatever stands in it."""
    height: Twips

    @property
    def text(self) -> str:
        """What can be read on it, line by line."""
        texts = ("".join(fragment.text for fragment in line.fragments) for line in self.lines)
        return "\n".join(" ".join(text.split()) for text in texts)


def bare(report: Report) -> Report:
    """Return ``report`` without its text: what an excerpt is made of."""
    return replace(report, legal_bases=(), opening=(), sections=(), closing=(), annexes=())


def make_excerpt(report: Report, part: ExcerptPart, fonts: FontSet | None = None) -> Excerpt:
    """Set ``part`` of ``report``; of a Nơi nhận longer than a page what the first page holds.

    Raises:
        UserError: ``fonts`` is None and the system has neither Times New Roman nor Liberation Serif.
    """
    fonts = fonts or find_fonts()
    document = compose(bare(report), fonts)
    page = typeset(document, fonts).pages[0]
    closing = (0, len(document.parts[0].flow) - 1)
    first_of_closing = min((line.top for line in page.lines if line.path[:2] == closing), default=page.height)

    def is_wanted(top: Twips) -> bool:
        return (top >= first_of_closing) == (part == "closing")

    lines = tuple(line for line in page.lines if is_wanted(line.top))
    strokes = tuple(stroke for stroke in page.strokes if is_wanted(stroke.y1))
    setup = document.parts[0].setup
    top = min((line.top for line in lines), default=setup.top)
    bottoms = [line.top + line.paragraph.style.pitch for line in lines]
    bottom = max([*bottoms, *(stroke.y2 for stroke in strokes)], default=top)
    return Excerpt(fonts.family, lines, strokes, setup.left, top, setup.text_width, bottom - top)
