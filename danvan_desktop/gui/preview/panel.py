"""Panel "Trang in" of the print preview: a bar with zoom and page number above the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from danvan_desktop.gui.preview.pages_view import PagesView
from danvan_desktop.gui.preview.renderer import PageSet
from danvan_desktop.gui.widgets.buttons import icon_button
from danvan_desktop.gui.widgets.side.header import PanelHeader
from danvan_desktop.gui.widgets.style import GAP

_SETTING = "Đang dựng trang in…"


class PreviewPanel(QWidget):
    """Shows the pages, or one line on why there are none."""

    closed = Signal()

    def __init__(self, printing: QAction, parent: QWidget | None = None) -> None:
        """Show no pages yet; ``printing`` gets a button."""
        super().__init__(parent)
        self.view = PagesView()
        self.message = QLabel(_SETTING)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setMargin(3 * GAP)
        self.message.setAccessibleName("Tình trạng trang in")
        self.page_label = QLabel()
        self.page_label.setAccessibleName("Trang đang xem")
        self.zoom_label = QLabel()
        self.zoom_label.setAccessibleName("Cỡ hiển thị")
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_label.setMinimumWidth(self.zoom_label.fontMetrics().horizontalAdvance("000 %"))
        self.smaller = icon_button("zoom-out", "Thu nhỏ", "Thu nhỏ (Ctrl+-)")
        self.larger = icon_button("zoom-in", "Phóng to", "Phóng to (Ctrl++)")
        self.fit = icon_button("fit-width", "Vừa chiều rộng", "Vừa chiều rộng (Ctrl+0)")
        self.fit.setCheckable(True)
        self.print = icon_button("print", "In", printing.toolTip())
        self.print.clicked.connect(printing.trigger)
        self.header = PanelHeader("Trang in", "F11")
        self.hide_button = self.header.close_button
        self._pages = 0
        self._lay_out()
        self._connect()
        self._show_zoom()

    def _lay_out(self) -> None:
        self.header.setContentsMargins(2 * GAP, GAP // 2, GAP // 2, GAP // 2)
        self.header.add(self.page_label, self.smaller, self.zoom_label, self.larger, self.fit, self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first of all: it shows its first widget at once, wherever that is
        self._stack.addWidget(self.message)
        self._stack.addWidget(self.view)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.view.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.view.step_zoom(1))
        self.fit.clicked.connect(lambda checked: self.view.set_zoom(None if checked else self.view.zoom))
        self.header.closed.connect(self.closed)
        self.view.zoomed.connect(self._show_zoom)
        self.view.moved.connect(self._show_page)

    def show_pages(self, pages: PageSet) -> None:
        """Show ``pages``."""
        self._pages = len(pages.pages)
        self._stack.setCurrentWidget(self.view)
        self.view.show_pages(pages)
        self._show_page()

    def show_problem(self, message: str) -> None:
        """Say in one line why there are no pages."""
        self._pages = 0
        self.message.setText(message)
        self._stack.setCurrentWidget(self.message)
        self._show_page()

    def forget(self) -> None:
        """Show nothing: another report comes."""
        self.show_problem(_SETTING)
        self.view.forget()

    def _show_page(self) -> None:
        self.page_label.setText(f"Trang {self.view.page + 1}/{self._pages}" if self._pages else "")

    def _show_zoom(self) -> None:
        self.zoom_label.setText(f"{round(self.view.zoom * 100)} %")
        self.fit.setChecked(self.view.fits_width)
