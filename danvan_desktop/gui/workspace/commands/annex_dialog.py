"""Dialog "Thêm phụ lục": an empty annex, or one made after a form (template), shipped or the office's own."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from danvan_desktop.atomic_files import write_file
from danvan_desktop.errors import UserError
from danvan_desktop.gui.forms.dialog_frame import answers, framed
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.widgets.style import GAP, size_dialog
from danvan_desktop.paths import resource
from danvan_desktop.report.annexes.forms import AnnexForm, read_forms

EXAMPLE = "vi-du.json.txt"
"""In the office's folder: a form to be followed, under a name that is not read."""
_EMPTY = "Phụ lục trống: tự đặt tên và soạn nội dung."


class AnnexDialog(QDialog):
    """The list of forms, the empty annex first; the office's own are read again when one comes back."""

    def __init__(
        self, forms: Sequence[AnnexForm], parent: QWidget | None = None, own: Path | None = None
    ) -> None:
        """Offer ``forms`` and those that lie in the folder ``own``."""
        super().__init__(parent)
        self.setWindowTitle("Thêm phụ lục")
        help_key(self, "bang-va-phu-luc")
        self._own = own
        self._forms: tuple[AnnexForm, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Mẫu phụ lục")
        self.list.setSpacing(GAP // 2)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAccessibleName("Mẫu không dùng được")
        self._lay_out()
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(self._show_row)
        self._list(tuple(forms), ())
        if own is not None:
            self.read()
        size_dialog(self, 560, 380)

    def _lay_out(self) -> None:
        buttons, _ = answers(self, "&Thêm")
        self.folder = buttons.addButton("&Mẫu riêng…", QDialogButtonBox.ButtonRole.ActionRole)
        self.folder.setToolTip("Mở thư mục giữ mẫu phụ lục của cơ quan; cách làm mẫu có ở hướng dẫn (F1)")
        self.folder.setVisible(self._own is not None)
        self.folder.clicked.connect(self._open_folder)
        self.folder.setAutoDefault(False)
        column = framed(self, "Thêm phụ lục")
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addWidget(self.message)
        column.addWidget(buttons)

    def form(self) -> AnnexForm | None:
        """The chosen form; None for an empty annex."""
        row = self.list.currentRow()
        return self._forms[row - 1] if row > 0 else None

    def read(self) -> None:
        """Read the office's own forms again."""
        found = read_forms(self._own)
        self._list(found.forms, found.problems)

    def changeEvent(self, event: QEvent) -> None:
        """Read the forms again when the user comes back from the folder."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._own is not None:
            self.read()

    def _list(self, forms: tuple[AnnexForm, ...], problems: tuple[str, ...]) -> None:
        if forms != self._forms or not self.list.count():
            row = max(self.list.currentRow(), 0)
            self.list.clear()
            self._forms = forms
            QListWidgetItem("Phụ lục trống", self.list)
            for form in forms:
                QListWidgetItem(form.name, self.list)
            self.list.setCurrentRow(min(row, len(forms)))
        self.message.setText("\n".join(f"⚠ {problem}" for problem in problems))
        self.message.setVisible(bool(problems))

    def _show_row(self, _row: int) -> None:
        form = self.form()
        self.about.setText(_EMPTY if form is None else form.description)

    def _open_folder(self) -> None:
        if self._own is None:
            return
        try:
            put_example(self._own)
        except UserError as error:
            self.message.setText(error.message)
            self.message.show()
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._own)))


def put_example(folder: Path) -> None:
    """Make the office's ``folder`` with a form to be followed in it.

    Raises:
        UserError: it cannot be written.
    """
    content = json.loads(resource("annex-forms", "danh-muc-mo-hinh.json").read_text("utf-8"))
    content |= {"id": "mau-rieng-1", "name": "Mẫu riêng của cơ quan", "order": 50}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / EXAMPLE).exists():
            text = json.dumps(content, ensure_ascii=False, indent=2)
            write_file(folder / EXAMPLE, f"{text}\n".encode())
    except OSError as error:
        raise UserError(
            f"Không lập được thư mục mẫu {folder}. Hãy xem lại quyền ghi vào thư mục dữ liệu."
        ) from error
