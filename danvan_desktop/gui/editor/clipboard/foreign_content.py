"""HTML and plain text from other programs as blocks: text and emphasis, no fonts, colours or pictures."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from danvan_desktop.gui.editor.document.formats import read_run
from danvan_desktop.gui.editor.document.properties import OBJECT_CHARACTER
from danvan_desktop.gui.editor.document.read import root_parts, table_blocks
from danvan_desktop.gui.editor.document.run_slices import cleaned, stripped
from danvan_desktop.report.editing.block_kinds import drop_start, recognise
from danvan_desktop.report.model import Block, Cell, Column, Paragraph, Run, Runs, Table, plain
from danvan_desktop.report.text.normalise import normalise

Read = Callable[[str, QTextCharFormat], str]
_FEWEST_ENDS = 3
"""Fewer line ends say nothing about how wide lines are."""


def _as_it_is(text: str, _: QTextCharFormat) -> str:
    return text


def from_text(text: str) -> list[Block]:
    """One line stays inline text; of several, each that is not blank becomes a paragraph.

    Lines of like many columns set with tabs are a table.

    Lines that end where a page's did, as a PDF gives them, are joined first.
    """
    if (table := _tabbed(text)) is not None:
        return [table]
    if text.count("\n") >= _FEWEST_ENDS:
        from danvan_desktop.importers.plain_text import rejoined

        blocks = rejoined(text, count(1).__next__)
        if blocks is not None:
            return list(blocks)
    lines = normalise(text).replace("\t", " ").replace("\f", "\n").split("\n")
    if len(lines) == 1:
        return [Paragraph(1, runs=(Run(lines[0]),))] if lines[0] else []
    return [recognised((Run(line.strip()),)) for line in lines if line.strip()]


def _tabbed(text: str) -> Table | None:
    """Read the cells of a spreadsheet as plain text has them; None where it is something else."""
    lines = [line.split("\t") for line in normalise(text).strip("\n").split("\n")]
    if len(lines) < 2 or len(lines[0]) < 2 or len({len(line) for line in lines}) > 1:
        return None
    rows = tuple(
        tuple(Cell(((Run(each.strip()),) if each.strip() else (),)) for each in line) for line in lines
    )
    return Table(1, (Column(),) * len(lines[0]), rows, header_rows=1)


class _Page(QTextDocument):
    """HTML that is read and never shown: nothing it names is fetched, from no drive and no network."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None


def from_html(text: str, read: Read = _as_it_is) -> list[Block]:
    """The paragraphs, lists and tables of HTML as Word, Excel and browsers put it on the clipboard.

    ``read`` converts text in the font of a legacy encoding to Unicode.
    """
    document = _Page()
    document.setHtml(text)
    parts = list(root_parts(document))
    if len(parts) == 1 and isinstance(parts[0], QTextBlock) and _list_of(parts[0]) is None:
        runs = cleaned(_runs(parts[0], read))
        return [Paragraph(1, runs=runs)] if runs else []
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, QTextTable) and (part.rows(), part.columns()) == (1, 1):  # one cell is its words
            lines = [stripped(cleaned(_runs(block, read))) for block in table_blocks(part.cellAt(0, 0))]
            blocks += [recognised(line) for line in lines if line] if len(lines) > 1 else _inline(lines)
        elif isinstance(part, QTextTable):
            blocks.append(_table(part, read))
        elif runs := stripped(cleaned(_runs(part, read))):
            blocks.append(_paragraph(part, runs))
    return blocks


def _inline(lines: list[Runs]) -> list[Block]:
    return [Paragraph(1, runs=line) for line in lines if line]


_TONES = re.compile("[\u0300-\u036f]+")


def recognised(runs: Runs) -> Paragraph:
    """A pasted paragraph: "a) …" becomes a point, and so on."""
    found = recognise(plain(runs))
    if found is None:
        return Paragraph(1, runs=runs)
    text = drop_start(runs, len(plain(runs)) - len(found.rest))
    return Paragraph(1, found.role, found.level, None, "none" if found.number is None else "auto", text)


def _paragraph(block: QTextBlock, runs: Runs) -> Paragraph:
    listed = _list_of(block)
    if listed is None:
        return recognised(runs)
    style = listed.format().style()
    if style == QTextListFormat.Style.ListDecimal:
        return Paragraph(1, "clause", 1, numbering="auto", runs=runs)
    if style in {QTextListFormat.Style.ListLowerAlpha, QTextListFormat.Style.ListUpperAlpha}:
        return Paragraph(1, "point", 1, numbering="auto", runs=runs)
    return Paragraph(1, "item", max(1, min(2, listed.format().indent())), runs=runs)


def _list_of(block: QTextBlock) -> QTextList | None:
    """The list ``block`` is an entry of (Qt's type hints forget that there may be none)."""
    return cast("QTextList | None", block.textList())


def _runs(block: QTextBlock, read: Read) -> Runs:
    """The runs of a line; bold is in its font, not in our property."""
    runs = []
    for text, shown in _pieces(block, read):
        run = read_run(normalise(text), shown)
        is_link = shown.isAnchor()
        bold = shown.fontWeight() >= QFont.Weight.DemiBold
        runs.append(replace(run, bold=bold, underline=run.underline and not is_link))
    return tuple(runs)


def _pieces(block: QTextBlock, read: Read) -> list[tuple[str, QTextCharFormat]]:
    """The text of a line in its looks; a tone that has a look of its own stands with its letter."""
    pieces: list[tuple[str, QTextCharFormat]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        shown = fragment.charFormat()
        text = read(fragment.text(), shown).replace(OBJECT_CHARACTER, "")
        if pieces and (tones := _TONES.match(text)) is not None:
            before, its = pieces[-1]
            pieces[-1] = (before + tones[0], its)
            text = text[tones.end() :]
        if text:
            pieces.append((text, shown))
        place += 1
    return pieces


def _table(grid: QTextTable, read: Read) -> Table:
    rows = tuple(tuple(_cell(grid, y, x, read) for x in range(grid.columns())) for y in range(grid.rows()))
    return Table(1, (Column(),) * grid.columns(), rows, header_rows=min(1, grid.rows() - 1))


def _cell(grid: QTextTable, y: int, x: int, read: Read) -> Cell | None:
    place = grid.cellAt(y, x)
    if (place.row(), place.column()) != (y, x):
        return None
    lines = [stripped(cleaned(_runs(block, read))) for block in table_blocks(place)]
    kept = tuple(line for line in lines if line) or ((),)
    return Cell(kept, place.rowSpan(), place.columnSpan())
