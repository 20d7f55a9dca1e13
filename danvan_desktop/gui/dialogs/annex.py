"""Thêm phụ lục: an empty one, or one made after a form."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.style import GAP, spaced
from danvan_desktop.report.annex_forms import AnnexForm

_EMPTY = "Phụ lục trống: tự đặt tên và soạn nội dung."


class AnnexDialog(QDialog):
    """The list of forms, the empty annex first."""

    def __init__(self, forms: Sequence[AnnexForm], parent: QWidget | None = None) -> None:
        """Offer ``forms``."""
        super().__init__(parent)
        self.setWindowTitle("Thêm phụ lục")
        self._forms = tuple(forms)
        self.list = QListWidget()
        self.list.setAccessibleName("Mẫu phụ lục")
        self.list.setSpacing(GAP // 2)
        QListWidgetItem("Phụ lục trống", self.list)
        for form in self._forms:
            QListWidgetItem(form.name, self.list)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox()
        buttons.addButton("&Thêm", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("&Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(self._show_row)
        self.list.setCurrentRow(0)
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addWidget(buttons)
        self.resize(460, 300)

    def form(self) -> AnnexForm | None:
        """The chosen form; None for an empty annex."""
        row = self.list.currentRow()
        return self._forms[row - 1] if row > 0 else None

    def _show_row(self, _row: int) -> None:
        form = self.form()
        self.about.setText(_EMPTY if form is None else form.description)
