"""Word paragraph styles (styles.xml), all based on Normal of resources/blank.docx."""

from collections.abc import Iterator
from itertools import pairwise

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from danvan_desktop.exporters.docx.elements import exactly, on, w
from danvan_desktop.layout.document import (
    Colour,
    Document,
    Flow,
    GridTable,
    NamedStyle,
    ParagraphBorder,
    StyledParagraph,
    Twips,
)

RULE_STYLE = "DvRule"
SPACER_STYLE = "DvSpacer"

_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


# Word knows these by name: the navigation pane, the style gallery and other programs rely on them.
_BUILT_IN = {
    **{f"Heading {level}": f"heading {level}" for level in range(1, 10)},
    "Body Text": "Body Text",
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Caption": "caption",
    "Header": "header",
}


_FOLLOWED_BY = {
    "kind": "subject",
    "subject": "body",
    "address": "body",
    "part": "part_title",
    "part_title": "body",
    "annex_label": "annex_title",
    "annex_title": "annex_source",
    "annex_source": "body",
}
"""In which style Word goes on after Enter; after a title with an outline level it is running text."""


def style_id(style: NamedStyle) -> str:
    """Return the id of the Word style: the built-in one's where Word has it, else one of ours."""
    if style.title in _BUILT_IN:
        return style.title.replace(" ", "")
    return "Dv" + style.name.title().replace("_", "").replace("-", "")


def word_styles(document: Document) -> list[BaseOxmlElement]:
    """Return every style ``document`` needs, in the order of first use.

    Raises:
        ValueError: two different styles share a name: a defect of the layout.
    """
    seen: dict[str, NamedStyle] = {}
    for style in _used(document):
        if seen.setdefault(style.name, style) != style:
            raise ValueError(f"style {style.name!r} has two looks")
    in_tables = _in_tables(document)
    made = [
        _word_style(style, _next(style, seen), in_table=name in in_tables) for name, style in seen.items()
    ]
    numbers = {part.line_number for part in document.parts if part.line_number}
    made += (_after_table(below, room) for below, room in _after_tables(document).values())
    return [*made, *_own_styles(), *(_line_number(style) for style in numbers)]


def _used(document: Document) -> Iterator[NamedStyle]:
    for part in document.parts:
        yield part.page_number
        for flow in part.flow:
            yield from (paragraph.style for paragraph in paragraphs_of(flow))


def _next(style: NamedStyle, known: dict[str, NamedStyle]) -> str | None:
    """Return the id of the style in which the author goes on after Enter, where it is another one."""
    wanted = _FOLLOWED_BY.get(style.name, "body" if style.outline is not None else style.name)
    return style_id(known[wanted]) if wanted != style.name and wanted in known else None


def _in_tables(document: Document) -> set[str]:
    """Name the styles of text in tables: its lines have no numbers, in no program."""
    tables = (flow for part in document.parts for flow in part.flow if isinstance(flow, GridTable))
    return {paragraph.style.name for table in tables for paragraph in paragraphs_of(table)}


def after_table_id(paragraph: StyledParagraph) -> str | None:
    """Return the id of the style that ``paragraph`` has below a table.

    None of a title, which keeps Word's own style, and of the text's end: what is typed after it has to hold
    on to the signing block as well.
    """
    held = paragraph.keep_next or paragraph.style.outline is not None
    return None if held else f"{style_id(paragraph.style)}AfterTable"


def _after_tables(document: Document) -> dict[str, tuple[StyledParagraph, Twips]]:
    """Return text right below tables, one of each style, with the room the table asks for."""
    return {
        below.style.name: (below, above.after)
        for part in document.parts
        for above, below in pairwise(part.flow)
        if isinstance(above, GridTable) and isinstance(below, StyledParagraph) and after_table_id(below)
    }


def _after_table(paragraph: StyledParagraph, room: Twips) -> BaseOxmlElement:
    """Return its style with ``room`` more above it; what is typed after such a paragraph has none."""
    style = paragraph.style
    return w(
        "style",
        w("name", val=f"{style.title} (sau bảng)"),
        w("basedOn", val=style_id(style)),
        w("next", val=style_id(style)),
        w("uiPriority", val=99),
        w("pPr", w("spacing", before=style.before + room)),
        type="paragraph",
        styleId=after_table_id(paragraph) or "",
        customStyle=1,
    )


def paragraphs_of(flow: Flow) -> Iterator[StyledParagraph]:
    """Yield the paragraphs of ``flow`` in reading order, those of table cells included."""
    if isinstance(flow, StyledParagraph):
        yield flow
    elif isinstance(flow, GridTable):
        for row in flow.rows:
            for cell in row:
                for content in cell.content if cell else ():
                    yield from paragraphs_of(content)


def _word_style(style: NamedStyle, following: str | None, *, in_table: bool) -> BaseOxmlElement:
    built_in = _BUILT_IN.get(style.title)
    made = w(
        "style",
        w("name", val=built_in or style.title),
        w("basedOn", val="Normal"),
        w("next", val=following) if following else None,
        w("uiPriority", val=1),
        w("qFormat"),
        _paragraph_properties(style, in_table=in_table),
        _run_properties(style),
        type="paragraph",
        styleId=style_id(style),
    )
    if built_in is None:
        made.set(qn("w:customStyle"), "1")
    return made


def _paragraph_properties(style: NamedStyle, *, in_table: bool) -> BaseOxmlElement:
    return w(
        "pPr",
        on("keepNext", wanted=style.keep_next or None),
        on("keepLines", wanted=style.keep_lines or None),
        on("widowControl", wanted=style.widow_control or None),
        on("suppressLineNumbers", wanted=in_table or None),
        _frame(style.frame, style.colour) if style.frame else None,
        _spacing(style),
        w("ind", left=style.left, right=style.right, **_first_line(style.first_line)),
        w("jc", val=_JUSTIFICATION[style.align]),
        None if style.outline is None else w("outlineLvl", val=style.outline),
    )


_COLOURS: dict[Colour, str] = {"black": "000000", "red": "FF0000"}
_POINT = 20


def _frame(frame: ParagraphBorder, colour: Colour) -> BaseOxmlElement:
    eighths = max(2, round(frame.thickness * 8 / _POINT))
    room = {"top": frame.padding // _POINT, "left": 0, "bottom": frame.padding // _POINT, "right": 0}
    sides = (
        w(side, val="single", sz=eighths, space=space, color=_COLOURS[colour]) for side, space in room.items()
    )
    return w("pBdr", *sides)


def _spacing(style: NamedStyle) -> BaseOxmlElement:
    if style.pitch:
        return exactly(style.pitch, before=style.before, after=style.after)
    return w("spacing", before=style.before, after=style.after, line=240, lineRule="auto")


def _first_line(first_line: int) -> dict[str, int]:
    return {"hanging": -first_line} if first_line < 0 else {"firstLine": first_line}


def _run_properties(style: NamedStyle) -> BaseOxmlElement:
    return w(
        "rPr",
        *(on(tag, wanted=style.bold or None) for tag in ("b", "bCs")),
        *(on(tag, wanted=style.italic or None) for tag in ("i", "iCs")),
        w("color", val=_COLOURS[style.colour]) if style.colour != "black" else None,
        w("sz", val=style.size),
        w("szCs", val=style.size),
    )


def _own_styles() -> Iterator[BaseOxmlElement]:
    for identifier, title in ((RULE_STYLE, "Đường kẻ"), (SPACER_STYLE, "Dòng sau bảng")):
        yield w(
            "style",
            w("name", val=title),
            w("basedOn", val="Normal"),
            w("uiPriority", val=99),
            w("pPr", w("suppressLineNumbers"), exactly(20)),
            w("rPr", w("sz", val=2), w("szCs", val=2)),
            type="paragraph",
            styleId=identifier,
            customStyle=1,
        )


def _line_number(style: NamedStyle) -> BaseOxmlElement:
    """Return the character style in which Word sets the numbers of lines."""
    return w(
        "style",
        w("name", val=style.title),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=99),
        _run_properties(style),
        type="character",
        styleId="LineNumber",
    )
