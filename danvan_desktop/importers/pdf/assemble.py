"""Pages become a report: letterhead, title, text, closing and annexes, each by its place on the paper."""

from collections.abc import Sequence
from datetime import datetime

from danvan_desktop.importers.input_file import Mint
from danvan_desktop.importers.pdf.import_notes import remarks_on, repeated_headers, why_cut
from danvan_desktop.importers.pdf.lines.font_encodings import converted
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.pages.page_content import FileContent, Item, in_order, take_apart, wide_rows
from danvan_desktop.importers.pdf.pages.table_of_contents import contents_of, text_of
from danvan_desktop.importers.pdf.parts.annexes import annex_at, captioned, to_annexes
from danvan_desktop.importers.pdf.parts.classify import HeadingStyle, habits_of, to_line
from danvan_desktop.importers.pdf.parts.closing import ClosingRows, find_bottom
from danvan_desktop.importers.pdf.parts.hard_wrapped import all_lines, cut_lines
from danvan_desktop.importers.pdf.parts.letterhead import read_below, read_top, split_top
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable
from danvan_desktop.importers.pdf.tables.unruled_table import UnruledTables, find_unruled, first_words
from danvan_desktop.importers.recognition.lines import lines as text
from danvan_desktop.importers.recognition.lines.line_fullness import measure
from danvan_desktop.importers.recognition.note_places import Places
from danvan_desktop.importers.recognition.notes import Notes
from danvan_desktop.importers.recognition.parts.blocks import to_blocks
from danvan_desktop.importers.recognition.parts.closing import Tail, read_tail, tail_start
from danvan_desktop.importers.recognition.parts.letterhead import Head, read_letterhead
from danvan_desktop.importers.recognition.parts.paragraphs import join_lines
from danvan_desktop.importers.recognition.parts.part_notes import note_residue
from danvan_desktop.importers.recognition.parts.title import Title, read_title
from danvan_desktop.importers.recognition.recognise import RecognisedParts, report_from_parts
from danvan_desktop.report.model import Block, ImportNote, Report


def report_from_pages(pages: Sequence[ImportedPage], now: datetime, *, own: bool) -> Report:
    """Make a report of ``pages``; ``own``: they are a PDF of this program."""
    readable, codes = converted(pages)
    sheets = take_apart(readable, own=own)
    contents = contents_of(sheets.sheets)
    parts, repeated = _parts(sheets, [row for line in contents for row in line], own=own)
    remarks = [*remarks_on(readable, sheets, codes), *repeated_headers(repeated), *why_cut(parts.text)]
    rows = all_lines(sheets.sheets, sheets.all_rows)
    page = text.CleanedLines(
        tuple(rows), tuple(sheets.furniture.numbers), contents=tuple(text_of(line) for line in contents)
    )
    return report_from_parts(parts, page, now, remarks=remarks)


def blocks_from_pages(
    pages: Sequence[ImportedPage], mint: Mint, *, own: bool
) -> tuple[tuple[Block, ...], tuple[ImportNote, ...]]:
    """Make blocks of all that stands on ``pages``, from the first line to the last."""
    readable, codes = converted(pages)
    sheets = take_apart(readable, own=own)
    items = _items(sheets, (), own=own)
    notes = Notes()
    for remark in remarks_on(readable, sheets, codes):
        notes.add(remark.kind, remark.text, near=remark.near)
    note_residue(text.CleanedLines((), page_numbers=tuple(sheets.furniture.numbers)), notes)
    lines = _lines(items, habits_of(items, own=own))
    for remark in why_cut(lines):
        notes.add(remark.kind, remark.text)
    joined = join_lines(lines, measure(lines))
    for piece in joined.pieces:
        if piece.mark is not None:
            notes.number(piece.mark, piece.text)
    blocks = to_blocks(joined.pieces, mint)
    return blocks, notes.finish(Places(blocks))


def _parts(
    sheets: FileContent, contents: Sequence[PdfRow], *, own: bool
) -> tuple[RecognisedParts, list[str]]:
    """Take the file apart, from its edges to its middle; name the rows of tables that stood twice.

    ``contents`` are the rows of a mục lục, which is left out.
    """
    top = split_top(sheets.sheets[0])
    bottom = find_bottom(sheets.sheets)
    taken = [
        *contents,
        *(top.above if top else ()),
        *([top.kind] if top else ()),
        *(bottom.rows if bottom else ()),
    ]
    items = _items(sheets, taken, own=own)
    habits = habits_of(items, own=own)
    behind = _behind(items, bottom)
    text_items, after = items[:behind], items[behind:]
    if top is None:
        title, head, body = _plain_top(_lines(text_items, habits))
    else:
        head = read_top(top.above, sheets.sheets[0].frame)
        title, used = read_below(top.kind, text_items)
        body = _lines(text_items[used:], habits)
    body, tail = (body, bottom.tail) if bottom else _plain_tail(body)
    first = annex_at(after)
    tail.after += _lines(after[:first], habits)
    repeated = [text for item in items if isinstance(item, RuledTable) for text in item.repeated]
    return RecognisedParts(
        title, head, body, tail, to_annexes(after[first:], sheets.sheets, habits)
    ), repeated


def _items(sheets: FileContent, taken: Sequence[PdfRow], *, own: bool) -> list[Item]:
    """The paragraphs and tables of what is neither letterhead nor closing."""
    gone = set(map(id, taken))
    rows: list[PdfRow] = []
    tables: list[RuledTable] = []
    for sheet in sheets.sheets:
        kept = [row for row in sheet.rows if id(row) not in gone]
        found = UnruledTables(rest=kept) if own else find_unruled(kept, sheet.frame)
        rows += found.rest
        tables += [*sheet.tables, *found.tables]
        sheets.wide += wide_rows(found.rest)
        sheets.unruled += [first_words(table) for table in found.tables]
    return in_order(sheets.sheets, rows, tables)


def _behind(items: Sequence[Item], bottom: ClosingRows | None) -> int:
    """The index of the first item behind the closing or, without one, of the first annex."""
    if bottom is None:
        return annex_at(items)
    start = (bottom.rows[0].page, bottom.rows[0].y)
    return next((i for i, item in enumerate(items) if _place(item) > start), len(items))


def _place(item: Item) -> tuple[int, float]:
    return (item.page, item.y)


def _lines(items: Sequence[Item], habits: HeadingStyle) -> list[text.TextLine]:
    """One line for each of ``items``, or for each row where rows do not tell paragraphs."""
    items = list(captioned(items))
    rows = None if habits.own else cut_lines(items)
    return rows or [to_line(item, habits, place) for place, item in enumerate(items, start=1)]


def _plain_top(lines: list[text.TextLine]) -> tuple[Title, Head, list[text.TextLine]]:
    """Read a file without a centred tên loại by its words alone."""
    title = read_title(lines)
    return title, read_letterhead(title.letterhead), lines[title.first :]


def _plain_tail(lines: list[text.TextLine]) -> tuple[list[text.TextLine], Tail]:
    """Read the closing of a file without "Nơi nhận:" by its words alone."""
    start = tail_start(lines)
    return lines[:start], read_tail(lines[start:])
