"""The question before text in TCVN3 or VNI is pasted: a piece of it before and after, and three answers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_QUESTION = "Đoạn sắp dán được gõ bằng bảng mã chữ cũ (TCVN3 hoặc VNI). Chuyển sang Unicode khi dán?"
_SHOWN = 70
"""Characters of the piece that is shown."""


def ask(before: str, after: str, answer: Callable[[bool], None], parent: QWidget) -> None:
    """Call ``answer`` with True to paste it converted, with False to paste it as it is; waits for nobody."""
    box = QMessageBox(QMessageBox.Icon.Question, "Chữ gõ bằng bảng mã cũ", _QUESTION)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(f"Đang là: {_shortened(before)}\n\nChuyển thành: {_shortened(after)}")
    convert = box.addButton("&Chuyển sang Unicode rồi dán", QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("Dán &nguyên như vậy", QMessageBox.ButtonRole.ActionRole)
    box.addButton("&Không dán", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(convert)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answered() -> None:
        if box.clickedButton() in {convert, keep}:
            answer(box.clickedButton() is convert)

    box.finished.connect(answered)
    box.open()


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"
