"""Dialog "Việc còn thiếu": the remark (comment) on a paragraph, listed and counted and never printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.look.style_sheet import FIELD


class _Remark(QPlainTextEdit):
    """Text box in which Return accepts, since remarks are short; Shift+Return begins a line."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()
        self._dialog = dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return accepts."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._dialog.accept()
            return
        super().keyPressEvent(event)


class RemarkDialog(QDialog):
    """Asks for the remark; an empty one deletes it."""

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        """Begin with ``note``, the remark there is."""
        super().__init__(parent)
        self.setWindowTitle("Việc còn thiếu")
        self.text = _Remark(self)
        self.text.setAccessibleName("Việc còn thiếu")
        self.text.setPlaceholderText("Ví dụ: chờ số liệu của Trung tâm")
        self.text.setProperty(FIELD, True)
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(note)
        self.text.selectAll()
        buttons, _ = answers(self, "Lư&u")
        column = framed(
            self,
            "Việc còn thiếu",
            "Đoạn này còn thiếu gì? Ghi chú này chỉ để nhớ việc, không bao giờ in ra.",
        )
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(480, 240)

    def note(self) -> str | None:
        """The remark; None where there is none."""
        return " ".join(self.text.toPlainText().split()) or None
