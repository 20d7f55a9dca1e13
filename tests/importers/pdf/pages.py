"""Pages made of letters for the tests of single steps: ten points wide are two letters of size ten."""

from danvan_desktop.importers.pdf.page import Glyph, Page, Stroke, Tag

SIZE = 10.0
WIDTH = 5.0


def letters(
    text: str, x: float, y: float, *, bold: bool = False, size: float = SIZE, mcid: int = -1
) -> list[Glyph]:
    """``text`` from ``x`` on, each letter half as wide as it is high; "|" stands for a gap of one letter."""
    step = size / 2
    return [
        Glyph(letter, x + place * step, x + (place + 1) * step, y, size, bold=bold, mcid=mcid)
        for place, letter in enumerate(text)
        if letter != "|"
    ]


def page(
    *lines: list[Glyph],
    strokes: tuple[Stroke, ...] = (),
    tags: dict[int, Tag] | None = None,
    number: int = 0,
    height: float = 800,
) -> Page:
    """A page 600 points wide with these lines."""
    return Page(number, 600, height, tuple(glyph for line in lines for glyph in line), strokes, tags or {})


def ruled(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[Stroke, ...]:
    """All lines of a table."""
    levels = (Stroke(xs[0], y, xs[-1], y) for y in ys)
    uprights = (Stroke(x, ys[0], x, ys[-1]) for x in xs)
    return (*levels, *uprights)
