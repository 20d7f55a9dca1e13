"""Dialog with the reports of an old database: which of them come into the list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.widgets.style import icon, row_size, size_dialog, spaced
from danvan_desktop.report.lifecycle.states import STATE_LABELS
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.rescue.old_data import OldData, OldReport, read_old_data

_COLUMNS = ("Trích yếu", "Năm", "Tình trạng", "Sửa lần cuối", "Ghi chú")
_REPORT = Qt.ItemDataRole.UserRole
_IN_LIST = "đã có trong danh sách"


class OldDataDialog(QDialog):
    """Reads the file in a job; what the list does not have yet is ticked."""

    def __init__(self, path: Path, drafts: Sequence[Draft], parent: QWidget | None = None) -> None:
        """Begin to read ``path``; ``drafts`` are in the list already."""
        super().__init__(parent)
        self.found: OldData | None = None
        """What is in the file; None: it was not read yet."""
        self._path = path
        self._known = {(draft.subject, draft.year, draft.modified) for draft in drafts}
        self._jobs = Jobs(self)
        self._is_wanted = True
        self.setWindowTitle("Khôi phục báo cáo")
        help_key(self, "sao-luu")
        self._lay_out()
        size_dialog(self, 860, 480)
        self._jobs.start(lambda: read_old_data(path, now(), lambda: self._is_wanted), self._show, self._fail)

    def _lay_out(self) -> None:
        self.message = QLabel(f"Đang đọc các báo cáo trong {self._path.name}…")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Đang đọc")
        self.list = _list_widget()
        self.list.itemChanged.connect(self._follow_ticks)
        self.offices = QCheckBox("Lấy cả &cơ quan và người ký")
        self.offices.hide()
        self.offices.toggled.connect(self._follow_ticks)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton("Đưa vào &danh sách", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setIcon(icon("restore"))
        self.take.setEnabled(False)
        buttons.addButton("T&hôi", QDialogButtonBox.ButtonRole.RejectRole)
        self.every = buttons.addButton("Chọn &tất cả", QDialogButtonBox.ButtonRole.ActionRole)
        self.every.setEnabled(False)
        self.every.clicked.connect(self._tick_all)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.offices)
        layout.addWidget(buttons)

    def chosen(self) -> tuple[OldReport, ...]:
        """Return the reports that are ticked."""
        ticked = [item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked]
        return tuple(item.data(0, _REPORT) for item in ticked)

    def takes_offices(self) -> bool:
        """Tell whether the offices are wanted too."""
        return self.offices.isChecked()

    def done(self, result: int) -> None:
        """Read no further before the dialog closes."""
        self._is_wanted = False
        self._jobs.wait()
        super().done(result)

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]

    def _show(self, found: OldData | None) -> None:
        self.progress.hide()
        if found is None:
            return
        self.found = found
        self.list.addTopLevelItems([self._row(old) for old in found.reports])
        if found.reports:
            self.message.setText(
                f"Trong {self._path.name} có {len(found.reports)} báo cáo. Báo cáo được chọn vào danh sách "
                "thành báo cáo mới; báo cáo đang có và tệp cũ giữ nguyên."
            )
            self.list.setCurrentItem(self.list.topLevelItem(0))
            self.list.setFocus()
        else:
            self.message.setText(
                f"Không thấy báo cáo nào của phần mềm này trong {self._path}. Hãy chọn một tệp dữ liệu khác."
            )
        if found.lost:
            lost = "; ".join(f"“{title}”" for title in found.lost)
            self.message.setText(f"{self.message.text()}\nKhông còn đọc được: {lost}.")
        if found.offices:
            self.offices.setText(f"Lấy cả {len(found.offices)} &cơ quan và người ký")
            self.offices.show()
        self.every.setEnabled(bool(found.reports))
        self._follow_ticks()

    def _fail(self, error: BaseException) -> None:
        self.progress.hide()
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self.message.setText(error.message)

    def _row(self, old: OldReport) -> QTreeWidgetItem:
        report = old.report
        is_known = (report.subject, report.year, report.modified) in self._known
        when = f"{report.modified.astimezone():%d/%m/%Y  %H:%M}"
        item = QTreeWidgetItem(
            [old.title, str(report.year), STATE_LABELS[report.state], when, _note(old, is_known=is_known)]
        )
        item.setData(0, _REPORT, old)
        wanted = not is_known and not old.is_deleted
        item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        item.setSizeHint(0, row_size(self.list.font()))
        item.setToolTip(0, old.title)
        return item

    def _tick_all(self) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._follow_ticks()

    def _follow_ticks(self) -> None:
        number = len(self.chosen())
        self.take.setEnabled(number > 0 or self.takes_offices())
        self.take.setText(f"Đưa {number} báo cáo vào &danh sách" if number else "Đưa vào &danh sách")


def _note(old: OldReport, *, is_known: bool) -> str:
    notes = (
        (is_known, _IN_LIST),
        (old.is_deleted, "đã xóa lúc ấy"),
        (old.is_earlier, "bản lưu trước lần sửa cuối"),
        (old.is_part, "chỉ phần đọc được"),
    )
    return ", ".join(text for applies, text in notes if applies)


def _list_widget() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Các báo cáo trong tệp")
    tree.setRootIsDecorated(False)
    tree.setAllColumnsShowFocus(True)
    tree.setAlternatingRowColors(True)
    tree.setHeaderLabels(_COLUMNS)
    header = tree.header()
    header.setStretchLastSection(False)
    for column in range(len(_COLUMNS)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return tree
