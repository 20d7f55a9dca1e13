"""Dialog "Đặt tên cho bản này": the name by which a version stays for ever."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.widgets.style import fit_height

_LONGEST = 80


class NameDialog(QDialog):
    """Asks for a name; an empty one takes the name away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with ``name``, the one it has."""
        super().__init__(parent)
        self.setWindowTitle("Đặt tên cho bản này")
        self.edit = QLineEdit(name)
        self.edit.setAccessibleName("Tên của bản này")
        self.edit.setPlaceholderText("Ví dụ: Bản gửi lãnh đạo xem lần 1")
        self.edit.setMaxLength(_LONGEST)
        self.edit.selectAll()
        buttons, _ = answers(self, "Đặt &tên", "T&hôi")
        column = framed(
            self,
            "Đặt tên cho bản này",
            "Bản có tên được giữ mãi trong “Lịch sử sửa đổi”, dễ tìm lại khi cần.",
        )
        column.addWidget(self.edit)
        column.addWidget(buttons)
        self.resize(440, self.height())
        fit_height(self, column)

    def name(self) -> str:
        """What was typed."""
        return " ".join(self.edit.text().split())
