"""Annexes (phụ lục) behind the signature block, and table captions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph
from danvan_desktop.importers.pdf.lines.runs import without_bold
from danvan_desktop.importers.pdf.pages.page_content import Item, PageContent
from danvan_desktop.importers.pdf.parts.classify import HeadingStyle, to_line
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable
from danvan_desktop.importers.recognition.lines.list_markers import is_mostly_caps
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.importers.recognition.parts.annexes import AnnexText, closes, read_label

_ENCLOSED_WITH = "(kèm theo"
_LONGEST_CAPTION = 250


def annex_at(items: Sequence[Item]) -> int:
    """The index of the first annex's label; the number of items if there is none."""
    return next((i for i, item in enumerate(items) if label_of(item) is not None), len(items))


def label_of(item: Item) -> tuple[str, str] | None:
    """The number and what follows it, where ``item`` is the label of an annex."""
    if not isinstance(item, PdfParagraph) or not (item.centred or item.bold):
        return None
    return read_label(TextLine(item.text, item.text, 1))


def to_annexes(items: Sequence[Item], pages: Sequence[PageContent], style: HeadingStyle) -> list[AnnexText]:
    """Part ``items``, the first of which is a label, into annexes."""
    annexes: list[AnnexText] = []
    bodies: list[list[Item]] = []
    for item in items:
        label = label_of(item)
        if label is not None or not annexes:
            typed, rest = label or ("", "")
            annexes.append(AnnexText(typed, [rest] if rest else [], orientation=_orientation(item, pages)))
            bodies.append([] if label else [item])
        elif (
            not bodies[-1] and isinstance(item, PdfParagraph) and item.text.lower().startswith(_ENCLOSED_WITH)
        ):
            annexes[-1].enclosed_with.append(item.text)
        elif (
            not bodies[-1] and isinstance(item, PdfParagraph) and closes(item.text, annexes[-1].enclosed_with)
        ):
            annexes[-1].enclosed_with[-1] += f" {item.text}"
        elif not bodies[-1] and isinstance(item, PdfParagraph) and _is_title(item, annexes[-1], style):
            annexes[-1].title.append(item.text)
        else:
            bodies[-1].append(item)
    for annex, body in zip(annexes, bodies, strict=True):
        annex.lines = [to_line(item, style, place) for place, item in enumerate(captioned(body), start=1)]
    return annexes


def _orientation(item: Item, pages: Sequence[PageContent]) -> Literal["portrait", "landscape"]:
    page = pages[item.page].source
    return "landscape" if page.width > page.height else "portrait"


def _is_title(paragraph: PdfParagraph, annex: AnnexText, style: HeadingStyle) -> bool:
    """The title stands centred and bold below the label; its second line is in capitals like the first."""
    if not paragraph.centred or not paragraph.bold or annex.enclosed_with:
        return False
    if annex.title:
        return is_mostly_caps(annex.title[0]) and is_mostly_caps(paragraph.text)
    return not style.own or not any(letter.islower() for letter in paragraph.text)


def captioned(items: Sequence[Item]) -> Iterator[Item]:
    """``items`` with the centred bold line above a table made its caption."""
    held: PdfParagraph | None = None
    for item in items:
        if held is not None and isinstance(item, RuledTable) and item.table.caption is None:
            yield replace(item, table=replace(item.table, caption=without_bold(held.runs)))
            held = None
            continue
        if held is not None:
            yield held
        held = item if isinstance(item, PdfParagraph) and _is_caption(item) else None
        if held is None:
            yield item
    if held is not None:
        yield held


def _is_caption(paragraph: PdfParagraph) -> bool:
    if paragraph.kind == "Caption":
        return True
    if paragraph.mark is not None or paragraph.kind.startswith("H"):
        return False
    return paragraph.centred and paragraph.bold and len(paragraph.text) <= _LONGEST_CAPTION
