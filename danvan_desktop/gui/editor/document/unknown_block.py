"""Placeholder (QTextObject) for a block of a kind this release does not know: a grey line of its own."""

from functools import cache

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.tokens import TONES

NOTICE = "Nội dung do phiên bản mới hơn của phần mềm ghi: được giữ nguyên khi lưu"
_PADDING = 6.0


@cache
def opaque_object() -> "UnknownBlockObject":
    """The one object that draws for every text.

    It lives as long as the program: Qt's bindings leave the second address of such an object (it has two
    bases) behind when they destroy it, and the next object made there crashes.
    """
    return UnknownBlockObject()


class UnknownBlockObject(QPyTextObject):
    """Text object that draws the line in the place of the block."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def intrinsicSize(self, document: QTextDocument, place: int, shown: QTextFormat) -> QSizeF:
        """Take the room of the notice."""
        metrics = QFontMetricsF(document.defaultFont())
        return QSizeF(metrics.horizontalAdvance(NOTICE) * 0.8 + 4 * _PADDING, metrics.height() + _PADDING)

    def drawObject(
        self, painter: QPainter, room: QRectF | QRect, document: QTextDocument, place: int, shown: QTextFormat
    ) -> None:
        """Draw the notice in a dashed frame."""
        font = document.defaultFont()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        font.setItalic(True)
        painter.save()
        painter.setFont(font)
        painter.setPen(QPen(tone(TONES.grid, 255), 1, Qt.PenStyle.DashLine))
        frame = QRectF(room).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(tone(TONES.grid, 255))
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter.value), NOTICE)
        painter.restore()
