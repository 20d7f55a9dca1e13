"""Notes over the window: messages that come while one works lie over its pages and move nothing in them.

They stand at the foot of what is shown, above the review bar; where the cursor is there, at its top.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import GAP

WIDEST, _NARROW = 1100, 700
"""Device-independent pixels: longer lines are hard to read."""
_REST_MS = 40
_GUARD_MS = 500
"""A click that was meant for what lay below is not taken for one on a note that has just come."""


class FloatingNotes(QWidget):
    """Lies over ``ground``; holds the notes one below the other and is as high as those that are shown."""

    def __init__(self, ground: QWidget, foot: Callable[[], int], shown: Callable[[], QWidget]) -> None:
        """``foot``: how much of the lower edge of ``shown``, the page, is to stay free."""
        super().__init__(ground)
        self._ground, self._foot, self._shown = ground, foot, shown
        self._notes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._debounce = Debounce(_REST_MS, self.place, self)
        self._guard = Debounce(_GUARD_MS, self._let_click, self)
        self.is_guarded = False
        ground.installEventFilter(self)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._follow_cursor)
        self.hide()

    def add(self, *notes: QWidget) -> None:
        """Hold ``notes``, the first on top; each is shown while it shows itself."""
        for note in notes:
            self._notes.append(note)
            self._column.addWidget(note)
            note.installEventFilter(self)
            for button in cast("list[QAbstractButton]", note.findChildren(QAbstractButton)):
                button.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size and the notes; let no click through that was meant for what lay below."""
        kind = event.type()
        if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick} and self.is_guarded:
            return isinstance(watched, QAbstractButton)
        if watched is self._ground and kind == QEvent.Type.Resize:
            self.place()
        elif watched in self._notes and kind in {
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.LayoutRequest,
        }:
            self._settle()
        return super().eventFilter(watched, event)

    def height_shown(self) -> int:
        """How much is covered at the foot; 0 while nothing is."""
        return self.height() + GAP if self.isVisible() else 0

    def _settle(self) -> None:
        """Come with the first note, go with the last."""
        is_wanted = any(not note.isHidden() for note in self._notes)
        if is_wanted and self.isHidden():
            self.show()
            self.raise_()
            self.place()
            self.is_guarded = any(
                button.isVisible() and button.rect().contains(button.mapFromGlobal(QCursor.pos()))
                for button in cast("list[QAbstractButton]", self.findChildren(QAbstractButton))
            )
            self._guard.start()
        elif is_wanted:
            self.place()
        else:
            self.hide()

    def _let_click(self) -> None:
        self.is_guarded = False

    def _follow_cursor(self) -> None:
        if self.isVisible():
            self._debounce.start()

    def place(self) -> None:
        """Lie at the foot of the page, or at its top where the cursor would be covered."""
        if self.isHidden():
            return
        room = self._room()
        width = min(WIDEST, room.width() - 2 * GAP)
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else -1
        size = self._column.sizeHint()
        height = height if height > 0 else size.height()
        x = room.x() + (room.width() - width) // 2
        at_foot = QRect(x, room.bottom() + 1 - self._foot() - GAP - height, width, height)
        line = self._cursor_line()
        covers = not line.isNull() and at_foot.adjusted(0, -GAP, 0, GAP).intersects(line)
        self.setGeometry(QRect(x, room.y() + GAP, width, height) if covers else at_foot)
        self.raise_()

    def _room(self) -> QRect:
        """Where to lie: over the page, but over what stands beside it too where it is narrow."""
        page = self._shown()
        room = QRect(page.mapTo(self._ground, QPoint(0, 0)), page.size())
        if room.width() < _NARROW:
            room.setLeft(0)
            room.setWidth(self._ground.width())
        return room

    def _cursor_line(self) -> QRect:
        """The line with the text cursor, on the ground; null where nothing is typed into the page."""
        widget = QApplication.focusWidget()
        if widget is None or not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return QRect()
        if not self._ground.isAncestorOf(widget) or self.isAncestorOf(widget):
            return QRect()
        line = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        line = line.toRect() if isinstance(line, QRectF) else line
        if not isinstance(line, QRect):
            return QRect()
        return QRect(widget.mapTo(self._ground, line.topLeft()), line.size())
