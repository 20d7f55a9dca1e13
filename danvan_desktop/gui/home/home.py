"""What is shown while no report is open: the rail at the left, and the page that was chosen there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from danvan_desktop.gui.home.rail import Rail

REPORTS, BIN, OFFICES, BACKUPS = "reports", "bin", "offices", "backups"
_NARROW = 4.3
"""Where the window is narrower than so many times the rail with its names, it shows icons alone."""


if TYPE_CHECKING:

    class RailPage(Protocol):
        """What a page of the rail can do."""

        def refresh(self) -> None:
            """Show what is stored now."""

        def take_keys(self) -> None:
            """Let keys go to the part that is used first."""


class Home(QWidget):
    """Makes each page when it is first shown."""

    def __init__(self, start_page: QWidget, help_action: QAction, parent: QWidget | None = None) -> None:
        """Show ``start_page``, the one page that is there from the start."""
        super().__init__(parent)
        self._pages: dict[str, QWidget] = {REPORTS: start_page}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self.rail = Rail(help_action)
        self.rail.wanted.connect(self.show_page)
        self.rail.add(REPORTS, "report", "Trang đầu")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(start_page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.rail.show_page(REPORTS)

    def add(self, name: str, icon_name: str, text: str, make: Callable[[], QWidget]) -> None:
        """Add a page that ``make`` makes when it is first shown."""
        self._makers[name] = make
        self.rail.add(name, icon_name, text)

    def allow_reading_only(self) -> None:
        """Lead to no page where one would write."""
        for name in (OFFICES, BACKUPS):
            self.rail.buttons[name].setEnabled(False)

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def page(self, name: str) -> QWidget | None:
        """Return the page ``name``; None: it was never shown."""
        return self._pages.get(name)

    def show_page(self, name: str) -> None:
        """Show the page ``name`` as things stand now, with the keyboard in it."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._makers[name]()
            self._stack.addWidget(page)
        shown = cast("RailPage", page)
        shown.refresh()
        self._stack.setCurrentWidget(page)
        self.rail.show_page(name)
        shown.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back to the reports."""
        if event.key() == Qt.Key.Key_Escape and self.shown != REPORTS:
            self.show_page(REPORTS)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rail narrow where room is short."""
        super().resizeEvent(event)
        self.rail.set_narrow(is_narrow=self.width() < _NARROW * self.rail.whole_width)
