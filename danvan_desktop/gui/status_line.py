"""The line below the text: state and deadline, words, pages, when it was saved."""

from PySide6.QtWidgets import QLabel, QStatusBar

from danvan_desktop.gui.style import GAP

_NAMES = ("Tình trạng và hạn gửi", "Số từ", "Số trang", "Lần lưu cuối")


def add_labels(bar: QStatusBar) -> list[QLabel]:
    """Put a label for each of them into ``bar``, in this order."""
    labels = []
    for name in _NAMES:
        label = QLabel()
        label.setAccessibleName(name)
        label.setContentsMargins(GAP, 0, GAP, 0)
        bar.addPermanentWidget(label)
        labels.append(label)
    return labels
