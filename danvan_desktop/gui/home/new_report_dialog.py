"""Báo cáo mới theo đề cương mẫu: which outline, which year, which office."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.number_box import NumberBox
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.lifecycle.outlines import Outline
from danvan_desktop.report.office.office import Office


class NewReportDialog(QDialog):
    """The first outline and this year are chosen already: Enter is enough."""

    def __init__(
        self,
        outlines: Sequence[Outline],
        year: int,
        offices: Sequence[Office] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``outlines``, propose ``year``, and fill in the first of ``offices``."""
        super().__init__(parent)
        self._outlines = outlines
        self.setWindowTitle("Báo cáo mới theo đề cương mẫu")
        help_key(self, "bat-dau")
        self.list = WrappedList("Đề cương")
        for outline in outlines:
            QListWidgetItem(f"{outline.name}\n{outline.description}".strip(), self.list)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.year = NumberBox(1945, 2999, year, "Năm báo cáo")
        self.offices = QComboBox()
        self.offices.setAccessibleName("Cơ quan")
        for office in offices:
            self.offices.addItem(office.title, office)
        self.offices.addItem("(không điền sẵn)", None)
        label = QLabel("Đề cươn&g")
        label.setBuddy(self.list)
        self.offices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        cells = [FieldCell("&Năm báo cáo", self.year)]
        if offices:
            cells.append(FieldCell("&Cơ quan", self.offices, width=300))
        buttons, _ = answers(self, "&Lập báo cáo")
        layout = framed(self, "Báo cáo mới theo đề cương mẫu")
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addLayout(flex_row(*cells))
        layout.addSpacing(GAP)
        layout.addWidget(buttons)
        self.list.setFocus()
        size_dialog(self, 600, 400)

    @property
    def office(self) -> Office | None:
        """The office that is filled in."""
        office: Office | None = self.offices.currentData()
        return office

    @property
    def outline(self) -> Outline:
        """The chosen outline."""
        return self._outlines[self.list.currentRow()]
