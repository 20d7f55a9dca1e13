"""Dialog "Chỉ chỗ khác": the paragraph of this year's report that answers one of last year's tasks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.widgets.style import size_dialog
from danvan_desktop.report.lifecycle.promises import AnsweringText, Promise
from danvan_desktop.report.text.fold_diacritics import fold_words

_ANSWER = Qt.ItemDataRole.UserRole
_LONGEST = 240
"""Letters of a paragraph that are shown."""


class PointDialog(QDialog):
    """Lists the paragraphs that may answer a task, the likeliest first."""

    def __init__(
        self, promise: Promise, candidates: Sequence[AnsweringText], parent: QWidget | None = None
    ) -> None:
        """Ask which of ``candidates`` answers ``promise``."""
        super().__init__(parent)
        self.setWindowTitle("Chỉ chỗ khác")
        column = framed(self, "Nhiệm vụ này được trả lời ở đoạn nào?", promise.text)
        self.filter = QLineEdit()
        self.filter.setAccessibleName("Lọc theo chữ")
        self.filter.setPlaceholderText("Gõ vài chữ của đoạn cần tìm")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName("Các đoạn của báo cáo")
        self.list.setWordWrap(True)
        for answer in candidates:
            shown = answer.text if len(answer.text) <= _LONGEST else f"{answer.text[:_LONGEST]}…"
            item = QListWidgetItem(f"{answer.place}. {shown}" if answer.place else shown, self.list)
            item.setData(_ANSWER, answer)
            item.setToolTip(answer.text)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(self._update)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        buttons, self.go = answers(self, "Đúng đ&oạn này")
        column.addWidget(buttons)
        self._update()
        size_dialog(self, 640, 480)
        self.list.setFocus()

    def answer(self) -> AnsweringText | None:
        """Give the paragraph that is chosen."""
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None or item.isHidden():
            return None
        found = item.data(_ANSWER)
        return found if isinstance(found, AnsweringText) else None

    def _filter(self, text: str) -> None:
        wanted = fold_words(text)
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_wanted = wanted in fold_words(item.data(_ANSWER).text)
            item.setHidden(not is_wanted)
            if is_wanted and first < 0:
                first = row
        self.list.setCurrentRow(first)
        self._update()

    def _update(self) -> None:
        self.go.setEnabled(self.answer() is not None)
