"""Dialog "Lấy từ Cơ quan và người ký": fills the open report from an office and a signer."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QSizePolicy,
    QWidget,
)

from danvan_desktop.gui.forms.card import FieldCell
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.report.model import Report, Signature
from danvan_desktop.report.office.office import Office, filled_from, filled_names, fits, is_another

_AS_IT_IS, _OPEN = "(để người ký như trong báo cáo)", "(để trống người ký)"


class TakeOfficeDialog(QDialog):
    """The matching office is selected already; a summary shows what will change."""

    def __init__(self, report: Report, offices: Sequence[Office], parent: QWidget | None = None) -> None:
        """Offer ``offices`` to ``report``."""
        super().__init__(parent)
        self._report, self._offices = report, offices
        self.setWindowTitle("Lấy từ Cơ quan và người ký")
        help_key(self, "co-quan-va-yeu-cau")
        self.office, self.signer = QComboBox(), QComboBox()
        self.office.addItems([office.title for office in offices])
        self.office.setCurrentIndex(next((at for at, each in enumerate(offices) if fits(report, each)), 0))
        self.only_blank = QCheckBox("Chỉ điền những ô còn t&rống")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons, self.go = answers(self, "Điề&n vào báo cáo")
        self._lay_out()
        self._list_signers()
        self.only_blank.setChecked(filled_from(report, self._office()) != report)
        self.office.currentIndexChanged.connect(self._list_signers)
        self.signer.currentIndexChanged.connect(self._tell)
        self.only_blank.toggled.connect(self._list_signers)
        self._tell()
        self.resize(560, self.sizeHint().height())

    def _lay_out(self) -> None:
        layout = framed(self, "Lấy từ Cơ quan và người ký")
        for box in (self.office, self.signer):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(FieldCell("&Cơ quan", self.office))
        layout.addWidget(FieldCell("N&gười ký", self.signer))
        layout.addWidget(self.only_blank)
        layout.addWidget(self.summary)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def result_report(self) -> Report:
        """Give the report with what it takes: a signer that was chosen signs, whoever was named before."""
        only_blank, signer = self.only_blank.isChecked(), self._signer()
        taken = filled_from(self._report, replace(self._office(), signers=()), only_blank=only_blank)
        return taken if signer is None else replace(taken, signature=signer)

    def _office(self) -> Office:
        return self._offices[self.office.currentIndex()]

    def _signer(self) -> Signature | None:
        row = self.signer.currentIndex()
        return self._office().signers[row - 1] if row > 0 else None

    def _list_signers(self) -> None:
        """Offer those who sign for the office; where nobody is named yet, one of them is chosen.

        Who signs for another office does not sign for this one.
        """
        signers, only_blank = self._office().signers, self.only_blank.isChecked()
        replaces = not only_blank and is_another(self._report, self._office())
        self.signer.blockSignals(True)
        self.signer.clear()
        self.signer.addItems([_OPEN if replaces else _AS_IT_IS, *map(_named, signers)])
        taken = filled_from(self._report, self._office(), only_blank=not replaces).signature
        chosen = signers.index(taken) + 1 if taken in signers and taken != self._report.signature else 0
        self.signer.setCurrentIndex(chosen)
        self.signer.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        names = filled_names(self._report, self.result_report())
        self.summary.setText(f"Sẽ điền: {', '.join(names)}." if names else "Không có ô nào phải điền.")
        self.go.setEnabled(bool(names))


def _named(signer: Signature) -> str:
    return " – ".join(filter(None, (signer.signer, *signer.lines[-1:])))
