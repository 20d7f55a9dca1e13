"""Tab "Mở đầu": the opening paragraphs, and the legal bases (căn cứ) where there are any."""

from dataclasses import replace

from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.document.formats import body_font, read_runs
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.text_page import TextPage
from danvan_desktop.gui.workspace.pages.title_edit import TITLE_MARGIN, HeadingEdit
from danvan_desktop.report.model import Report, Runs, plain


class LegalBasesEdit(HeadingEdit):
    """Text box of the legal bases (căn cứ), one a line."""

    def __init__(self, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(stack, parent)
        self.setAccessibleName("Căn cứ")
        self.setTabChangesFocus(True)
        font = body_font()
        font.setItalic(True)
        self.document().setDocumentMargin(TITLE_MARGIN)
        self.document().setDefaultFont(font)
        self._fit(font)
        self._bases: tuple[Runs, ...] = ()
        self._is_read = True

    def set_zoom(self, zoom: float) -> None:
        """Show as many lines, each as much larger."""
        super().set_zoom(zoom)
        self._fit(self.document().defaultFont())

    def _fit(self, font: QFont) -> None:
        self.setFixedHeight(QFontMetrics(font).lineSpacing() * 4 + 2 * GAP)

    def load(self, bases: tuple[Runs, ...]) -> None:
        """Show ``bases``."""
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        for index, runs in enumerate(bases):
            if index:
                cursor.insertBlock(cursor.blockFormat(), QTextCharFormat())
            insert_runs(cursor, runs, bold_style=False)
        self.document().setUndoRedoEnabled(True)
        self.reset_undo()
        self._bases, self._is_read = bases, True

    def bases(self) -> tuple[Runs, ...]:
        """The căn cứ as they stand; blank lines are none."""
        if not self._is_read:
            lines = []
            block = self.document().begin()
            while block.isValid():
                lines.append(read_runs(block))
                block = block.next()
            self._bases = tuple(runs for runs in lines if plain(runs).strip())
            self._is_read = True
        return self._bases

    def on_change(self, start: int, added: int) -> None:
        """Read the lines again next time."""
        self._is_read = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed next is a step of its own."""
        super().focusOutEvent(event)
        self.stack.close()


class OpeningPage(TextPage):
    """The page of the opening, with the legal bases above its text."""

    def __init__(self, stack: UndoStack, ids: BlockIdCounter, parent: QWidget | None = None) -> None:
        super().__init__(stack, ids, "Phần mở đầu", parent)
        self.bases = LegalBasesEdit(stack)
        self.add_heading(QLabel("&Căn cứ:"), self.bases)

    def load_opening(self, report: Report) -> None:
        """Show the opening of ``report``."""
        self.load(report.opening)
        self.bases.load(report.legal_bases)
        self.top.setVisible(bool(report.legal_bases))

    def merged(self, report: Report) -> Report:
        """Put the opening into ``report``."""
        return replace(report, opening=self.blocks(), legal_bases=self.bases.bases())

    def field(self, name: str) -> QWidget | None:
        """The căn cứ; without any, they stay hidden."""
        return self.bases if name == "legal_bases" and self.bases.bases() else None

    def show_bases(self) -> None:
        """Show the lines for căn cứ in a report that has none yet."""
        self.top.show()
        self.bases.setFocus()

    def bring_up(self, widget: QWidget) -> None:
        """Undo may act in the căn cứ while they are hidden."""
        if widget is self.bases:
            self.top.show()
