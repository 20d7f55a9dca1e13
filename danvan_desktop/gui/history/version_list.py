"""List of the versions of a report: when each was kept and why, or under which name."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidgetItem, QWidget

from danvan_desktop.gui.history.comparison import Listing
from danvan_desktop.gui.history.wording import REASONS, moment_text
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.store.history.history import Version


class VersionList(WrappedList):
    """Shows the newest version first; those with a name in bold letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__("Các bản đã giữ", parent)
        self._listing = Listing((), (), frozenset())

    @property
    def listing(self) -> Listing:
        """What is listed."""
        return self._listing

    def version(self) -> Version | None:
        """The version that is chosen."""
        row = self.currentRow()
        return self._listing.versions[row] if 0 <= row < len(self._listing.versions) else None

    def show_listing(self, listing: Listing, select: int | None) -> None:
        """List what there is, without a signal; ``select``: the number of the version to be chosen.

        Where that is not there, the newest one is chosen that is not what the report holds now.
        """
        before, self._listing = self._listing, listing
        with QSignalBlocker(self):
            if (before.versions, before.as_now) != (listing.versions, listing.as_now):
                scrolled = self.verticalScrollBar().value()
                self.clear()
                for version in listing.versions:
                    self.addItem(self._item(version))
                self.verticalScrollBar().setValue(scrolled)
            row = _row_to_show(listing, select)
            if row != self.currentRow():
                self.setCurrentRow(row)

    def _item(self, version: Version) -> QListWidgetItem:
        what = version.name or REASONS[version.reason]
        if version.is_damaged:
            what = f"(hỏng) {what}"
        elif version.number in self._listing.as_now:
            what = f"{what} (như hiện tại)"
        item = QListWidgetItem(f"{moment_text(version.taken)}\n{what}")
        item.setToolTip(REASONS[version.reason])
        if version.name:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        return item


def _row_to_show(listing: Listing, select: int | None) -> int:
    """The row of ``select``, else of the newest version that is not what the report holds now; -1: none."""
    rows = range(len(listing.versions))
    for row in rows:
        if select is not None and listing.versions[row].number == select:
            return row
    for row in rows:
        version = listing.versions[row]
        if version.number not in listing.as_now and not version.is_damaged:
            return row
    return 0 if listing.versions else -1
