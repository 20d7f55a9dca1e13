"""Reads a QTextDocument back into blocks of the model, with a cache: unchanged blocks are not read again.

``toPlainText`` is never used: it turns an unbreakable space into an ordinary one and costs far more.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable, QTextTableCell

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.formats import kind_of_block, read_paragraph, read_runs
from danvan_desktop.gui.editor.document.properties import (
    OBJECT_CHARACTER,
    Key,
    TableData,
    number_property,
    text_property,
)
from danvan_desktop.report.model import Block, Cell, Column, OpaqueBlock, Paragraph, Runs, Table

B = TypeVar("B", bound=Paragraph | Table)


@frozen
class BlockUnit:
    """A range of the document and its block; none for an empty line beside a table."""

    start: int
    end: int
    blocks: tuple[Block, ...]
    table: QTextTable | None = None
    has_caption: bool = False


class DocumentReader:
    """Reads the blocks of one document and caches them."""

    def __init__(self, document: QTextDocument, real_id: Callable[[int], int]) -> None:
        self._document = document
        self._real_id = real_id
        self._read: dict[int, Block] = {}
        self._original_texts: dict[int, tuple[str, ...]] = {}
        self._last: tuple[tuple[int, int, int], list[BlockUnit], tuple[Block, ...]] | None = None
        """The state of the document, and what was read of it then."""

    def seed(self, blocks: tuple[Block, ...]) -> None:
        """Take ``blocks``, which were just written, as read: unchanged they come back as the same objects."""
        self._last = None
        self._read = {block.id: block for block in blocks}
        self._original_texts = {block.id: _texts(block) for block in blocks if _is_untouched(block)}

    def expect_moved(self, blocks: Sequence[Block]) -> None:
        """Remember the last-year texts of ``blocks`` that are about to be pasted from elsewhere."""
        self._last = None
        self._original_texts |= {block.id: _texts(block) for block in blocks if _is_untouched(block)}

    def forget(self, start: int, length: int) -> None:
        """Something changed in ``length`` characters from ``start`` on: read these blocks again."""
        self.forget_keys(keys_between(self._document, start, start + length))

    def forget_keys(self, keys: Iterable[int]) -> None:
        """The blocks of these keys, as :func:`keys_between` gives them, are others: read them again."""
        self._last = None
        for key in keys:
            self._read.pop(key, None)

    def forget_all(self) -> None:
        """Read everything again."""
        self._last = None
        self._read.clear()

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since the blocks were read."""
        return self._last is not None and self._last[0] == self._state()

    def _state(self) -> tuple[int, int, int]:
        """Differs after every change: of several that become one in Qt, the revision follows the first."""
        document = self._document
        return document.revision(), document.blockCount(), document.characterCount()

    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they now stand, automatic numbers not yet computed."""
        return self._current()[1]

    def units(self) -> list[BlockUnit]:
        """The blocks with where they stand in the document."""
        return list(self._current()[0])

    def _current(self) -> tuple[list[BlockUnit], tuple[Block, ...]]:
        """Go through the document, unless it is as it was when it was gone through last."""
        if self._last is None or not self.is_current:
            units = self._all_units()
            self._last = self._state(), units, tuple(block for unit in units for block in unit.blocks)
        return self._last[1:]

    def _all_units(self) -> list[BlockUnit]:
        units: list[BlockUnit] = []
        caption: QTextBlock | None = None
        for part in root_parts(self._document):
            if isinstance(part, QTextTable):
                units.append(self._table_unit(part, caption))
                caption = None
                continue
            if caption is not None:
                units.append(_line_unit(caption, (self._paragraph(caption),)))
            caption = part if kind_of_block(part) == "caption" else None
            if caption is None:
                units.append(_line_unit(part, tuple(self._line(part))))
        if caption is not None:
            units.append(_line_unit(caption, (self._paragraph(caption),)))
        return units

    def _table_unit(self, grid: QTextTable, caption: QTextBlock | None) -> BlockUnit:
        start = grid.firstPosition() if caption is None else caption.position()
        return BlockUnit(
            start, grid.lastPosition(), (self._table(grid, caption),), grid, has_caption=caption is not None
        )

    def _line(self, block: QTextBlock) -> Iterator[Block]:
        kind = kind_of_block(block)
        if kind == "opaque":
            yield self._opaque(block)
            if block.text().replace(OBJECT_CHARACTER, ""):
                yield Paragraph(
                    self._real_id(-number_property(block.blockFormat(), Key.ID)), runs=read_runs(block)
                )
        elif kind != "filler" or block.length() > 1:
            yield self._paragraph(block)

    def _paragraph(self, block: QTextBlock) -> Block:
        key = number_property(block.blockFormat(), Key.ID)
        if key not in self._read:
            paragraph = read_paragraph(block)
            self._read[key] = self._marked_edited(replace(paragraph, id=self._real_id(key)))
        return self._read[key]

    def _opaque(self, block: QTextBlock) -> Block:
        source = block.blockFormat()
        key = number_property(source, Key.ID)
        if key not in self._read:
            kind, content, unknown = json.loads(text_property(source, Key.OPAQUE))
            self._read[key] = OpaqueBlock(key, kind, content, unknown=unknown)
        return self._read[key]

    def _table(self, grid: QTextTable, caption: QTextBlock | None) -> Block:
        key = number_property(grid.format(), Key.ID)
        before = self._read.get(key)
        # A caption line added or removed changes no character of the table itself.
        if isinstance(before, Table) and (before.caption is None) == (caption is None):
            return before
        table = self._marked_edited(read_table(grid, read_runs(caption) if caption is not None else None))
        self._read[key] = table
        return table

    def _marked_edited(self, block: B) -> B:
        """``block`` marked *đã sửa* where its text is not last year's any more; undo makes it so again."""
        if (
            _is_untouched(block)
            and block.id in self._original_texts
            and self._original_texts[block.id] != _texts(block)
        ):
            from danvan_desktop.report.lifecycle.review import touched

            return touched(block)
        return block


def keys_between(document: QTextDocument, start: int, end: int) -> Iterator[int]:
    """Give what the blocks from ``start`` to ``end`` are known by; with a caption its table's too."""
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        table = table_at(QTextCursor(block))
        yield number_property(block.blockFormat() if table is None else table.format(), Key.ID)
        following = block.next()
        below = table_at(QTextCursor(following)) if following.isValid() else None
        if below is not None and kind_of_block(block) == "caption":
            yield number_property(below.format(), Key.ID)
        block = following


def _is_untouched(block: Block) -> bool:
    return isinstance(block, Paragraph | Table) and block.origin is not None and not block.origin.touched


def _texts(block: Block) -> tuple[str, ...]:
    from danvan_desktop.report.lifecycle.review import text_stretches

    return tuple(passage.text for passage in text_stretches(block))


def _line_unit(block: QTextBlock, blocks: tuple[Block, ...]) -> BlockUnit:
    return BlockUnit(block.position(), block.position() + block.length() - 1, blocks)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table ``cursor`` is in (Qt's type hints forget that there may be none)."""
    return cast("QTextTable | None", cursor.currentTable())


def selected_cells(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """The first selected row and how many, the first selected column and how many; -1 where none is."""
    return cast("tuple[int, int, int, int]", cursor.selectedTableCells())


def root_parts(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """The lines and the tables of ``document`` in order, without the lines inside tables."""
    place = document.rootFrame().begin()
    while not place.atEnd():
        frame = place.currentFrame()
        if isinstance(frame, QTextTable):
            yield frame
        elif place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def read_table(grid: QTextTable, caption: Runs | None) -> Table:
    """The table in ``grid``."""
    shown = grid.format()
    data = TableData.load(text_property(shown, Key.TABLE))
    columns = list(data.columns)[: grid.columns()]
    columns += [Column()] * (grid.columns() - len(columns))
    rows = tuple(
        tuple(_read_cell(grid.cellAt(y, x), y, x) for x in range(grid.columns())) for y in range(grid.rows())
    )
    return Table(
        number_property(shown, Key.ID),
        tuple(columns),
        rows,
        caption,
        min(shown.headerRowCount(), grid.rows()),
        data.note,
        data.origin,
        data.form,
        unknown=data.unknown,
    )


def _read_cell(place: QTextTableCell, y: int, x: int) -> Cell | None:
    if (place.row(), place.column()) != (y, x):
        return None
    paragraphs = tuple(read_runs(block) for block in table_blocks(place))
    unknown = text_property(place.format(), Key.UNKNOWN)
    return Cell(paragraphs, place.rowSpan(), place.columnSpan(), unknown=unknown)


def table_blocks(place: QTextTableCell) -> Iterator[QTextBlock]:
    """The lines of one cell."""
    block = place.firstCursorPosition().block()
    last = place.lastCursorPosition().block().blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield block
        block = block.next()
