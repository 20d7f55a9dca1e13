"""Status bar: at the left when the report was saved, at the right its deadline, words, pages and zoom."""

from datetime import datetime

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.style_sheet import SIGN
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.shell.unsaved_banner import UnsavedBanner
from danvan_desktop.gui.widgets.buttons import OfferButton
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.states import is_read_only, issued_as
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.deadline import deadline_text

_SAID_MS = 8000


class StatusBar(QObject):
    """Fills the status bar of the window; a failure to save is shown in a banner too."""

    def __init__(self, bar: QStatusBar, unsaved: UnsavedBanner, fit: QAction) -> None:
        """Fill ``bar``; ``fit`` has a button while it is worth offering, ``unsaved`` shows failures."""
        super().__init__(bar)
        self._bar, self._unsaved = bar, unsaved
        bar.setSizeGripEnabled(False)
        self.is_read_only = False
        """Nothing can be saved, and nothing can be changed."""
        self._zoom: QWidget | None = None
        self.saved = _label("Lần lưu cuối")
        bar.addWidget(self.saved)
        self.fit = OfferButton(fit)
        bar.addPermanentWidget(self.fit)
        self.deadline, self.words, self.pages = map(_label, ("Hạn gửi", "Số từ", "Số trang"))
        for label in (self.deadline, self.words, self.pages):
            label.setProperty(SIGN, "muted")
            bar.addPermanentWidget(label)

    def add_zoom(self, zoom: QWidget) -> None:
        """Put ``zoom`` at the right end, to be seen beside an open report."""
        self._zoom = zoom
        self._bar.addPermanentWidget(zoom)

    def clear(self) -> None:
        """No report is open."""
        for label in (self.deadline, self.words, self.pages, self.saved):
            label.clear()
        if self._zoom is not None:
            self._zoom.hide()
        self._unsaved.withdraw()

    def say(self, text: str) -> None:
        """Show ``text`` for a few seconds."""
        self._bar.showMessage(text, _SAID_MS)

    def show_report(self, report: Report) -> None:
        """Show until when ``report`` is to be sent; once it is issued, its number and date."""
        due = "" if is_read_only(report) else deadline_text(report.request, now().date())
        self.deadline.setText(due or _sentence(issued_as(report)))
        if self._zoom is not None:
            self._zoom.show()

    def show_words(self, count: int) -> None:
        """Show how many words there are."""
        self.words.setText(f"{QLocale().toString(count)} từ")

    def show_pages(self, count: int) -> None:
        """Show how many pages there are; 0: it is not known."""
        self.pages.setText(f"{count} trang" if count else "")

    def show_saved(self, moment: datetime) -> None:
        """Show when it was saved last."""
        if self.is_read_only:
            self._show_saving("Chỉ đọc", "muted")
        else:
            self._show_saving(f"✓ Đã lưu {moment:%H:%M:%S}", "green")
        self._unsaved.withdraw()

    def show_slow(self, seconds: float) -> None:
        """Say that the disk is slow: what was typed is on it later than usual."""
        taken = f"{seconds:.1f}".replace(".", ",")
        self.say(f"Ổ đĩa chậm: lần lưu vừa rồi mất {taken} giây.")

    def show_unsaved(self, reason: str) -> None:
        """Show that it could not be saved, why, and offer to try again or to write it to a file."""
        self._bar.clearMessage()  # a message would stand before it
        self._show_saving("CHƯA LƯU ĐƯỢC", "red")
        self._unsaved.show_failure(reason)

    def _show_saving(self, text: str, sign: str) -> None:
        self.saved.setText(text)
        self.saved.setAccessibleDescription(text.removeprefix("✓ "))
        mark(self.saved, SIGN, sign)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setContentsMargins(GAP, 0, GAP, 0)
    return label


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
