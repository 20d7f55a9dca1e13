"""The box that says why the window cannot open: whether the reports are safe, where they are, what to do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from danvan_desktop.error_log import log_error
from danvan_desktop.errors import UserError
from danvan_desktop.gui.startup.crash import add_act, add_details

Save = Callable[[], object]


def failure_box(title: str, error: BaseException, folder: Path, save: Save | None = None) -> QMessageBox:
    """Make the box; ``save``, "Lưu ra tệp…", is for what was typed and is not on disk yet."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, _what(error))
    safe = f"Không có báo cáo nào bị xóa; mọi báo cáo nằm trong thư mục {folder}."
    if isinstance(error, UserError):
        box.setInformativeText(safe)
    else:
        log = log_error(error, folder)
        kept = "" if log is None else f" Chi tiết cũng được ghi vào tệp {log}."
        box.setInformativeText(
            f"{safe}\n\nHãy mở lại phần mềm. Nếu vẫn không mở được, bấm “Chép chi tiết” "
            f"rồi dán vào thư gửi người hỗ trợ.{kept}"
        )
        add_details(box, error)
    if save is not None:
        add_act(box, "Lưu ra &tệp…").clicked.connect(save)
    look = add_act(box, "&Mở thư mục dữ liệu")
    look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    close = box.addButton("Đón&g", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return box


def _what(error: BaseException) -> str:
    if isinstance(error, UserError):
        return error.message
    if isinstance(error, MemoryError):
        return "Máy không đủ bộ nhớ để mở phần mềm: hãy đóng bớt phần mềm khác rồi mở lại."
    return (
        "Phần mềm chưa mở được vì một lỗi ngoài dự kiến. Đây là lỗi của phần mềm, không phải do người soạn."
    )
