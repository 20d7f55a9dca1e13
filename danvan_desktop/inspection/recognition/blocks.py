"""Classifies the paragraphs of the text by how they begin: phần, mục, khoản, điểm, list item, table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FlowParagraph

Kind = Literal[
    "basis", "part", "part_title", "section", "clause", "point", "item", "body", "caption", "table"
]

_PART = re.compile(r"phần\s+(?P<number>[IVXLC]+|\d{1,2}|thứ\s+\w+)\b[.:]?\s*(?P<rest>.*)", re.IGNORECASE)
_SECTION = re.compile(r"(?P<number>[IVXLC]+)(?P<sign>\s*[.\-–/:)]|(?=\s))\s*(?P<rest>.*)")
_CLAUSE = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<sign>[.:)](?!\d)|[-–/](?=\s)|(?=\s))\s*(?P<rest>\D.*)"
)
_POINT = re.compile(r"(?P<number>[a-zđ])(?P<sign>[.)/])\s+(?P<rest>.*)")
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
        return self.kind in {"body", "point", "item", "basis"} or (self.kind == "clause" and not self.is_bold)


def classify(flow: Sequence[FlowParagraph]) -> tuple[TextBlock, ...]:
    """Return the classified paragraphs of a text; empty ones are left out."""
    found: list[TextBlock] = []
    for paragraph in flow:
        if paragraph.text.strip("_"):
            found.append(_block(paragraph, found[-1].kind if found else "basis"))
    following = (*found, None)[1:]
    return tuple(_captioned(block, below) for block, below in zip(found, following, strict=True))


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


_RUNNING: tuple[tuple[Kind, re.Pattern[str]], ...] = (("clause", _CLAUSE), ("point", _POINT), ("item", _ITEM))


def _by_place(paragraph: FlowParagraph, before: Kind) -> Kind | None:
    """Return the kind of a paragraph that its place decides, whatever its text."""
    if paragraph.place.table is not None:
        return "table"
    if before == "basis" and paragraph.text.startswith("Căn cứ"):
        return "basis"
    if before == "part" and _stands_out(paragraph) and not _SECTION.fullmatch(paragraph.text):
        return "part_title"
    return None


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
    return TextBlock(paragraph, kind, match["number"], match["sign"].strip(), match["rest"])
