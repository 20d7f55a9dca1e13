"""Dialog "Đặt tên cho bản này": the name by which a version stays for ever."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from danvan_desktop.gui.widgets.style import fit_height, spaced

_LONGEST = 80


class NameDialog(QDialog):
    """Asks for a name; an empty one takes the name away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with ``name``, the one it has."""
        super().__init__(parent)
        self.setWindowTitle("Đặt tên cho bản này")
        intro = QLabel("Bản có tên được giữ mãi trong “Lịch sử sửa đổi”, dễ tìm lại khi cần.")
        intro.setWordWrap(True)
        self.edit = QLineEdit(name)
        self.edit.setAccessibleName("Tên của bản này")
        self.edit.setPlaceholderText("Ví dụ: Bản gửi lãnh đạo xem lần 1")
        self.edit.setMaxLength(_LONGEST)
        self.edit.selectAll()
        buttons = QDialogButtonBox()
        buttons.addButton("Đặt &tên", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("T&hôi", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(intro)
        column.addWidget(self.edit)
        column.addWidget(buttons)
        self.resize(440, self.height())
        fit_height(self, column)

    def name(self) -> str:
        """What was typed."""
        return " ".join(self.edit.text().split())
