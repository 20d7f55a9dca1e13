"""Text box of a heading: one paragraph of runs, as high as its words need."""

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QWidget

from danvan_desktop.gui.editor.document.formats import body_font, read_runs
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.model import Run, Runs

TITLE_MARGIN = 4


class HeadingEdit(UndoableTextEdit):
    """A text above the text, on the same sheet; all of it has one font."""

    def set_zoom(self, zoom: float) -> None:
        """Show it ``zoom`` times as large."""
        font = self.document().defaultFont()
        font.setPointSizeF(body_font(zoom).pointSizeF())
        self.setFont(font)
        self.document().setDefaultFont(font)


class TitleEdit(HeadingEdit):
    """Edits the heading of a section or annex."""

    text_wanted = Signal()
    """Return or Down on the last line: the text below is wanted."""

    def __init__(self, stack: UndoStack, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(stack, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        font = body_font()
        font.setBold(True)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(TITLE_MARGIN)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._runs: Runs = ()
        self._is_read = False
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(QSizeF(0, QFontMetrics(font).lineSpacing() + 8))

    def load(self, runs: Runs) -> None:
        """Show ``runs``."""
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(QTextBlockFormat())
        # Bold comes from the widget's font: of the runs only what the author chose shows beyond it.
        insert_runs(cursor, runs, bold_style=True)
        self.document().setUndoRedoEnabled(True)
        self.reset_undo()
        self._runs, self._is_read = runs, True

    def runs(self) -> Runs:
        """The runs as they stand."""
        if not self._is_read:
            lines: list[Run] = []
            block = self.document().begin()
            while block.isValid():
                lines += read_runs(block)
                block = block.next()
            self._runs, self._is_read = tuple(lines), True
        return self._runs

    def on_change(self, start: int, added: int) -> None:
        """Read the runs again next time."""
        self._is_read = False

    def cleaned(self, text: str) -> str:
        """A heading is one line."""
        return " ".join(text.split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return, and Down on the last line, go on to the text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.text_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            cursor = self.textCursor()
            if not cursor.movePosition(QTextCursor.MoveOperation.Down):
                self.text_wanted.emit()
                return
        super().keyPressEvent(event)

    def _fit(self, size: QSizeF) -> None:
        height = int(size.height()) + 2 * self.frameWidth() + 1
        self.setFixedHeight(max(height, QFontMetrics(self.font()).lineSpacing() + 2 * self.frameWidth() + 8))
