"""Choice of an old database: what lies in the data folder, or a file from elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.rescue.data_file_list import DataFileList
from danvan_desktop.gui.rescue.data_files import DataFile, copies_in, database_of
from danvan_desktop.gui.services.preferences import documents_folder
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.gui.widgets.style import icon, size_dialog, spaced
from danvan_desktop.store.connection.network_drive import DATABASE_NAME

TITLE = "Mở bản dữ liệu cũ"
_FILTER = "Dữ liệu báo cáo (*.sqlite3 *.sqlite3-wal);;Mọi tệp (*)"


def ask_for_data_file(folder: Path, window: QWidget) -> Path | None:
    """Ask for a database other than the one in use in ``folder``; None: called off."""
    files = copies_in(folder)
    if not files:
        return _ask_for_other(folder, window)
    dialog = ChooseDataFileDialog(files, window)
    accepted, path, wants_other = dialog.exec(), dialog.list.chosen(), dialog.wants_other
    dialog.deleteLater()
    if wants_other:
        return _ask_for_other(folder, window)
    return database_of(path) if accepted and path is not None else None


def _ask_for_other(folder: Path, window: QWidget) -> Path | None:
    path = file_dialog.ask_open(window, TITLE, documents_folder(), _FILTER)
    if path is None:
        return None
    path = database_of(path)
    used = folder / DATABASE_NAME
    # Not even opened: closing it would take SQLite's locks on it away from the whole process (POSIX).
    if used.exists() and path.exists() and path.samefile(used):
        show_problem(
            TITLE,
            "Đây chính là tệp dữ liệu đang dùng: các báo cáo của tệp này đã ở trong danh sách. "
            "Hãy chọn một tệp khác.",
            window,
        )
        return None
    return path


class ChooseDataFileDialog(QDialog):
    """Lists the copies in the data folder, the newest chosen: Enter is enough."""

    def __init__(self, files: Sequence[DataFile], parent: QWidget | None = None) -> None:
        """Offer ``files``."""
        super().__init__(parent)
        self.wants_other = False
        self.setWindowTitle(TITLE)
        help_key(self, "tim-lai-du-lieu")
        self.list = DataFileList(files)
        self.list.itemActivated.connect(self.accept)
        ask = QLabel("&Xem các báo cáo trong:")
        ask.setBuddy(self.list)
        hint = QLabel(
            "Đây là những bản dữ liệu có trong thư mục dữ liệu. Tệp được chọn chỉ được đọc, không bị sửa; "
            "bước sau mới chọn báo cáo nào đưa vào danh sách."
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        look = buttons.addButton("Xem các &báo cáo", QDialogButtonBox.ButtonRole.AcceptRole)
        look.setIcon(icon("open"))
        other = buttons.addButton("Chọn &tệp khác…", QDialogButtonBox.ButtonRole.ActionRole)
        other.clicked.connect(self._take_other)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(ask)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        look.setDefault(True)
        self.list.setFocus()
        size_dialog(self, 720, 400)

    def done(self, result: int) -> None:
        """Look into no file any more before the dialog closes."""
        self.list.stop_looking()
        super().done(result)

    def _take_other(self) -> None:
        self.wants_other = True
        self.accept()
