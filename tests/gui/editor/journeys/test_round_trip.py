"""Blocks into a QTextDocument and back."""

from dataclasses import replace

from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.formats import Formats, format_of
from danvan_desktop.gui.editor.document.read import DocumentReader
from danvan_desktop.gui.editor.document.write import DocumentWriter
from danvan_desktop.report.model import Block, Cell, Paragraph, Run, Runs, Table
from danvan_desktop.report.numbering import number_blocks
from tests.builders import samples
from tests.builders.strategies import _renamed, blocks


def joined(runs: Runs) -> Runs:
    """Runs as an editor tells them apart: none empty, equal neighbours one."""
    kept: list[Run] = []
    for run in runs:
        if kept and format_of(kept[-1]) == format_of(run):
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        elif run.text:
            kept.append(run)
    return tuple(kept)


def as_shown(block: Block) -> Block:
    """The block with its runs joined; an automatic number is not kept in the text."""
    if isinstance(block, Paragraph):
        return replace(block, runs=joined(block.runs))
    if isinstance(block, Table):
        rows = tuple(tuple(cell and cell_as_shown(cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows, caption=None if block.caption is None else joined(block.caption))
    return block


def edited(block: Block) -> Block:
    """The block as one that was touched this year: a reader that does not know last year's words says so."""
    if isinstance(block, Paragraph | Table) and block.origin is not None:
        return replace(block, origin=replace(block.origin, touched=True))
    return block


def cell_as_shown(cell: Cell) -> Cell:
    return replace(cell, paragraphs=tuple(joined(runs) for runs in cell.paragraphs or ((),)))


def through_the_editor(blocks: tuple[Block, ...], ids: BlockIdCounter) -> tuple[Block, ...]:
    document = QTextDocument()
    cursor = QTextCursor(document)
    DocumentWriter(cursor, Formats(16.0), ids.temporary).write(blocks)
    return DocumentReader(document, ids.real).blocks()


@settings(max_examples=120)
@given(made=blocks(6))
def test_blocks_come_back_from_the_document_as_they_went_in(qtbot: QtBot, made: tuple[Block, ...]) -> None:
    given_blocks = tuple(edited(_renamed(block, place + 1)) for place, block in enumerate(made))
    ids = BlockIdCounter(1000)
    expected = number_blocks([as_shown(block) for block in given_blocks])
    assert number_blocks(through_the_editor(given_blocks, ids)) == expected
    assert ids.next_id == 1000, "reading what was not edited takes no id"


def test_a_block_of_every_kind_comes_back(qtbot: QtBot) -> None:
    every = number_blocks(samples.blocks())
    assert number_blocks(through_the_editor(every, BlockIdCounter(100))) == every


def test_unbreakable_spaces_and_letters_beyond_the_first_plane_come_back(qtbot: QtBot) -> None:
    one = (Paragraph(1, runs=(Run("Điều\u00a05"), Run("𠀀𠀁", bold=True))),)
    assert through_the_editor(one, BlockIdCounter(2)) == one


def test_tables_side_by_side_and_at_both_ends_come_back(qtbot: QtBot) -> None:
    plain = Table(1, samples.table(1).columns, samples.table(1).rows)
    three = (plain, replace(plain, id=2), replace(samples.table(3), caption=()))
    assert through_the_editor(three, BlockIdCounter(4)) == three


def test_no_block_at_all_comes_back_as_none(qtbot: QtBot) -> None:
    assert through_the_editor((), BlockIdCounter(1)) == ()
