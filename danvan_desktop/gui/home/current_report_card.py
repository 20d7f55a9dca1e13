"""The report of this year, big on the first page: where it stands, until when, what is open."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.look.style_sheet import CARD, LARGE, PRIMARY
from danvan_desktop.gui.widgets.style import GAP, larger
from danvan_desktop.report.lifecycle.request_letter import days_left, deadline_text
from danvan_desktop.report.lifecycle.review import TabCount
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.report.model import Request
from danvan_desktop.store.listing.draft import Draft

SOON_DAYS = 7
"""From so many days before the deadline on it stands in bold."""
LONG_PAST_DAYS = 90
"""After so many days it is only a date: nobody waits for that report any more."""


def state_of(draft: Draft) -> str:
    """Name the state: "Lấy ý kiến (lần 2)"; a word of a later release is not known."""
    if draft.is_damaged:
        return "Hỏng"
    label = next((text for state, text in STATE_LABELS.items() if state == draft.state), "Không rõ")
    return f"{label} (lần {draft.round})" if draft.state == "consulting" and draft.round else label


def due_of(draft: Draft, today: date) -> str:
    """Write the deadline with the days left; nothing of what is issued, no count of what is long past."""
    if draft.state == "issued" or draft.is_damaged:
        return ""
    request = Request(due=draft.due)
    left = days_left(request, today)
    text = deadline_text(request, today)
    return text.partition(" (")[0] if left is not None and left < -LONG_PAST_DAYS else text


def open_text(counts: TabCount | None) -> str:
    """Write what is open: "còn 12 chỗ chưa rà, 3 đoạn chưa sửa, 1 việc còn thiếu"."""
    if counts is None:
        return ""
    parts = (
        (counts.unchecked, "chỗ chưa rà"),
        (counts.unedited, "đoạn chưa sửa"),
        (counts.missing, "việc còn thiếu"),
    )
    listed = ", ".join(f"{number} {name}" for number, name in parts if number)
    return f"Còn {listed}" if listed else ""


class CurrentReportCard(QFrame):
    """Shows one report; the button leads back to where its cursor stood."""

    opened = Signal(object)
    """The :class:`Draft` is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.draft: Draft | None = None
        self.setProperty(CARD, True)
        self.title = _line(1.25, bold=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = _line(1.05)
        self.open_things = _line(1.0)
        self.resume = QPushButton("&Soạn tiếp")
        self.resume.setProperty(PRIMARY, True)
        self.resume.setProperty(LARGE, True)
        self.resume.setMinimumWidth(140)
        self.resume.clicked.connect(self._open)
        words = QVBoxLayout()
        words.setSpacing(GAP // 2)
        for label in (self.title, self.facts, self.open_things):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GAP, GAP, 3 * GAP, GAP)
        row.setSpacing(2 * GAP)
        row.addLayout(words, 1)
        row.addWidget(self.resume, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_draft(self, draft: Draft | None, today: date, *, editable: bool = True) -> None:
        """Show ``draft`` as it is ``today``; hide where there is none."""
        self.draft = draft
        self.setVisible(draft is not None)
        if draft is None:
            return
        due = due_of(draft, today)
        left = days_left(Request(due=draft.due), today)
        if due and left is not None and -LONG_PAST_DAYS <= left <= SOON_DAYS:
            due = f"<b>{due}</b>"
        self.title.setText(draft.title)
        self.facts.setText("  ·  ".join(filter(None, (f"Năm {draft.year}", state_of(draft), due))))
        self.open_things.setText("" if draft.state == "issued" else open_text(draft.counts))
        self.open_things.setVisible(bool(self.open_things.text()))
        self.resume.setText("&Soạn tiếp" if editable and draft.state != "issued" else "Mở &xem")
        self.setAccessibleName(draft.title)

    def _open(self) -> None:
        if self.draft is not None:
            self.opened.emit(self.draft)


def _line(factor: float, *, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setFont(larger(label.font(), factor, bold=bold))
    return label
