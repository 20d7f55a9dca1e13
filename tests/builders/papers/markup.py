"""The small markup in which the papers are written: a line is a paragraph, what begins with a dot says how.

``.c.b Kết quả`` is centred and bold; ``<b>``, ``<i>``, ``<u>``, ``<sup>`` and ``<fn>`` stand inside;
``⇥`` is a tab, ``␣`` a blank that is meant, ``⏎`` a line break. ``.table`` … ``.end`` is a table, ``|``
parts its cells, ``¶`` the paragraphs of one, ``<`` and ``^`` alone continue the cell at their left and above.

The class ``x`` says that a line that is centred or bold is text all the same, ``not`` that one that is
neither is none, ``may`` that it can be both.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.builders.papers.heads import HEADS, SIGNATURES
from tests.builders.papers.line_classes import styled
from tests.builders.papers.page import CellText, Grid, Line, PageBreak, Part, Rule, Span

_CLASSES = re.compile(r"((?:\.[a-z][a-z0-9-]*)+)(?: (.*)|$)", re.DOTALL)
_TAG = re.compile(r"<(/?)(b|i|u|sup|fn)>")
_SIGNS = str.maketrans({"␣": " ", "⇥": "\t", "⏎": "\n", "⍽": "\u00a0"})


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a paper written in the markup."""
    return tuple(_hang_rules(list(_parts(iter(text.strip("\n").split("\n"))))))


def _parts(lines: Iterator[str]) -> Iterator[Part]:
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == ".table":
            yield _grid(rest.split(), list(_until_end(lines)))
        elif word in {".head", ".sign"}:
            makers = HEADS if word == ".head" else SIGNATURES
            kind, *options = rest.split()
            yield from _parts(iter(makers[kind](list(_until_end(lines)), options)))
        elif word == ".page":
            yield PageBreak()
        else:
            yield _line(line, top=True)


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == ".end":
            return
        yield line
    raise ValueError("no .end")


def _grid(options: list[str], rows: list[str]) -> Grid:
    given = dict(option.partition("=")[::2] for option in options)
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return Grid(
        tuple(tuple(_cell(cells, y, x) for x in range(len(row))) for y, row in enumerate(cells)),
        tuple(map(float, given["widths"].split(","))),
        bordered="borderless" not in given,
        padding_mm=float(given["pad"]) if "pad" in given else None,
        indent_mm=float(given.get("indent", 0)),
        header="header" in given,
    )


def _cell(cells: list[list[str]], y: int, x: int) -> CellText | None:
    if cells[y][x] in {"<", "^"}:
        return None
    cols = 1
    while x + cols < len(cells[y]) and cells[y][x + cols] == "<":
        cols += 1
    rows = 1
    while y + rows < len(cells) and cells[y + rows][x] == "^":
        rows += 1
    lines = [_line(part) for part in cells[y][x].split("¶")]
    hung = _hang_rules(list(lines))
    return CellText(tuple(line for line in hung if isinstance(line, Line)), cols, rows)


def _line(text: str, *, top: bool = False) -> Line:
    found = _CLASSES.fullmatch(text)
    names = found[1].split(".")[1:] if found else []
    inside = (found[2] or "") if found else text
    line = Line(align="justify" if top else "left", first_mm=None if top else 0)
    for name in names:
        line = styled(line, name)
    plain_text = (top and bool(inside.strip("␣ ")) and not set(names) & _NO_TEXT) or "x" in names
    spans = tuple(_spans(inside, bold="b" in names, italic="i" in names, underline="u" in names))
    return replace(line, spans=spans, body=plain_text, optional="may" in names)


_NO_TEXT = {"c", "r", "n", "b", "i", "not"}
"""Classes of what is no running text; ``x`` says that it is all the same."""


def _spans(text: str, *, bold: bool, italic: bool, underline: bool) -> Iterator[Span]:
    open_tags = {tag for tag, is_on in (("b", bold), ("i", italic), ("u", underline)) if is_on}
    place = 0
    found: list[Span] = []
    for tag in (*_TAG.finditer(text), None):
        piece = text[place : tag.start() if tag else len(text)].translate(_SIGNS)
        if piece and "fn" in open_tags:
            found[-1] = replace(found[-1], footnote=piece)
        elif piece:
            found.append(
                Span(piece, "b" in open_tags, "i" in open_tags, "u" in open_tags, "sup" in open_tags)
            )
        if tag:
            place = tag.end()
            (open_tags.discard if tag[1] else open_tags.add)(tag[2])
    yield from found


def _hang_rules(parts: list[Part]) -> Iterator[Part]:
    """Give ``parts`` with each rule where it is anchored."""
    waiting: tuple[Rule, ...] = ()
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if isinstance(part, Line) and part.rules and not part.spans and part.rules[0].place != "own":
            if part.rules[0].place == "next":
                waiting = part.rules
            continue
        if not isinstance(part, Line):
            yield part
            continue
        changed = replace(part, rules_over=waiting)
        waiting = ()
        if isinstance(following, Line) and following.rules and following.rules[0].place == "above":
            changed = replace(changed, rules=following.rules)
        yield changed
    if waiting:
        yield Line(rules_over=waiting, align="center", first_mm=0)
