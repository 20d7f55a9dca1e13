"""List of database files with kind, date and size; a job looks how many reports are inside."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from danvan_desktop.gui.rescue.data_files import DataFile, database_of, size_text
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.style import row_size
from danvan_desktop.store.rescue.old_data import OldData, read_old_data

_COLUMNS = ("Loại", "Ngày", "Cỡ", "Bên trong")
_INSIDE = 3
_PATH = Qt.ItemDataRole.UserRole


class DataFileList(QTreeWidget):
    """The first file is chosen; Enter takes the chosen one."""

    def __init__(self, files: Sequence[DataFile], parent: QWidget | None = None) -> None:
        """List ``files``, among which may be the WAL of a database that is gone."""
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._is_wanted = True
        self._unseen: list[tuple[QTreeWidgetItem, Path]] = []
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
        for file in files:
            self._add(file)
        self.setCurrentItem(self.topLevelItem(0))
        self._look_into_next()

    def chosen(self) -> Path | None:
        """Return the chosen file."""
        for item in self.selectedItems():
            path: Path = item.data(0, _PATH)
            return path
        return None

    def stop_looking(self) -> None:
        """Look into no file any more: the list is about to go."""
        self._is_wanted = False
        self._jobs.wait()

    def _add(self, file: DataFile) -> None:
        when = f"{file.modified:%d/%m/%Y  %H:%M}"
        item = QTreeWidgetItem([file.kind, when, size_text(file.size), "đang xem…"])
        item.setData(0, _PATH, file.path)
        item.setToolTip(0, str(file.path))
        item.setSizeHint(0, row_size(self.font()))
        self.addTopLevelItem(item)
        self._unseen.append((item, file.path))

    def _look_into_next(self) -> None:
        """Read one file after the other: each takes all of a processor."""
        if not self._unseen or not self._is_wanted:
            return
        item, path = self._unseen.pop(0)
        self._jobs.start(
            lambda: read_old_data(database_of(path), now(), lambda: self._is_wanted),
            lambda found: self._show_inside(item, found),
            lambda _: self._show(item, "không đọc được"),
        )

    def _show_inside(self, item: QTreeWidgetItem, found: OldData | None) -> None:
        if found is None:
            return
        whole = sum(not each.is_part for each in found.reports)
        parts = len(found.reports) - whole
        told = [f"{whole} báo cáo"] if whole else []
        told += [f"{parts} phần đọc được"] if parts else []
        self._show(item, ", ".join(told) or "không có báo cáo")

    def _show(self, item: QTreeWidgetItem, told: str) -> None:
        item.setText(_INSIDE, told)
        self._look_into_next()
