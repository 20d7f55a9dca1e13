"""Boxes and glue for pagination: a box (a line, a rule, rows that hang together) is never divided.

The flow of a part becomes one long list of boxes; :mod:`danvan_desktop.layout.typeset.pagination` deals them
out to pages. Glue forbids a page break between a box and the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from danvan_desktop.fonts import FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import GridTable, HorizontalRule, NamedStyle, StyledParagraph, Twips
from danvan_desktop.layout.document import ParagraphBorder as FrameLook
from danvan_desktop.layout.pages import Stroke
from danvan_desktop.layout.typeset.paragraph_lines import SetLine, set_lines


class Glue(IntEnum):
    """How firmly a box holds on to the next; only where a page is too low does it let go, weakest first."""

    NONE = 0
    WIDOW = 1
    """The first two lines of a paragraph, and the last two."""
    TOGETHER = 2
    """Rows of the signing block, the last lines of the text."""
    TITLE = 3
    """A title and what it stands above, a header row and the first row."""


@frozen
class PlacedLine:
    """A line at ``top`` within its box."""

    path: tuple[int, ...]
    paragraph: StyledParagraph
    line: SetLine
    top: Twips


@frozen
class CellBorder:
    """A bordered cell, or what of it lies within its box."""

    x1: Twips
    y1: Twips
    x2: Twips
    y2: Twips
    goes_on: bool = False
    """In the next box, from which only the page's end parts it."""
    is_rest: bool = False
    """Of a cell that began in the box before."""


@frozen
class TableRows:
    """Which rows of which table a box is."""

    path: tuple[int, ...]
    table: GridTable
    first: int
    last: int
    header: tuple["Box", ...] = ()
    """What is drawn again when the table goes on with this box on a new page."""


@dataclass(slots=True)
class Box:
    """One indivisible piece of the flow."""

    height: Twips
    before: Twips = 0
    """Room above it, dropped at the top of a page unless it opens the part."""
    after: Twips = 0
    """Room below it, which may hang over the page's end."""
    glue: Glue = Glue.NONE
    lines: list[PlacedLine] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    frames: list[CellBorder] = field(default_factory=list)
    rows: TableRows | None = None


def text_boxes(
    block: StyledParagraph | HorizontalRule, path: tuple[int, ...], left: Twips, width: Twips, fonts: FontSet
) -> list[Box]:
    """The boxes of a paragraph (one a line) or of a rule, in a column at ``left``."""
    if isinstance(block, HorizontalRule):
        return [_rule_box(block, left, width)]
    style = block.style
    lines = set_lines(block, left, width, fonts)
    boxes = [Box(style.pitch, lines=[PlacedLine(path, block, line, 0)]) for line in lines]
    _hold_lines(boxes, block)
    if style.frame:
        boxes = [_framed(style, style.frame, boxes, left, width)]
    boxes[0].before = style.before
    boxes[-1].after = style.after
    boxes[-1].glue = _glue(block)
    return boxes


def _hold_lines(boxes: list[Box], paragraph: StyledParagraph) -> None:
    """Glue the lines of ``paragraph`` to one another as far as its style asks."""
    style = paragraph.style
    if style.keep_lines or paragraph.keep_next:
        for box in boxes:
            box.glue = Glue.TITLE if style.keep_lines else Glue.TOGETHER
    elif style.widow_control and len(boxes) > 1:
        boxes[0].glue = boxes[-2].glue = Glue.WIDOW


def _framed(style: NamedStyle, frame: FrameLook, boxes: list[Box], left: Twips, width: Twips) -> Box:
    """``boxes`` in one, within the box that ``style`` draws around its paragraph."""
    whole, edge = Box(height=0), frame.thickness + frame.padding
    whole.height = stack(whole, boxes, edge) + edge
    x1, x2 = left + style.left, left + width - style.right
    y1, y2 = frame.thickness // 2, whole.height - frame.thickness // 2
    corners = ((x1, y1, x2, y1), (x1, y2, x2, y2), (x1, y1, x1, y2), (x2, y1, x2, y2))
    whole.strokes.extend(Stroke(*ends, frame.thickness, style.colour) for ends in corners)
    return whole


def _glue(paragraph: StyledParagraph) -> Glue:
    if paragraph.style.keep_next:
        return Glue.TITLE
    return Glue.TOGETHER if paragraph.keep_next else Glue.NONE


def _rule_box(rule: HorizontalRule, left: Twips, width: Twips) -> Box:
    x = left + (width - rule.length) // 2
    y = rule.before + rule.thickness // 2
    stroke = Stroke(x, y, x + rule.length, y, rule.thickness)
    return Box(height=rule.before + rule.thickness, after=rule.after, strokes=[stroke], glue=Glue.TITLE)


def stack(target: Box, content: Iterable[Box], top: Twips) -> Twips:
    """Lay ``content`` under one another into ``target``, from ``top`` on; where it ends."""
    y = top
    for box in content:
        y += box.before
        target.lines.extend(replace(line, top=line.top + y) for line in box.lines)
        target.strokes.extend(replace(stroke, y1=stroke.y1 + y, y2=stroke.y2 + y) for stroke in box.strokes)
        y += box.height + box.after
    return y
