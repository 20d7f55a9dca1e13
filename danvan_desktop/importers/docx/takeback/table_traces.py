"""What tracked changes left in a table: cell by cell, of rows and cells that came, and of those that went."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from danvan_desktop.importers.docx.body.items import (
    GonePart,
    WordCell,
    WordParagraph,
    WordTable,
    paragraphs_of,
)
from danvan_desktop.importers.docx.takeback.traced_text import traced_text
from danvan_desktop.report.takeback.model import (
    Revision,
    TrackedCell,
    TrackedErasure,
    TrackedStretch,
    shifted,
)


def drop_emptied_rows(table: WordTable) -> None:
    """Take out rows of which all letters were: by way of .doc that is all that tells of a row that went.

    Where all rows were, the table went: it is left without rows.
    """
    emptied = [_is_emptied(row) for row in table.rows]
    is_whole = any(emptied) and all(
        each or all(paragraph.is_blank for paragraph in _paragraphs(row))
        for row, each in zip(table.rows, emptied, strict=True)
    )
    kept: list[int] = []
    for number, row in enumerate(table.rows):
        is_merged = any(cell.continues for cell in row)
        is_head = number < table.header_rows
        if is_whole or (emptied[number] and not (is_head or is_merged)):
            table.gone_rows.append(_gone(_paragraphs(row)))
        else:
            kept.append(number)
    table.keep(kept)


def tracked_cells(table: WordTable) -> Iterator[TrackedCell]:
    """Where in a table something was put in or taken out under track changes; a whole row has no column."""
    for row, revision in table.new_rows.items():
        others = (who for paragraph in _paragraphs(table.rows[row]) for who in _revisions(paragraph))
        yield TrackedCell(row, -1, revision, _others(revision, others))
    for gone in filter(lambda each: each.revisions, table.gone_rows):
        yield TrackedCell(-1, -1, gone.revisions[0], gone.revisions[1:])
    for column, gone in table.gone_cells:
        if gone.revisions:
            words = (TrackedErasure(0, gone.text, gone.revisions[0]),)
            yield TrackedCell(-1, column, gone.revisions[0], gone.revisions[1:], erased=words)
    for number, cells in enumerate(table.rows):
        for cell in cells:
            if (found := _cell(number, cell, table.new_cells.get((number, cell.column)))) is not None:
                yield found


def _cell(row: int, cell: WordCell, is_new: Revision | None) -> TrackedCell | None:
    tracked: list[TrackedStretch] = []
    erased: list[TrackedErasure] = []
    restyled: list[TrackedStretch] = []
    reshaped: list[Revision] = []
    at = 0
    for paragraph in paragraphs_of(cell.items):
        text = traced_text(paragraph)
        tracked += [shifted(each, at) for each in text.tracked]
        erased += [replace(each, at=each.at + at) for each in text.erased]
        restyled += [shifted(each, at) for each in text.restyled]
        at += len(text.text)
        if paragraph.edits is not None and paragraph.edits.is_new is not None:
            tracked.append(TrackedStretch(at, at + 1, paragraph.edits.is_new))
        if paragraph.edits is not None and paragraph.edits.restyled is not None:
            reshaped.append(paragraph.edits.restyled)
        at += 1
    found = [each.revision for each in tracked]
    found += [*(each.revision for each in erased), *(each.revision for each in restyled), *reshaped]
    first = is_new or next(iter(found), None)
    if first is None:
        return None
    also = _others(first, found)
    return TrackedCell(row, cell.column, first, also, tuple(tracked), tuple(erased), tuple(restyled))


def _is_emptied(row: list[WordCell]) -> bool:
    paragraphs = _paragraphs(row)
    erased = any(_erasers(each) for each in paragraphs)
    return erased and all(each.is_blank for each in paragraphs)


def _gone(paragraphs: list[WordParagraph]) -> GonePart:
    edits = [each.edits for each in paragraphs if each.edits is not None]
    return GonePart(
        revisions=tuple(dict.fromkeys(who for each in paragraphs for who in _erasers(each))),
        comments={key: each.comment_words.get(key, "") for each in edits for key in each.comment_ids},
        bookmarks=[name for each in paragraphs for name in each.bookmarks],
        text=" ".join(filter(None, (_erased_text(each) for each in paragraphs))),
    )


def _paragraphs(row: Iterable[WordCell]) -> list[WordParagraph]:
    return [each for cell in row for each in paragraphs_of(cell.items)]


def _erased_text(paragraph: WordParagraph) -> str:
    return "".join(each.text for each in traced_text(paragraph).erased).strip()


def _erasers(paragraph: WordParagraph) -> list[Revision]:
    """Who took letters out of a paragraph."""
    return [trace.revision for _, trace in paragraph.traces if trace and trace.is_erased and trace.revision]


def _revisions(paragraph: WordParagraph) -> Iterator[Revision]:
    for _, trace in paragraph.traces:
        if trace is not None and (who := trace.revision or trace.restyled) is not None:
            yield who


def _others(first: Revision, found: Iterable[Revision]) -> tuple[Revision, ...]:
    return tuple(each for each in dict.fromkeys(found) if each != first)
