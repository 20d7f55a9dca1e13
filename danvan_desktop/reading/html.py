"""HTML as other programs put it on the clipboard: whether it can be laid out in time, and its bare words.

Both are told in one pass over the text, whatever it holds, before a layout engine is given it: nested without
end, with tables of a thousand million columns or a rule of style for every line, it would take the memory or
hours.
"""

import re
from collections.abc import Iterator
from html import unescape

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.limits import HTML

_NAME = re.compile(r"</?([a-z][^\s/>]*)", re.IGNORECASE)
_TAG = re.compile(r"""<(?:[^>=]|=\s*+(?:"(?:[^"<]|<(?!/))*+"|'(?:[^'<]|<(?!/))*+'|[^\s>"'][^\s>]*+)?)*+>""")
"""Quotes hold ">" only where a value begins: of one too many, browsers and Word lose no words.

A quote after which an element ends was never closed: what stands behind ">" is shown then.
"""
_LONGEST_TAG = 20_000
"""Characters: of a longer tag it is not looked at whether ">" stands in quotes."""
_DATA = re.compile(r"data:[\w/+.;=-]*;base64,[A-Za-z0-9+/=\s]+")
_SPAN = re.compile(r"""(col|row)span\s*=\s*["']?\s*(\d{1,9})""", re.IGNORECASE)
_FLAT = frozenset(
    {"p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "col", "dt", "dd", "option", "br", "hr", "img"}
    | {"meta", "link", "input", "wbr"}
)
"""Elements that hold no other one of their kind, or whose end may be left out: they do not nest."""
_UNSHOWN = frozenset({"script", "style", "title", "xml"})
"""Elements whose content is not shown; a title in the body of a page is, by some programs."""
_OF_HEAD = _UNSHOWN | {"html", "head", "meta", "link", "base"}
"""Elements that stand before the body; any other one begins it, as text does."""
_INLINE = frozenset(
    {"a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark"}
    | {"q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"}
)
"""Elements that part no words from one another."""
_AS_TYPED = frozenset({"pre", "textarea"})
"""Elements whose line ends are shown."""


@frozen
class _Tag:
    name: str
    closes: bool
    source: str
    """All of it, with its attributes."""


def prepared(page: str) -> str | None:
    """Return ``page`` without the data of pictures; None where it is too much to lay out."""
    if len(page) <= HTML.with_pictures:
        page = _DATA.sub("data:,", page)
    tags = page.count("<")
    if len(page) > HTML.characters or tags > HTML.tags or tags * page.count("{") > HTML.rules_by_tags:
        return None
    lower = page.lower()
    keeps_lines = "<pre" in lower or "white-space" in lower or "<textarea" in lower
    if lower.count("<li") > HTML.items or (keeps_lines and page.count("\n") > HTML.typed_lines):
        return None
    return page if _is_shallow(page) else None


def bare_words(page: str) -> str | None:
    """Return the text that ``page`` shows, blocks parted by line ends; None where there is too much of it."""
    if len(page) > HTML.characters or page.count("<") > HTML.tags_read:
        return None
    lines = (" ".join(line.split()) for line in unescape("".join(_shown(page))).split("\n"))
    return "\n".join(filter(None, lines))


def _shown(page: str) -> Iterator[str]:
    """Yield texts, and a line end for each tag that parts words."""
    typed = 0
    for piece in _pieces(page):
        if isinstance(piece, str):  # a line end in the source is a space
            yield piece if typed else piece.replace("\n", " ")
            continue
        if piece.name in _AS_TYPED:
            typed = max(0, typed - 1) if piece.closes else typed + 1
        if piece.name not in _INLINE:
            yield "\n"


def _is_shallow(page: str) -> bool:
    """Whether elements lie in one another, and tables are wide and long, within the limits."""
    depth, places = 0, 0
    grids: list[_Grid] = []
    for tag in _pieces(page):
        if isinstance(tag, str):
            continue
        if tag.name == "table" and not tag.closes:
            grids.append(_Grid())
        elif tag.name == "table" and grids:
            places += grids.pop().places
        elif grids and not tag.closes:
            grids[-1].take(tag)
        if tag.name not in _FLAT:
            depth = max(0, depth - 1) if tag.closes else depth + 1
        if depth > HTML.depth or places + (grids[-1].places if grids else 0) > HTML.places:
            return False
    return places + sum(grid.places for grid in grids) <= HTML.places


class _Grid:
    """Counts the places of a table's grid, those of merged cells among them."""

    def __init__(self) -> None:
        self._rows = 1
        self._width = self._column = 0
        self._below: dict[int, int] = {}
        """In how many rows from this one on a column is covered from above."""

    @property
    def places(self) -> int:
        """Rows by columns, as far as they are known."""
        return self._rows * self._width

    def take(self, tag: _Tag) -> None:
        """Count a row or a cell that begins."""
        if tag.name == "tr":
            self._rows += 1
            self._column = 0
            self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        elif tag.name in {"td", "th"}:
            spans = {kind.lower(): int(number) for kind, number in _SPAN.findall(tag.source)}
            self._add(max(spans.get("col", 1), 1), max(spans.get("row", 1), 1))

    def _add(self, columns: int, rows: int) -> None:
        while self._column in self._below:
            self._column += 1
        end = self._column + columns
        self._width = max(self._width, end)
        if rows > 1 and self.places <= HTML.places:
            self._below.update(dict.fromkeys(range(self._column, end), rows))
        self._column = end


def _pieces(page: str) -> Iterator[str | _Tag]:
    """Yield what is shown between tags, and the tags; comments and what is not shown are left out."""
    lower = page.lower()
    never_closed: set[str] = set()
    place, quotes_hold, is_body = 0, True, False
    while (start := page.find("<", place)) >= 0:
        yield page[place:start]
        is_body = is_body or bool(page[place:start].strip())
        named = _NAME.match(page, start)
        if named is None and page[start + 1 : start + 2] not in {"!", "?", "/"}:
            yield "<"
            place = start + 1
            continue
        ends = "-->" if page.startswith("<!--", start) else ">"
        whole = _TAG.match(page, start, start + _LONGEST_TAG) if quotes_hold and ends == ">" else None
        quotes_hold = quotes_hold and (whole is not None or ends != ">")
        end = whole.end() - 1 if whole is not None else page.find(ends, start)
        if end < 0:
            yield page[start:]  # it never ends: told rather than lost
            return
        place = end + len(ends)
        if named is None:
            continue
        tag = _Tag(named[1].lower(), page[start + 1] == "/", page[start:place])
        yield tag
        is_body = is_body or tag.name not in _OF_HEAD
        is_shown = tag.name not in _UNSHOWN or (tag.name == "title" and is_body)
        if not is_shown and not tag.closes and tag.name not in never_closed:
            content_end = _end_of_content(lower, tag.name, place)
            if content_end < 0:
                never_closed.add(tag.name)
            place = max(content_end, place)
    yield page[place:]


def _end_of_content(lower: str, name: str, start: int) -> int:
    """Where the content of the element ``name``, which is not shown, ends; -1: nowhere."""
    end = lower.find(f"</{name}", start)
    if name == "script":
        return end
    # Office programs end a style and a title with the head, whatever follows.
    others = (lower.find(each, start, max(end, start)) for each in ("</head", "<body"))
    return min((place for place in (end, *others) if place >= 0), default=-1)
