"""Placement of the review bar: above the lower edge of the text, never over the line with the cursor."""

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.look.tokens import CARD_RADIUS
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.review.bar import ReviewBar

_FROM_EDGE = GAP
_AT_SIDES = 2 * GAP
_AROUND_LINE = GAP
"""Between the bar and the line with the cursor."""
_REST_MS = 40


class BarPlacement(QObject):
    """Lays the bar over the pages. The text scrolls out of its way; where it cannot, the bar goes up."""

    def __init__(self, bar: ReviewBar, stage: QStackedWidget) -> None:
        """Follow ``stage``, which shows the pages and is the bar's parent."""
        super().__init__(bar)
        self._bar, self._stage = bar, stage
        self._watched: BlockEditor | None = None
        self._scrolling: QMetaObject.Connection | None = None
        self._may_scroll = False
        """The cursor has moved: the text may, too. While the person scrolls, the bar goes out of the way."""
        self._debounce = Debounce(_REST_MS, self._settle, self)
        self._veil = _Veil(stage)
        stage.installEventFilter(self)
        stage.currentChanged.connect(self.place)
        bar.changed.connect(self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def follow(self, editor: BlockEditor | None) -> None:
        """Keep clear of the cursor's line in ``editor``, the text that is shown; None: a form is."""
        self._may_scroll = True
        if editor is not self._watched:
            if self._scrolling is not None:
                QObject.disconnect(self._scrolling)  # the editor itself may be gone
                self._scrolling = None
            self._watched = editor
            if editor is not None:
                self._scrolling = editor.verticalScrollBar().valueChanged.connect(self._debounce.start)
            self.place()
        self._debounce.start()

    def release(self) -> None:
        """Follow no text: its pages are being put away."""
        self._watched = None
        self._debounce.stop()

    def place(self) -> None:
        """Lay the bar at the lower edge, as wide as it needs."""
        shown = self._bar.is_wanted and self._stage.currentWidget() is not None
        self._bar.setVisible(shown)
        if shown:
            self._veil.raise_()
            self._bar.raise_()
            self._lay(self._room())
            self._debounce.start()
        else:
            self._veil.hide()
        # A form has fields down to its lower edge: it ends above the bar.
        below = self._bar.height() + 2 * _FROM_EDGE if shown and self._watched is None else 0
        # Its own margin, not the stage's: that would make the window higher than a low screen.
        page = self._stage.currentWidget()
        if page is not None:
            page.setContentsMargins(0, 0, 0, below)

    def _lay(self, room: QRect) -> None:
        self._bar.setGeometry(room)
        editor = self._watched
        self._veil.setVisible(editor is not None and editor.isVisibleTo(self._stage))
        if editor is not None:
            page = QRect(editor.viewport().mapTo(self._stage, QPoint(0, 0)), editor.viewport().size())
            self._veil.cover(page, room)

    def _room(self, *, at_top: bool = False) -> QRect:
        room = self._stage.rect()
        size = self._bar.size_in(room.width() - 2 * _AT_SIDES)
        x = (room.width() - size.width()) // 2
        y = _FROM_EDGE if at_top else room.height() - size.height() - _FROM_EDGE
        return QRect(QPoint(x, y), size)

    def _settle(self) -> None:
        """Bring the line with the cursor out from below the bar."""
        may_scroll, self._may_scroll = self._may_scroll, False
        if not self._bar.isVisible():
            return
        room, editor = self._room(), self._watched
        may_scroll = may_scroll and not QApplication.mouseButtons()
        if editor is not None and may_scroll:
            editor.ensureCursorVisible()  # the text may have been laid out anew since the cursor came
        if editor is not None and self._is_line_in(room):
            if may_scroll:
                bar = editor.verticalScrollBar()
                bar.setValue(bar.value() + self._line().bottom() + _AROUND_LINE - room.top())
            if self._is_line_in(room):
                room = self._room(at_top=True)
        if room != self._bar.geometry():
            self._lay(room)

    def _is_line_in(self, room: QRect) -> bool:
        """Tell whether the line is below the bar in ``room``, or between it and the edge it is near."""
        line, stage = self._line(), self._stage.rect()
        hidden = QRect(room)
        if room.center().y() > stage.center().y():
            hidden.setBottom(stage.bottom())
        else:
            hidden.setTop(stage.top())
        return not line.isNull() and line.top() <= hidden.bottom() and line.bottom() >= hidden.top()

    def _line(self) -> QRect:
        """The line with the cursor, on the stage; null where none is seen."""
        editor = self._watched
        if editor is None or not editor.isVisible():
            return QRect()
        line = editor.cursorRect()
        return QRect(editor.viewport().mapTo(self._stage, line.topLeft()), line.size())


class _Veil(QWidget):
    """The page without its letters between the bar and the edge: no slice of a line is seen there."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, page: QRect, bar: QRect) -> None:
        """Lie on ``page`` from the bar's rounded corners to the edge that the bar is near."""
        strip = QRect(page)
        if bar.center().y() > page.center().y():
            strip.setTop(bar.bottom() + 1 - CARD_RADIUS)
        else:
            strip.setBottom(bar.top() - 1 + CARD_RADIUS)
        self.setGeometry(strip)
