"""Line below an annex to which the text does not refer yet; with a button that puts the reference there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from danvan_desktop.gui.widgets.style import GAP

_MISSING = "Trong bài chưa có chỉ dẫn đến phụ lục này."
_NO_PLACE = f"{_MISSING} Hãy đặt con trỏ vào đoạn văn liên quan rồi trở lại đây."


class AnnexReferenceLine(QWidget):
    """Shown only while the reference is missing; below the text, where it moves nothing that is read."""

    wanted = Signal()
    """The reference is to be put into the text."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.label = QLabel(_MISSING)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.insert = QPushButton("Chèn chỉ dẫn")
        self.insert.setAutoDefault(False)
        self.insert.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.insert)
        self.hide()

    def offer(self, words: str, where: str, paragraph: str) -> None:
        """Offer to put ``words`` into the section ``where``, at the end of ``paragraph``; "": nowhere yet."""
        self.label.setText(_MISSING if where else _NO_PLACE)
        self.insert.setText(f"Chèn “{words}” vào {where}")
        self.insert.setToolTip(f"Vào cuối đoạn “{paragraph}”")
        self.insert.setVisible(bool(where))
        self.show()
