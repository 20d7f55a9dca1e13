"""Form for one signer: builds the lines of the signature block and checks them against the decree."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.model import Signature
from danvan_desktop.report.office.signing_lines import FORM_LABELS, Form, recognise_form, signing_lines

_AS_WRITTEN = "written"
_POWER = re.compile(r"^\s*(?:KT|TL|TUQ|Q)\.\s*")


class SignerForm(QWidget):
    """Edits one :class:`Signature`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._before = Signature()
        self._is_loading = False
        self.form = QComboBox()
        for form, label in FORM_LABELS.items():
            self.form.addItem(label, form)
        self.head, self.unit_head, self.position = QLineEdit(), QLineEdit(), QLineEdit()
        self.other, self.name = QLineEdit(), QLineEdit()
        self.head.setPlaceholderText("Ví dụ: Chánh Văn phòng")
        self.unit_head.setPlaceholderText("Ví dụ: Trưởng phòng Tổng hợp")
        self.position.setPlaceholderText("Ví dụ: Phó Chánh Văn phòng")
        self.other.setPlaceholderText("Chỉ ghi khi có chức vụ khác cần nêu")
        self.name.setPlaceholderText("Ví dụ: Nguyễn Văn A")
        self.lines = QLabel()
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)
        self._rows.addRow("Cá&ch ký:", self.form)
        self._rows.addRow("Chức vụ n&gười đứng đầu:", self.head)
        self._rows.addRow("Chức vụ người thừa &lệnh:", self.unit_head)
        self._rows.addRow("Chức &vụ người ký:", self.position)
        self._rows.addRow("Chức vụ &khác:", self.other)
        self._rows.addRow("&Họ và tên:", self.name)
        self._rows.addRow("Sẽ in:", self.lines)
        self.form.currentIndexChanged.connect(self._follow)
        for line in (self.head, self.unit_head, self.position, self.other, self.name):
            line.textChanged.connect(self._follow)

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
        self._rows.setRowVisible(self.head, form != _AS_WRITTEN)
        self._rows.setRowVisible(self.unit_head, form == "TL_KT")
        self._rows.setRowVisible(self.position, form in {"KT", "TL", "TUQ", "TL_KT"})
        now = self.value()
        self.lines.setText("\n".join((*now.lines, now.signer or "")).strip() or "…")
        if not self._is_loading:
            self.edited.emit()
