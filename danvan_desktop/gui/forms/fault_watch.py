"""Asks the rules of the domain about fields: told when a field is left, withdrawn as soon as it is right."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from danvan_desktop.gui.forms.fault_line import FaultLine, show_fault
from danvan_desktop.report.office.signing_refusals import Refusal

Found = Mapping[str, Sequence[Refusal]]
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""The keyboard comes back to the field: nobody left it."""


class FaultWatch(QObject):
    """Watches the fields of one form. Typing is never restricted."""

    def __init__(self, find: Callable[[], Found], parent: QObject) -> None:
        """``find`` lists what is refused by place ("letterhead.symbol"), as the fields stand."""
        super().__init__(parent)
        self._find = find
        self._lines: dict[str, FaultLine] = {}
        self._fields: dict[str, tuple[QWidget, ...]] = {}
        self._told: set[str] = set()
        """Places whose faults are shown."""

    def add(self, place: str, line: FaultLine, *fields: QWidget) -> None:
        """Say what is refused at ``place``, which ``fields`` fill in, in ``line``."""
        self._lines[place], self._fields[place] = line, fields
        for field in fields:
            field.installEventFilter(self)
            if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit):
                field.textChanged.connect(self.withdraw)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what is wrong in a field that is left."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            left = {place for place, fields in self._fields.items() if watched in fields}
            if event.reason() not in _PASSING and not self._holds_focus(left):
                self._show(self._told | left)
        return False

    def tell_all(self) -> None:
        """Tell what is wrong in every field: a report was opened, or another field filled them in."""
        self._show(self._fields)

    def withdraw(self) -> None:
        """Take away what is right now; what is still wrong is told as it now is."""
        if self._told:
            self._show(self._told)

    def _holds_focus(self, places: Iterable[str]) -> bool:
        """Whether the keyboard went to the next of the fields that fill in the same place."""
        now = QApplication.focusWidget()
        return now is not None and any(now in self._fields[place] for place in places)

    def _show(self, places: Iterable[str]) -> None:
        found = self._find()
        shown = {place: tuple(found.get(place, ())) for place in places}
        self._told = {place for place, refusals in shown.items() if refusals}
        for line in dict.fromkeys(self._lines.values()):
            of_line = [
                refusal
                for place in self._fields
                if self._lines[place] is line
                for refusal in shown.get(place, ())
            ]
            line.say(tuple(dict.fromkeys(of_line)))
        for place, fields in self._fields.items():
            for field in fields:
                show_fault(field, shown.get(place, ()))
