"""The drop zone: while files are dragged over the window it says where they may be let go, and what for."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.look.palette import tokens_of, tone
from danvan_desktop.gui.look.tokens import CARD_RADIUS
from danvan_desktop.gui.widgets.file_drag import accept_as_copy, dragged_files
from danvan_desktop.gui.widgets.style import GAP, icon, larger

WORDS = "Thả tệp vào đây để nhập báo cáo"
_HINT = "Word, PDF, văn bản hoặc .danvan; tệp chỉ được đọc, không bị thay đổi"
_INSERT = "Thả vào đây để chèn vào mục đang soạn"
_INSERT_HINT = (
    "Chữ và bảng của tệp được chèn dưới đoạn có con trỏ; bản Word đã sửa của chính báo cáo này thì được "
    "nhận lại từng chỗ. Tệp chỉ được đọc, không bị thay đổi."
)
_NO_INSERT = "Không chèn được vào đây"
_IMPORT = "Thả vào đây để nhập thành báo cáo riêng"
_ICON, _OPACITY = 40, 235
_BAND = 0.3
"""The part of the window below that imports while a report is open; on the rest it is inserted."""


class DropZone(QWidget):
    """Lies over ``window`` from the moment files are dragged into it until they are gone or let go."""

    dropped = Signal(object)
    """Files were let go to be imported: a list of :class:`Path`."""
    dropped_on_text = Signal(object)
    """Files were let go on the text of the open report."""
    gone = Signal()
    """Files were let go, or dragged out again."""

    def __init__(self, window: QWidget) -> None:
        """Wait hidden."""
        super().__init__(window)
        self._is_entered = self._has_text = self._is_over_text = False
        self._why_not = ""
        self.setAcceptDrops(True)
        self.setAccessibleName(WORDS)
        self.hide()

    def cover(self, place: QRect, why_not: str | None = None) -> None:
        """Show it over ``place`` of the window.

        ``why_not``: over an open report, why no file can be inserted into it now, "" where one can.
        """
        self._has_text, self._why_not = why_not is not None, why_not or ""
        self.setAccessibleName(_INSERT if self._has_text else WORDS)
        self.setGeometry(place)
        self.raise_()
        self.show()

    def let_go(self, files: list[Path], place: QPoint) -> None:
        """Say that ``files`` were let go at ``place``, and go."""
        self._is_entered = False
        self.hide()
        is_on_text = self._has_text and not self.import_place().contains(place)
        (self.dropped_on_text if is_on_text else self.dropped).emit(files)

    def import_place(self) -> QRect:
        """Where files are imported: below the text of an open report; without one everywhere."""
        if not self._has_text:
            return self.rect()
        top = self.height() - int(_BAND * self.height())
        return QRect(0, top, self.width(), self.height() - top)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, as a copy."""
        self._is_entered = accept_as_copy(event)
        self._follow(event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show over which of the two places they are."""
        accept_as_copy(event)
        self._follow(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go: they were dragged out again."""
        self._is_entered = False
        self.hide()

    def hide_unless_entered(self) -> None:
        """Go where the files have left the window before they came over the zone."""
        if not self._is_entered:
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nothing is dragged any more."""
        super().hideEvent(event)
        self.gone.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them, and go."""
        if accept_as_copy(event):
            self.let_go(dragged_files(event.mimeData()), event.position().toPoint())
        else:
            self._is_entered = False
            self.hide()

    def _follow(self, place: QPoint) -> None:
        is_over_text = self._has_text and not self.import_place().contains(place)
        if is_over_text != self._is_over_text:
            self._is_over_text = is_over_text
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed frame and the words over what lies below; over a report, two of them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tone(tokens_of(self.palette()).ground, _OPACITY))
        if not self._has_text:
            self._paint_place(painter, self.rect(), (WORDS, _HINT), is_chosen=True)
        else:
            band = self.import_place()
            text = QRect(0, 0, self.width(), band.top() + 2 * GAP)
            words = (_NO_INSERT, self._why_not) if self._why_not else (_INSERT, _INSERT_HINT)
            self._paint_place(painter, text, words, is_chosen=self._is_over_text and not self._why_not)
            self._paint_place(painter, band, (_IMPORT, _HINT), is_chosen=not self._is_over_text)
        painter.end()

    def _paint_place(
        self, painter: QPainter, place: QRect, words: tuple[str, str], *, is_chosen: bool
    ) -> None:
        tokens = tokens_of(self.palette())
        frame = QRectF(place).adjusted(3 * GAP, 3 * GAP, -3 * GAP, -3 * GAP)
        colour = tokens.accent if is_chosen else tokens.muted
        painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.ground))
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)
        middle = place.center()
        has_icon = place.height() > 8 * _ICON
        top = middle.y() if has_icon else middle.y() - 4 * GAP
        if has_icon:
            where = QRect(middle.x() - _ICON // 2, middle.y() - _ICON - 2 * GAP, _ICON, _ICON)
            icon("import", "accent").paint(painter, where)
        for below, text, font, colour in (
            (0, words[0], larger(self.font(), 1.35, bold=True), tokens.text),
            (5 * GAP, words[1], self.font(), tokens.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            lines = QRect(6 * GAP, top + below, self.width() - 12 * GAP, 5 * GAP)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(lines, flags, text)
