"""Assembles a report from PDF pages: letterhead, title, body, closing and annexes, by their layout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.pdf.import_notes import hard_wrap_notes, notes_on, repeated_header_notes
from danvan_desktop.importers.pdf.lines.font_encodings import to_unicode
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph
from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.pages.page_content import (
    FileContent,
    Item,
    in_order,
    split_pages,
    wide_rows,
)
from danvan_desktop.importers.pdf.pages.table_of_contents import contents_of, text_of
from danvan_desktop.importers.pdf.parts.annexes import annex_at, captioned, to_annexes
from danvan_desktop.importers.pdf.parts.classify import HeadingStyle, heading_style_of, to_line
from danvan_desktop.importers.pdf.parts.closing import ClosingRows, find_closing
from danvan_desktop.importers.pdf.parts.hard_wrapped import all_lines, hard_wrapped_lines
from danvan_desktop.importers.pdf.parts.letterhead import read_below, read_top, split_top
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable
from danvan_desktop.importers.pdf.tables.unruled_table import UnruledTables, find_unruled, first_words
from danvan_desktop.importers.recognition.completeness import absent
from danvan_desktop.importers.recognition.import_notes import Notes
from danvan_desktop.importers.recognition.lines import text_lines as text
from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.note_places import Places
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.closing import Closing, closing_start, read_closing
from danvan_desktop.importers.recognition.parts.letterhead import Head, read_letterhead
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.importers.recognition.parts.part_notes import note_residue
from danvan_desktop.importers.recognition.parts.title_and_addressees import Title, read_title, tell_kind
from danvan_desktop.importers.recognition.recognise import RecognisedParts, report_from_parts
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.full_text import block_texts
from danvan_desktop.report.model import Block, ImportNote, Report


def report_from_pages(pages: Sequence[ImportedPage], now: datetime, *, own: bool) -> Report:
    """Make a report of ``pages``; ``own``: they are a PDF of this program."""
    readable, codes = to_unicode(pages)
    content = split_pages(readable, own=own)
    contents = contents_of(content.pages)
    parts, repeated = _parts(content, [row for line in contents for row in line], own=own)
    remarks = [
        *notes_on(readable, content, codes),
        *repeated_header_notes(repeated),
        *hard_wrap_notes(parts.text),
    ]
    rows = all_lines(content.pages, _told_once(content))
    page = text.CleanedLines(
        tuple(rows),
        tuple(content.headers_footers.numbers),
        rules=tuple(row.text for row in rows if text.is_rule(row.text)),
        contents=tuple(text_of(line) for line in contents),
    )
    return report_from_parts(parts, page, now, remarks=remarks)


def blocks_from_pages(
    pages: Sequence[ImportedPage], mint: Mint, *, own: bool
) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of all that stands on ``pages``, from the first line to the last."""
    readable, codes = to_unicode(pages)
    content = split_pages(readable, own=own)
    items = _items(content, (), own=own)
    notes = Notes()
    repeated = [text for item in items if isinstance(item, RuledTable) for text in item.repeated]
    for remark in (*notes_on(readable, content, codes), *repeated_header_notes(repeated)):
        notes.add(remark.kind, remark.text, near=remark.near)
    note_residue(text.CleanedLines((), page_numbers=tuple(content.headers_footers.numbers)), notes)
    lines = _lines(items, heading_style_of(items, own=own))
    for remark in hard_wrap_notes(lines):
        notes.add(remark.kind, remark.text)
    joined = join_lines(lines, measure(lines))
    for paragraph in joined.pieces:
        if paragraph.mark is not None:
            notes.number(paragraph.mark, paragraph.text)
    blocks = to_blocks(joined.pieces, mint)
    found = notes.finish(Places(blocks))
    kept = [*block_texts(blocks), *(note.text for note in found), *notes.numbers]
    missing = absent((line.text for line in all_lines(content.pages, _told_once(content))), kept)
    if missing:
        told = f"Chưa đưa được vào báo cáo các chữ: {' '.join(missing)}"
        found = (*found, ImportNote("unplaced", told))
    return blocks, found


def _told_once(content: FileContent) -> list[PdfRow]:
    """All rows, each header and footer once: so often it stands among the notes."""
    again = Counter(content.headers_footers.heads)
    again.subtract(again.keys())
    rows: list[PdfRow] = []
    for row in content.all_rows:
        if again[row.text] > 0:
            again[row.text] -= 1
        else:
            rows.append(row)
    return rows


def _parts(
    content: FileContent, contents: Sequence[PdfRow], *, own: bool
) -> tuple[RecognisedParts, list[str]]:
    """Take the file apart, from its edges to its middle; name the rows of tables that stood twice.

    ``contents`` are the rows of a mục lục, which is left out.
    """
    top = split_top(content.pages[0])
    bottom = find_closing(content.pages)
    taken = [
        *contents,
        *(top.above if top else ()),
        *([top.kind] if top and top.kind else ()),
        *(bottom.rows if bottom else ()),
    ]
    items = _items(content, taken, own=own)
    style = heading_style_of(items, own=own)
    behind = _after_closing(items, bottom)
    text_items, after = items[:behind], items[behind:]
    if top is None:
        title, head, body = _plain_top(_lines(text_items, style))
    else:
        head = read_top(top.above, content.pages[0].area)
        title, used = read_below(top.kind, text_items)
        tell_kind(title, head)
        body = _lines(text_items[used:], style)
    body, tail = (body, bottom.tail) if bottom else _plain_tail(body)
    if bottom is not None and not own:
        body, tail = _signed_above(body, tail)
    first = annex_at(after)
    tail.after += _lines(after[:first], style)
    repeated = [text for item in items if isinstance(item, RuledTable) for text in item.repeated]
    return RecognisedParts(title, head, body, tail, to_annexes(after[first:], content.pages, style)), repeated


def _items(content: FileContent, taken: Sequence[PdfRow], *, own: bool) -> list[Item]:
    """The paragraphs and tables of what is neither letterhead nor closing."""
    gone = set(map(id, taken))
    rows: list[PdfRow] = []
    tables: list[RuledTable] = []
    for page in content.pages:
        kept = [row for row in page.rows if id(row) not in gone]
        found = UnruledTables(rest=kept) if own else find_unruled(kept, page.area)
        rows += found.rest
        tables += [*page.tables, *found.tables]
        content.wide += wide_rows(found.rest)
        content.unruled += [first_words(table) for table in found.tables]
    return in_order(content.pages, rows, tables, own=own)


def _after_closing(items: Sequence[Item], bottom: ClosingRows | None) -> int:
    """The index of the first item behind the closing or, without one, of the first annex."""
    if bottom is None:
        return annex_at(items)
    start = (bottom.rows[0].page, bottom.rows[0].y)
    return next((i for i, item in enumerate(items) if _place(item) > start), len(items))


def _place(item: Item) -> tuple[int, float]:
    return (item.page, item.y)


def _is_typed_rule(item: Item) -> bool:
    return isinstance(item, PdfParagraph) and text.is_rule(item.text)


def _lines(items: Sequence[Item], style: HeadingStyle) -> list[text.TextLine]:
    """One line for each of ``items``, or for each row where rows do not tell paragraphs."""
    items = [item for item in captioned(items) if not _is_typed_rule(item)]
    rows = None if style.own else hard_wrapped_lines(items)
    return rows or [
        to_line(item, style, place) for place, item in enumerate(stepped(items, BLOCKS_A_PAGE), start=1)
    ]


def _plain_top(lines: list[text.TextLine]) -> tuple[Title, Head, list[text.TextLine]]:
    """Read a file without a centred tên loại by its words alone."""
    title = read_title(lines)
    head = read_letterhead(title.letterhead)
    tell_kind(title, head)
    return title, head, lines[title.first :]


def _signed_above(lines: list[text.TextLine], tail: Closing) -> tuple[list[text.TextLine], Closing]:
    """Take the signing lines out of the end of the text, where they stand above Nơi nhận."""
    if tail.sign_lines:
        return lines, tail
    rest, signed = _plain_tail(lines)
    if not signed.sign_lines or signed.signer is None or signed.before or signed.after:
        return lines, tail
    return rest, replace(tail, sign_lines=signed.sign_lines, signer=signed.signer)


def _plain_tail(lines: list[text.TextLine]) -> tuple[list[text.TextLine], Closing]:
    """Read the closing of a file without "Nơi nhận:" by its words alone."""
    start = closing_start(lines)
    return lines[:start], read_closing(lines[start:])
