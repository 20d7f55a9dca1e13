"""Form for one office (agency, signers, page settings) of the dialog "Cơ quan và người ký"."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.offices.layout_settings_form import SettingsForm
from danvan_desktop.gui.offices.signer_form import SignerForm
from danvan_desktop.gui.widgets.file_drag import WordsEdit
from danvan_desktop.gui.widgets.style import GAP, scrolled, spaced
from danvan_desktop.layout.settings import default_settings
from danvan_desktop.report.model import Settings, Signature
from danvan_desktop.report.office.office import Office
from danvan_desktop.report.office.recipients import filed, places
from danvan_desktop.report.office.signing_refusals import refusals


class OfficeForm(QTabWidget):
    """Edits one :class:`Office` on three pages: the office, who signs, how it is set."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no office yet."""
        super().__init__(parent)
        self._before = Office()
        self._signers: list[Signature] = []
        self._is_loading = False
        self.setAccessibleName("Cơ quan")
        self.addTab(scrolled(self._office_page()), "Cơ quan")
        self.addTab(scrolled(self._signers_page()), "Người ký")
        self.addTab(scrolled(self._settings_page()), "Trình bày")

    def _office_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setSpacing(GAP)
        self.parent_agency, self.agency, self.in_text = QLineEdit(), QLineEdit(), QLineEdit()
        self.symbol, self.place = QLineEdit(), QLineEdit()
        self.units, self.addressees = QLineEdit(), QLineEdit()
        self.recipients = WordsEdit()
        self.recipients.setTabChangesFocus(True)
        self.recipients.setAccessibleName("Nơi nhận, mỗi nơi một dòng")
        self.recipients.setPlaceholderText("Mỗi nơi một dòng")
        for label, line, example in (
            ("Cơ quan chủ &quản:", self.parent_agency, "Ví dụ: ỦY BAN NHÂN DÂN TỈNH …"),
            ("Cơ quan &ban hành:", self.agency, "Ví dụ: VĂN PHÒNG"),
            ("Trong câu gọi &là:", self.in_text, "Ví dụ: Văn phòng Ủy ban nhân dân tỉnh"),
            ("&Ký hiệu:", self.symbol, "BC-VP"),
            ("Địa &danh:", self.place, "Tên tỉnh, thành phố hoặc xã, phường"),
            ("Đơn vị &soạn thảo:", self.units, "VP1; nhiều đơn vị cách nhau bằng dấu chấm phẩy"),
            (
                "Kính &gửi:",
                self.addressees,
                "Bỏ trống nếu không gửi cấp trên; các nơi cách nhau bằng dấu ;",
            ),
        ):
            line.setPlaceholderText(example)
            line.textChanged.connect(self._note)
            form.addRow(label, line)
        form.addRow("&Nơi nhận:", self.recipients)
        self.recipients.textChanged.connect(self._note)
        return page

    def _signers_page(self) -> QWidget:
        page = QWidget()
        self.signers = QComboBox()
        self.signers.setAccessibleName("Người ký")
        self.signers.currentIndexChanged.connect(self._show_signer)
        add, remove = QPushButton("&Thêm người ký"), QPushButton("&Bỏ người này")
        self.first = QPushButton("Đưa lê&n đầu")
        self.first.setToolTip("Người đứng đầu danh sách ký các báo cáo mới")
        for button in (add, self.first, remove):
            button.setAutoDefault(False)
        add.clicked.connect(self._add_signer)
        self.first.clicked.connect(self._make_first)
        remove.clicked.connect(self._remove_signer)
        self.signer = SignerForm()
        self.signer.edited.connect(self._on_signer_edited)
        row = QHBoxLayout()
        row.addWidget(self.signers, 1)
        row.addWidget(add)
        row.addWidget(self.first)
        row.addWidget(remove)
        column = QVBoxLayout(page)
        spaced(column)
        column.addLayout(row)
        column.addWidget(self.signer)
        column.addStretch(1)
        return page

    def _settings_page(self) -> QWidget:
        page = QWidget()
        self.settings = SettingsForm()
        self.settings.edited.connect(self._note)
        column = QVBoxLayout(page)
        column.addWidget(self.settings)
        column.addStretch(1)
        return page

    # ------------------------------------------------------------------------------- in and out

    def load(self, office: Office) -> None:
        """Show ``office``."""
        self._is_loading, self._before = True, office
        for line, text in (
            (self.parent_agency, office.parent_agency),
            (self.agency, office.agency),
            (self.in_text, office.in_text),
            (self.symbol, office.symbol),
            (self.place, office.place),
            (self.units, "; ".join(office.units)),
            (self.addressees, "; ".join(office.addressees)),
        ):
            line.setText(text or "")
        self.recipients.setPlainText("\n".join(office.recipients))
        self.settings.load(office.settings or default_settings())
        self._signers = list(office.signers) or [Signature()]
        self._list_signers(0)
        self._is_loading = False

    def value(self) -> Office:
        """Give the office as it stands."""
        signers = tuple(signer for signer in self._signers if signer.lines or signer.signer)
        lines = self.recipients.toPlainText().split("\n")
        filing = filed(lines)
        units = _parts(self.units) or tuple(filter(None, [filing.unit if filing else None]))
        return replace(
            self._before,
            parent_agency=_text(self.parent_agency),
            agency=_text(self.agency),
            in_text=_text(self.in_text),
            symbol=_text(self.symbol),
            place=_text(self.place),
            signers=signers,
            addressees=places(_parts(self.addressees)),
            recipients=places(lines),
            units=units,
            settings=self._settings(),
        )

    def refusal(self) -> str:
        """Say what the decree refuses in a signer of this office; "" where it refuses nothing."""
        for signer in self._signers:
            for refused in refusals(signer.lines, signer.signer, _text(self.agency)):
                of_whom = f"{signer.signer}: " if signer.signer else ""
                return f"{of_whom}{refused.message} ({refused.clause})"
        return ""

    def _settings(self) -> Settings | None:
        settings = self.settings.value()
        return None if self._before.settings is None and settings == default_settings() else settings

    # ------------------------------------------------------------------------------- the signers

    def _list_signers(self, row: int) -> None:
        self.signers.blockSignals(True)
        self.signers.clear()
        self.signers.addItems([_signer_name(signer) for signer in self._signers])
        self.signers.setCurrentIndex(row)
        self.signers.blockSignals(False)
        self._show_signer(row)

    def _show_signer(self, row: int) -> None:
        if 0 <= row < len(self._signers):
            self.signer.load(self._signers[row])
            self.first.setEnabled(row > 0)

    def _on_signer_edited(self) -> None:
        row = self.signers.currentIndex()
        self._signers[row] = self.signer.value()
        self.signers.setItemText(row, _signer_name(self._signers[row]))
        self._note()

    def _add_signer(self) -> None:
        self._signers.append(Signature())
        self._list_signers(len(self._signers) - 1)
        self.signer.form.setFocus()

    def _remove_signer(self) -> None:
        del self._signers[self.signers.currentIndex()]
        self._signers = self._signers or [Signature()]
        self._list_signers(0)
        self._note()

    def _make_first(self) -> None:
        self._signers.insert(0, self._signers.pop(self.signers.currentIndex()))
        self._list_signers(0)
        self.signers.setFocus()
        self._note()

    def _note(self) -> None:
        if not self._is_loading:
            self.edited.emit()


def _signer_name(signer: Signature) -> str:
    return " – ".join(filter(None, (signer.signer, *signer.lines[-1:]))) or "(người ký mới)"


def _parts(line: QLineEdit) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, line.text().split(";"))))


def _text(line: QLineEdit) -> str | None:
    return " ".join(line.text().split()) or None
