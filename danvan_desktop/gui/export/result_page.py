"""Result page "Đã xuất xong" of the export dialog: the written files as links, and notes on them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.export.verdict import Verdict
from danvan_desktop.gui.forms.dialog_frame import fill
from danvan_desktop.gui.widgets.pill import Pill
from danvan_desktop.gui.widgets.style import GAP, ScrollingColumn, heading_label

_SHEET_FOLLOWS = "Đóng hộp này để đọc từng dòng của phiếu."
_MEASURING = "Đang kiểm tra thể thức của tệp vừa xuất…"


class ResultPage(QWidget):
    """The last page of the dialog "Xuất tệp"."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.verdict = Pill()
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(heading_label("Đã xuất xong"))
        layout.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(ScrollingColumn(self.outcome), 1)
        layout.addLayout(self._row)

    def show_files(self, files: Sequence[Path], notes: Sequence[str], *, sheet_follows: bool) -> None:
        """Show ``files`` and what their writers noted."""
        lines = [f"Thư mục: {files[0].parent}", *(f"• {path.name}" for path in files)]
        lines += ["", "Lưu ý:", *(f"• {note}" for note in notes)] if notes else []
        lines += ["", _SHEET_FOLLOWS] if sheet_follows else []
        self.outcome.setText("\n".join(lines))
        self.verdict.show_state(_MEASURING if sheet_follows else "", "quiet")
        for path in files:
            label = "Mở tệp &Word" if path.suffix == ".docx" else "Mở tệp &PDF"
            self._add_button(label if len(files) > 1 else "&Mở tệp", partial(_show, path))
        self._add_button("Mở &thư mục", partial(_show, files[0].parent))
        self._row.addStretch(1)
        close = fill(self._add_button("Đóng", self.closed.emit))
        close.setDefault(True)
        self.setFocusProxy(close)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what the sheet says of the files: red where a line stands against the decree, else green."""
        if verdict is None:
            self.verdict.show_state("", "quiet")
        elif verdict.wrong:
            self.verdict.show_state(f"✕ Thể thức: {verdict}", "red")
        else:
            self.verdict.show_state(f"✓ Thể thức: {verdict}", "green")

    def _add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda *_: do())
        self._row.addWidget(button)
        return button


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
