"""List of database files with kind, date and size; a job looks how many reports are inside."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from danvan_desktop.gui.rescue.data_files import DataFile, database_of, size_text
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.style import row_size
from danvan_desktop.store.backup.inside import Inside, inside_of

_COLUMNS = ("Loại", "Ngày", "Cỡ", "Bên trong")
_INSIDE = 3
_FILE = Qt.ItemDataRole.UserRole
_LOOKING = "đang xem…"


class DataFileList(QTreeWidget):
    """The first file is chosen; Enter takes the chosen one."""

    def __init__(self, files: Sequence[DataFile], parent: QWidget | None = None) -> None:
        """List ``files``, among which may be the WAL of a database that is gone."""
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._is_wanted = True
        self._seen: dict[DataFile, str] = {}
        self.setAccessibleName("Các tệp dữ liệu tìm thấy")
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setHeaderLabels(_COLUMNS)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(_COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.show_files(files)

    def show_files(self, files: Sequence[DataFile]) -> None:
        """List ``files`` in the place of those before; what is known of them and the choice stay."""
        before = self.chosen()
        self.clear()
        for file in files:
            self._add(file)
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        same = [item for item in items if item.data(0, _FILE).path == before]
        if items:
            self.setCurrentItem((same or items)[0])
        if not self._jobs.busy:
            self._look_into_next()

    def chosen(self) -> Path | None:
        """Return the chosen file."""
        for item in self.selectedItems():
            file: DataFile = item.data(0, _FILE)
            return file.path
        return None

    def stop_looking(self) -> None:
        """Look into no file any more: the list is about to go."""
        self._is_wanted = False
        self._jobs.wait()

    def _add(self, file: DataFile) -> None:
        when = f"{file.modified:%d/%m/%Y  %H:%M}"
        inside = self._seen.get(file, _LOOKING)
        item = QTreeWidgetItem([file.kind, when, size_text(file.size), inside])
        item.setData(0, _FILE, file)
        item.setToolTip(0, str(file.path))
        item.setSizeHint(0, row_size(self.font()))
        self.addTopLevelItem(item)

    def _look_into_next(self) -> None:
        """Read one file after the other: each takes all of a processor."""
        files = [self.topLevelItem(row).data(0, _FILE) for row in range(self.topLevelItemCount())]
        file = next((each for each in files if each not in self._seen), None)
        if file is None or not self._is_wanted:
            return
        self._jobs.start(
            lambda: inside_of(database_of(file.path), now(), lambda: self._is_wanted),
            lambda found: self._show(file, _told(found)),
            lambda _: self._show(file, "không đọc được"),
        )

    def _show(self, file: DataFile, told: str) -> None:
        self._seen[file] = told
        for row in range(self.topLevelItemCount()):
            if self.topLevelItem(row).data(0, _FILE) == file:
                self.topLevelItem(row).setText(_INSIDE, told)
        self._look_into_next()


def _told(found: Inside | None) -> str:
    if found is None:
        return _LOOKING
    told = [f"{found.whole} báo cáo"] if found.whole else []
    told += [f"{found.parts} phần đọc được"] if found.parts else []
    return ", ".join(told) or "không có báo cáo"
