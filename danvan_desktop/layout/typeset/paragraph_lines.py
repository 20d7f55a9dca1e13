"""Line layout of one paragraph: alignment, justification and the position of each fragment."""

from collections.abc import Iterator

from danvan_desktop.fonts import FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import StyledParagraph, Twips
from danvan_desktop.layout.pages import Fragment
from danvan_desktop.layout.typeset.line_breaking import LookSpan, TextMeasurer, break_lines, line_room

ASCENT_SHARE = 0.8
"""With an exact pitch the baseline stands at 4/5 of it, in LibreOffice and in Word, whatever the size."""

RISE = {"super": 0.396, "sub": -0.086, None: 0.0}
"""How far superscript is raised and subscript lowered, to the text's size, as LibreOffice does."""


@frozen
class SetLine:
    """A line of a paragraph, not yet at its height on the page."""

    start: int
    end: int
    fragments: tuple[Fragment, ...]


def baseline(pitch: Twips) -> Twips:
    """From the top of a line to its baseline."""
    return round(pitch * ASCENT_SHARE)


def set_lines(paragraph: StyledParagraph, left: Twips, width: Twips, fonts: FontSet) -> list[SetLine]:
    """``paragraph`` broken into lines in a column that begins at ``left`` and is ``width`` wide."""
    style = paragraph.style
    measure = TextMeasurer(paragraph, fonts)
    room = line_room(paragraph, width)
    x = left + style.left
    bounds = break_lines(paragraph, measure, room)
    last = len(bounds) - 1
    return [
        _set_line(
            _Slot(
                x=x + (style.first_line if index == 0 else 0),
                room=room.first if index == 0 else room.following,
                align="left" if style.align == "justify" and index == last else style.align,
            ),
            measure,
            start,
            end,
        )
        for index, (start, end) in enumerate(bounds)
    ]


@frozen
class _Slot:
    """Where a line may lie, and how."""

    x: Twips
    room: Twips
    align: str


def _set_line(slot: _Slot, measure: TextMeasurer, start: int, end: int) -> SetLine:
    text = measure.text[start:end]
    visible = start + len(text.rstrip(" "))
    natural = measure.width(start, visible)
    spare = max(slot.room - natural, 0.0)
    word_space = 0.0
    x = float(slot.x)
    if slot.align == "justify":
        gaps = measure.text.count(" ", start, visible)
        word_space = spare / gaps if gaps else 0.0
    elif slot.align == "center":
        x += (slot.room - natural) / 2
    elif slot.align == "right":
        x += slot.room - natural
    return SetLine(start, end, tuple(_fragments(measure, start, visible, x, word_space)))


def _fragments(
    measure: TextMeasurer, start: int, end: int, x: float, word_space: float
) -> Iterator[Fragment]:
    for look, first, last in measure.pieces(start, end):
        text = measure.text[first:last]
        width = look.face.width(text) * look.scale + text.count(" ") * word_space
        yield _fragment(look, text, round(x), round(width), word_space)
        x += width


def _fragment(look: LookSpan, text: str, x: Twips, width: Twips, word_space: float) -> Fragment:
    span = look.span
    return Fragment(
        text=text,
        x=x,
        size=look.size,
        bold=span.bold,
        italic=span.italic,
        underline=span.underline,
        rise=round(look.text_size * 10 * RISE[span.vertical]),
        word_space=word_space,
        width=width,
        colour=look.colour,
    )
