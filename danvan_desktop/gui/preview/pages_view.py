"""Scroll area of the print preview: pages under one another with zoom; only visible ones are rasterised."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.preview.page_geometry import (
    GAP,
    PageGeometry,
    find_line,
    fitting_zoom,
    line_at,
    next_zoom,
    on_whole_dots,
    spot_on,
)
from danvan_desktop.gui.preview.page_images import PageImages
from danvan_desktop.gui.preview.renderer import PageImage, PageSet
from danvan_desktop.gui.worker.messages import DrawPage, LinePlace, ReportSpot

_WHEEL_NOTCH = 120
_MARK_OPACITY = 0.18
_SINGLE_STEP = 40


class PagesView(QAbstractScrollArea):
    """Shows a :class:`PageSet`; asks for the images it needs and shows outdated ones meanwhile."""

    images_wanted = Signal(int, object)
    """The serial of the set and the list of :class:`DrawPage` for what is seen."""
    clicked = Signal(object)
    """The :class:`ReportSpot` that a click means."""
    zoomed = Signal()
    moved = Signal()
    """Another page may be the first that is seen."""
    focus_released = Signal()
    """Escape: the text is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName("Các trang in")
        self.setAccessibleDescription("Ctrl cùng dấu cộng, dấu trừ: phóng to, thu nhỏ; Esc: về chỗ soạn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(240)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else fitting could go to and fro
        self.viewport().setMouseTracking(True)
        self._set = PageSet(0, ())
        self._zoom: float | None = None
        self._sheets = PageImages()
        self._asked: list[DrawPage] = []
        self._mark: tuple[int, LinePlace] | None = None
        self._spot: ReportSpot | None = None
        self._turned = 0
        self.geometry_of_pages = PageGeometry((), 1.0)

    # ------------------------------------------------------------------ what is shown

    def show_pages(self, pages: PageSet) -> None:
        """Show ``pages`` in place of those before, at the same height; their pictures follow."""
        were_none = not self._set.pages
        self._set, self._asked = pages, []
        self._sheets.turn_to(pages)
        was_seen = self._mark is not None and self._is_seen(self._mark)
        self._lay_out()
        self._find_mark()
        if was_seen or were_none:
            self._reveal()
        self._refresh()

    def show_sheet(self, sheet: PageImage) -> None:
        """Show the picture of one page."""
        if self._sheets.keep(sheet):
            self._asked = [draw for draw in self._asked if draw.page != sheet.page]
            self.viewport().update()

    def forget(self) -> None:
        """Show nothing: another report comes."""
        self._set, self._asked = PageSet(0, ()), []
        self._sheets.clear()
        self._mark = self._spot = None
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._refresh()

    def follow(self, spot: ReportSpot | None) -> None:
        """Mark the line of ``spot`` softly and bring it to the eye; None: mark nothing."""
        self._spot = spot
        self._find_mark()
        self._reveal()
        self.viewport().update()

    @property
    def mark(self) -> tuple[int, LinePlace] | None:
        """The marked line and its page."""
        return self._mark

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0."""
        third = self.viewport().height() / 3
        return self.geometry_of_pages.page_at(self.verticalScrollBar().value() + third)

    @property
    def is_complete(self) -> bool:
        """Whether every page that is seen shows the newest pictures."""
        return bool(self._set.pages) and not self._sheets.missing(self.geometry_of_pages, self._seen())

    def _find_mark(self) -> None:
        self._mark = find_line(self._set.pages, self._spot) if self._spot is not None else None

    def _reveal(self) -> None:
        if self._mark is None or self._is_seen(self._mark):
            return
        room = self._line_room(*self._mark)
        self.verticalScrollBar().setValue(round(room.center().y() - self.viewport().height() / 3))
        bar = self.horizontalScrollBar()
        if bar.maximum():
            bar.setValue(round(room.left()) - GAP)

    def _is_seen(self, mark: tuple[int, LinePlace]) -> bool:
        room = self._line_room(*mark)
        top = self.verticalScrollBar().value()
        return top + 4 <= room.top() and room.bottom() <= top + self.viewport().height() - 4

    def _line_room(self, page: int, line: LinePlace) -> QRectF:
        """Where a line is on the ground; as wide as the text, so that the eye finds it."""
        geometry, scale = self.geometry_of_pages, self.geometry_of_pages.scale
        if page >= len(geometry.pages):
            return QRectF()
        left = geometry.left(page, self.viewport().width())
        return QRectF(
            left + line.left * scale - 4,
            geometry.tops[page] + line.top * scale,
            (line.right - line.left) * scale + 8,
            (line.bottom - line.top) * scale,
        )

    # ------------------------------------------------------------------ zoom

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self.geometry_of_pages.zoom

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the panel."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None, anchor: QPointF | None = None) -> None:
        """Show the pages at ``zoom`` (None: as wide as the panel); what lies at ``anchor`` stays there."""
        point = anchor if anchor is not None else QPointF(self.viewport().width() / 2, 0)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        before = self.zoom
        x, y = across.value() + point.x(), down.value() + point.y()
        self._zoom = zoom
        self._lay_out()
        factor = self.zoom / before
        down.setValue(round(y * factor - point.y()))
        across.setValue(round(x * factor - point.x()))
        self._refresh()
        self.zoomed.emit()

    def step_zoom(self, step: int, anchor: QPointF | None = None) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_zoom(next_zoom(self.zoom, step), anchor)

    # ------------------------------------------------------------------ layout and paint

    def _lay_out(self) -> None:
        view = self.viewport()
        zoom = self._zoom if self._zoom is not None else fitting_zoom(self._set.pages, view.width())
        self.geometry_of_pages = PageGeometry(self._set.pages, zoom, self.devicePixelRatioF())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(view.height())
        down.setSingleStep(_SINGLE_STEP)
        down.setRange(0, max(0, self.geometry_of_pages.height - view.height()))
        across.setPageStep(view.width())
        across.setSingleStep(_SINGLE_STEP)
        across.setRange(0, max(0, self.geometry_of_pages.width - view.width()) if self._zoom else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, and look at the same text as before."""
        height = self.geometry_of_pages.height
        share = self.verticalScrollBar().value() / height if height else 0.0
        self._lay_out()
        if self._zoom is None:
            self.verticalScrollBar().setValue(round(share * self.geometry_of_pages.height))
        self._refresh()
        self.zoomed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what comes into sight."""
        self._refresh()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self.geometry_of_pages.visible(top, top + self.viewport().height())

    def _refresh(self) -> None:
        """Paint what there is, and ask for what is missing."""
        self.viewport().update()
        self.moved.emit()
        if not self.isVisible():
            return
        seen = self._seen()
        missing = self._sheets.missing(self.geometry_of_pages, seen)
        if missing != self._asked:
            self._asked = missing
            self.images_wanted.emit(self._set.serial, missing)
            self._sheets.evict(seen, len(self._set.pages))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while nobody looked."""
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sheets with their shadows, and the mark."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _ground(self.palette()))
        painter.translate(self._shift())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._seen():
            self._sheets.paint(painter, page, self._page_room(page))
        if self._mark is not None:
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            colour.setAlphaF(_MARK_OPACITY)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._line_room(*self._mark), 3, 3)
        painter.end()

    def _shift(self) -> QPointF:
        """How far the pages are scrolled, on whole dots of the screen."""
        origin = self.viewport().mapTo(self.window(), QPointF())
        ratio = self.devicePixelRatioF()
        return QPointF(
            on_whole_dots(origin.x(), -self.horizontalScrollBar().value(), ratio),
            on_whole_dots(origin.y(), -self.verticalScrollBar().value(), ratio),
        )

    def _page_room(self, page: int) -> QRectF:
        geometry = self.geometry_of_pages
        width, height = geometry.sizes[page]
        return QRectF(geometry.left(page, self.viewport().width()), geometry.tops[page], width, height)

    # ------------------------------------------------------------------ mouse and keys

    def spot_at(self, place: QPointF) -> ReportSpot | None:
        """What is printed at ``place`` of the viewport."""
        geometry = self.geometry_of_pages
        x = place.x() + self.horizontalScrollBar().value()
        y = place.y() + self.verticalScrollBar().value()
        for page in geometry.visible(y, y + 1):
            across = (x - geometry.left(page, self.viewport().width())) / geometry.scale
            down = (y - geometry.tops[page]) / geometry.scale
            line = line_at(geometry.pages[page], across, down)
            if line is not None and 0 <= across <= geometry.pages[page].width:
                return spot_on(line, across)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would lead somewhere."""
        over = self.spot_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            spot = self.spot_at(event.position())
            if spot is not None:
                self.clicked.emit(spot)
                return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom around the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _WHEEL_NOTCH)
        self._turned -= steps * _WHEEL_NOTCH
        for _ in range(abs(steps)):
            self.step_zoom(1 if steps > 0 else -1, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of zooming from the editor's commands; draw anew for a screen with other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # Qt does not tell changeEvent of it
            self._lay_out()
            self._refresh()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, go to either end, or back to the text; the rest is the scroll area's."""
        bar = self.verticalScrollBar()
        if (zoom := _zoom_of(event)) is not None:
            self.set_zoom(None) if zoom == "fit" else self.step_zoom(1 if zoom == "in" else -1)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_released.emit()
        else:
            super().keyPressEvent(event)


_ZOOM_KEYS = {
    Qt.Key.Key_Plus: "in",
    Qt.Key.Key_Equal: "in",
    Qt.Key.Key_Minus: "out",
    Qt.Key.Key_0: "fit",
}


def _zoom_of(event: QKeyEvent) -> str | None:
    """What a key means for the zoom."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return _ZOOM_KEYS.get(Qt.Key(event.key()))


def _ground(palette: QPalette) -> QColor:
    """A neutral grey that lets white pages stand out, in a light and in a dark window."""
    return QColor(tokens_of(palette).desk)
