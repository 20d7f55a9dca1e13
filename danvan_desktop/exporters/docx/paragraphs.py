"""Word paragraphs (``w:p``): text, horizontal rules, spacers, bookmarks."""

from collections.abc import Iterator
from itertools import groupby

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from danvan_desktop.exporters.docx.elements import LEAST_HEIGHT, exactly, on, text, w
from danvan_desktop.exporters.docx.styles import RULE_STYLE, SPACER_STYLE, style_id
from danvan_desktop.layout.compose.spans import upper
from danvan_desktop.layout.document import HorizontalRule, NamedStyle, Span, StyledParagraph, Twips
from danvan_desktop.report.takeback.marks import mark_name, mark_of


class Bookmarks:
    """Gives each bookmark of a file a number of its own; a name that was used before gets none.

    A block's bookmark is written with the check of the report it belongs to.
    """

    def __init__(self, report_id: str) -> None:
        self._report_id = report_id
        self._names: set[str] = set()

    def around(self, name: str | None, content: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """Return ``content`` between the start and the end of bookmark ``name``."""
        if name is None or name in self._names:
            return content
        number = len(self._names)
        self._names.add(name)
        mark = mark_of(name)
        written = name if mark is None else mark_name(self._report_id, mark.id)
        start = w("bookmarkStart", id=number, name=written)
        return [start, *content, w("bookmarkEnd", id=number)]


def word_paragraph(
    paragraph: StyledParagraph,
    bookmarks: Bookmarks,
    *,
    keep_next: bool = False,
    before: Twips = 0,
    after: Twips = 0,
    named: str | None = None,
) -> BaseOxmlElement:
    """Return ``w:p``: its style and, directly, only what differs from it.

    ``before``, ``after``: room above and under it in addition to the style's; ``named``: the id of a style
    that differs from its own by room alone.
    """
    style = paragraph.style
    properties = w(
        "pPr",
        w("pStyle", val=named or style_id(style)),
        on("keepNext", wanted=((keep_next or paragraph.keep_next) and not style.keep_next) or None),
        _more_room(style, before, after),
    )
    runs = [run for span in paragraph.spans for run in _runs(span, style)]
    return w("p", properties, *bookmarks.around(paragraph.bookmark, runs))


def _more_room(style: NamedStyle, before: Twips, after: Twips) -> BaseOxmlElement | None:
    room = {
        name: total
        for name, more, total in (
            ("before", before, style.before + before),
            ("after", after, style.after + after),
        )
        if more
    }
    return w("spacing", **room) if room else None


def _runs(span: Span, style: NamedStyle) -> Iterator[BaseOxmlElement]:
    if not span.text:
        return
    typed = _typed(span)
    capitals = typed != span.text
    yield w("r", _run_properties(span, style, capitals=capitals), *_pieces(typed))


def _typed(span: Span) -> str:
    """What was typed, where Word can show it as ``span`` prints it: in capitals."""
    typed = span.typed or ""
    if len(typed) != len(span.text):
        return span.text
    # The layout may have made spaces and hyphens unbreakable.
    kept = "".join(
        shown if shown in _UNBREAKABLE else letter for letter, shown in zip(typed, span.text, strict=True)
    )
    return kept if upper(kept) == span.text else span.text


_NO_BREAK_HYPHEN = "\u2011"
_UNBREAKABLE = (_NO_BREAK_HYPHEN, "\u00a0")
_SIGNS = {"\t": "tab", "\n": "br", _NO_BREAK_HYPHEN: "noBreakHyphen"}
"""What Word writes as elements; as a letter, the no-break hyphen would come from another font."""


def _pieces(characters: str) -> Iterator[BaseOxmlElement]:
    """Yield the text and the signs within it, in order."""
    for is_sign, piece in groupby(characters, _SIGNS.__contains__):
        if is_sign:
            yield from (w(_SIGNS[sign]) for sign in piece)
        else:
            yield text("".join(piece))


def _run_properties(span: Span, style: NamedStyle, *, capitals: bool) -> BaseOxmlElement | None:
    bold = None if span.bold == style.bold else span.bold
    italic = None if span.italic == style.italic else span.italic
    properties = w(
        "rPr",
        on("b", wanted=bold),
        on("bCs", wanted=bold),
        on("i", wanted=italic),
        on("iCs", wanted=italic),
        on("caps", wanted=capitals or None),
        w("u", val="single") if span.underline else None,
        w("vertAlign", val=f"{span.vertical}script") if span.vertical else None,
    )
    return properties if len(properties) else None


def word_rule(
    rule: HorizontalRule, column: Twips, *, keep_next: bool = False, after: Twips = 0
) -> BaseOxmlElement:
    """Return an empty paragraph whose top border is ``rule``, centred in a column of that width.

    The room under it is the height of its own line, so that it never merges with what follows; ``after``
    is what a table asks for besides.
    """
    left = (column - rule.length) // 2
    right = column - rule.length - left
    eighths = max(2, round(rule.thickness * 8 / 20))
    properties = w(
        "pPr",
        w("pStyle", val=RULE_STYLE),
        on("keepNext", wanted=keep_next or None),
        w("pBdr", w("top", val="single", sz=eighths, space=0, color="000000")),
        exactly(max(rule.after, LEAST_HEIGHT), before=rule.before, after=after),
        w("ind", left=left, right=right),
    )
    return w("p", properties)


def spacer(height: Twips = LEAST_HEIGHT, *, keep_next: bool = False, hidden: bool = False) -> BaseOxmlElement:
    """Return the empty paragraph that Word wants after a table and in an empty cell, ``height`` in all.

    Most of it is room above, which no page begins with. ``hidden``: it takes no room, so that it begins no
    page of its own behind a table.
    """
    properties = w(
        "pPr",
        w("pStyle", val=SPACER_STYLE),
        on("keepNext", wanted=keep_next or None),
        w("spacing", before=height - LEAST_HEIGHT) if height > LEAST_HEIGHT else None,
        w("rPr", w("vanish")) if hidden else None,
    )
    return w("p", properties)


def properties_of(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    """Return the ``w:pPr`` of a paragraph made here."""
    found = paragraph.find(qn("w:pPr"))
    if not isinstance(found, BaseOxmlElement):
        raise TypeError("every paragraph made here has its properties")
    return found
