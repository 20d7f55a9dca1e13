"""Automatic numbering of blocks: numbers, dashes and placeholder hints painted beside the text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
)

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.formats import Formats, role_and_level_of
from danvan_desktop.gui.editor.document.properties import Key, text_property
from danvan_desktop.report.model import Paragraph, Run
from danvan_desktop.report.numbering import number_blocks

_DASHES = ("-", "+")
_GAP = 0.42
"""Between a label and the text, in em."""


class BlockNumbers:
    """Computes the numbers of one document, and paints them and the hints.

    An automatic number is computed, never kept: renumbering is no edit and no step to undo.
    """

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self._document = document
        self._formats = formats
        self._skeleton: list[Paragraph | None] = []
        self._labels: list[str] = []
        self._is_stale = True
        self.zoom = 1.0
        """How many times as large the text is shown."""

    def note_change(self, start: int, added: int) -> None:
        """Note a change; what is typed inside a line changes no number, except a colon at its end."""
        if self._is_stale:
            return
        if self._document.blockCount() != len(self._skeleton):
            self._is_stale = True
            return
        block = self._document.findBlock(start)
        while block.isValid() and block.position() <= start + added:
            if self._skeleton[block.blockNumber()] != _skeleton_of(block):
                self._is_stale = True
                return
            block = block.next()

    def renew(self) -> None:
        """Compute everything again when it is next asked for."""
        self._is_stale = True

    def label(self, block: QTextBlock) -> str:
        """What stands before ``block``: "1.", "a)", "-" or nothing."""
        if self._is_stale:
            self._compute()
        place = block.blockNumber()
        return self._labels[place] if place < len(self._labels) else ""

    def _compute(self) -> None:
        self._skeleton = []
        block = self._document.begin()
        while block.isValid():
            self._skeleton.append(_skeleton_of(block))
            block = block.next()
        numbered = iter(number_blocks([part for part in self._skeleton if part is not None]))
        self._labels = [_label(next(numbered)) if part is not None else "" for part in self._skeleton]
        self._is_stale = False

    def paint(self, painter: QPainter, block: QTextBlock, origin: QPointF, colours: "Colours") -> None:
        """Paint what stands before ``block``, and its hint while it is empty."""
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        left = origin.x() + line.x()
        baseline = origin.y() + line.y() + line.ascent()
        source = block.blockFormat()
        font = QFont(self._document.defaultFont())
        font.setPointSizeF(font.pointSizeF() * self.zoom)
        if label := self.label(block):
            font.setBold(role_and_level_of(source)[0] == "heading")
            painter.setFont(font)
            painter.setPen(colours.label)
            gap = self._formats.em * _GAP * self.zoom
            painter.drawText(
                QPointF(left - gap - QFontMetricsF(font).horizontalAdvance(label), baseline), label
            )
        hint = text_property(source, Key.HINT)
        if hint and block.length() == 1 and not block.layout().preeditAreaText():
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(colours.hint)
            room = QRectF(left + 2, origin.y() + line.y(), line.width(), line.height())
            shown = QFontMetricsF(font).elidedText(hint, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QPointF(room.x(), baseline), shown)


@frozen
class Colours:
    """The colours of labels and hints."""

    label: QColor
    hint: QColor

    @classmethod
    def of(cls, palette: QPalette) -> "Colours":
        """Take them from ``palette``: a label is paler than text, a hint paler than a label."""
        text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
        accent = palette.color(QPalette.ColorRole.Highlight)
        return cls(_mixed(text, accent, 0.45), _mixed(text, base, 0.55))


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        *(
            a + (b - a) * share
            for a, b in (
                (one.redF(), other.redF()),
                (one.greenF(), other.greenF()),
                (one.blueF(), other.blueF()),
            )
        )
    )


def _skeleton_of(block: QTextBlock) -> Paragraph | None:
    """The paragraph of ``block`` as far as numbers depend on it; None where it is none."""
    source = block.blockFormat()
    if text_property(source, Key.KIND) not in {"paragraph", "filler"}:
        return None
    role, level = role_and_level_of(source)
    numbering = text_property(source, Key.NUMBERING)
    text = block.text() if role == "body" else ""
    return Paragraph(
        0,
        role,
        level,
        text_property(source, Key.NUMBER) if numbering == "fixed" else None,
        numbering if numbering in {"auto", "fixed"} else "none",  # type: ignore[arg-type]  # one of three
        (Run(":"),) if text.rstrip().endswith(":") else (),
    )


def _label(paragraph: Paragraph | object) -> str:
    if not isinstance(paragraph, Paragraph):
        return ""
    if paragraph.role == "item":
        return _DASHES[min(paragraph.level, len(_DASHES)) - 1]
    return paragraph.number or ""
