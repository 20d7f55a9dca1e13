"""Form for one office (agency, signers, page settings, words) of the dialog "Cơ quan và người ký"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.forms.card import Card, FieldCell
from danvan_desktop.gui.forms.fault_watch import FaultWatch
from danvan_desktop.gui.forms.form_area import FormArea
from danvan_desktop.gui.look.style_sheet import FIELD
from danvan_desktop.gui.offices.layout_settings_form import SettingsForm
from danvan_desktop.gui.offices.signer_form import SignerForm
from danvan_desktop.gui.offices.words_form import WordsForm
from danvan_desktop.gui.paper.excerpt_card import excerpt_card
from danvan_desktop.gui.paper.excerpt_view import ExcerptView
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.file_drag import WordsEdit
from danvan_desktop.gui.widgets.style import GAP, scrolled, spaced
from danvan_desktop.layout.settings import default_settings
from danvan_desktop.report.model import Report, Settings, Signature
from danvan_desktop.report.office.letterhead_refusals import letterhead_refusals
from danvan_desktop.report.office.office import Office, with_office
from danvan_desktop.report.office.recipients import filed, places
from danvan_desktop.report.office.signing_refusals import Refusal, refusals

_REST_MS = 300
"""Debounce interval: the paper follows this long after the last key."""
_SUBJECT = "Kết quả thực hiện công tác dân vận"
"""Of the report whose head is shown: an office has none."""


class OfficeForm(QTabWidget):
    """Edits one :class:`Office` on four pages: the office, who signs, how it is set, how it is checked."""

    edited = Signal()
    signer_removed = Signal(object, str)
    """Somebody who signs was taken away: the :class:`Office` before it, and who it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no office yet."""
        super().__init__(parent)
        self._before = Office()
        self._signers: list[Signature] = []
        self._is_loading = False
        self._faults = FaultWatch(self._refused, self)
        self._debounce = Debounce(_REST_MS, self._show_paper, self)
        self.setAccessibleName("Cơ quan")
        self.setDocumentMode(True)
        self.addTab(self._office_page(), "Cơ quan")
        self.addTab(self._signers_page(), "Người ký")
        self.addTab(self._settings_page(), "Trình bày")
        self.words = WordsForm()
        self.words.edited.connect(self._note)
        self._words_place = self.addTab(self.words, "Soát lỗi")

    def show_words(self) -> None:
        """Show what the check of the text knows of the office."""
        self.setCurrentIndex(self._words_place)
        self.words.words.setFocus()

    def _office_page(self) -> QWidget:
        self.parent_agency, self.agency, self.in_text = QLineEdit(), QLineEdit(), QLineEdit()
        self.symbol, self.place = QLineEdit(), QLineEdit()
        self.units, self.addressees = QLineEdit(), QLineEdit()
        self.recipients = WordsEdit()
        self.recipients.setProperty(FIELD, True)
        self.recipients.setTabChangesFocus(True)
        self.recipients.setAccessibleName("Nơi nhận, mỗi nơi một dòng")
        self.recipients.setFixedHeight(5 * self.recipients.fontMetrics().lineSpacing() + 2 * GAP)
        for line, example in (
            (self.parent_agency, "ỦY BAN NHÂN DÂN TỈNH …"),
            (self.agency, "VĂN PHÒNG"),
            (self.in_text, "Văn phòng Ủy ban nhân dân tỉnh"),
            (self.symbol, "BC-VP"),
            (self.place, "Tên tỉnh, xã"),
            (self.units, "VP1; VP2"),
        ):
            line.setPlaceholderText(example)
        for line in self._lines():
            line.textChanged.connect(self._note)
        self.recipients.textChanged.connect(self._note)
        self.letterhead = ExcerptView("letterhead")
        area = FormArea(excerpt_card(self.letterhead))
        self._lay_out_agency(area.card("Cơ quan"))
        received = area.card("Nơi nhận")
        received.fields(
            FieldCell("&Nơi nhận, mỗi nơi một dòng", self.recipients, width=220),
            FieldCell("Kính gử&i, nhiều nơi cách nhau bằng “;”", self.addressees, width=220),
        )
        area.finish()
        self.letterhead.place_wanted.connect(self._go_to)
        return area

    def _lay_out_agency(self, card: Card) -> None:
        self.symbol.setFixedWidth(120)
        told = card.row(
            FieldCell("Cơ quan chủ &quản", self.parent_agency, width=220),
            FieldCell("Cơ quan &ban hành", self.agency, width=220),
        )
        self._faults.add("letterhead.parent_agency", told, self.parent_agency)
        told = card.row(
            FieldCell("&Ký hiệu", self.symbol),
            FieldCell("Địa &danh", self.place, width=140),
            FieldCell("Đơn vị &soạn thảo", self.units, width=140),
        )
        self._faults.add("letterhead.symbol", told, self.symbol)
        self._faults.add("letterhead.place", told, self.place)
        card.fields(FieldCell("Trong câu gọi &là", self.in_text))
        for place, field in self._fields().items():
            self.letterhead.follow(place, field)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            *(self.parent_agency, self.agency, self.in_text),
            *(self.symbol, self.place, self.units, self.addressees),
        )

    def _fields(self) -> dict[str, QWidget]:
        """The field of each line of the letterhead."""
        return {
            "letterhead.parent_agency": self.parent_agency,
            "letterhead.agency": self.agency,
            "letterhead.symbol": self.symbol,
            "letterhead.place": self.place,
            "addressees": self.addressees,
        }

    def _go_to(self, place: str) -> None:
        field = self._fields().get(place)
        if field is not None:
            field.setFocus()

    def _signers_page(self) -> QWidget:
        self.signers = QComboBox()
        self.signers.setAccessibleName("Người ký")
        self.signers.currentIndexChanged.connect(self._show_signer)
        add, remove = QPushButton("Thêm ngườ&i ký"), QPushButton("&Bỏ người này")
        self.first = QPushButton("Đưa lê&n đầu")
        self.first.setToolTip("Người đứng đầu danh sách ký các báo cáo mới")
        for button in (add, self.first, remove):
            button.setAutoDefault(False)
        add.clicked.connect(self._add_signer)
        self.first.clicked.connect(self._make_first)
        remove.clicked.connect(self._remove_signer)
        self.signer = SignerForm(lambda: _text(self.agency))
        self.signer.edited.connect(self._on_signer_edited)
        self.closing = ExcerptView("closing")
        area = FormArea(excerpt_card(self.closing))
        card = area.card("Người ký")
        self.signers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.fields(self.signers, add, self.first, remove)
        card.column.addWidget(self.signer)
        area.finish()
        for place, field in self.signer.fields().items():
            self.closing.follow(place, field)
        self.closing.place_wanted.connect(self._go_to_signer)
        return area

    def _go_to_signer(self, place: str) -> None:
        field = self.signer.fields().get(place)
        if field is not None:
            field.setFocus()

    def _settings_page(self) -> QWidget:
        page = QWidget()
        self.settings = SettingsForm()
        self.settings.edited.connect(self._note)
        column = QVBoxLayout(page)
        spaced(column)
        column.addWidget(self.settings)
        column.addStretch(1)
        return scrolled(page)

    # ------------------------------------------------------------------------------- the paper

    def _sample(self) -> Report:
        """Make the head and the end of a report of this office, signed by who is shown."""
        today = now()
        report = with_office(Report("", today, today.year, _SUBJECT), self.value())
        row = self.signers.currentIndex()
        return replace(report, signature=self._signers[row]) if 0 <= row < len(self._signers) else report

    def _refused(self) -> Mapping[str, Sequence[Refusal]]:
        return letterhead_refusals(self._sample())

    def _show_paper(self) -> None:
        sample = self._sample()
        for view in (self.letterhead, self.closing):
            view.show_report(sample)

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
        self.words.load(office)
        self._signers = list(office.signers) or [Signature()]
        self._list_signers(0)
        self._is_loading = False
        self._faults.tell_all()
        self._show_paper()

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
            words=self.words.known(),
            rules_off=self.words.rules_off(),
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
            self._debounce.start()

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
        before = self.value()
        gone = self._signers.pop(self.signers.currentIndex())
        self._signers = self._signers or [Signature()]
        self._list_signers(0)
        self._note()
        if gone != Signature():
            self.signer_removed.emit(before, _signer_name(gone))

    def _make_first(self) -> None:
        self._signers.insert(0, self._signers.pop(self.signers.currentIndex()))
        self._list_signers(0)
        self.signers.setFocus()
        self._note()

    def _note(self) -> None:
        if not self._is_loading:
            self._debounce.start()
            self.edited.emit()


def _signer_name(signer: Signature) -> str:
    return " – ".join(filter(None, (signer.signer, *signer.lines[-1:]))) or "(người ký mới)"


def _parts(line: QLineEdit) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, line.text().split(";"))))


def _text(line: QLineEdit) -> str | None:
    return " ".join(line.text().split()) or None
