"""The card around an excerpt of the paper."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.look.style_sheet import CARD, SIGN
from danvan_desktop.gui.paper.excerpt_view import ExcerptView
from danvan_desktop.gui.widgets.style import GAP, heading_label


def excerpt_card(view: ExcerptView) -> QWidget:
    """Return ``view`` in a card that says what it shows."""
    card = QFrame()
    card.setProperty(CARD, True)
    column = QVBoxLayout(card)
    column.setContentsMargins(3 * GAP, GAP + 4, 3 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    hint = QLabel("Bấm vào một dòng để tới ô của dòng đó.")
    hint.setWordWrap(True)
    hint.setProperty(SIGN, "muted")
    column.addWidget(heading_label(view.title))
    column.addSpacing(GAP)
    column.addWidget(view)
    column.addStretch(1)  # as high as a page has room for below it
    column.addSpacing(GAP)
    column.addWidget(hint)
    return card
