"""Block editor (QTextEdit) of one list of blocks: a section, the opening, the closing, an annex."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.properties import OPAQUE_OBJECT
from danvan_desktop.gui.editor.document.read import table_at
from danvan_desktop.gui.editor.document.unknown_block import opaque_object
from danvan_desktop.gui.editor.text.block_numbers import Colours
from danvan_desktop.gui.editor.text.block_text import TEXT_MARGIN, BlockText
from danvan_desktop.gui.editor.text.review_marks import ReviewMarks
from danvan_desktop.gui.editor.text.reviewed_place import ReviewedPlaceMark
from danvan_desktop.gui.editor.text.selection_edges import paint_edges
from danvan_desktop.gui.editor.text.standard_keys import is_cut
from danvan_desktop.gui.editor.text.visible_lines import first_visible
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.model import Block

if TYPE_CHECKING:
    from danvan_desktop.gui.editor.text.hit_marks import HitMarks

_PAGE_WIDTH = 820
"""Widest the white page gets at 100 %, in device-independent pixels: longer lines are hard to read."""
_INNER_MARGIN = 56
"""Between an edge of the page and the text where there is room; a narrow page has less, for its words."""
SHEET_AIR = 18
"""Of the ground around the page, above it and at least at its sides."""


class BlockEditor(BlockText):
    """Edits blocks as one flowing text: keys, clipboard, input method, painting."""

    heading_wanted = Signal()
    """Up on the first line: the heading above is wanted."""

    def __init__(self, stack: UndoStack, ids: BlockIdCounter, parent: QWidget | None = None) -> None:
        super().__init__(stack, ids, parent)
        self.review_marks = ReviewMarks(self)
        self.reviewed_place = ReviewedPlaceMark(self)
        self.hit_marks: HitMarks | None = None
        """What is looked for, while it is."""
        self._last_line = QTextCursor(self.document())
        self._typed_here = False
        self._laid_out = QSize()
        self._seen: list[QTextBlock] = []
        self.document().documentLayout().registerHandler(OPAQUE_OBJECT, opaque_object())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: lines must not break again when the text grows beyond the window.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)

    def open(self, blocks: tuple[Block, ...]) -> None:
        """Show ``blocks``; undo ends here, and nothing counts as typed."""
        self._typed_here = False
        super().open(blocks)

    # ------------------------------------------------------------------ what was typed

    def on_change(self, start: int, added: int) -> None:
        """Read these blocks again next time, and interpret the line when the cursor leaves it."""
        self.forget_changed(start, added)
        self._numbers.note_change(start, added)
        self.review_marks.is_stale = True
        if not self.stack.is_replaying and self.document().isUndoRedoEnabled():
            self._typed_here = True
        self.viewport().update()

    def cursor_moved(self) -> None:
        """Interpret what was typed in the paragraph that the cursor left."""
        if self.stack.is_replaying:
            self._typed_here = False
        elif self.textCursor().block() != self._last_line.block():
            self.interpret_typed()
        self._last_line.setPosition(self.textCursor().position())
        self._clear_typing_background()

    def _clear_typing_background(self) -> None:
        """Take the background of a table header out of what is typed next: the cell has it already."""
        typed = self.currentCharFormat()
        if typed.hasProperty(QTextFormat.Property.BackgroundBrush):
            typed.clearBackground()
            self.setCurrentCharFormat(typed)

    def interpret_typed(self) -> None:
        """Turn "3.1." or "a)" typed at the start of the paragraph the cursor is or was in into its kind."""
        if not self._typed_here or self.isReadOnly():
            return
        from danvan_desktop.gui.editor.paragraphs.role_and_level import recognise_typed
        from danvan_desktop.gui.editor.tables.recalculate import recompute

        self._typed_here = False
        recognise_typed(self, self._last_line.block())
        recompute(self, self._last_line.block())
        self._typed_here = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the text is leaving the paragraph; switching to another window or a menu is not."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.interpret_typed()
        self.stack.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Tab are ours; letters and Backspace are Qt's."""
        from danvan_desktop.gui.editor.paragraphs.delete_selection import finish_join, plan_join
        from danvan_desktop.gui.editor.paragraphs.role_and_level import press_return
        from danvan_desktop.gui.editor.tables.insert_delete import press_tab

        if not self.isReadOnly() and (press_return(self, event) or press_tab(self, event)):
            event.accept()
            return
        if is_cut(event):
            self.cut()
            return
        if event.key() == Qt.Key.Key_Up and not event.modifiers() and self._is_on_first_line():
            self.heading_wanted.emit()
            return
        lines, plan = self.document().blockCount(), plan_join(self, event)
        super().keyPressEvent(event)
        if self.document().blockCount() < lines:
            finish_join(self, plan)

    def _is_on_first_line(self) -> bool:
        return not self.textCursor().movePosition(QTextCursor.MoveOperation.Up)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's own; afterwards lines that were joined get one paragraph style."""
        lines = self.document().blockCount()
        super().inputMethodEvent(event)
        if self.document().blockCount() < lines:
            from danvan_desktop.gui.editor.paragraphs.role_and_level import restyle_joined

            restyle_joined(self)

    # ------------------------------------------------------------------ clipboard

    def cut(self) -> None:
        """Copy the selection and delete it; what is left gets one paragraph style and the marks of both."""
        if self.isReadOnly() or not self.textCursor().hasSelection():
            return
        self.copy()
        self._delete_selection()

    def _delete_selection(self) -> None:
        from danvan_desktop.gui.editor.paragraphs.delete_selection import delete_selection

        with self.stack.macro():
            delete_selection(self)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what is dragged inside this text as cut and paste would; all else is Qt's."""
        from danvan_desktop.gui.editor.clipboard.clipboard_content import read_clipboard
        from danvan_desktop.gui.editor.clipboard.paste import paste

        inside = event.source() in {self, self.viewport()} and event.dropAction() == Qt.DropAction.MoveAction
        if not inside or self.isReadOnly():
            super().dropEvent(event)
            return
        target = self.cursorForPosition(event.position().toPoint())
        taken = self.textCursor()
        event.acceptProposedAction()
        self.dragLeaveEvent(QDragLeaveEvent())  # Qt's own drawing of where it would fall
        if taken.selectionStart() <= target.position() <= taken.selectionEnd():
            return
        data = self.createMimeDataFromSelection()
        content = read_clipboard(data)
        if not content.blocks:  # what cannot be put there is not taken away here
            self.notice.emit(" ".join(content.remarks))
            return
        with self.stack.macro():
            self._delete_selection()
            self.setTextCursor(target)
            paste(self, data)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Put blocks with their kinds on the clipboard, and HTML and text for other programs."""
        from danvan_desktop.gui.editor.clipboard.copy import copied

        return copied(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, never fonts and colours."""
        from danvan_desktop.gui.editor.clipboard.paste import paste

        if not self.isReadOnly():
            # A drop is inside an edit block of Qt's that has removed its text and not yet emitted a change.
            self._reader.forget_all()
            paste(self, source)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is open below the text, then the text, then numbers and hints beside it."""
        scrolled = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        visible = self._seen = list(self._visible_blocks(scrolled))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isReadOnly():  # what was issued is done with
            self.reviewed_place.paint_ground(painter, visible, scrolled)
            self.review_marks.paint(painter, visible, scrolled, self.reviewed_place.painted())
        if self.hit_marks is not None:
            self.hit_marks.paint(painter, visible, scrolled)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        ink = self.palette().color(QPalette.ColorRole.Text)
        paint_edges(painter, visible, self.textCursor(), scrolled, ink)
        colours = Colours.of(self.palette())
        for block in visible:
            if kind_of_block(block) != "cell":
                self._numbers.paint(painter, block, block.layout().position() + scrolled, colours)
        if self.hit_marks is not None:
            self.hit_marks.paint_selected(painter, visible, scrolled)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.reviewed_place.paint_ring(painter, visible, scrolled)
        painter.end()

    def seen_blocks(self) -> Sequence[QTextBlock]:
        """Give the lines that are being painted."""
        return self._seen

    def _visible_blocks(self, scrolled: QPointF) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        bottom = self.viewport().height()
        block = first_visible(self.document(), -scrolled.y())
        while block.isValid():
            room = layout.blockBoundingRect(block).translated(scrolled)
            if room.top() > bottom and table_at(QTextCursor(block)) is None:
                break
            yield block
            block = block.next()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show as a tool tip what stood at a mark last year, and the remark of the paragraph."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.review_marks.told_at(self.cursorForPosition(event.pos()))
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle and no wider than can be read."""
        self._place_page()
        now = self.viewport().size()
        if event.size() != now and self._laid_out == now:
            return  # placing the page gave it another width, and an event of its own that came first
        super().resizeEvent(event)
        self._laid_out = now

    def set_zoom(self, zoom: float) -> None:
        """Let the page become wider with its letters, and what is read stay where the eye is."""
        bar = self.verticalScrollBar()
        is_at_top = bar.value() == bar.minimum()
        anchor = self.cursorForPosition(self.viewport().rect().center())
        before = self.cursorRect(anchor).top()
        super().set_zoom(zoom)
        self._place_page()
        if not is_at_top:
            bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)

    def _place_page(self) -> None:
        # What a page has beyond the document's own margin is outside of the document: to change that one
        # would lay out each paragraph anew, and be a step of its history.
        beyond = self.inner_margin() - round(TEXT_MARGIN * self.zoom)
        left, right = self.page_margins()
        self.setViewportMargins(left + beyond, 0, right + beyond, 0)

    def page_margins(self) -> tuple[int, int]:
        """The grey margins left and right of the white page."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        spare = max(2 * SHEET_AIR, room - round(_PAGE_WIDTH * self.zoom))
        return spare // 2, spare - spare // 2

    def page_width(self) -> int:
        """How wide the white page is now."""
        return self.width() - self.verticalScrollBar().sizeHint().width() - sum(self.page_margins())

    def inner_margin(self) -> int:
        """How far the text is from the edges of the white page: less where its lines would get short."""
        widest_line = round((_PAGE_WIDTH - 2 * _INNER_MARGIN) * self.zoom)
        spare = (self.page_width() - widest_line) // 2
        return max(round(TEXT_MARGIN * self.zoom), min(round(_INNER_MARGIN * self.zoom), spare))

    def typing_format(self) -> QTextCharFormat:
        """The character format of the next typed letter."""
        return self.currentCharFormat()
