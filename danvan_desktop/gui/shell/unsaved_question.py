"""The question before a window is closed whose report could not be saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget


def may_lose(window: QWidget, reason: str, leave: Callable[[], bool]) -> bool:
    """Ask whether to close without the last changes; True too once ``leave``, tried again, has saved them."""
    while True:
        box = QMessageBox(QMessageBox.Icon.Warning, "Chưa lưu được", reason)
        box.setParent(window, box.windowFlags())
        box.setInformativeText("Đóng bây giờ sẽ mất những chỗ vừa sửa.")
        again = box.addButton("&Thử lưu lại", QMessageBox.ButtonRole.ActionRole)
        lose = box.addButton("Đóng, &bỏ phần chưa lưu", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Ở &lại", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is stay or clicked is None:  # None: the program is being ended from outside
            return False
        if clicked is lose or leave():
            return True
