"""Result page "Đã xuất xong" of the export dialog: the written files as links, and notes on them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.widgets.style import ScrollingColumn, spaced, title_label

_SHEET_FOLLOWS = "Đóng hộp này để đọc Phiếu kiểm tra thể thức của tệp vừa xuất."


class ResultPage(QWidget):
    """The last page of the dialog "Xuất bản"."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(title_label("Đã xuất xong"))
        layout.addWidget(ScrollingColumn(self.outcome), 1)
        layout.addLayout(self._row)

    def show_files(self, files: Sequence[Path], notes: Sequence[str], *, sheet_follows: bool) -> None:
        """Show ``files`` and what their writers noted."""
        lines = [f"Thư mục: {files[0].parent}", *(f"• {path.name}" for path in files)]
        lines += ["", "Lưu ý:", *(f"• {note}" for note in notes)] if notes else []
        lines += ["", _SHEET_FOLLOWS] if sheet_follows else []
        self.outcome.setText("\n".join(lines))
        for path in files:
            label = "Mở tệp Word" if path.suffix == ".docx" else "Mở tệp PDF"
            self._add_button(label if len(files) > 1 else "Mở tệp", partial(_show, path))
        self._add_button("Mở thư mục", partial(_show, files[0].parent))
        close = self._add_button("Đóng", self.closed.emit)
        close.setDefault(True)
        self.setFocusProxy(close)

    def _add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda *_: do())
        self._row.addWidget(button)
        return button


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
