"""Question for the year of a report whose file does not say it."""

from PySide6.QtWidgets import QDialog, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP, fit_height, size_dialog

_EXPLANATION = (
    "Trích yếu và ngày ban hành trong tệp không ghi năm. Năm của báo cáo cần cho danh sách và để lập báo cáo "
    "năm sau."
)


class YearDialog(QDialog):
    """A year that the text speaks of is proposed; the person says which it is, or leaves it for later."""

    def __init__(self, title: str, year: int, parent: QWidget | None = None) -> None:
        """Ask for the year of the report called ``title`` and propose ``year``."""
        super().__init__(parent)
        self.setWindowTitle("Năm của báo cáo")
        self.year = NumberBox(1945, 2999, year, "Năm của báo cáo")
        buttons, _ = answers(self, "&Ghi năm này", "Để &sau")
        shown = f"“{title}”. " if title else ""
        column = framed(self, "Báo cáo này của năm nào?", f"{shown}{_EXPLANATION}")
        column.addLayout(flex_row(FieldCell("&Năm", self.year)))
        column.addSpacing(GAP)
        column.addWidget(buttons)
        self.year.setFocus()
        size_dialog(self, 480, 220)
        fit_height(self, column)
