"""The report that is due, on top of the first page: where it stands, until when, how far its review is."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.home.listing.row_texts import (
    due_of,
    due_tone,
    is_part_overdue,
    state_of,
    suspected_text,
    tone_of,
    unanswered_text,
    undecided_of,
    waiting_of,
)
from danvan_desktop.gui.look.style_sheet import CARD, LARGE, PRIMARY, QUIET, SIGN
from danvan_desktop.gui.widgets.pill import Pill
from danvan_desktop.gui.widgets.style import GAP, heading_label
from danvan_desktop.store.listing.draft import Draft

_BAR_WIDTH = 300


class CurrentReportCard(QFrame):
    """Shows one report; the filled button leads back to where its cursor stood."""

    opened = Signal(object)
    """The :class:`Draft` is to be opened."""
    pages_wanted = Signal(object)
    """It is to be opened with its printed pages beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.draft: Draft | None = None
        self.setProperty(CARD, True)
        self.caption, self.title, self.review = QLabel(), heading_label(""), QLabel()
        for label in (self.caption, self.title, self.review):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.caption, self.title, self.review):
            label.setWordWrap(True)
        for label in (self.caption, self.review):
            label.setProperty(SIGN, "muted")
        self.state, self.due, self.missing = Pill(), Pill(), Pill()
        self.returned, self.waiting = Pill(), Pill()
        self.suspected, self.unanswered = Pill(), Pill()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(_BAR_WIDTH)
        self.bar.setMinimumWidth(_BAR_WIDTH // 3)
        self.resume = QPushButton("&Soạn tiếp")
        self.resume.setProperty(PRIMARY, True)
        self.resume.setProperty(LARGE, True)
        self.resume.setMinimumWidth(120)
        self.resume.clicked.connect(lambda _: self.opened.emit(self.draft))
        self.pages = QPushButton("&Xem trang in")
        self.pages.setProperty(QUIET, True)
        self.pages.setToolTip("Mở báo cáo này cùng các trang in")
        self.pages.clicked.connect(lambda _: self.pages_wanted.emit(self.draft))
        self._lay_out()
        self.hide()

    def show_draft(self, draft: Draft | None, today: date, *, editable: bool = True) -> None:
        """Show ``draft`` as it is ``today``; hide where there is none."""
        self.draft = draft
        self.setVisible(draft is not None)
        if draft is None:
            return
        is_going_on = editable and draft.state != "issued"
        self.caption.setText(
            " · ".join(filter(None, ("ĐANG LÀM" if is_going_on else "GẦN ĐÂY NHẤT", draft.agency)))
        )
        self.title.setText(draft.title)
        self.state.show_state(state_of(draft), tone_of(draft))
        self.due.show_state(due_of(draft, today), due_tone(draft, today))
        missing = 0 if draft.counts is None or draft.state == "issued" else draft.counts.missing
        self.missing.show_state(f"{missing} việc chưa xong" if missing else "", "quiet")
        self.returned.show_state(undecided_of(draft), "amber")
        late = is_part_overdue(draft, today)
        self.waiting.show_state(waiting_of(draft, today), "red" if late else "quiet")
        is_open = draft.state != "issued"
        self.suspected.show_state(suspected_text(draft.suspected) if is_open else "", "red")
        self.unanswered.show_state(unanswered_text(draft.unanswered) if is_open else "", "amber")
        self._show_review(draft)
        self.resume.setText("&Soạn tiếp" if is_going_on else "Mở &xem")
        self.resume.setToolTip(f"Mở “{draft.title}” ở chỗ đang làm dở")
        self.setAccessibleName(draft.title)

    def _show_review(self, draft: Draft) -> None:
        """Show how many of last year's places were reviewed; of a report that has none, nothing."""
        counts, settled = None if draft.state == "issued" else draft.counts, draft.settled
        words = []
        is_known = False
        if counts is not None and settled is not None and counts.unchecked + settled:
            is_known, whole = True, counts.unchecked + settled
            words.append(f"đã rà {settled} / {whole} chỗ cũ")
            self.bar.setRange(0, whole)
            self.bar.setValue(settled)
            self.bar.setAccessibleName(words[0])
        if counts is not None and counts.unedited:
            words.append(f"còn {counts.unedited} đoạn chưa sửa")
        self.bar.setVisible(is_known)
        self.review.setText(", ".join(words))
        self.review.setVisible(bool(words))

    def _lay_out(self) -> None:
        pills = FlexRow()
        pills.setSpacing(GAP)
        for pill in (
            *(self.state, self.due, self.missing, self.returned, self.waiting),
            *(self.suspected, self.unanswered),
        ):
            pills.addWidget(pill)
        progress = QHBoxLayout()
        progress.setSpacing(GAP + GAP // 2)
        progress.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        progress.addWidget(self.review, 2)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(self.caption)
        words.addWidget(self.title)
        words.addLayout(pills)
        words.addLayout(progress)
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.resume)
        buttons.addWidget(self.pages)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        row.setSpacing(3 * GAP)
        row.addLayout(words, 1)
        row.addLayout(buttons)
