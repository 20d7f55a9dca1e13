"""What is refused in the fields above it: a line in red with a sign, and the fields' edges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.style_sheet import FAULT
from danvan_desktop.gui.widgets.style import larger

if TYPE_CHECKING:  # a form without a fault needs none
    from danvan_desktop.report.office.signing_refusals import Refusal

_SIGN = 14
"""The round sign before the first line, in pixels."""
_INDENT = 20
_SHORTER = (("Nghị định số 30/2020/NĐ-CP", "NĐ\u00a030/2020"), ("Phần I Phụ lục I", "Phụ lục\u00a0I"))


class FaultLine(QLabel):
    """Keeps its room while it says nothing: a field that is typed into must not move when it is refused."""

    def __init__(self, lines: int = 1, parent: QWidget | None = None) -> None:
        """Keep room for ``lines``; what is longer takes more."""
        super().__init__(parent)
        self._lines = lines
        self.setFont(larger(self.font(), 0.92))
        self.setWordWrap(True)
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(0, 0, 0, 0)
        self.setProperty(FAULT, True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, refusals: "Sequence[Refusal]") -> None:
        """Show each of ``refusals`` with its clause, in short; in full for screen readers and on hover."""
        self.tell(told(refusals, short=True), told(refusals))

    def tell(self, text: str, whole: str = "") -> None:
        """Show ``text``, "" for nothing; ``whole`` where it says more."""
        if text != self.text():
            self.setContentsMargins(_INDENT if text else 0, 0, 0, 0)
            self.setText(text)
            self.setToolTip(whole)
            self.setAccessibleName(f"Chưa đúng: {whole or text}" if text else "")

    # Asked for when the form is shown, and not before: the letters of this size are loaded then.

    def minimumSizeHint(self) -> QSize:
        """Return the room that is kept."""
        return QSize(0, self._lines * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        """Return the room for what is said, and that which is kept at least."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        """Return the height of what is said, and that which is kept at least."""
        return max(super().heightForWidth(width), self.minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign: the colour alone says nothing to who cannot see it."""
        super().paintEvent(event)
        if not self.text():
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max(0.0, (self.fontMetrics().lineSpacing() - _SIGN) / 2)
        disc = QRectF(0, top, _SIGN, _SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.red))
        painter.drawEllipse(disc)
        painter.setBrush(QColor(tokens.card))
        middle = disc.center().x()
        painter.drawRoundedRect(QRectF(middle - 0.9, top + 3, 1.8, 4.8), 0.9, 0.9)
        painter.drawEllipse(QRectF(middle - 1.0, top + 9.2, 2.0, 2.0))


def told(refusals: "Sequence[Refusal]", *, short: bool = False) -> str:
    """Write ``refusals``, a clause to a line: "Ký hiệu phải in hoa (Khoản 3 Mục II Phụ lục I …)."."""
    by_clause: dict[str, list[str]] = {}
    for refusal in refusals:
        by_clause.setdefault(refusal.clause, []).append(refusal.message.rstrip("."))
    lines = []
    for clause, messages in by_clause.items():
        named = clause[:1].upper() + clause[1:]
        for long, abbreviated in _SHORTER if short else ():
            named = named.replace(long, abbreviated)
        lines.append(f"{'. '.join(messages)} ({named}).")
    return "\n".join(lines)


def show_fault(field: QWidget, refusals: "Sequence[Refusal]") -> None:
    """Give ``field`` the edge of one that is refused, or take it away; screen readers hear why."""
    said = told(refusals)
    if said == (field.property(_SAID) or ""):
        return
    field.setProperty(_SAID, said)
    field.setAccessibleDescription(said)
    mark(field, FAULT, bool(said))


_SAID = "said"
"""Property that holds what a field is refused for."""
