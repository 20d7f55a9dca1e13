"""Base class of every text edit: common undo stack, paste as plain text, safe for input methods (IME)."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from danvan_desktop.gui.editor.text.standard_keys import is_raise, is_undo
from danvan_desktop.gui.undo.stack import UndoStack


class Overlay(Protocol):
    """What is painted over the lines of a text that are seen; nothing of it stands in the document."""

    def paint(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Paint over ``blocks``."""


class UndoableTextEdit(QTextEdit):
    """A QTextEdit whose changes are steps of the common undo stack.

    Nothing here looks at letters or Backspace: keyboards for Vietnamese send them in bursts. What
    changed is taken from ``contentsChange`` alone, which is also emitted while an input method composes;
    ``edited`` is emitted for real changes only.
    """

    edited = Signal()
    revealed = Signal(QWidget)
    """Undo acted here: this text is to be shown."""
    menu_wanted = Signal(QWidget, object)
    """The context menu is asked for at a global position."""
    zoom_turned = Signal(int)
    """The wheel was turned with Ctrl held down: by how many eighths of a degree."""
    raise_wanted = Signal()
    """Superscript is asked for by its key."""
    notice = Signal(str)
    """A notice for the user: what of a paste could not come in."""

    def __init__(self, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = stack
        self.finding_marks: Overlay | None = None
        """Lines below what the check has found; None: nothing."""
        self._state = (0, 0)
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.selectionChanged.connect(self._on_selected)

    def reset_undo(self) -> None:
        """Clear the undo history: what is in the document now is where undo ends."""
        self.document().clearUndoRedoStacks()
        self._state = self._state_now()
        self.stack.watch(self.document(), self.textCursor, self._show_undone)

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Put the cursor there; what an input method still composes stays where it was composed."""
        now = self.textCursor()
        if (cursor.position(), cursor.anchor()) != (now.position(), now.anchor()) and self.is_composing():
            QGuiApplication.inputMethod().commit()
        super().setTextCursor(cursor)

    def is_composing(self) -> bool:
        """Whether an input method shows here what it has not yet written."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def on_change(self, start: int, added: int) -> None:
        """Called after a change to ``added`` characters from ``start`` on."""

    def cursor_moved(self) -> None:
        """Called when the cursor has moved."""

    def _on_contents_change(self, start: int, removed: int, added: int) -> None:
        self.on_change(start, added)
        state = self._state_now()
        if state != self._state:
            self._state = state
            self.edited.emit()

    def _state_now(self) -> tuple[int, int]:
        """Differs after every edit, and not while an input method composes."""
        return self.document().availableUndoSteps(), self.document().characterCount()

    def _on_selected(self) -> None:
        if self.textCursor().hasSelection() and not self.stack.is_replaying:
            self.stack.selected(self.document(), self.textCursor())

    def _on_cursor_moved(self) -> None:
        self.cursor_moved()

    def _show_undone(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self.revealed.emit(self)
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and over it the lines below what the check has found."""
        super().paintEvent(event)
        if self.finding_marks is not None:
            scrolled = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.finding_marks.paint(painter, self.seen_blocks(), scrolled)
            painter.end()

    def seen_blocks(self) -> Sequence[QTextBlock]:
        """Give the lines that are painted: of a short text all."""
        blocks, block = [], self.document().begin()
        while block.isValid():
            blocks.append(block)
            block = block.next()
        return blocks

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions: theirs is the common stack.

        Superscript is a key of the text's own: to Qt it is the key that enlarges the text, too.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event):
                event.ignore()
                return False
            if is_raise(event):
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel enlarges the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_turned.emit(event.angleDelta().y())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Qt's own undo away; all else is Qt's."""
        if is_undo(event):
            event.ignore()
            return
        if is_raise(event):
            self.raise_wanted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our menu in place of Qt's, whose undo knows one text only."""
        self.menu_wanted.emit(self, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window, which says where they may be let go; Qt would take them as moved."""
        from danvan_desktop.gui.widgets.file_drag import is_files

        if is_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, normalised; about text in a legacy encoding the user is asked."""
        if self.isReadOnly():
            return
        from danvan_desktop.gui.editor.text.paste_bounds import TOO_LONG, is_too_long
        from danvan_desktop.gui.editor.text.unsupported_clipboard import FILES, picture_notice
        from danvan_desktop.gui.widgets.file_drag import is_files
        from danvan_desktop.reading.html import bare_words
        from danvan_desktop.report.text.legacy_encodings import convert_legacy

        if is_files(source):
            self.notice.emit(FILES)
            return
        text = source.text() if source.hasText() else bare_words(source.html())
        if text is None or is_too_long(text):
            self.notice.emit(TOO_LONG)
            return
        if notice := picture_notice(source, has_words=bool(text)):
            self.notice.emit(notice)
        if not text:
            return
        unicode, code = convert_legacy(text)
        if code is None:
            self._paste(text)
            return
        from danvan_desktop.gui.editor.text.legacy_encoding_dialog import ask

        ask(text, unicode, lambda convert: self._paste(unicode if convert else text), self)

    def _paste(self, text: str) -> None:
        from danvan_desktop.report.text.normalise import normalise

        with self.stack.macro():
            self.textCursor().insertText(self.cleaned(normalise(text)))
        self.ensureCursorVisible()

    def cleaned(self, text: str) -> str:
        """The part of a pasted ``text`` that may stand here."""
        return text
