"""Panel beside the text that lists places on cards: what they are stands above, what can be done below."""

from PySide6.QtWidgets import QLabel, QLayout, QWidget

from danvan_desktop.gui.widgets.side.card_list import CardList
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below


class ListPanel(QWidget):
    """Header, introduction and list; hidden until its command shows it."""

    def __init__(self, title: str, key: str, name: str, parent: QWidget | None = None) -> None:
        """``key`` opens the panel called ``title``; ``name`` is what a screen reader says of the list."""
        super().__init__(parent)
        self.header = PanelHeader(title, key)
        self.intro = QLabel()
        self.intro.setWordWrap(True)
        self.list = CardList(name)
        self._column = column_below(self.header, self)
        self._column.addWidget(self.intro)
        self._column.addWidget(self.list, 1)
        self.hide()

    def put_below(self, part: QWidget | QLayout) -> None:
        """Put ``part`` below the list."""
        if isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)
