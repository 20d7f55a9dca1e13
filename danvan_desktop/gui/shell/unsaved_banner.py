"""Banner of an open report that is not on disk: the text is still there, why, and what can be done."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.shell.banner import Banner
from danvan_desktop.gui.shell.save_to_file import written_text
from danvan_desktop.gui.widgets.scrolled_text import ScrolledText
from danvan_desktop.gui.widgets.style import GAP

_MOST_LINES, _ON_A_LOW_SCREEN = 6, 1
"""The first line says that nothing is lost."""


class UnsavedBanner(Banner):
    """Stands until the report is on disk or closed: no other message takes its place."""

    def __init__(
        self, save: Callable[[], object], to_file: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """``save`` tries again at once, ``to_file`` asks for a file."""
        super().__init__(parent)
        self._save = save
        self.reason = ""
        """Why it could not be saved."""
        self._written = ""
        self.to_file = QPushButton("Lưu ra tệp…")
        self.to_file.clicked.connect(to_file)
        self.dismiss.hide()
        self._text = ScrolledText(self.label, _MOST_LINES, _ON_A_LOW_SCREEN)
        self.row.insertWidget(0, self._text, 1)
        self.row.insertWidget(1, self.to_file)
        if is_low_screen():
            self.row.setContentsMargins(2 * GAP, GAP // 4, GAP, GAP // 4)

    def show_failure(self, reason: str) -> None:
        """Say why it is not on disk."""
        self.reason = reason
        told = f"Báo cáo chưa lưu được. Chữ vẫn còn đây, phần mềm tự thử lại. {reason}"
        self.say("\n".join(filter(None, (told, self._written))), "Thử lại ngay", self._save)
        self._text.fit()

    def show_written(self, path: Path, moment: datetime) -> None:
        """Say where it was written to meanwhile."""
        self._written = written_text(path, moment)
        if not self.isHidden():
            self.show_failure(self.reason)

    def withdraw(self) -> None:
        """The report is on disk, or closed."""
        self._written = ""
        self.hide()
