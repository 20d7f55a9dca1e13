"""Unsaved-changes dialog: asked before a window is closed whose report could not be saved."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.shell.save_to_file import written_text
from danvan_desktop.gui.widgets.message import question, wait_for_answer

_MAY_LOSE = "Nếu đóng bây giờ mà không lưu ra tệp, những chỗ vừa sửa có thể mất."


def may_lose(
    window: QWidget, reason: str, leave: Callable[[], bool], to_file: Callable[[], Path | None]
) -> bool:
    """Ask whether to close without the last changes; True too once they are safe.

    ``leave``, tried again, saves them; ``to_file`` writes the report to a file of the user's choice.
    """
    while True:
        box = UnsavedBox(window, reason)
        clicked = wait_for_answer(box.box)
        if clicked is box.stay or clicked is None:  # None: the program is being ended from outside
            return False
        if clicked is box.file:
            path = to_file()
            if path is not None:
                written = WrittenBox(window, path, now())
                return wait_for_answer(written.box) is written.close
        elif clicked is box.lose or leave():
            return True


class UnsavedBox:
    """The question, with its answers."""

    def __init__(self, window: QWidget, reason: str) -> None:
        """Say why it is not on disk."""
        title, told = "Chưa lưu được", f"Báo cáo chưa lưu được. {reason}"
        self.box = question(window, title, told, _MAY_LOSE)
        self.box.setIcon(QMessageBox.Icon.Warning)
        self.again = self.box.addButton("&Thử lưu lại", QMessageBox.ButtonRole.ActionRole)
        self.file = self.box.addButton("Lưu &ra tệp…", QMessageBox.ButtonRole.ActionRole)
        self.lose = self.box.addButton("Đóng, &bỏ phần chưa lưu", QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.box.addButton("Ở &lại", QMessageBox.ButtonRole.RejectRole)
        self.box.setDefaultButton(self.again)


class WrittenBox:
    """Says where the report was written to; closing loses nothing then."""

    def __init__(self, window: QWidget, path: Path, moment: datetime) -> None:
        """Name the file."""
        self.box = question(window, "Đã lưu ra tệp", written_text(path, moment), "Đóng bây giờ không mất gì.")
        self.close = self.box.addButton("Đón&g", QMessageBox.ButtonRole.AcceptRole)
        self.stay = self.box.addButton("Ở &lại", QMessageBox.ButtonRole.RejectRole)
        self.box.setDefaultButton(self.close)
