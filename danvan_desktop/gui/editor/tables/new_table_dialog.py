"""Dialog "Chèn bảng": the number of rows and columns of a new table."""

from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.report.integrity import WIDEST_TABLE

_MOST_ROWS = 200


class TableDialog(QDialog):
    """Two numbers and two buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chèn bảng")
        self.rows = NumberBox(1, _MOST_ROWS, 3, "Số hàng")
        self.columns = NumberBox(1, WIDEST_TABLE, 3, "Số cột")
        column = framed(self, "Chèn bảng")
        column.addLayout(flex_row(FieldCell("Số &hàng", self.rows), FieldCell("Số &cột", self.columns)))
        column.addStretch(1)
        buttons, _ = answers(self, "Chè&n")
        column.addWidget(buttons)
        self.setMinimumWidth(300)


def ask_table_size(parent: QWidget) -> tuple[int, int] | None:
    """Ask for rows and columns; None when the user cancels."""
    dialog = TableDialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return (dialog.rows.value(), dialog.columns.value()) if accepted else None
