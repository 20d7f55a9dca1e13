"""Dialog "Cơ quan và người ký": master data of one office or several that fill new reports."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.offices.office_form import OfficeForm
from danvan_desktop.gui.widgets.style import size_dialog, spaced
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.office.office import Office


class OfficesDialog(QDialog):
    """The offices on the left, the chosen one on the right; the first one fills new reports."""

    def __init__(self, offices: Sequence[Office], row: int = 0, parent: QWidget | None = None) -> None:
        """Show ``offices`` with the one of ``row`` chosen; none there: a blank one."""
        super().__init__(parent)
        self._offices = list(offices) or [Office()]
        self.setWindowTitle("Cơ quan và người ký")
        help_key(self, "co-quan-va-yeu-cau")
        self.list = WrappedList("Các cơ quan")
        self.list.setMinimumWidth(190)
        self.list.setMaximumWidth(260)
        self.form = OfficeForm()
        self.form.edited.connect(self._on_edited)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._list(min(row, len(self._offices) - 1))
        self.list.currentRowChanged.connect(self._show)
        size_dialog(self, 1020, 600)

    def _lay_out(self) -> None:
        intro = QLabel(
            "Điền một lần; báo cáo mới lấy theo cơ quan và người ký đứng đầu danh sách. Bỏ trống cũng được."
        )
        intro.setWordWrap(True)
        self.add, self.remove = QPushButton("Thê&m cơ quan"), QPushButton("&Xóa cơ quan")
        self.first = QPushButton("Đư&a lên đầu")
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.first.clicked.connect(self._make_first)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for button in (self.add, self.first, self.remove):
            button.setAutoDefault(False)
            left.addWidget(button)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self.form, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Lư&u", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(intro)
        layout.addLayout(middle, 1)
        layout.addWidget(self.message)
        layout.addWidget(buttons)
        self.go.setDefault(True)

    def offices(self) -> tuple[Office, ...]:
        """Give the offices as they stand; blank ones are none."""
        return tuple(office for office in self._offices if office != Office())

    def _list(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([office.title for office in self._offices])
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show(row)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._offices):
            self.form.load(self._offices[row])
            self.first.setEnabled(row > 0)
            self._check()

    def _on_edited(self) -> None:
        row = self.list.currentRow()
        self._offices[row] = self.form.value()
        self.list.item(row).setText(self._offices[row].title)
        self._check()

    def _check(self) -> None:
        refusal = self.form.refusal()
        self.message.setText(refusal)
        self.message.setVisible(bool(refusal))
        self.go.setEnabled(not refusal)

    def _add(self) -> None:
        self._offices.append(Office())
        self._list(len(self._offices) - 1)
        self.form.setCurrentIndex(0)
        self.form.parent_agency.setFocus()

    def _remove(self) -> None:
        del self._offices[self.list.currentRow()]
        self._offices = self._offices or [Office()]
        self._list(0)

    def _make_first(self) -> None:
        self._offices.insert(0, self._offices.pop(self.list.currentRow()))
        self._list(0)
