"""Input widgets of forms: each edit is a step of the common undo stack; untouched values stay as loaded."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QIntValidator, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from danvan_desktop.gui.editor.text.standard_keys import is_undo
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.look.style_sheet import FIELD
from danvan_desktop.gui.undo.stack import FunctionStep, UndoStack


@dataclass(slots=True)
class _TypingStep:
    """Undo command of a line field: its text before and after."""

    field: "LineField"
    before: str
    after: str

    def undo(self) -> None:
        """Put the text back."""
        self.field.put(self.before)

    def redo(self) -> None:
        """Put the text again."""
        self.field.put(self.after)


class LineField(QLineEdit):
    """Line edit on the common undo stack."""

    edited = Signal()
    revealed = Signal(QWidget)
    menu_wanted = Signal(QWidget, object)

    def __init__(self, stack: UndoStack, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._stack = stack
        self._known = self._loaded = ""
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_changed)

    def load(self, text: str | None) -> None:
        """Show ``text``; undo knows nothing of it."""
        with QSignalBlocker(self):
            self.setText(text or "")
        self.setCursorPosition(0)
        self._known = self._loaded = self.text()

    def value(self, before: str | None) -> str | None:
        """The text; ``before`` itself while it is as it was, None when it is blank."""
        if self.text() == self._loaded:
            return before
        return unicodedata.normalize("NFC", self.text()).strip() or None

    def put(self, text: str) -> None:
        """Set the text for undo and for what another field fills in."""
        if self.hasFocus():
            self.selectAll()
            self.insert(text)  # setText would take the text from under an input method
        else:
            self.setText(text)
        self.revealed.emit(self)

    def fill(self, text: str) -> None:
        """Set the text as a step: another field decides it."""
        if text != self.text():
            before = self.text()
            self._known = text
            self._stack.push(_TypingStep(self, before, text))
            self.setText(text)
            self._stack.close()

    def _on_changed(self) -> None:
        if self._stack.is_replaying:
            self._known = self.text()
        self.edited.emit()

    def _on_typed(self) -> None:
        if self._stack.is_replaying or self.text() == self._known:
            return
        before, self._known = self._known, self.text()
        top = self._stack.top()
        if isinstance(top, _TypingStep) and top.field is self:
            top.after = self._known
        else:
            self._stack.push(_TypingStep(self, before, self._known))
        left = self.text()[: self.cursorPosition()]
        if len(self._known) > len(before) and left[-1:].isspace():
            self._stack.close()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Qt's own undo away."""
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed next is a step of its own."""
        super().focusOutEvent(event)
        self._stack.close()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our menu in place of Qt's."""
        self.menu_wanted.emit(self, event.globalPos())


class NumberField(LineField):
    """Line edit for a whole number, or nothing."""

    def __init__(
        self, stack: UndoStack, name: str, span: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(stack, name, parent)
        self.setValidator(QIntValidator(*span, self))
        self.setMaxLength(len(str(span[1])))
        room = QFontMetrics(self.font()).horizontalAdvance("0" * (len(str(span[1])) + 2))
        self.setFixedWidth(room + 16)

    def load_number(self, number: int | None) -> None:
        """Show ``number``."""
        self.load(None if number is None else str(number))

    def number(self, before: int | None) -> int | None:
        """The number; ``before`` while it is as it was."""
        if self.text() == self._loaded:
            return before
        text = self.text().strip()
        return int(text) if text.isdecimal() else None


class TickField(QCheckBox):
    """Check box on the common undo stack."""

    edited = Signal()
    revealed = Signal(QWidget)

    def __init__(self, stack: UndoStack, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setAccessibleName(label)
        self._stack = stack
        self.before_step: Callable[[bool], None] | None = None
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self.edited)

    def load(self, ticked: bool) -> None:  # noqa: FBT001 - a setter
        """Show the tick set or not."""
        self.setChecked(ticked)

    def _on_clicked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        with self._stack.macro():
            self._stack.push(FunctionStep(lambda: self._put(ticked), lambda: self._put(not ticked)))
            if self.before_step is not None:
                self.before_step(ticked)

    def _put(self, ticked: bool) -> None:  # noqa: FBT001 - a setter
        self.setChecked(ticked)
        self.revealed.emit(self)


class ChoiceField(QComboBox):
    """Combo box on the common undo stack."""

    edited = Signal()
    revealed = Signal(QWidget)

    def __init__(
        self, stack: UndoStack, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._stack = stack
        for value, label in choices:
            self.addItem(label, value)
        self._known = self.currentIndex()
        self.after_choice: Callable[[str], None] | None = None
        self.currentIndexChanged.connect(self._on_changed)
        self.activated.connect(self._on_activated)

    def load(self, value: str) -> None:
        """Show ``value``."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(value)))
        self._known = self.currentIndex()

    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose ``value`` as the user would: an undo step."""
        self.setCurrentIndex(self.findData(value))
        self._on_activated(self.currentIndex())

    def _on_changed(self) -> None:
        self.edited.emit()

    def _on_activated(self, index: int) -> None:
        before, self._known = self._known, index
        if before == index:
            return
        with self._stack.macro():
            self._stack.push(FunctionStep(lambda: self._put(index), lambda: self._put(before)))
            if self.after_choice is not None:
                self.after_choice(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel over the page scrolls it and chooses nothing."""
        event.ignore()

    def _put(self, index: int) -> None:
        self.setCurrentIndex(index)
        self._known = index
        self.revealed.emit(self)


class ListField(UndoableTextEdit):
    """Plain text box with one entry a line, on the common undo stack."""

    left = Signal()
    """The keyboard focus went to something else in the window."""

    def __init__(self, stack: UndoStack, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(stack, parent)
        self.setAccessibleName(name)
        self.setProperty(FIELD, True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        height = QFontMetrics(self.font()).lineSpacing() * lines
        self.setFixedHeight(height + 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + 6)

    def load(self, lines: Sequence[str]) -> None:
        """Show ``lines``."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText("\n".join(line.replace("\n", " ") for line in lines))
        self.document().setUndoRedoEnabled(True)
        self.reset_undo()

    def lines(self) -> tuple[str, ...]:
        """The entries; blank lines are none."""
        entries = []
        block = self.document().begin()
        while block.isValid():
            for line in block.text().split("\u2028"):
                text = unicodedata.normalize("NFC", line).strip()
                if text:
                    entries.append(text)
            block = block.next()
        return tuple(entries)

    def value(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """The entries; ``before`` itself while nothing of them changed."""
        shown = tuple(" ".join(line.split("\n")).strip() for line in before)
        return before if self.lines() == tuple(filter(None, shown)) else self.lines()

    def fill(self, lines: Sequence[str]) -> None:
        """Set the entries as a step: another field decides them."""
        if tuple(lines) == self.lines():
            return
        with self.stack.macro():
            cursor = self.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText("\n".join(lines))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed next is a step of its own."""
        super().focusOutEvent(event)
        self.stack.close()
        away = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if event.reason() not in away and not self.stack.is_replaying:
            self.left.emit()
