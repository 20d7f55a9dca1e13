"""The letterhead or the closing as it will be on the paper, beside the fields that fill it in."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.tokens import RADIUS
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # what sets the paper is loaded with the first excerpt, off the GUI thread
    from danvan_desktop.gui.paper.excerpt_fields import FieldSpot
    from danvan_desktop.layout.excerpts import Excerpt, ExcerptPart

_NAMES: "dict[ExcerptPart, str]" = {
    "letterhead": "Phần đầu trên trang in",
    "closing": "Nơi nhận và khối ký trên trang in",
}
_PROPORTION = {"letterhead": 0.3, "closing": 0.32}
"""Height to width before the first excerpt is there."""
_AROUND = 40
"""Twips around a line that is marked."""
_BAR = 2
"""Pixels: at its left, for who does not see the soft ground."""
_log = logging.getLogger(__name__)


class ExcerptView(QWidget):
    """Shows one part of the paper; a click on a line leads to its field."""

    place_wanted = Signal(str)
    """The field of the line that was clicked: "letterhead.agency"."""

    def __init__(self, part: "ExcerptPart", parent: QWidget | None = None) -> None:
        """Show nothing yet; nothing is set while this cannot be seen."""
        super().__init__(parent)
        self._part: ExcerptPart = part
        self._jobs = Jobs(self)
        self._wanted: Report | None = None
        self._set: Report | None = None
        self._places: dict[QObject, str] = {}
        self._mark = ""
        """The place whose field has the keyboard."""
        self.excerpt: Excerpt | None = None
        """What is shown; None before the first one."""
        self._spots: tuple[FieldSpot, ...] = ()
        self.setAccessibleName(_NAMES[part])
        self.setMouseTracking(True)
        self.setMinimumWidth(240)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def title(self) -> str:
        """What it is called above it."""
        return self.accessibleName()

    def show_report(self, report: Report) -> None:
        """Show the part of ``report``, now or once it can be seen. Returns at once."""
        self._wanted = report
        if self.isVisible():
            self._set_wanted()

    def follow(self, place: str, *fields: QWidget) -> None:
        """Tint the lines of ``place`` while one of ``fields``, which fill it in, has the keyboard."""
        for field in fields:
            self._places[field] = place
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which field has the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._mark = self._places.get(watched, "") if event.type() == QEvent.Type.FocusIn else ""
            self.update()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Set what was asked for in the meantime."""
        super().showEvent(event)
        self._set_wanted()

    # ------------------------------------------------------------------------------- setting

    def _set_wanted(self) -> None:
        """Have the newest report set, unless one is under way or nothing that is printed here changed."""
        report = self._wanted
        if report is None or self._jobs.busy or (self._set is not None and _look(report) == _look(self._set)):
            return
        self._set = report
        part = self._part
        self._jobs.start(lambda: _excerpt(report, part), self._show, self._fail)

    def _show(self, excerpt: "Excerpt") -> None:
        from danvan_desktop.gui.paper.excerpt_fields import field_spots

        is_higher = self.excerpt is None or excerpt.height != self.excerpt.height
        self.excerpt, self._spots = excerpt, field_spots(excerpt)
        self.setAccessibleDescription(f"Các dòng như sẽ in: {'; '.join(excerpt.text.splitlines())}")
        if is_higher:
            self.updateGeometry()
        self.update()
        self._set_wanted()  # typed on meanwhile

    def _fail(self, error: BaseException) -> None:
        """Without fonts there is no picture: the preview says what to do."""
        if not isinstance(error, UserError):
            _log.error("no excerpt of the paper", exc_info=error)

    # ------------------------------------------------------------------------------- showing

    def hasHeightForWidth(self) -> bool:
        """It is as high as the paper makes it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the text area is ``width`` wide."""
        if self.excerpt is None:
            return round(width * _PROPORTION[self._part])
        return round(self.excerpt.height * width / self.excerpt.width) + 2

    def sizeHint(self) -> QSize:
        """Return a width at which the smallest letters can be read."""
        return QSize(420, self.heightForWidth(420))

    def _scale(self) -> float:
        return self.width() / self.excerpt.width if self.excerpt is not None else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in the colours of the window."""
        if self.excerpt is None:
            return
        from danvan_desktop.gui.paper.excerpt_painter import paint_excerpt

        tokens, scale = tokens_of(self.palette()), self._scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        for spot in self._spots:
            if self._mark and spot.place == self._mark:
                room = _scaled(spot.box.adjusted(-_AROUND, 0, _AROUND, 0), scale)
                painter.drawRoundedRect(room, RADIUS / 2, RADIUS / 2)
                bar = QRectF(room.left(), room.top(), _BAR, room.height())
                painter.fillRect(bar, QColor(tokens.accent))
        paint_excerpt(painter, self.excerpt, scale, QColor(tokens.text), QColor(tokens.red))

    def _place_at(self, point: QPointF) -> str:
        scale = self._scale()
        at = QPointF(point.x() / scale, point.y() / scale)
        return next((spot.place for spot in self._spots if spot.box.contains(at)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a line can be clicked."""
        leads = bool(self._place_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the field of the line below the pointer."""
        place = self._place_at(event.position())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self.place_wanted.emit(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _excerpt(report: Report, part: "ExcerptPart") -> "Excerpt":
    """Set the part; runs in a thread, where the layout is loaded too."""
    from danvan_desktop.layout.excerpts import make_excerpt

    return make_excerpt(report, part)


def _look(report: Report) -> tuple[object, ...]:
    """Return what an excerpt is made of."""
    head = (report.letterhead, report.kind, report.subject, report.year, report.addressees)
    return (
        *head,
        report.recipients,
        report.filing,
        report.signature,
        report.settings,
        report.marks,
        report.medium,
    )


def _scaled(box: QRectF, scale: float) -> QRectF:
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
