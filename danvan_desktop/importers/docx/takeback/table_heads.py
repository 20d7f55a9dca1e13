"""How a table is set: its head, which print sets in bold and a reader may not, and its cells."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from danvan_desktop.importers.docx.body.character_format import without_erased
from danvan_desktop.importers.docx.body.items import WordCell, WordTable, paragraphs_of
from danvan_desktop.importers.docx.roundtrip.styles import named_style
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Cell, Table
from danvan_desktop.report.takeback.layout_values import CellLook
from danvan_desktop.report.takeback.model import TakenLook


def without_bold_heads(table: Table) -> tuple[tuple[Cell | None, ...], ...]:
    """Give the rows of ``table`` with nothing bold in its head: there all is, or was as it went out."""
    return (
        *(tuple(map(_without_bold, row)) for row in table.rows[: table.header_rows]),
        *table.rows[table.header_rows :],
    )


def plain_heads(cells: Iterable[WordCell]) -> Iterator[TakenLook]:
    """Give the words of cells of a head that are not bold, in paragraphs with a style of ours."""
    for cell in cells:
        for paragraph in paragraphs_of(cell.items):
            if named_style(paragraph.style) is None:
                continue
            kept = without_erased(paragraph.traces)
            who = ((run, None if trace is None else trace.restyled) for run, trace in kept)
            for (is_bold, revision), group in groupby(who, lambda each: (each[0].bold, each[1])):
                words = "".join(run.text for run, _ in group).strip()
                if not is_bold and any(map(str.isalnum, words)):
                    yield TakenLook(0, 0, "bold", revision, words)


def cell_looks(table: WordTable) -> Iterator[CellLook]:
    """Say how the cells with words are set."""
    for cell in (cell for row in table.rows for cell in row):
        paragraphs = [each for each in paragraphs_of(cell.items) if each.text.strip()]
        if paragraphs:
            words = " ".join(" ".join(each.text for each in paragraphs).split())
            yield CellLook(words, paragraphs[0].align, cell.is_shaded)


def _without_bold(cell: Cell | None) -> Cell | None:
    if cell is None:
        return None
    paragraphs = (tuple(replace(run, bold=False) for run in runs) for runs in cell.paragraphs)
    return replace(cell, paragraphs=tuple(map(joined, paragraphs)))
