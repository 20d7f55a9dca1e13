"""Form that scrolls: cards in a column, and beside them, where there is room, the paper they fill in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.card import Card
from danvan_desktop.gui.widgets.style import GAP

WIDEST = 1680
"""Wider than this a line of fields is no longer read at a glance."""
ONE_COLUMN = 880
"""Where the form is narrower, the paper stands below the fields: beside them nobody could read it."""
_FIELDS, _BESIDE = 6, 5
"""How the width is shared."""
_WIDEST_BESIDE = 720
"""What stands beside the fields is the paper: wider, its letters would be larger than in print."""


class FormArea(QWidget):
    """Cards with fields at the left, something at the right that stays in sight while they scroll."""

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        """``beside``: what the fields fill in."""
        super().__init__(parent)
        self._beside = beside
        self._is_beside = False
        if beside is not None:
            beside.setMaximumWidth(_WIDEST_BESIDE)
        self._cards = cards = QWidget()
        self.column = QVBoxLayout(cards)
        self.column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self.column.setSpacing(2 * GAP)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(cards)
        for ground in (cards, self._scroll.viewport()):
            ground.setAutoFillBackground(False)
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        self._row = QHBoxLayout(whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._scroll, _FIELDS)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(0, 2 * GAP, 2 * GAP, 2 * GAP)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(whole, 1000)
        around.addStretch(1)

    def card(self, title: str, corner: QWidget | None = None) -> Card:
        """Begin a group of fields."""
        card = Card(title, corner)
        self.column.addWidget(card)
        return card

    def finish(self) -> None:
        """Keep the cards together at the top: no more will come."""
        self.column.addStretch(1)
        if self._beside is not None:
            self.column.insertWidget(self.column.count() - 1, self._beside)

    def show_field(self, field: QWidget) -> None:
        """Scroll to ``field``."""
        if self._scroll.isAncestorOf(field):
            self._scroll.ensureWidgetVisible(field)

    def minimumSizeHint(self) -> QSize:
        """Return a height at which a field is seen: on a low screen the panels beside need the room."""
        return QSize(super().minimumSizeHint().width(), 4 * self.fontMetrics().lineSpacing())

    def hasHeightForWidth(self) -> bool:
        """Ask for no height of its own: what is higher than the window scrolls."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move what stands beside the fields to where there is room for it."""
        super().resizeEvent(event)
        is_beside = self.width() >= max(ONE_COLUMN, self._both())
        if self._beside is None or is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        if is_beside:
            self._side.addWidget(self._beside)
            self._row.addLayout(self._side, _BESIDE)
            return
        self._row.removeItem(self._side)
        self._side.removeWidget(self._beside)
        self.column.insertWidget(self.column.count() - 1, self._beside)

    def _both(self) -> int:
        """Return the width at which the share of the fields is as wide as the widest of them."""
        fields = self._cards.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        return -(-fields * (_FIELDS + _BESIDE) // _FIELDS)
