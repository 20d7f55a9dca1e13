"""Text widget of one list of blocks: load, read back, replace blocks, and find them by id."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.formats import Formats, body_font, kind_of_block, role_and_level_of
from danvan_desktop.gui.editor.document.properties import Key, number_property
from danvan_desktop.gui.editor.document.read import BlockUnit, DocumentReader, table_at, table_blocks
from danvan_desktop.gui.editor.document.replace_blocks import BlockReplacer
from danvan_desktop.gui.editor.document.write import DocumentWriter
from danvan_desktop.gui.editor.text.block_numbers import BlockNumbers
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.editor.text.zoom_device import zoom_device
from danvan_desktop.gui.undo.stack import FunctionStep, UndoStack
from danvan_desktop.report.model import Block

TEXT_MARGIN = 28
"""Left and right of the text in its document, at 100 %: remarks and bars of the review stand there."""
_TOP_MARGIN = 16
_NEAR = 4
"""Blocks: to lay out so many anew takes Qt as long as a change of its own does."""
_LONGEST_CHANGE = 60
"""Blocks: to lay out so many anew no key has to wait for."""
_AT_ONCE = 16
"""Stretches that are written in one slice: each takes two thirds of a millisecond."""
_Stretch = tuple[int, int, Sequence[Block]]
"""From which unit to which others are to stand, and those."""


class BlockText(UndoableTextEdit):
    """Blocks as one flowing text; base of the block editor, on which the editor's commands act."""

    def __init__(self, stack: UndoStack, ids: BlockIdCounter, parent: QWidget | None = None) -> None:
        super().__init__(stack, parent)
        self.ids = ids
        self.setFont(body_font())
        self.document().setDefaultFont(body_font())
        self.formats = Formats.of(body_font())
        self._reader = DocumentReader(self.document(), ids.real)
        self._numbers = BlockNumbers(self.document(), self.formats)
        self._replacer = BlockReplacer(self.document(), self.formats, ids.temporary)
        self._lines_came = True
        self._expected: set[int] | None = None
        self.zoom = 1.0
        """How many times as large as at first the text is shown."""
        self._zoom_device: QImage | None = None
        self._is_zooming = False

    def interpret_typed(self) -> None:
        """Interpret what was just typed, before a command reads it: the block editor does."""

    # ------------------------------------------------------------------ in and out

    def open(self, blocks: tuple[Block, ...]) -> None:
        """Show ``blocks``; undo ends here."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(TEXT_MARGIN)
        frame.setRightMargin(TEXT_MARGIN)
        frame.setTopMargin(_TOP_MARGIN)
        frame.setBottomMargin(3 * _TOP_MARGIN)
        document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        DocumentWriter(cursor, self.formats, self.ids.temporary).write(blocks)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        self._reader.seed(blocks)
        self._numbers.renew()
        self.reset_undo()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand; automatic numbers are left to be computed."""
        self.stack.finish()
        self._resolve_duplicate_ids()
        return self._reader.blocks()

    @property
    def is_read(self) -> bool:
        """Whether nothing has changed since the blocks were read."""
        return self._reader.is_current

    def units(self) -> list[BlockUnit]:
        """The blocks with where they stand in the document."""
        self.stack.finish()
        self._resolve_duplicate_ids()
        return self._reader.units()

    def note_lines(self, start: int, added: int) -> None:
        """Note that ``added`` characters came at ``start``: with a line end, an id may be there twice."""
        document = self.document()
        if document.findBlock(start) != document.findBlock(start + added):
            self._lines_came = True

    def _resolve_duplicate_ids(self) -> None:
        if self._lines_came and not self.stack.is_replaying:
            _resolve_duplicate_ids(self)
            self._lines_came = False

    def replace(self, units: Sequence[BlockUnit], first: int, last: int, blocks: Sequence[Block]) -> None:
        """Write ``blocks`` in the place of some units, as one step."""
        with self.stack.macro():
            self._replacer.replace(units, first, last, blocks)

    def replacing_each(self, units: Sequence[BlockUnit], stretches: Sequence[_Stretch]) -> Iterator[None]:
        """Write blocks in the place of several stretches of units, from the first of each to its last.

        Stretches near each other are one change to Qt, which lays out anew all from the first to the last
        of a change: what lies between places far apart stays as it is. Yields between slices of it.
        """
        keys: set[int] = set()
        with self._expecting(keys):
            written = 0
            for near in reversed(list(_near_each_other(stretches))):
                if written >= _AT_ONCE:
                    yield
                    written = 0
                self._replace_near(units, near, keys)
                written += len(near)

    def _replace_near(
        self, units: Sequence[BlockUnit], stretches: Sequence[_Stretch], keys: set[int]
    ) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for first, last, blocks in reversed(stretches):  # what stands before is still where it was
            keys |= self._replacer.replace(units, first, last, blocks)
        cursor.endEditBlock()

    @contextmanager
    def changing(self, keys: set[int]) -> Iterator[None]:
        """Make all that is done inside one step, to Qt too, that changes the blocks of these ``keys`` alone.

        They may be added while it is done; :func:`keys_between` gives them. Between them nothing is read
        again, neither now nor when it is undone.
        """
        with self._expecting(keys):
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            try:
                yield
            finally:
                cursor.endEditBlock()

    @contextmanager
    def _expecting(self, keys: set[int]) -> Iterator[None]:
        with self.stack.macro():
            self._expect(keys)
            self.stack.push(FunctionStep(partial(self._expect, keys), partial(self._expect, None)))
            try:
                yield
            finally:
                self._expect(None)
            self.stack.push(FunctionStep(partial(self._expect, None), partial(self._expect, keys)))

    def _expect(self, keys: set[int] | None) -> None:
        """From now on the blocks with these keys alone change; None: all in the range of each change."""
        self._expected = keys

    def forget_changed(self, start: int, added: int) -> None:
        """Read again what has changed: the blocks in ``added`` characters from ``start`` on."""
        if self._expected is None:
            self._reader.forget(start, added)
            self.note_lines(start, added)
        else:
            self._reader.forget_keys(self._expected)

    def expect_moved(self, blocks: Sequence[Block]) -> None:
        """Remember the texts of ``blocks`` of last year that come from another editor, to notice edits."""
        self._reader.expect_moved(blocks)

    # ------------------------------------------------------------------ zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the text ``zoom`` times as large: letters, lines, margins and indents. It is no edit.

        Indents stand in the document. Of a text with a history they stay, for to change them would be a
        step of it; they follow when it is opened again.
        """
        if zoom == self.zoom:
            return
        self.zoom = zoom
        document, viewport = self.document(), self.viewport()
        self._zoom_device = zoom_device(viewport.logicalDpiY() * zoom)
        document.documentLayout().setPaintDevice(viewport if zoom == 1 else self._zoom_device)
        if not document.isUndoAvailable() and not document.isRedoAvailable():
            self._zoom_indents(zoom)
        self._numbers.zoom = zoom
        document.markContentsDirty(0, document.characterCount())
        viewport.update()

    def _zoom_indents(self, zoom: float) -> None:
        self.formats = replace(self.formats, zoom=zoom)
        self._numbers = BlockNumbers(self.document(), self.formats)
        self._replacer = BlockReplacer(self.document(), self.formats, self.ids.temporary)
        self._is_zooming = True
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in self.text_blocks():
            shown = block.blockFormat()
            if shown.textIndent():
                shown.setTextIndent(self.formats.first_line(*role_and_level_of(shown)))
                cursor.setPosition(block.position())
                cursor.setBlockFormat(shown)
        cursor.endEditBlock()
        self.document().setUndoRedoEnabled(True)
        self._is_zooming = False

    def _on_contents_change(self, start: int, removed: int, added: int) -> None:
        if not self._is_zooming:
            super()._on_contents_change(start, removed, added)

    # ------------------------------------------------------------------ places

    def place(self) -> tuple[int, int]:
        """The id of the block with the cursor and how far the cursor is inside it."""
        cursor = self.textCursor()
        return self.id_of(cursor.block()), cursor.positionInBlock()

    def id_of(self, block: QTextBlock) -> int:
        """The id of the paragraph or table ``block`` belongs to."""
        if kind_of_block(block) == "caption" and block.next().isValid():
            block = block.next()
        table = table_at(QTextCursor(block))
        source = table.format() if table is not None else block.blockFormat()
        return self.ids.known(number_property(source, Key.ID))

    def id_of_cursor(self) -> int:
        """The id of the block with the cursor; below zero in a line that is none of the report's yet."""
        return self.id_of(self.textCursor().block())

    def go_to(
        self, identity: int, offset: int = 0, length: int = 0, cell: tuple[int, int] | None = None
    ) -> bool:
        """Put the cursor into the block of that id and select ``length`` letters; False: it is not here.

        ``cell``: the row and the column of a table in which it goes.
        """
        if identity > 0 and all(block.id != identity for block in self.blocks()):
            return False  # known without a look at each line: of a long report most texts are others
        for block in self.text_blocks():
            if kind_of_block(block) != "caption" and self.id_of(block) == identity:
                self._select(block if cell is None else _line_of_cell(block, cell), offset, length)
                return True
        return False

    def _select(self, block: QTextBlock, offset: int, length: int) -> None:
        start, last = max(0, min(offset, block.length() - 1)), block.length() - 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + min(start + length, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_empty_cell(self) -> None:
        """Put the cursor into the first empty cell, where there is one: writing begins there."""
        for block in self.text_blocks():
            if kind_of_block(block) == "cell" and not block.text():
                self.setTextCursor(QTextCursor(block))
                self.ensureCursorVisible()
                return

    def text_blocks(self) -> Iterator[QTextBlock]:
        """Every line of the document, those in tables too."""
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def label(self, block: QTextBlock) -> str:
        """The number or dash shown before ``block``."""
        return self._numbers.label(block)

    def fresh_label(self, block: QTextBlock) -> str:
        """The same in the middle of a command, before Qt has emitted the change."""
        self._numbers.renew()
        return self._numbers.label(block)

    def selected_table(self) -> QTextTable | None:
        """The table the cursor is in."""
        return table_at(self.textCursor())


def _line_of_cell(block: QTextBlock, cell: tuple[int, int]) -> QTextBlock:
    """The first line of a ``cell`` of the table in which ``block`` stands; itself where there is none."""
    grid, (row, column) = table_at(QTextCursor(block)), cell
    if grid is None or row >= grid.rows() or column >= grid.columns():
        return block
    return next(table_blocks(grid.cellAt(row, column)), block)


def _near_each_other(stretches: Sequence[_Stretch]) -> Iterator[list[_Stretch]]:
    """Part ``stretches`` where more lies between two than it is worth to lay out anew."""
    near: list[_Stretch] = []
    for stretch in stretches:
        if near and (stretch[0] - near[-1][1] > _NEAR or stretch[1] - near[0][0] > _LONGEST_CHANGE):
            yield near
            near = []
        near.append(stretch)
    if near:
        yield near


def _resolve_duplicate_ids(editor: "BlockText") -> None:
    """Give a new id to each block whose id another one has already.

    Our own commands mint ids as they go; this is for a line end that came another way, as from an
    input method.
    """
    seen: set[int] = set()
    duplicates = []
    for block in editor.text_blocks():
        identity = number_property(block.blockFormat(), Key.ID)
        if kind_of_block(block) == "cell":
            continue
        if identity in seen or not identity:
            duplicates.append(block)
        seen.add(identity)
    if not duplicates:
        return
    cursor = QTextCursor(editor.document())
    with editor.stack.merging():
        cursor.joinPreviousEditBlock()
        for block in duplicates:
            minted = block.blockFormat()
            minted.setProperty(Key.ID, editor.ids.take())
            minted.clearProperty(Key.NOTE)  # the remark stays with the first of them
            QTextCursor(block).setBlockFormat(minted)
        cursor.endEditBlock()
