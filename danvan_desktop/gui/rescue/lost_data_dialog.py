"""Question at a start whose database is gone: take the reports from what is left, begin anew, or close."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.rescue.data_file_list import DataFileList
from danvan_desktop.gui.rescue.data_files import data_file
from danvan_desktop.gui.widgets.style import size_dialog, spaced, title_label
from danvan_desktop.store.opening import Leftovers


class LostDataDialog(QDialog):
    """Rejected: the program is to be closed."""

    def __init__(self, found: Leftovers, parent: QWidget | None = None) -> None:
        """Offer ``found``, the best first."""
        super().__init__(parent)
        self._begins_anew = False
        self.setWindowTitle("Danvan Desktop")
        is_empty = found.path.exists()
        state = "rỗng" if is_empty else "không còn"
        what = QLabel(
            f"Tệp dữ liệu {found.path} {state}. Trong thư mục này còn những tệp dưới đây; "
            "có thể lấy lại các báo cáo từ một tệp trong số đó."
        )
        safe = QLabel(
            "Chọn cách nào cũng không tệp nào bị xóa hay sửa: các tệp này vẫn nằm trong thư mục, "
            "và lúc nào cũng mở lại được ở menu Tệp, mục Sao lưu và khôi phục…"
        )
        for label in (what, safe):
            label.setWordWrap(True)
        files = [each for each in map(data_file, found.candidates) if each is not None]
        self.list = DataFileList(files)
        self.list.itemActivated.connect(self.accept)
        ask = QLabel("&Lấy lại các báo cáo từ:")
        ask.setBuddy(self.list)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton("Lấy lại từ &tệp này", QDialogButtonBox.ButtonRole.AcceptRole)
        self.begin = buttons.addButton("&Bắt đầu danh sách mới", QDialogButtonBox.ButtonRole.ActionRole)
        self.leave = buttons.addButton("T&hoát", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.begin.clicked.connect(self._begin_anew)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(title_label("Không thấy danh sách báo cáo"))
        for part in (what, ask):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(safe)
        layout.addWidget(buttons)
        self.take.setDefault(True)
        self.list.setFocus()
        size_dialog(self, 720, 440)

    def source(self) -> Path | None:
        """Return the file to take the reports from; None: begin with an empty list."""
        return None if self._begins_anew else self.list.chosen()

    def done(self, result: int) -> None:
        """Look into no file any more before the dialog closes."""
        self.list.stop_looking()
        super().done(result)

    def _begin_anew(self) -> None:
        self._begins_anew = True
        self.accept()
