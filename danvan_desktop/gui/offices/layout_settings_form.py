"""Form for page settings (font size, line spacing, margins), limited to the ranges of the decree."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.card import Card, FieldCell
from danvan_desktop.gui.look.style_sheet import SIGN
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.layout import nd30
from danvan_desktop.layout.settings import (
    MARGINS,
    default_settings,
    figure,
    lawful,
    pitch_range,
    with_size_set,
)
from danvan_desktop.report.model import Margins, Settings

_FIRST_LINES = {10.0: "10 mm (1 cm)", 12.7: "12,7 mm (1,27 cm)"}
_TONES = (("old", "Kiểu cũ: hòa, thủy"), ("new", "Kiểu mới: hoà, thuỷ"))


class SettingsForm(QWidget):
    """Edits one :class:`Settings`; a field that is not touched gives back what it was given."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show our defaults."""
        super().__init__(parent)
        self._before = self._shown = default_settings()
        self._is_loading = False
        self._make_fields()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP + 4)
        self._text = self._text_group()
        self._grid.addWidget(self._text, 0, 0, 1, 2)
        self._grid.addWidget(self._margin_group(), 1, 0, 1, 2)
        self.load(default_settings())
        self._connect()

    def put_beside(self, box: QWidget) -> None:
        """Show ``box`` left of the letters: a low screen has room for both beside each other."""
        self._grid.removeWidget(self._text)
        self._grid.addWidget(box, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.setColumnStretch(0, 1)

    def fields(self) -> tuple[QWidget, ...]:
        """The fields in the order in which they stand."""
        text = (self.letter_size, self.first_line, self.before, self.pitch, self.tone)
        return (*text, *self.margins.values())

    def _make_fields(self) -> None:
        self.letter_size = _choice("Cỡ chữ", [(size, f"{size}") for size in nd30.SIZE_SETS])
        self.first_line = _choice(
            "Chữ đầu dòng lùi", [(length, _FIRST_LINES[length]) for length in nd30.FIRST_LINES_MM]
        )
        self.before = _spin("Khoảng cách giữa các đoạn", "pt", decimals=1, step=1)
        self.before.setRange(nd30.SPACE_BEFORE_PT.low, nd30.SPACE_BEFORE_PT.high)
        self.pitch = _spin("Giãn dòng", "pt", decimals=2, step=0.5)
        self.margins = {side: _spin(name, "mm", decimals=1, step=1) for side, (name, _) in MARGINS.items()}
        for side, (_, allowed) in MARGINS.items():
            self.margins[side].setRange(allowed.low, allowed.high)
        self.tone = _choice("Kiểu đặt dấu thanh", list(_TONES))
        self.pitch_range = QLabel()
        self.pitch_range.setToolTip("Từ dòng đơn đến 1,5 dòng")

    def _text_group(self) -> Card:
        card = Card("Chữ và dòng")
        space = f"từ {figure(nd30.SPACE_BEFORE_PT.low)} pt trở lên"
        card.fields(
            FieldCell("Cỡ &chữ", self.letter_size),
            FieldCell("Chữ đầu dòng &lùi", self.first_line),
            FieldCell("Kiểu đặt dấu thanh", self.tone),
        )
        card.fields(
            FieldCell("Cách đ&oạn", _noted(self.before, QLabel(space)), self.before),
            FieldCell("Giãn &dòng", _noted(self.pitch, self.pitch_range), self.pitch),
        )
        card.note(_first_up(nd30.TEXT_CLAUSE))
        return card

    def _margin_group(self) -> Card:
        card = Card("Lề trang")
        labels = (("top", "Trê&n"), ("bottom", "Dướ&i"), ("left", "T&rái"), ("right", "P&hải"))
        card.fields(
            *(
                FieldCell(
                    label, _noted(self.margins[side], QLabel(_ends(MARGINS[side][1]))), self.margins[side]
                )
                for side, label in labels
            )
        )
        card.note(_first_up(nd30.MARGIN_TOP_MM.clause))
        return card

    def _connect(self) -> None:
        self.letter_size.currentIndexChanged.connect(self._on_size)
        for box in (self.first_line, self.tone):
            box.currentIndexChanged.connect(self._note)
        for spin in (self.before, self.pitch, *self.margins.values()):
            spin.valueChanged.connect(self._note)

    # ------------------------------------------------------------------------------- in and out

    def load(self, settings: Settings) -> None:
        """Show ``settings``; what the decree does not allow stands at the nearest that it does."""
        self._before = settings
        self._put(lawful(settings))
        self._shown = self._read()

    def _put(self, settings: Settings) -> None:
        self._is_loading = True
        self._show_pitch_range(settings.size_set)
        self.letter_size.setCurrentIndex(self.letter_size.findData(settings.size_set))
        self.first_line.setCurrentIndex(nd30.FIRST_LINES_MM.index(settings.first_line_mm))
        self.before.setValue(settings.space_before_pt)
        self.pitch.setValue(settings.line_pitch_pt)
        for side, spin in self.margins.items():
            spin.setValue(getattr(settings.margins_mm, side))
        self.tone.setCurrentIndex(self.tone.findData(settings.tone))
        self._is_loading = False

    def value(self) -> Settings:
        """Give the settings as they stand; the very same while nothing was touched."""
        now = self._read()
        return self._before if now == self._shown and lawful(self._before) == self._before else now

    def reset(self) -> None:
        """Show what we propose; where the tone mark stands is no matter of form and stays."""
        self._put(replace(default_settings(), tone=self.tone.currentData()))
        self.edited.emit()

    def _read(self) -> Settings:
        return replace(
            self._before,
            size_set=self.letter_size.currentData(),
            first_line_mm=self.first_line.currentData(),
            space_before_pt=self.before.value(),
            line_pitch_pt=self.pitch.value(),
            margins_mm=self._read_margins(),
            tone=self.tone.currentData(),
        )

    def _read_margins(self) -> Margins:
        top, bottom, left, right = (self.margins[side].value() for side in MARGINS)
        return replace(self._before.margins_mm, top=top, bottom=bottom, left=left, right=right)

    def _on_size(self) -> None:
        """Keep the lines as close in proportion as they were."""
        if self._is_loading:
            return
        size = self.letter_size.currentData()
        other = replace(self._read(), size_set=14 if size == 13 else 13)
        settings = with_size_set(other, size)
        self._is_loading = True
        self._show_pitch_range(size)
        self.pitch.setValue(settings.line_pitch_pt)
        self._is_loading = False
        self._note()

    def _show_pitch_range(self, size_set: int) -> None:
        allowed = pitch_range(size_set)
        self.pitch.setRange(allowed.low, allowed.high)
        # Dòng đơn and 1,5 dòng in short: a low screen has no line to spare.
        self.pitch_range.setText(f"từ {figure(allowed.low)} (đơn) đến {figure(allowed.high)} pt (1,5)")

    def _note(self) -> None:
        if not self._is_loading:
            self.edited.emit()


def _noted(field: QWidget, note: QLabel) -> QWidget:
    """A field with what it may be below it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    note.setProperty(SIGN, "muted")
    column.addWidget(note)
    return whole


def _ends(allowed: nd30.Range) -> str:
    return f"từ {figure(allowed.low)} đến {figure(allowed.high)} mm"


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _choice(name: str, choices: list[tuple[object, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, label in choices:
        box.addItem(label, value)
    return box


def _spin(name: str, unit: str, *, decimals: int, step: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setAccessibleName(name)
    box.setDecimals(decimals)
    box.setSingleStep(step)
    box.setSuffix(f" {unit}")
    box.setMinimumWidth(110)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box
