"""Pill (badge): a state in a word or two on a soft ground, as a label and as a list's delegate paints it."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.style_sheet import PILL
from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.gui.widgets.style import larger

Tone = Literal["accent", "amber", "red", "green", "quiet"]
"""Accent: where one is; amber: to be looked at; red: wrong or missing; green: done; quiet: by the way."""

_SMALLER = 0.92
_SIDE, _ABOVE = 9, 2
"""Ground beside and above the words, in device-independent pixels."""


class Pill(QLabel):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty(PILL, "quiet")
        self.setFont(larger(self.font(), _SMALLER))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_state(self, text: str, tone: Tone) -> None:
        """Say ``text`` in ``tone``; nothing hides it."""
        self.setText(text)
        mark(self, PILL, tone)
        self.setVisible(bool(text))


def pill_size(text: str, font: QFont) -> QSize:
    """Return how large the pill with ``text`` is in a list whose letters are in ``font``."""
    metrics = QFontMetrics(_pill_font(font))
    return QSize(metrics.horizontalAdvance(text) + 2 * _SIDE, metrics.height() + 2 * _ABOVE)


def paint_pill(painter: QPainter, rect: QRect, text: str, tone: Tone, tokens: Tokens) -> None:
    """Paint the pill with ``text`` into ``rect``, which has its :func:`pill_size`; in the painter's font."""
    ground, words = _colours(tone, tokens)
    painter.save()
    painter.setFont(_pill_font(painter.font()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(words))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _colours(tone: Tone, tokens: Tokens) -> tuple[str, str]:
    if tone == "quiet":
        return tokens.pressed, tokens.muted
    return str(getattr(tokens, f"{tone}_soft")), str(getattr(tokens, tone))


def _pill_font(font: QFont) -> QFont:
    smaller = larger(font, _SMALLER)
    smaller.setWeight(QFont.Weight.DemiBold)
    return smaller
