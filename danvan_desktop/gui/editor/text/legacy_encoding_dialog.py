"""Message box before text in a legacy encoding (TCVN3, VNI) is pasted: convert to Unicode or not."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from danvan_desktop.gui.widgets.message import call_with_answer, question

_QUESTION = "Đoạn sắp dán được gõ bằng bảng mã cũ (TCVN3 hoặc VNI). Chuyển sang Unicode khi dán?"
_SHOWN = 70
"""Characters of the sample that is shown."""


def ask(before: str, after: str, answer: Callable[[bool], None], parent: QWidget) -> None:
    """Call ``answer`` with True to paste it converted, with False to paste it as it is; waits for nobody."""
    details = f"Đang là: {_shortened(before)}\n\nChuyển thành: {_shortened(after)}"
    box = question(parent, "Chữ gõ bằng bảng mã cũ", _QUESTION, details)
    convert = box.addButton("&Chuyển sang Unicode rồi dán", QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("Dán &nguyên như vậy", QMessageBox.ButtonRole.ActionRole)
    box.addButton("&Không dán", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(convert)

    def answered(clicked: QAbstractButton | None) -> None:
        if clicked in {convert, keep}:
            answer(clicked is convert)

    call_with_answer(box, answered)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + "…"
