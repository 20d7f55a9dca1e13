"""Unsaved-changes dialog: asked before a window is closed whose report could not be saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from danvan_desktop.gui.widgets.message import question, wait_for_answer


def may_lose(window: QWidget, reason: str, leave: Callable[[], bool]) -> bool:
    """Ask whether to close without the last changes; True too once ``leave``, tried again, has saved them."""
    while True:
        box = question(window, "Chưa lưu được", reason, "Đóng bây giờ sẽ mất những chỗ vừa sửa.")
        box.setIcon(QMessageBox.Icon.Warning)
        again = box.addButton("&Thử lưu lại", QMessageBox.ButtonRole.ActionRole)
        lose = box.addButton("Đóng, &bỏ phần chưa lưu", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Ở &lại", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        clicked = wait_for_answer(box)
        if clicked is stay or clicked is None:  # None: the program is being ended from outside
            return False
        if clicked is lose or leave():
            return True
