"""Dialog that asks from which report of an earlier year the new one is made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QWidget,
)

from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.home.listing.row_texts import state_of
from danvan_desktop.gui.widgets.style import size_dialog
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.store.listing.draft import Draft

_DRAFT = Qt.ItemDataRole.UserRole


class ChooseReportDialog(QDialog):
    """Lists the reports with the latest one selected: Enter is enough."""

    def __init__(self, drafts: Sequence[Draft], target: int, parent: QWidget | None = None) -> None:
        """Offer ``drafts`` for the report of ``target``."""
        super().__init__(parent)
        self.wants_file = False
        self.setWindowTitle(f"Lập báo cáo năm {target}")
        help_key(self, "tu-nam-truoc")
        self.list = WrappedList("Báo cáo năm trước")
        for draft in drafts:
            item = QListWidgetItem(f"{draft.title}\nNăm {draft.year} – {state_of(draft)}", self.list)
            item.setData(_DRAFT, draft)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        label = QLabel("&Lấy báo cáo nào làm khung?")
        label.setBuddy(self.list)
        hint = muted(
            "Báo cáo được chọn vẫn giữ nguyên. Trong báo cáo mới, năm được nâng lên, số và ngày để trống, "
            "các số liệu cũ được đánh dấu để rà lại."
        )
        buttons, _ = answers(self, f"Lập &báo cáo năm {target}")
        file = buttons.addButton("Lấy từ &tệp khác…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(self._take_file)
        file.setAutoDefault(False)
        layout = framed(self, f"Lập báo cáo năm {target}")
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        self.list.setFocus()
        size_dialog(self, 640, 420)

    def chosen(self) -> Draft | None:
        """Return the chosen report."""
        for item in self.list.selectedItems():
            draft: Draft = item.data(_DRAFT)
            return draft
        return None

    def _take_file(self) -> None:
        self.wants_file = True
        self.accept()
