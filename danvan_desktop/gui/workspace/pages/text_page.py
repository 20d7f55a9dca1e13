"""Page with a block editor: the opening, a section, the closing, an annex."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.editor.block_editor import SHEET_AIR, BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.placeholder_line import PlaceholderLine
from danvan_desktop.gui.editor.text.undoable_text_edit import UndoableTextEdit
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.gui.workspace.pages.heading_block import HeadingBlock
from danvan_desktop.gui.workspace.pages.page import TabPage
from danvan_desktop.gui.workspace.pages.sheet_frame import SHEET_RIM, paint_sheet
from danvan_desktop.gui.workspace.pages.title_edit import TitleEdit
from danvan_desktop.report.location import TITLE
from danvan_desktop.report.model import Block, Numbering, Part, Section


class TextPage(TabPage):
    """A sheet with a header of headings and a block editor; below it the hint of an empty paragraph."""

    zoom_turned = Signal(int)
    """The wheel was turned with Ctrl held down, over a text or beside it: by how many eighths of a degree."""

    def __init__(
        self, stack: UndoStack, ids: BlockIdCounter, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stack = stack
        self.editor = BlockEditor(stack, ids)
        self.editor.setAccessibleName(name)
        self.hint = PlaceholderLine(self.editor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, SHEET_AIR + SHEET_RIM, 0, 0)
        self.column.setSpacing(0)
        self.top = HeadingBlock()
        self.column.addWidget(self.top)
        self.column.addWidget(self.editor, 1)
        self.column.addWidget(self.hint)
        self.editor.zoom_turned.connect(self.zoom_turned)
        self.add_fields(self.editor)

    def add_heading(self, label: QLabel, title: UndoableTextEdit, *more: QWidget) -> None:
        """Put a heading with its number above the text."""
        self.top.add(label, title, *more)
        label.setBuddy(title)
        title.zoom_turned.connect(self.zoom_turned)
        self.add_fields(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading above the text's page, wherever that is."""
        super().resizeEvent(event)
        self._place_heading()

    def set_zoom(self, zoom: float) -> None:
        """Show headings and text ``zoom`` times as large."""
        if zoom != self.editor.zoom:
            self.top.set_zoom(zoom)
            self.editor.set_zoom(zoom)
            self._place_heading()
            self.update()

    def _place_heading(self) -> None:
        editor = self.editor
        self.top.follow(editor.page_margins()[0], editor.page_width(), self.width(), editor.inner_margin())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the lines is one into the line at its height, as in other word processors."""
        self._pass_on(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """So is what is selected from there."""
        self._pass_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So is its end."""
        self._pass_on(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So is a double click."""
        self._pass_on(event)

    def _pass_on(self, event: QMouseEvent) -> None:
        """Hand on the left button's; the text lets the others' by, and they would come back without end."""
        viewport = self.editor.viewport()
        at = viewport.mapFrom(self, event.position())
        begins = event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        is_move = event.type() == QEvent.Type.MouseMove
        button = event.buttons() if is_move else event.button()
        is_left = bool(button & Qt.MouseButton.LeftButton)
        if not is_left or (begins and not self._is_beside_lines(event.position().toPoint())):
            event.ignore()
            return
        passed = QMouseEvent(
            event.type(), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QCoreApplication.sendEvent(viewport, passed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Beside the lines the menu is the text's."""
        if self._is_beside_lines(event.pos()):
            self.editor.menu_wanted.emit(self.editor, event.globalPos())

    def _is_beside_lines(self, at: QPoint) -> bool:
        shown = self.editor.geometry()
        return shown.top() <= at.y() <= shown.bottom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the text, and with Ctrl enlarges it, beside it too."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_turned.emit(event.angleDelta().y())
            event.accept()
        else:
            self.editor.verticalScrollBar().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet that headings and text stand on."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        left, width = self.editor.page_margins()[0], self.editor.page_width()
        bottom = self.editor.geometry().bottom() + 1
        painter.setClipRect(0, 0, self.width(), bottom, Qt.ClipOperation.IntersectClip)
        paint_sheet(painter, QRectF(left, SHEET_AIR, width, bottom - SHEET_AIR), self.palette())
        painter.end()

    def load(self, blocks: tuple[Block, ...]) -> None:
        """Show ``blocks``."""
        self.editor.open(blocks)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand."""
        return self.editor.blocks()

    def start(self) -> QWidget:
        """The text gets the keyboard."""
        return self.editor


class SectionPage(TextPage):
    """The page of a section (Mục): its heading with its number, and its text."""

    def __init__(
        self, stack: UndoStack, ids: BlockIdCounter, section: Section, parent: QWidget | None = None
    ) -> None:
        super().__init__(stack, ids, "Nội dung của mục", parent)
        self._section = section
        self.numbering: Numbering = section.numbering
        self.number = QLabel()
        self.part: TitleEdit | None = None
        self.title = TitleEdit(stack, "Tên mục", "Tên mục, ví dụ: ĐẶC ĐIỂM TÌNH HÌNH")
        if section.part is not None:
            self.part = TitleEdit(stack, "Tên phần", "Tên phần")
            self.add_heading(QLabel(section.part.number), self.part)
            self.part.load(section.part.title)
            self.part.text_wanted.connect(self.title.setFocus)
        self.add_heading(self.number, self.title)
        self.title.text_wanted.connect(self._go_down)
        self.editor.heading_wanted.connect(self.title.setFocus)
        self.show_number(section.number)
        self.title.load(section.title)
        self.load(section.blocks)

    @property
    def identity(self) -> int:
        """The section's id."""
        return self._section.id

    def show_number(self, number: str | None) -> None:
        """Show the section's number as it now is."""
        self.number.setText(number or "")
        self.number.setVisible(bool(number))

    def heading(self) -> Section:
        """The section without its blocks: what names and numbers depend on."""
        title = self.title.runs()
        part: Part | None = self._section.part
        if part is not None and self.part is not None and self.part.runs() != part.title:
            part = replace(part, title=self.part.runs())
        return replace(self._section, numbering=self.numbering, title=title, part=part, blocks=())

    def section(self) -> Section:
        """The section as it stands."""
        return replace(self.heading(), blocks=self.blocks())

    def field(self, name: str) -> QWidget | None:
        """The heading."""
        return self.title if name == TITLE else None

    def start(self) -> QWidget:
        """A section without a name is named first."""
        return self.editor if self.title.runs() else self.title

    def _go_down(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)
