"""The drop zone: while files are dragged over the window it says that they may be let go here."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.look.palette import tokens_of, tone
from danvan_desktop.gui.look.tokens import CARD_RADIUS
from danvan_desktop.gui.widgets.file_drag import accept_as_copy, dragged_files
from danvan_desktop.gui.widgets.style import GAP, icon, larger

WORDS = "Thả tệp vào đây để nhập báo cáo"
_HINT = "Word, PDF, văn bản hoặc .danvan; tệp chỉ được đọc, không bị thay đổi"
_ICON, _OPACITY = 40, 235


class DropZone(QWidget):
    """Lies over ``window`` from the moment files are dragged into it until they are gone or let go."""

    dropped = Signal(object)
    """Files were let go: a list of :class:`Path`."""

    def __init__(self, window: QWidget) -> None:
        """Wait hidden."""
        super().__init__(window)
        self._is_entered = False
        self.setAcceptDrops(True)
        self.setAccessibleName(WORDS)
        self.hide()

    def cover(self, place: QRect) -> None:
        """Show it over ``place`` of the window."""
        self.setGeometry(place)
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, as a copy."""
        self._is_entered = accept_as_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go: they were dragged out again."""
        self._is_entered = False
        self.hide()

    def hide_unless_entered(self) -> None:
        """Go where the files have left the window before they came over the zone."""
        if not self._is_entered:
            self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them, and go."""
        self._is_entered = False
        self.hide()
        if accept_as_copy(event):
            files: list[Path] = dragged_files(event.mimeData())
            self.dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed frame and the words over what lies below."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tone(tokens.ground, _OPACITY))
        frame = QRectF(self.rect()).adjusted(3 * GAP, 3 * GAP, -3 * GAP, -3 * GAP)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(frame, CARD_RADIUS, CARD_RADIUS)
        middle = self.rect().center()
        place = QRect(middle.x() - _ICON // 2, middle.y() - _ICON - 2 * GAP, _ICON, _ICON)
        icon("import", "accent").paint(painter, place)
        for top, text, font, colour in (
            (middle.y(), WORDS, larger(self.font(), 1.35, bold=True), tokens.text),
            (middle.y() + 5 * GAP, _HINT, self.font(), tokens.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            lines = QRect(6 * GAP, top, self.width() - 12 * GAP, 5 * GAP)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(lines, flags, text)
        painter.end()
