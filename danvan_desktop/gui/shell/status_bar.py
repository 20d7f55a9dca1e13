"""Status bar: the state of the open report, its deadline, words, pages, and when it was saved."""

from datetime import datetime

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar

from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.shell.unsaved_banner import UnsavedBanner
from danvan_desktop.gui.widgets.buttons import OfferButton
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.request_letter import deadline_text
from danvan_desktop.report.lifecycle.states import is_read_only, issued_as, state_label
from danvan_desktop.report.model import Report

_SAID_MS = 8000


class StatusBar(QObject):
    """Fills the status bar of the window; a failure to save is shown in a banner too."""

    def __init__(self, bar: QStatusBar, unsaved: UnsavedBanner, fit: QAction) -> None:
        """Fill ``bar``; ``fit`` has a button while it is worth offering, ``unsaved`` shows failures."""
        super().__init__(bar)
        self._bar, self._unsaved = bar, unsaved
        self.is_read_only = False
        """Nothing can be saved, and nothing can be changed."""
        self.fit = OfferButton(fit)
        bar.addPermanentWidget(self.fit)
        self.stage = self._label("Tình trạng và hạn gửi")
        self.words = self._label("Số từ")
        self.pages = self._label("Số trang")
        self.saved = self._label("Lần lưu cuối")

    def clear(self) -> None:
        """No report is open."""
        for label in (self.stage, self.words, self.pages, self.saved):
            label.clear()
        self._unsaved.withdraw()

    def say(self, text: str) -> None:
        """Show ``text`` for a few seconds."""
        self._bar.showMessage(text, _SAID_MS)

    def show_stage(self, report: Report) -> None:
        """Show the state of ``report``, its deadline while it can be met, then its number and date."""
        due = "" if is_read_only(report) else deadline_text(report.request, now().date())
        stage = f"{state_label(report)} {issued_as(report)}".strip()
        self.stage.setText("  ·  ".join(filter(None, (stage, due))))

    def show_words(self, count: int) -> None:
        """Show how many words there are."""
        self.words.setText(f"{QLocale().toString(count)} từ")

    def show_pages(self, count: int) -> None:
        """Show how many pages there are; 0: it is not known."""
        self.pages.setText(f"{count} trang" if count else "")

    def show_saved(self, moment: datetime) -> None:
        """Show when it was saved last."""
        self.saved.setText("Chỉ đọc" if self.is_read_only else f"Đã lưu {moment:%H:%M:%S}")
        self._unsaved.withdraw()

    def show_slow(self, seconds: float) -> None:
        """Say that the disk is slow: what was typed is on it later than usual."""
        taken = f"{seconds:.1f}".replace(".", ",")
        self.say(f"Ổ đĩa chậm: lần lưu vừa rồi mất {taken} giây.")

    def show_unsaved(self, reason: str) -> None:
        """Show that it could not be saved, why, and offer to try again or to write it to a file."""
        self.saved.setText("CHƯA LƯU ĐƯỢC")
        self._unsaved.show_failure(reason)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setAccessibleName(name)
        label.setContentsMargins(GAP, 0, GAP, 0)
        self._bar.addPermanentWidget(label)
        return label
