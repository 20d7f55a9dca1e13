"""The list of offices beside the form of the chosen one: what page and dialog "Cơ quan và người ký" show."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.offices.office_form import OfficeForm
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.office.office import Office, same_office


class OfficesForm(QWidget):
    """The offices on the left, the chosen one on the right; the first one fills new reports."""

    edited = Signal()
    """Something was changed, also the order."""
    removed = Signal(object, int)
    """The :class:`Office` that stood at this place was taken away."""

    signer_removed = Signal(object, int, str)
    """Of the :class:`Office` at this place a signer was taken away, who is named; as it was before."""

    def __init__(self, offices: Sequence[Office], row: int = 0, parent: QWidget | None = None) -> None:
        """Show ``offices`` with the one of ``row`` chosen; none there: a blank one."""
        super().__init__(parent)
        self.list = WrappedList("Các cơ quan")
        self.list.setMinimumWidth(120)
        self.list.setMaximumWidth(260)
        self.form = OfficeForm()
        self.form.edited.connect(self._on_edited)
        self.form.signer_removed.connect(
            lambda before, name: self.signer_removed.emit(before, self.list.currentRow(), name)
        )
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._offices: list[Office] = []
        self.show_offices(offices, row)
        self.list.currentRowChanged.connect(self._show)

    def show_offices(self, offices: Sequence[Office], row: int = 0) -> None:
        """Show ``offices`` in the place of those before."""
        self._offices = list(offices) or [Office()]
        self._list(min(row, len(self._offices) - 1))

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
        left.setSpacing(GAP)
        left.addWidget(self.list, 1)
        for button in (self.add, self.first, self.remove):
            button.setAutoDefault(False)
            left.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GAP)
        middle.addLayout(left)
        middle.addWidget(self.form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(intro)
        column.addLayout(middle, 1)
        column.addWidget(self.message)

    def offices(self) -> tuple[Office, ...]:
        """Give the offices as they stand; blank ones are none."""
        return tuple(office for office in self._offices if office != Office())

    @property
    def is_refused(self) -> bool:
        """Whether the decree refuses something in the office that is shown."""
        return bool(self.message.text())

    def put_back(self, office: Office, row: int) -> None:
        """Undo that ``office`` was taken away."""
        if self._offices == [Office()]:
            self._offices = []
        self._offices.insert(row, office)
        self._list(row)
        self.edited.emit()

    def put_signer_back(self, office: Office, row: int) -> None:
        """Undo that a signer of ``office`` was taken away; it stands at ``row``, unless all has changed."""
        if row < len(self._offices) and same_office(self._offices[row], office):
            self._offices[row] = replace(self._offices[row], signers=office.signers)
            self._list(row)
            self.edited.emit()

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
        self.edited.emit()

    def _check(self) -> None:
        refusal = self.form.refusal()
        self.message.setText(refusal)
        self.message.setVisible(bool(refusal))

    def _add(self) -> None:
        self._offices.append(Office())
        self._list(len(self._offices) - 1)
        self.form.setCurrentIndex(0)
        self.form.parent_agency.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        gone = self._offices.pop(row)
        self._offices = self._offices or [Office()]
        self._list(0)
        self.edited.emit()
        if gone != Office():
            self.removed.emit(gone, row)

    def _make_first(self) -> None:
        self._offices.insert(0, self._offices.pop(self.list.currentRow()))
        self._list(0)
        self.edited.emit()
