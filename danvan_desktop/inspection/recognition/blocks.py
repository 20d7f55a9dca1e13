"""Classifies the paragraphs of the text by how they begin: phần, mục, khoản, điểm, list item, table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FlowParagraph

Kind = Literal[
    "basis", "part", "part_title", "section", "article", "clause", "point", "item", "body", "caption", "table"
]

_PART = re.compile(r"phần\s+(?P<number>[IVXLC]+|\d{1,2}|thứ\s+\w+)\b[.:]?\s*(?P<rest>.*)", re.IGNORECASE)
_SECTION = re.compile(r"(?P<number>[IVXLC]+)(?P<sign>\s*[.\-–/:)]|(?=\s))\s*(?P<rest>.*)")
_CLAUSE = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<sign>[.:)](?!\d)|[-–/](?=\s)|(?=\s))\s*(?P<rest>\D.*)"
)
_POINT = re.compile(r"(?P<number>[a-zđ])(?P<sign>\)|[./](?=\s))\s*(?P<rest>.*)")
_ARTICLE = re.compile(r"Điều\s+(?P<number>\d{1,3})(?P<sign>[.:]?)\s*(?P<rest>.*)")
_ITEM = re.compile(r"(?P<number>[-–—+*•●▪\uf0b7])(?P<sign>)\s*(?P<rest>.*)")


@frozen
class TextBlock:
    """A paragraph of the text and what it is."""

    paragraph: FlowParagraph
    kind: Kind
    number: str = ""
    sign: str = ""
    """What stands after the number."""
    rest: str = ""
    """The text without number and sign."""
    is_tight: bool = False
    """Whether it follows the sign without a blank: "I.Tình hình"."""

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.format.bold for run in self.paragraph.visible_runs)

    @property
    def is_title(self) -> bool:
        """A phần, mục, or khoản có tiêu đề."""
        return self.kind in {"part", "part_title", "section"} or (self.kind == "clause" and self.is_bold)

    @property
    def is_running(self) -> bool:
        """Lời văn: text that runs from margin to margin."""
        return self.kind in {"body", "article", "point", "item", "basis"} or (
            self.kind == "clause" and not self.is_bold
        )


def classify(flow: Sequence[FlowParagraph]) -> tuple[TextBlock, ...]:
    """Return the classified paragraphs of a text; empty ones are left out."""
    found: list[TextBlock] = []
    for paragraph in flow:
        if paragraph.text.strip("_"):
            found.append(_block(paragraph, _kind_above(found)))
    following = (*found, None)[1:]
    return tuple(_captioned(block, below) for block, below in zip(found, following, strict=True))


def _kind_above(found: Sequence[TextBlock]) -> Kind:
    """Return what stands above; căn cứ may be the first of a text, below the name of who issues it too."""
    return "basis" if not found or (len(found) == 1 and found[0].kind == "caption") else found[-1].kind


def _captioned(block: TextBlock, below: TextBlock | None) -> TextBlock:
    """Tell the name of a table from running text: it is centred and stands right above the table."""
    is_name = block.kind == "body" and block.paragraph.format.align == "center"
    return replace(block, kind="caption") if is_name and below and below.kind == "table" else block


def _block(paragraph: FlowParagraph, before: Kind) -> TextBlock:
    text = paragraph.text
    if plain := _by_place(paragraph, before):
        return TextBlock(paragraph, plain, rest=text)
    if (match := _PART.fullmatch(text)) and _stands_out(paragraph):
        return TextBlock(paragraph, "part", match["number"], "", match["rest"])
    if (match := _SECTION.fullmatch(text)) and _is_heading(paragraph, match["rest"]):
        return _numbered(paragraph, "section", match)
    for kind, pattern in _RUNNING:
        if (match := pattern.fullmatch(text)) and (kind != "clause" or _is_clause(paragraph, match)):
            return _numbered(paragraph, kind, match)
    return TextBlock(paragraph, "body", rest=text)


_RUNNING: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("article", _ARTICLE),
    ("clause", _CLAUSE),
    ("point", _POINT),
    ("item", _ITEM),
)
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét)\s")


def _by_place(paragraph: FlowParagraph, before: Kind) -> Kind | None:
    """Return the kind of a paragraph that its place decides, whatever its text."""
    if paragraph.place.table is not None:
        return "table"
    if before == "basis" and _BASIS.match(paragraph.text):
        return "basis"
    if paragraph.format.align == "center" and paragraph.text.isupper() and not opens_part(paragraph):
        return "caption" if before != "part" else "part_title"
    if before == "part" and _stands_out(paragraph) and not _SECTION.fullmatch(paragraph.text):
        return "part_title"
    return None


def opens_part(paragraph: FlowParagraph) -> bool:
    """Whether ``paragraph`` is the heading of a phần or mục."""
    text = paragraph.text
    if _PART.fullmatch(text) and _stands_out(paragraph):
        return True
    match = _SECTION.fullmatch(text)
    return match is not None and bool(match["sign"].strip()) and _is_heading(paragraph, match["rest"])


def _stands_out(paragraph: FlowParagraph) -> bool:
    return paragraph.format.align == "center" or any(run.format.bold for run in paragraph.visible_runs)


def _is_heading(paragraph: FlowParagraph, rest: str) -> bool:
    """Tell "I. TÌNH HÌNH" from a sentence that begins with such a letter."""
    bold = any(run.format.bold for run in paragraph.visible_runs)
    return not rest or rest.isupper() or bold or paragraph.format.outline == 0


def _is_clause(paragraph: FlowParagraph, match: re.Match[str]) -> bool:
    """Tell "2 Kết quả" or "2.1 Kết quả" from a sentence that begins with a figure ("12 thôn đã …")."""
    return bool(match["sign"]) or "." in match["number"] or _stands_out(paragraph)


def _numbered(paragraph: FlowParagraph, kind: Kind, match: re.Match[str]) -> TextBlock:
    tight = bool(match["rest"]) and match.end("sign") == match.start("rest")
    return TextBlock(paragraph, kind, match["number"], match["sign"].strip(), match["rest"], is_tight=tight)
