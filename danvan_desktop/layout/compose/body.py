"""The text: căn cứ, sections with their numbers, khoản, điểm, gạch đầu dòng, tables (PL I, II.6).

What has no text is not printed: an empty paragraph or title leaves neither a number nor a gap.
"""

import re
from collections.abc import Iterable, Iterator

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.spans import bookmark, has_text, line, spans_of
from danvan_desktop.layout.compose.styles import Styles
from danvan_desktop.layout.compose.tables import body_table
from danvan_desktop.layout.document import Flow, NamedStyle, StyledParagraph, Twips
from danvan_desktop.report import model
from danvan_desktop.report.model import Block, Runs, Section, plain

_ITEM_LABELS = {1: "-", 2: "+"}
_ROMAN = re.compile(r"[IVXLC]+")
END_SIGNS = (";", ".", ",", ":")
"""After these a căn cứ gets no sign of print's own."""


def legal_bases(bases: tuple[Runs, ...], styles: Styles) -> Iterator[StyledParagraph]:
    """Căn cứ: italic, one a line, ended by ";", the last by ".", unless the author closed it (II.6.a)."""
    printed = [runs for runs in bases if has_text(runs)]
    for index, runs in enumerate(printed):
        end = "." if index == len(printed) - 1 else ";"
        if plain(runs).rstrip().endswith(END_SIGNS):
            end = ""
        yield StyledParagraph(styles.legal_basis, spans_of((*runs, model.Run(end)), styles.legal_basis))


def section_flow(section: Section, styles: Styles, text_width: Twips, fonts: FontSet) -> Iterator[Flow]:
    """A Mục: the Phần it opens, its title in capitals with its number, its blocks (II.6.đ)."""
    if section.part is not None:
        yield from _part(section.part, styles)
    if has_text(section.title):
        style = styles.section
        number = f"{section.number} " if section.number else ""
        spans = spans_of(section.title, style, before=number, capitals=True)
        yield StyledParagraph(style, spans, bookmark=bookmark(section.id))
    yield from block_flow(section.blocks, styles, text_width, fonts)


def _part(part: model.Part, styles: Styles) -> Iterator[StyledParagraph]:
    number = part.number.strip()
    label = f"Phần {number}" if _ROMAN.fullmatch(number) else number
    if label:
        yield line(label, styles.part)
    if has_text(part.title):
        style = styles.part_title
        yield StyledParagraph(style, spans_of(part.title, style, capitals=True))


def block_flow(blocks: Iterable[Block], styles: Styles, text_width: Twips, fonts: FontSet) -> Iterator[Flow]:
    """The blocks of a section, of the opening, the closing or an annex."""
    for block in blocks:
        if isinstance(block, model.Paragraph):
            if has_text(block.runs):
                yield _paragraph(block, styles)
        elif isinstance(block, model.Table):
            yield from body_table(block, styles, text_width, fonts)


def _paragraph(block: model.Paragraph, styles: Styles) -> StyledParagraph:
    style = _style(block, styles)
    label = _ITEM_LABELS.get(block.level, "+") if block.role == "item" else block.number
    before = f"{label} " if label else ""
    return StyledParagraph(
        style,
        spans_of(block.runs, style, before=before),
        bookmark=bookmark(block.id),
        list_label=label if block.role in {"item", "point"} else None,
    )


def _style(block: model.Paragraph, styles: Styles) -> NamedStyle:
    match block.role:
        case "heading":
            return styles.heading(block.level)
        case "clause":
            return styles.clause
        case "point":
            return styles.point
        case "item":
            return styles.item
        case "body":
            return styles.body
