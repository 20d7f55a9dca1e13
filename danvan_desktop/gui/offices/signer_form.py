"""Form for one signer: builds the lines of the signature block and checks them against the decree."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.forms.fault_watch import FaultWatch
from danvan_desktop.gui.forms.flex_row import flex_row
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.model import Signature
from danvan_desktop.report.office.signing_lines import FORM_LABELS, Form, recognise_form, signing_lines
from danvan_desktop.report.office.signing_refusals import Refusal, refusals

_AS_WRITTEN = "written"
_POWER = re.compile(r"^\s*(?:KT|TL|TUQ|Q)\.\s*")


class SignerForm(QWidget):
    """Edits one :class:`Signature`."""

    edited = Signal()

    def __init__(self, agency: Callable[[], str | None], parent: QWidget | None = None) -> None:
        """Show nobody yet; ``agency`` says for whom is signed: some forms are for some bodies only."""
        super().__init__(parent)
        self.agency = agency
        self._before = Signature()
        self._is_loading = False
        self.form = QComboBox()
        for form, label in FORM_LABELS.items():
            self.form.addItem(label, form)
        self.head, self.unit_head, self.position = QLineEdit(), QLineEdit(), QLineEdit()
        self.other, self.name = QLineEdit(), QLineEdit()
        self.head.setPlaceholderText("Chánh Văn phòng")
        self.unit_head.setPlaceholderText("Trưởng phòng Tổng hợp")
        self.position.setPlaceholderText("Phó Chánh Văn phòng")
        self.other.setPlaceholderText("Chỉ ghi khi có chức vụ khác cần nêu")
        self.name.setPlaceholderText("Nguyễn Văn A")
        self._faults = FaultWatch(self._refused, self)
        self._lay_out()
        self.form.currentIndexChanged.connect(self._follow)
        for line in (self.head, self.unit_head, self.position, self.other, self.name):
            line.textChanged.connect(self._follow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        self._cells = {
            self.head: FieldCell("Chức vụ người đứng đầ&u", self.head, width=200),
            self.unit_head: FieldCell("Chức vụ người thừa &lệnh", self.unit_head, width=200),
            self.position: FieldCell("Chức &vụ người ký", self.position, width=200),
        }
        self.refused_lines, self.refused_name = FaultLine(), FaultLine()
        column.addLayout(flex_row(FieldCell("Cá&ch ký", self.form)))
        column.addSpacing(GAP)
        column.addLayout(flex_row(*self._cells.values()))
        column.addWidget(self.refused_lines)
        names = (
            FieldCell("&Họ và tên", self.name, width=200),
            FieldCell("Chức vụ &khác", self.other, width=200),
        )
        column.addLayout(flex_row(*names))
        column.addWidget(self.refused_name)
        self._faults.add("signature.lines", self.refused_lines, self.head, self.unit_head, self.position)
        self._faults.add("signature.signer", self.refused_name, self.name)

    def fields(self) -> dict[str, QWidget]:
        """The field of each line of the signing block."""
        return {
            "signature.lines": self.head,
            "signature.other_position": self.other,
            "signature.signer": self.name,
        }

    def _refused(self) -> Mapping[str, Sequence[Refusal]]:
        now = self.value()
        return {
            "signature.lines": refusals(now.lines, None, self.agency()),
            "signature.signer": refusals((), now.signer, self.agency()),
        }

    def load(self, signature: Signature) -> None:
        """Show ``signature``; lines of none of the forms stay as they are written."""
        self._is_loading, self._before = True, signature
        lines = signature.lines
        form = recognise_form(lines) if lines else "direct"
        written = self.form.findData(_AS_WRITTEN)
        if written >= 0:
            self.form.removeItem(written)
        if form is None:
            self.form.insertItem(0, "Giữ như đang ghi", _AS_WRITTEN)
        self.form.setCurrentIndex(self.form.findData(form or _AS_WRITTEN))
        offices = [_POWER.sub("", line) for line in lines]
        self.head.setText(offices[0] if offices else "")
        self.unit_head.setText(offices[1] if form == "TL_KT" else "")
        self.position.setText(offices[-1] if len(offices) > 1 else "")
        self.other.setText(signature.other_position or "")
        self.name.setText(signature.signer or "")
        self._is_loading = False
        self._follow()
        self._faults.tell_all()

    def value(self) -> Signature:
        """Give the signer as it stands."""
        form: Form | str = self.form.currentData()
        lines = self._before.lines
        for known in FORM_LABELS:
            if form == known:
                lines = signing_lines(known, self.head.text(), self.position.text(), self.unit_head.text())
        return replace(
            self._before,
            lines=lines,
            other_position=" ".join(self.other.text().split()) or None,
            signer=" ".join(self.name.text().split()) or None,
        )

    def _follow(self) -> None:
        form = self.form.currentData()
        self._cells[self.head].setVisible(form != _AS_WRITTEN)
        self._cells[self.unit_head].setVisible(form == "TL_KT")
        self._cells[self.position].setVisible(form in {"KT", "TL", "TUQ", "TL_KT"})
        if not self._is_loading:
            self.edited.emit()
