"""Dialog "Chèn bảng": the number of rows and columns of a new table."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.integrity import WIDEST_TABLE

_MOST_ROWS = 200


class TableDialog(QDialog):
    """Two numbers and two buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chèn bảng")
        self.rows = NumberBox(1, _MOST_ROWS, 3, "Số hàng")
        self.columns = NumberBox(1, WIDEST_TABLE, 3, "Số cột")
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("Số &hàng:", self.rows)
        form.addRow("Số &cột:", self.columns)
        buttons = QDialogButtonBox()
        buttons.addButton("Chè&n", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Hủ&y bỏ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(form)
        column.addWidget(buttons)


def ask_table_size(parent: QWidget) -> tuple[int, int] | None:
    """Ask for rows and columns; None when the user cancels."""
    dialog = TableDialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return (dialog.rows.value(), dialog.columns.value()) if accepted else None
